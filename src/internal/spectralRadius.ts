/**
 * The logarithm of the largest |λ| of a square matrix's eigenvalues, complex ones included, as the limit of ‖Aᵏ‖^(1/k): the matrix
 * is squared until k is 2⁶⁰, and divided by its norm each time. Each squaring halves what is still wrong, its own rounding with it.
 * Source: I. Gelfand, Normierte Ringe, Matematicheskii Sbornik 9 (1941).
 */
export function logOfSpectralRadius(matrix: readonly Float64Array[]): number {
  let power: Float64Array[] = matrix.map((row) => row.slice());
  let log = 0;
  for (let k = 0, weight = 1; k < 60; k++, weight /= 2) {
    const norm = Math.hypot(...power.map((row) => Math.hypot(...row)));
    if (!(norm > 0 && norm < Infinity)) return Math.log(norm);
    log += weight * Math.log(norm);
    for (const row of power) for (let j = 0; j < row.length; j++) row[j] /= norm;
    power = product(power, power);
  }
  return log;
}

function product(a: readonly Float64Array[], b: readonly Float64Array[]): Float64Array[] {
  return a.map((row) => {
    const result = new Float64Array(row.length);
    for (let k = 0; k < row.length; k++) {
      for (let j = 0; j < row.length; j++) result[j] += row[k] * b[k][j];
    }
    return result;
  });
}
