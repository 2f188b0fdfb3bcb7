/**
 * A v with C v = q, by Gauss's and Jordan's elimination with the largest pivot of each column. A pivot that rounding can have left
 * leaves its entry of v at 0: of several solutions it is one with zeros. NaN where there is none.
 * Source: G. H. Golub and C. F. Van Loan, Matrix Computations, 4th edition, section 3.4.
 */
export function solveSquare(c: readonly Float64Array[], q: Float64Array): Float64Array {
  const d = q.length;
  const rows = c.map((row, j) => Float64Array.of(...row, q[j]));
  const negligible = d * 2 ** -52 * Math.hypot(...c.map((row) => Math.hypot(...row)));
  const v = new Float64Array(d);
  const pivots: number[] = [];
  for (let j = 0; j < d; j++) {
    const top = pivots.length;
    let best = top;
    for (let i = top + 1; i < d; i++) if (Math.abs(rows[i][j]) > Math.abs(rows[best][j])) best = i;
    if (!(Math.abs(rows[best][j]) > negligible)) continue;
    [rows[top], rows[best]] = [rows[best], rows[top]];
    pivots.push(j);
    for (let i = 0; i < d; i++) {
      if (i === top) continue;
      const multiple = rows[i][j] / rows[top][j];
      for (let k = j; k <= d; k++) rows[i][k] -= multiple * rows[top][k];
    }
  }
  const left = rows.slice(pivots.length).map((row) => Math.abs(row[d]));
  if (left.some((value) => value > 1e-9 * Math.hypot(...q))) return v.fill(Number.NaN);
  for (const [row, j] of pivots.entries()) v[j] = rows[row][d] / rows[row][j];
  return v;
}
