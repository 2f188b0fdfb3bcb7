/**
 * The largest eigenvalue of a symmetric matrix, by Jacobi's rotations, which take it towards a diagonal one.
 * Source: G. H. Golub and C. F. Van Loan, Matrix Computations, 4th edition, section 8.5.
 */
export function largestEigenvalue(matrix: readonly (readonly number[])[]): number {
  const a = matrix.map((row) => [...row]);
  const d = a.length;
  // convergence is quadratic at the end: ten sweeps suffice for any d in use, and the bound only ends a loop on NaN
  for (let sweep = 0; sweep < 50 && !isDiagonal(a); sweep++) {
    for (let p = 0; p < d; p++) for (let q = p + 1; q < d; q++) rotate(a, p, q);
  }
  return Math.max(...a.map((row, i) => row[i]));
}

function isDiagonal(a: number[][]): boolean {
  return a.every((row, i) =>
    row.every((value, j) => i === j || Math.abs(value) <= 2 ** -53 * Math.sqrt(Math.abs(a[i][i] * a[j][j]))),
  );
}

/** Turns the plane of axes p and q so that a[p][q] becomes 0. */
function rotate(a: number[][], p: number, q: number): void {
  if (a[p][q] === 0) return;
  const tau = (a[q][q] - a[p][p]) / (2 * a[p][q]);
  const tan = (tau < 0 ? -1 : 1) / (Math.abs(tau) + Math.hypot(1, tau));
  const cos = 1 / Math.hypot(1, tan);
  const sin = tan * cos;
  for (const row of a) [row[p], row[q]] = [cos * row[p] - sin * row[q], sin * row[p] + cos * row[q]];
  const [rowP, rowQ] = [a[p], a[q]];
  a[p] = rowP.map((value, k) => cos * value - sin * rowQ[k]);
  a[q] = rowP.map((value, k) => sin * value + cos * rowQ[k]);
}
