import { wrongValue } from '../internal/assert.ts';
import { float64 } from '../internal/float64.ts';
import { pack, read } from '../internal/ndarrays.ts';
import type { ArrayInput, Float64Matrix } from '../types.ts';

/**
 * The inputs with a column of ones before them, so that w[0] is the bias: y = w₀ + w₁x₁ + w₂x₂ + …
 *
 * @param x - the inputs: [n], or [n, d]; never written to
 * @returns [n, 2], or [n, d + 1], a fresh float64 ndarray
 * @throws RangeError where x has no samples axis
 * @throws TypeError where x is no array, or holds something that is not a number
 * @example
 * ```ts
 * import { nn, withBias } from 'gradus';
 * console.log(withBias([5, 7]).data); // Float64Array(4) [ 1, 5, 1, 7 ]
 * console.log(nn(withBias([5, 7]), [100, 2]).data); // Float64Array(2) [ 110, 114 ]
 * ```
 */
export function withBias(x: ArrayInput): Float64Matrix {
  const inputs = read('withBias', 'x', x);
  if (inputs.shape.length === 0) throw wrongValue('withBias', 'x', 'be a vector or a matrix', 'a number');
  const [n, d = 1] = inputs.shape;
  const values = pack(inputs).data;
  const out = new Float64Array(n * (d + 1)).fill(1);
  for (let i = 0; i < n; i++) out.set(values.subarray(i * d, (i + 1) * d), i * (d + 1) + 1);
  return float64(out, [n, d + 1]) as Float64Matrix;
}
