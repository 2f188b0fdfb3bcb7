import { sumOfSquares } from '../internal/kernels/sumOfSquares.ts';
import { readPair } from '../internal/samples.ts';
import type { ArrayInput } from '../types.ts';

/**
 * The cost: Σᵢ (tᵢ − yᵢ)², a sum over the samples, without ½ and without a mean. `linearRegression` has the other
 * conventions. The squares are added in NumPy's order, so that the result equals `((t - y) ** 2).sum()` to the bit.
 *
 * @param y - predictions: a number, or [n]
 * @param t - targets: as many as y
 * @returns the cost, at least 0; of no samples it is 0; NaN and infinities pass through as IEEE arithmetic does
 * @throws RangeError where y and t differ in length, or are not vectors
 * @throws TypeError where an argument is no array, or holds something that is not a number
 * @example
 * ```ts
 * import { cost } from 'gradus';
 * console.log(cost([1, 2, 3], [1, 4, 2])); // 5
 * console.log(cost(6, 4)); // 4
 * ```
 */
export function cost(y: number | ArrayInput, t: number | ArrayInput): number {
  if (typeof y === 'number' && typeof t === 'number') return (t - y) * (t - y);
  const pair = readPair('cost', y, t);
  return sumOfSquares(1, pair.y, pair.t, 0, pair.y.shape[0]);
}
