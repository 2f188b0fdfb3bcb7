import type { Standing } from '../codes.ts';

/** A number in up to so many digits, six where that is left out. */
export function short(value: number, digits = 6): string {
  return String(Number(value.toPrecision(digits)));
}

/** A w in up to so many digits. */
export function point(w: number | number[], digits = 6): string {
  return typeof w === 'number' ? short(w, digits) : `[${w.map((value) => short(value, digits)).join(', ')}]`;
}

/** What distances are multiplied by, but for the sign, in as many digits as tell it from 1; `nearly` 1 where none do. */
export function times(factor: number, nearly: string): string {
  const [text] = apart(Math.abs(factor), 1);
  return text === '1' ? `${nearly}1` : text;
}

/** Two numbers, or two w, in as many digits as tell them apart, at least six; in six where they are the same. */
export function apart(a: number | number[], b: number | number[]): [string, string] {
  for (let digits = 6; digits < 17; digits++) {
    const [first, second] = [point(a, digits), point(b, digits)];
    if (first !== second) return [first, second];
  }
  return [point(a), point(b)];
}

/** The sizes of two factors, told from one another and from 1. */
export function factors(a: number, b: number, nearly: string): [string, string] {
  const [first, second] = apart(Math.abs(a), Math.abs(b));
  const longer = (text: string, other: string): string => (other.length > text.length ? other : text);
  return [longer(first, times(a, nearly)), longer(second, times(b, nearly))];
}

/** How far two runs have come: the distances where both are known, else the costs, in as many digits as tell them apart. */
export function standings(
  near: Standing,
  far: Standing,
): { areDistances: boolean; here: string; there: string } {
  const areDistances = near.distance !== undefined && far.distance !== undefined;
  const [here, there] = areDistances
    ? apart(near.distance as number, far.distance as number)
    : apart(near.cost, far.cost);
  return { areDistances, here, there };
}
