import type { Strategy } from '../types.ts';

/**
 * One update an epoch, from all the samples: the lecture's first loop. Draws no random number.
 *
 * @returns a strategy for `descend` and `steps`
 * @example
 * ```ts
 * import { descend, fullBatch } from 'gradus';
 * const run = descend({ x: [1, 2], t: [2, 5], w: 0, learningRate: 0.05, epochs: 2, strategy: fullBatch() });
 * console.log(run.history.length); // 3
 * ```
 */
export function fullBatch(): Strategy {
  return { name: 'fullBatch', epoch: (n) => ({ size: n }) };
}
