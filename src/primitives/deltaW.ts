import { assertNumber } from '../internal/assert.ts';
import { float64 } from '../internal/float64.ts';
import { accumulate } from '../internal/kernels/accumulate.ts';
import { pack } from '../internal/ndarrays.ts';
import { readBeside, readSamples } from '../internal/samples.ts';
import type { ArrayInput, Float64NdArray } from '../types.ts';

/**
 * The step that gradient descent takes, to be SUBTRACTED from w: learningRate · Σᵢ 2xᵢ (xᵢw − tᵢ). It equals the
 * lecture's `learning_rate * gradient(w, x, t).sum()` in NumPy to the bit.
 *
 * @param w - the weight
 * @param x - the inputs: [n], or the number of a single sample; never written to
 * @param t - the targets: as many as x
 * @param learningRate - the factor μ; any number
 * @returns the step; of no samples it is 0
 * @throws RangeError where x and t differ in length
 * @throws TypeError where an argument is of the wrong kind
 * @example
 * ```ts
 * import { deltaW } from 'gradus';
 * let w = 3;
 * w = w - deltaW(w, [1, 2], [2, 5], 0.25);
 * console.log(w); // 1.5
 * ```
 */
export function deltaW(
  w: number,
  x: number | ArrayInput,
  t: number | ArrayInput,
  learningRate: number,
): number;
/**
 * The step for d weights: learningRate · Σᵢ 2xᵢⱼ (yᵢ − tᵢ) for each j, the rows added in NumPy's order as
 * `gradient.sum(axis=0)` adds them.
 *
 * @param w - the weights [d]
 * @param x - the inputs [n, d], or one sample [d]; never written to
 * @param t - the targets [n], or the number of the one sample
 * @param learningRate - the factor μ; any number
 * @returns the step [d], a fresh float64 ndarray
 * @throws RangeError where the shapes do not belong together
 * @throws TypeError where an argument is of the wrong kind
 * @example
 * ```ts
 * import { deltaW } from 'gradus';
 * console.log(deltaW([0, 0], [[1, 1], [1, 3]], [1, 2], 0.5).data); // Float64Array(2) [ -3, -7 ]
 * ```
 */
export function deltaW(
  w: ArrayInput,
  x: ArrayInput,
  t: number | ArrayInput,
  learningRate: number,
): Float64NdArray;
/** The step for one weight or for many, where the type does not say which; see the other signatures. */
export function deltaW(
  w: number | ArrayInput,
  x: ArrayInput,
  t: number | ArrayInput,
  learningRate: number,
): number | Float64NdArray;
export function deltaW(
  w: number | ArrayInput,
  x: number | ArrayInput,
  t: number | ArrayInput,
  learningRate: number,
): number | Float64NdArray {
  assertNumber('deltaW', 'learningRate', learningRate);
  const samples = readSamples('deltaW', x, w);
  const targets = readBeside('deltaW', 't', t, 'x', samples.perSample);
  const { n, d } = samples;
  const step = new Float64Array(d);
  // rows [n, d] may be summed where they lie; a single sample is one row, or one number
  const isVector = samples.perSample.length === 1;
  const inputs = isVector ? samples.x : float64(pack(samples.x).data, typeof w === 'number' ? [1] : [1, d]);
  accumulate(
    step,
    pack(samples.w).data,
    inputs,
    isVector ? targets : float64(pack(targets).data),
    0,
    n,
    2,
    1,
  );
  for (let j = 0; j < d; j++) step[j] *= learningRate;
  return typeof w === 'number' ? step[0] : float64(step, [...samples.w.shape]);
}
