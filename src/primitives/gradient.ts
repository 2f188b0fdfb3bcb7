import { float64 } from '../internal/float64.ts';
import { gradientRows } from '../internal/kernels/gradientRows.ts';
import { readBeside, readSamples } from '../internal/samples.ts';
import type { ArrayInput, Float64NdArray } from '../types.ts';

/**
 * The derivative of one sample's cost (t − xw)² with respect to w: 2x (xw − t).
 *
 * @param w - the weight, at which the derivative is taken
 * @param x - the input
 * @param t - the target
 * @returns the derivative
 * @throws TypeError where an argument is neither a number nor an array
 * @example
 * ```ts
 * import { gradient } from 'gradus';
 * console.log(gradient(3, 2, 5)); // 4
 * ```
 */
export function gradient(w: number, x: number, t: number): number;
/**
 * The gradient of the cost Σᵢ (tᵢ − yᵢ)², one row PER SAMPLE: 2xᵢ (yᵢ − tᵢ). The gradient of the cost is the sum of the
 * rows. It equals the lecture's `2 * x * (nn(x, w) - t)` in NumPy to the bit.
 *
 * | w | x | t | gradient |
 * |---|---|---|---|
 * | number | [n] | [n] | [n] |
 * | [d] | [n, d] | [n] | [n, d] |
 * | [d] | [d], one sample | number | [d] |
 *
 * @param w - the weight or the weights, at which the gradient is taken
 * @param x - the inputs; never written to
 * @param t - the targets, one per sample
 * @returns one row per sample, a fresh float64 ndarray of the shape of x
 * @throws RangeError where the shapes do not belong together
 * @throws TypeError where an argument is no array, or holds something that is not a number
 * @example
 * ```ts
 * import { gradient } from 'gradus';
 * console.log(gradient(3, [1, 2], [2, 5]).data); // Float64Array(2) [ 2, 4 ]
 * ```
 */
export function gradient(w: number | ArrayInput, x: ArrayInput, t: number | ArrayInput): Float64NdArray;
/** The derivative for numbers or for arrays, where the type does not say which; see the other signatures. */
export function gradient(w: number, x: number | ArrayInput, t: number | ArrayInput): number | Float64NdArray;
export function gradient(
  w: number | ArrayInput,
  x: number | ArrayInput,
  t: number | ArrayInput,
): number | Float64NdArray {
  if (typeof w === 'number' && typeof x === 'number' && typeof t === 'number') {
    return 2 * x * (x * w - t);
  }
  const samples = readSamples('gradient', x, w);
  const targets = readBeside('gradient', 't', t, 'x', samples.perSample);
  return float64(gradientRows(samples, targets, 2, 1), [...samples.x.shape]);
}
