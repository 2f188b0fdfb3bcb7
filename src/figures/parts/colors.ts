/** Dashes for what is drawn in turn, so that in print without colours lines can still be told apart. */
const dashes: readonly number[][] = [
  [1, 0],
  [6, 3],
  [2, 2],
  [8, 3, 2, 3],
];

/** Shapes, likewise. */
export const shapes: readonly string[] = ['circle', 'square', 'triangle-up', 'diamond'];

/** As many as are asked for, in turn. */
export function inTurn<T>(items: readonly T[], count: number): T[] {
  return Array.from({ length: count }, (_, i) => items[i % items.length]);
}

/** Dashes for so many lines, other ones in each round of the colours: so that no two of sixteen are alike. */
export function dashesInTurn(count: number, colors: number): number[][] {
  return Array.from({ length: count }, (_, i) => [...dashes[(i + Math.floor(i / colors)) % dashes.length]]);
}
