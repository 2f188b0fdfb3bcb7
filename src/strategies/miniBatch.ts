import { assertFlag, assertOptions, assertWhole, wrongValue } from '../internal/assert.ts';
import { permutation } from '../random/permutation.ts';
import type { Strategy } from '../types.ts';

/**
 * One update after every `size` samples. The last batch takes the samples that are left, unless `dropLast` leaves them
 * out. `miniBatch(1)` is `perSample()`, and `miniBatch(n)` is `fullBatch()`, to the bit.
 *
 * @param size - samples in a batch, a whole number of at least 1; above n it means all of them
 * @param options - `shuffle`: a fresh random order each epoch (one `permutation(n, random)`), false where it is left out;
 * `dropLast`: leave out a last batch that is smaller than size, false where it is left out
 * @returns a strategy for `descend` and `steps`
 * @throws RangeError where size is not a whole number of at least 1; in a run also where dropLast would leave nothing,
 * which is size above n
 * @throws TypeError where an argument is of the wrong kind
 * @example
 * ```ts
 * import { descend, miniBatch } from 'gradus';
 * const run = descend({ x: [1, 2, 3], t: [2, 5, 6], w: 0, learningRate: 0.02, epochs: 2, strategy: miniBatch(2) });
 * console.log(run.history.length); // 5
 * ```
 */
export function miniBatch(
  size: number,
  options: { shuffle?: boolean | undefined; dropLast?: boolean | undefined } = {},
): Strategy {
  assertWhole('miniBatch', 'size', size, 1);
  assertOptions('miniBatch', options, ['shuffle', 'dropLast']);
  const { shuffle = false, dropLast = false } = options;
  assertFlag('miniBatch', 'shuffle', shuffle);
  assertFlag('miniBatch', 'dropLast', dropLast);
  return {
    name: 'miniBatch',
    epoch(n, random) {
      if (dropLast && size > n) {
        throw wrongValue('miniBatch', 'size', `be at most the ${n} samples with dropLast`, size);
      }
      return { size, dropLast, ...(shuffle && { order: permutation(n, random) }) };
    },
  };
}
