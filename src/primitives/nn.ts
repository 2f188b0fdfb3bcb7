import { float64 } from '../internal/float64.ts';
import { predict } from '../internal/kernels/predict.ts';
import { readSamples } from '../internal/samples.ts';
import type { ArrayInput, Float64NdArray } from '../types.ts';

/**
 * The network: y = x w.
 *
 * @param x - one input
 * @param w - the weight
 * @returns the prediction y; NaN and infinities pass through as IEEE arithmetic does
 * @throws TypeError where an argument is neither a number nor an array
 * @example
 * ```ts
 * import { nn } from 'gradus';
 * console.log(nn(2, 3)); // 6
 * ```
 */
export function nn(x: number, w: number): number;
/**
 * The network for many samples: yᵢ = xᵢ w, or with d weights yᵢ = Σⱼ xᵢⱼ wⱼ, the products added in NumPy's order as
 * `(x * w).sum(axis=1)` adds them.
 *
 * | x | w | y |
 * |---|---|---|
 * | [n] | number | [n] |
 * | [n, d] | [d] | [n] |
 * | [d], one sample | [d] | [] |
 *
 * @param x - the inputs; never written to
 * @param w - the weight or the weights
 * @returns the predictions y, a fresh float64 ndarray
 * @throws RangeError where the shapes of x and w do not belong together
 * @throws TypeError where an argument is no array, or holds something that is not a number
 * @example
 * ```ts
 * import { nn } from 'gradus';
 * console.log(nn([1, 2, 3], 3).data); // Float64Array(3) [ 3, 6, 9 ]
 * console.log(nn([[1, 2], [1, 5]], [10, 1]).data); // Float64Array(2) [ 12, 15 ]
 * ```
 */
export function nn(x: ArrayInput, w: number | ArrayInput): Float64NdArray;
/** The network for a number or for an array, where the type does not say which; see the other signatures. */
export function nn(x: number | ArrayInput, w: number): number | Float64NdArray;
export function nn(x: number | ArrayInput, w: number | ArrayInput): number | Float64NdArray {
  if (typeof x === 'number' && typeof w === 'number') return x * w;
  const samples = readSamples('nn', x, w);
  return float64(predict(samples), samples.perSample);
}
