import { assertFlag, assertOptions } from '../internal/assert.ts';
import { permutation } from '../random/permutation.ts';
import type { Strategy } from '../types.ts';

/**
 * One update after each sample: the lecture's second loop, also called online or stochastic gradient descent.
 *
 * @param options - `shuffle`: visit the samples in a fresh random order each epoch (one `permutation(n, random)`), false
 * where it is left out
 * @returns a strategy for `descend` and `steps`
 * @throws TypeError where an option is of the wrong kind
 * @example
 * ```ts
 * import { descend, perSample } from 'gradus';
 * const run = descend({ x: [1, 2], t: [2, 5], w: 0, learningRate: 0.05, epochs: 2, strategy: perSample() });
 * console.log(run.history.length); // 5
 * ```
 */
export function perSample(options: { shuffle?: boolean | undefined } = {}): Strategy {
  assertOptions('perSample', options, ['shuffle']);
  const { shuffle = false } = options;
  assertFlag('perSample', 'shuffle', shuffle);
  return {
    name: 'perSample',
    epoch: (n, random) => ({ size: 1, ...(shuffle && { order: permutation(n, random) }) }),
  };
}
