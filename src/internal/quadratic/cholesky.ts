import { type DoubleDouble, divide, multiply, squareRoot, subtract } from './doubleDouble.ts';

/** An upper triangle R with RᵀR = A, and the least of its pivots, relative to A's diagonal. */
export interface Root {
  rows: DoubleDouble[][];
  smallestPivot: number;
}

const zero: DoubleDouble = [0, 0];

/**
 * The root of a symmetric matrix without negative eigenvalues. A pivot of at most `negligible` times what stands on A's
 * diagonal counts as 0: that column is a combination of those before it, as well as can be told.
 * Source: G. H. Golub and C. F. Van Loan, Matrix Computations, 4th edition, section 4.2.
 */
export function cholesky(a: DoubleDouble[][], negligible: number): Root {
  const d = a.length;
  const rows: DoubleDouble[][] = a.map((row) => row.map(() => zero));
  let smallestPivot = Infinity;
  for (let j = 0; j < d; j++) {
    const rest = (k: number): DoubleDouble =>
      rows.slice(0, j).reduce((left, row) => subtract(left, multiply(row[j], row[k])), a[j][k]);
    const pivot = rest(j);
    const relative = pivot[0] / a[j][j][0];
    smallestPivot = Math.min(smallestPivot, relative);
    if (!(relative > negligible)) continue;
    rows[j][j] = squareRoot(pivot);
    for (let k = j + 1; k < d; k++) rows[j][k] = divide(rest(k), rows[j][j]);
  }
  return { rows, smallestPivot };
}

/** The c with RᵀR c = b; 0 where R's pivot is. */
export function solve(rows: DoubleDouble[][], b: DoubleDouble[]): DoubleDouble[] {
  const d = b.length;
  const quotient = (left: DoubleDouble, j: number): DoubleDouble =>
    rows[j][j][0] === 0 ? zero : divide(left, rows[j][j]);
  const y: DoubleDouble[] = [];
  for (let j = 0; j < d; j++) {
    const left = y.reduce((rest, value, k) => subtract(rest, multiply(rows[k][j], value)), b[j]);
    y.push(quotient(left, j));
  }
  const c = y.slice();
  for (let j = d - 1; j >= 0; j--) {
    let left = y[j];
    for (let k = j + 1; k < d; k++) left = subtract(left, multiply(rows[j][k], c[k]));
    c[j] = quotient(left, j);
  }
  return c;
}
