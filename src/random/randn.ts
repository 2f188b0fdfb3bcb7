import { assertFinite } from '../internal/assert.ts';
import { assertSource, draw, readShape } from '../internal/draws.ts';
import { float64 } from '../internal/float64.ts';
import { polarPair } from '../internal/polarPair.ts';
import { sizeOf } from '../internal/views.ts';
import type { Float64NdArray, RandomSource } from '../types.ts';

/**
 * Standard normals (mean 0, standard deviation 1) by the polar method: a point (v₁, v₂) drawn evenly from the square
 * (−1, 1)² until s = v₁² + v₂² is inside the unit circle and not 0, then the pair v₂ √(−2 ln s / s), v₁ √(−2 ln s / s),
 * in that order, which is NumPy's. The second normal of the last pair is dropped: a call leaves nothing behind. A source that
 * makes its own normals, such as `numpyRandom`, is asked for them, and may keep that second one for the next call.
 *
 * The logarithm is the library's own, correctly rounded, so that one seed gives the same bits on every engine.
 *
 * Source: G. Marsaglia and T. A. Bray, A convenient method for generating normal variables, SIAM Review 6 (1964).
 *
 * @param shape - a length, or a list of lengths; [] is a single value
 * @param random - the source of randomness, `Math.random` where it is left out; two numbers are taken for each point
 * tried, or its own normals
 * @returns a fresh float64 ndarray of that shape, filled in row order
 * @throws RangeError where a length is not whole, the source never leaves one spot, or its own normals are not finite numbers
 * @throws TypeError where an argument is of the wrong kind
 * @example
 * ```ts
 * import { randn, seededRandom } from 'gradus';
 * const noise = randn([3, 2], seededRandom(1));
 * console.log(noise.shape, noise.get(0, 0).toFixed(6)); // [ 3, 2 ] -0.515050
 * ```
 */
export function randn(shape: number | readonly number[], random: RandomSource = Math.random): Float64NdArray {
  const lengths = readShape('randn', shape);
  assertSource('randn', random);
  const values = new Float64Array(sizeOf(lengths));
  if (random.normals !== undefined) fillAtOnce(values, random as Required<RandomSource>);
  else if (random.normal !== undefined) fillOneByOne(values, random as Required<RandomSource>);
  else fillByPairs(values, random);
  return float64(values, lengths);
}

function fillAtOnce(values: Float64Array, random: Required<RandomSource>): void {
  values.fill(Number.NaN); // so that what is left out shows
  random.normals(values);
  for (let i = 0; i < values.length; i++) {
    if (Number.isFinite(values[i])) continue;
    const expected = 'must fill its argument with finite numbers';
    throw new RangeError(`randn: random.normals ${expected}, got ${values[i]} at index ${i}`);
  }
}

function fillOneByOne(values: Float64Array, random: Required<RandomSource>): void {
  for (let i = 0; i < values.length; i++) {
    const value: unknown = random.normal();
    assertFinite('randn', 'the result of random.normal', value);
    values[i] = value;
  }
}

function fillByPairs(values: Float64Array, random: RandomSource): void {
  const pair = new Float64Array(2);
  const next = (): number => draw('randn', random);
  for (let i = 0; i < values.length; i += 2) {
    polarPair(next, pair);
    values[i] = pair[0];
    if (i + 1 < values.length) values[i + 1] = pair[1];
  }
}
