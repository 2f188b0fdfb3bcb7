import { assertFinite, describe, wrongValue } from '../internal/assert.ts';
import { assertSource, draw, readShape } from '../internal/draws.ts';
import { float64 } from '../internal/float64.ts';
import { sizeOf } from '../internal/views.ts';
import type { Float64NdArray, RandomSource } from '../types.ts';

/**
 * Numbers drawn evenly from low (included) to high (excluded): low + (high − low) u for each u from the source. With low
 * 0 and high 1 they are the source's own numbers. Elsewhere the sum is rounded, as NumPy rounds it, and where low is
 * large beside high − low it can round up to high.
 *
 * @param low - the lower end, included; finite
 * @param high - the upper end, excluded; finite and at least low
 * @param shape - a length, or a list of lengths; [] is a single value
 * @param random - the source of randomness, `Math.random` where it is left out; one number is taken for each value, in
 * row order
 * @returns a fresh float64 ndarray of that shape
 * @throws RangeError where an end is not finite, high is below low, high − low overflows, or a length is not whole
 * @throws TypeError where an argument is of the wrong kind
 * @example
 * ```ts
 * import { seededRandom, uniform } from 'gradus';
 * const x = uniform(0, 1, 20, seededRandom(1));
 * console.log(x.shape, x.get(0)); // [ 20 ] 0.1776348083296759
 * ```
 */
export function uniform(
  low: number,
  high: number,
  shape: number | readonly number[],
  random: RandomSource = Math.random,
): Float64NdArray {
  assertFinite('uniform', 'low', low);
  assertFinite('uniform', 'high', high);
  const range = high - low;
  if (!(range >= 0 && range < Infinity)) {
    throw wrongValue('uniform', 'high', `be at least low (${low}) and high - low finite`, describe(high));
  }
  const lengths = readShape('uniform', shape);
  assertSource('uniform', random);
  const values = new Float64Array(sizeOf(lengths));
  for (let i = 0; i < values.length; i++) values[i] = low + range * draw('uniform', random);
  return float64(values, lengths);
}
