import type { Fit } from './fit.ts';

/**
 * Orthonormal directions, one for each independent column, of which every gradient of the data is made: a basis of the space that
 * the rows of x span. Along what is at right angles to them w never moves. Where all columns are independent they are the axes.
 */
export function rowSpace({ xx, rows, rank }: Pick<Fit, 'xx' | 'rows' | 'rank'>): Float64Array[] {
  const d = xx.length;
  if (rank === d) return xx.map((_, j) => Float64Array.from(xx, (_, k) => (k === j ? 1 : 0)));
  const basis: Float64Array[] = [];
  for (let j = 0; j < d; j++) {
    if (rows[j][j][0] === 0) continue;
    // the rows of R span that space too; Gram's and Schmidt's way, twice, which is enough
    const direction = Float64Array.from(rows[j], ([high]) => high);
    for (const other of [...basis, ...basis]) {
      const along = direction.reduce((sum, value, k) => sum + value * other[k], 0);
      for (let k = 0; k < d; k++) direction[k] -= along * other[k];
    }
    const length = Math.hypot(...direction);
    basis.push(direction.map((value) => value / length));
  }
  return basis;
}
