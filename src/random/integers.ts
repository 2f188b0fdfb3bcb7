import { assertNumber, describe, wrongValue } from '../internal/assert.ts';
import { assertSource, drawBelow, readShape } from '../internal/draws.ts';
import { float64 } from '../internal/float64.ts';
import { sizeOf } from '../internal/views.ts';
import type { Float64NdArray, RandomSource } from '../types.ts';

/**
 * Whole numbers drawn evenly from low (included) to high (excluded): low + ⌊u (high − low)⌋ for each u from the source.
 * From a source with words, such as `numpyRandom`, they are those of NumPy's legacy `randint`: low plus the last bits of a
 * word, as many bits as high − low − 1 has; where they are more than high − low − 1, they are taken of the next word instead.
 * For more than 2³² numbers it is two words each time, the upper first; for a single number no word is taken.
 *
 * @param low - the smallest, a whole number
 * @param high - one more than the largest, a whole number above low; high − low at most 2⁵³ − 1
 * @param shape - a length, or a list of lengths; [] is a single value
 * @param random - the source of randomness, `Math.random` where it is left out; one number is taken for each value, in
 * row order, or words as above
 * @returns a fresh float64 ndarray of that shape
 * @throws RangeError where an end is not whole, high is not above low, a length is not whole, or the source's numbers or
 * words are out of range or stuck
 * @throws TypeError where an argument is of the wrong kind
 * @example
 * ```ts
 * import { integers, seededRandom } from 'gradus';
 * console.log(integers(1, 7, 3, seededRandom(1)).data); // Float64Array(3) [ 2, 2, 4 ]
 * ```
 */
export function integers(
  low: number,
  high: number,
  shape: number | readonly number[],
  random: RandomSource = Math.random,
): Float64NdArray {
  assertEnd('low', low);
  assertEnd('high', high);
  const range = high - low;
  if (!(range > 0 && Number.isSafeInteger(range))) {
    throw wrongValue('integers', 'high', `be above low (${low}) by at most 2 ** 53 - 1`, describe(high));
  }
  const lengths = readShape('integers', shape);
  assertSource('integers', random);
  const values = new Float64Array(sizeOf(lengths));
  for (let i = 0; i < values.length; i++) values[i] = low + drawBelow('integers', range, random);
  return float64(values, lengths);
}

function assertEnd(name: string, end: number): void {
  assertNumber('integers', name, end);
  if (!Number.isSafeInteger(end)) throw wrongValue('integers', name, 'be a whole number', end);
}
