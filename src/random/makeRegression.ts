import { assertAtLeast, assertOptions, assertWhole, wrongValue } from '../internal/assert.ts';
import { assertSource } from '../internal/draws.ts';
import { float64 } from '../internal/float64.ts';
import { read } from '../internal/ndarrays.ts';
import { words } from '../internal/views.ts';
import { nn } from '../primitives/nn.ts';
import type { ArrayInput, Float64Matrix, Float64NdArray, Float64Vector, RandomSource } from '../types.ts';
import { randn } from './randn.ts';
import { uniform } from './uniform.ts';

/** What {@link makeRegression} takes. */
export interface RegressionOptions<W> {
  /** How many, a whole number of at least 0. */
  samples: number;
  /** The true weight, or the weights [d]. */
  w: W;
  /** The standard deviation of the noise, at least 0. */
  noise: number;
  /** The source of randomness; `Math.random` where it is left out. */
  random?: RandomSource | undefined;
}

/**
 * The lecture's data: inputs x from U(0, 1), then targets t = nn(x, w) + noise · randn, in that order from one source:
 * with `numpyRandom(seed)` the points that the lecture's script draws in NumPy after `np.random.seed(seed)`.
 *
 * @param options - `samples`, a whole number of at least 0; `w`, the true weight or the weights [d]; `noise`, the
 * standard deviation of the noise, at least 0; `random`, the source of randomness, `Math.random` where it is left out
 * @returns x [samples], or [samples, d] for d weights, and t [samples], fresh float64 ndarrays
 * @throws RangeError where a value is out of its range
 * @throws TypeError where an option is of the wrong kind, or unknown
 * @example
 * ```ts
 * import { makeRegression, seededRandom } from 'gradus';
 * const { x, t } = makeRegression({ samples: 20, w: 2, noise: 0.2, random: seededRandom(1) });
 * console.log(x.shape, t.shape); // [ 20 ] [ 20 ]
 * ```
 */
export function makeRegression(options: RegressionOptions<number>): { x: Float64Vector; t: Float64Vector };
/** The same for d weights; see the other signature. */
export function makeRegression(options: RegressionOptions<ArrayInput>): {
  x: Float64Matrix;
  t: Float64Vector;
};
/** The same where the type does not say whether w is one weight or many; see the other signatures. */
export function makeRegression(options: RegressionOptions<number | ArrayInput>): {
  x: Float64NdArray;
  t: Float64Vector;
};
export function makeRegression(options: RegressionOptions<number | ArrayInput>): {
  x: Float64NdArray;
  t: Float64Vector;
} {
  assertOptions('makeRegression', options, ['samples', 'w', 'noise', 'random']);
  const { samples, noise, random = Math.random } = options;
  assertWhole('makeRegression', 'samples', samples, 0);
  assertAtLeast('makeRegression', 'noise', noise, 0);
  assertSource('makeRegression', random);
  const w = read('makeRegression', 'w', options.w);
  if (w.shape.length > 1) {
    throw wrongValue('makeRegression', 'w', 'be a number or a vector', `shape ${words(w.shape)}`);
  }
  const x = uniform(0, 1, [samples, ...w.shape], random);
  const y = nn(x, w);
  const normals = randn(samples, random).data;
  return { x, t: float64(y.data.map((value, i) => value + noise * normals[i])) as Float64Vector };
}
