import { assertSource, draw, readShape } from '../internal/draws.ts';
import { float64, sizeOf } from '../internal/ndarrays.ts';
import type { Float64NdArray, RandomSource } from '../types.ts';

/**
 * Standard normals (mean 0, standard deviation 1) by the polar method: a point (v₁, v₂) drawn evenly from the square
 * (−1, 1)² until s = v₁² + v₂² is inside the unit circle and not 0, then the pair v₂ √(−2 ln s / s), v₁ √(−2 ln s / s),
 * in that order, which is NumPy's. The second normal of the last pair is dropped: a call leaves nothing behind.
 *
 * Source: G. Marsaglia and T. A. Bray, A convenient method for generating normal variables, SIAM Review 6 (1964).
 *
 * @param shape - a length, or a list of lengths; [] is a single value
 * @param random - the source of randomness; two numbers are taken for each point tried
 * @returns a fresh float64 ndarray of that shape, filled in row order
 * @throws RangeError where a length is not whole, or the source never leaves one spot
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
  for (let i = 0; i < values.length; i += 2) {
    const [first, second] = polarPair(random);
    values[i] = first;
    if (i + 1 < values.length) values[i + 1] = second;
  }
  return float64(values, lengths);
}

function polarPair(random: RandomSource): [number, number] {
  // a try fails with probability 1 − π/4: a hundred in a row come once in 10^66 pairs, or from a constant source
  for (let tries = 0; tries < 100; tries++) {
    const v1 = 2 * draw('randn', random) - 1;
    const v2 = 2 * draw('randn', random) - 1;
    const s = v1 * v1 + v2 * v2;
    if (s >= 1 || s === 0) continue;
    const scale = Math.sqrt((-2 * Math.log(s)) / s);
    return [scale * v2, scale * v1];
  }
  throw new RangeError('randn: random must vary, got 100 points outside the unit circle or at its centre');
}
