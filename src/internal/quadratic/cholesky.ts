import { type DoubleDouble, divide, multiply, squareRoot, subtract } from './doubleDouble.ts';

const zero: DoubleDouble = [0, 0];

/**
 * The root of a symmetric matrix A without negative eigenvalues, of which `precision` is the rounding: an upper triangle R with
 * RᵀR = A. A pivot that rounding can have left counts as 0, for that column is a combination of those before it as well as
 * can be told; a small pivot before it has multiplied that rounding.
 * Source: G. H. Golub and C. F. Van Loan, Matrix Computations, 4th edition, section 4.2.
 */
export function cholesky(a: DoubleDouble[][], precision: number): DoubleDouble[][] {
  const d = a.length;
  const rows: DoubleDouble[][] = a.map((row) => row.map(() => zero));
  let smallest = 1;
  for (let j = 0; j < d; j++) {
    const rest = (k: number): DoubleDouble =>
      rows.slice(0, j).reduce((left, row) => subtract(left, multiply(row[j], row[k])), a[j][k]);
    const pivot = rest(j);
    const relative = pivot[0] / a[j][j][0];
    if (!(relative > precision / smallest)) continue;
    smallest = Math.min(smallest, relative);
    rows[j][j] = squareRoot(pivot);
    for (let k = j + 1; k < d; k++) rows[j][k] = divide(rest(k), rows[j][j]);
  }
  return rows;
}

/**
 * How much rounding the root multiplies: the sum of the squares of R⁻¹, where the columns of R are scaled to length 1. Columns
 * of zeros are left out; Infinity where another column has no pivot.
 */
export function conditionOf(rows: DoubleDouble[][]): number {
  const lengths = rows.map((_, k) => Math.hypot(...rows.map((row) => row[k][0])));
  const inverse = inverseOf(rows);
  let sum = 0;
  for (let k = 0; k < rows.length; k++) {
    for (let j = k; j >= 0; j--) if (lengths[j] !== 0) sum += (lengths[j] * inverse[j][k]) ** 2;
  }
  return Number.isNaN(sum) ? Infinity : sum;
}

/** The inverse of R; rows and columns of zeros stay that, and another column without a pivot makes it infinite. */
export function inverseOf(rows: DoubleDouble[][]): number[][] {
  const isZero = rows.map((_, k) => rows.every((row) => row[k][0] === 0));
  const inverse = rows.map(() => new Array<number>(rows.length).fill(0));
  for (let k = 0; k < rows.length; k++) {
    if (isZero[k]) continue;
    // from the diagonal up
    for (let j = k; j >= 0; j--) {
      if (isZero[j]) continue;
      let left = j === k ? 1 : 0;
      for (let i = j + 1; i <= k; i++) left -= rows[j][i][0] * inverse[i][k];
      inverse[j][k] = left / rows[j][j][0];
    }
  }
  return inverse;
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
