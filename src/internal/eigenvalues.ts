/**
 * The eigenvalues of a symmetric matrix without negative ones, from the smallest on, by Jacobi's rotations, which take it
 * towards a diagonal one. What stands off the diagonal counts as 0 when it could not change the largest value by a rounding.
 * Source: G. H. Golub and C. F. Van Loan, Matrix Computations, 4th edition, section 8.5.
 */
export function eigenvalues(matrix: readonly (readonly number[])[]): number[] {
  const a = matrix.map((row) => [...row]);
  const d = a.length;
  const negligible = (2 ** -54 * Math.max(...a.map((row, i) => row[i]))) / d;
  let isDiagonal = false;
  // each sweep squares what is left: a dozen suffice, and the bound only ends a loop over NaN
  for (let sweep = 0; sweep < 50 && !isDiagonal; sweep++) {
    isDiagonal = true;
    for (let p = 0; p < d; p++) {
      for (let q = p + 1; q < d; q++) {
        if (Math.abs(a[p][q]) <= negligible) continue;
        isDiagonal = false;
        rotate(a, p, q);
      }
    }
  }
  return a.map((row, i) => row[i]).sort((low, high) => low - high);
}

/** Turns the plane of axes p and q so that a[p][q] becomes 0. */
function rotate(a: number[][], p: number, q: number): void {
  const tau = (a[q][q] - a[p][p]) / (2 * a[p][q]);
  const tan = (tau < 0 ? -1 : 1) / (Math.abs(tau) + Math.sqrt(1 + tau * tau));
  const cos = 1 / Math.sqrt(1 + tan * tan);
  const sin = tan * cos;
  for (const row of a) [row[p], row[q]] = [cos * row[p] - sin * row[q], sin * row[p] + cos * row[q]];
  const [rowP, rowQ] = [a[p], a[q]];
  a[p] = rowP.map((value, k) => cos * value - sin * rowQ[k]);
  a[q] = rowP.map((value, k) => sin * value + cos * rowQ[k]);
}
