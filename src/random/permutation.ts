import { assertWhole, wrongValue } from '../internal/assert.ts';
import { assertSource, drawBelow } from '../internal/draws.ts';
import type { RandomSource } from '../types.ts';

/**
 * The numbers 0 to n − 1 in a random order, each order equally likely: Fisher–Yates from the end, where place i changes
 * with place ⌊u (i + 1)⌋. With a source that has words, such as `numpyRandom`, that place is drawn as `integers` draws it, and
 * the order is the one of NumPy's legacy `permutation`.
 *
 * Source: R. Durstenfeld, Algorithm 235: Random permutation, Communications of the ACM 7 (1964).
 *
 * @param n - how many, a whole number of at least 0
 * @param random - the source of randomness, `Math.random` where it is left out; n − 1 numbers are taken, or words as
 * `integers` takes them
 * @returns a fresh Uint32Array of length n
 * @throws RangeError where n is not a whole number from 0 to 2³², or the source's numbers or words are out of range or stuck
 * @throws TypeError where an argument is of the wrong kind
 * @example
 * ```ts
 * import { permutation, seededRandom } from 'gradus';
 * console.log(permutation(5, seededRandom(1))); // Uint32Array(5) [ 3, 2, 1, 4, 0 ]
 * ```
 */
export function permutation(n: number, random: RandomSource = Math.random): Uint32Array {
  assertWhole('permutation', 'n', n, 0);
  // the longest typed array that every engine in use allows
  if (n > 2 ** 32) throw wrongValue('permutation', 'n', 'be at most 2 ** 32', n);
  assertSource('permutation', random);
  const order = new Uint32Array(n).map((_, i) => i);
  for (let i = n - 1; i > 0; i--) {
    const j = drawBelow('permutation', i + 1, random);
    const swapped = order[i];
    order[i] = order[j];
    order[j] = swapped;
  }
  return order;
}
