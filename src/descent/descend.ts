import { assertObject } from '../internal/assert.ts';
import type { Weights } from '../types.ts';
import type { DescentOptions } from './options.ts';
import { type Descent, Run } from './run.ts';
import { Walk } from './walk.ts';

/**
 * Gradient descent: w ← w − deltaW, one update a batch, and the (w, cost) of the way recorded.
 *
 * Every w equals, to the bit, that of the loop that one would write by hand over `deltaW`. Entry 0 is the start and the
 * last entry the end; the cost of an entry is the cost of ITS w over all the data: for up to 128 samples `cost(nn(x, w), t)` to
 * the bit, for more as exact as that, by the quadratic that it is (docs/numbers.md). Evaluating it draws no random
 * number. A run that leaves the finite numbers stops as `'diverged'` with what came before kept; the reason names the
 * largest learning rate where that is known, which is for squared error with `gradientDescent()`.
 *
 * @param options - the data x and t, where to start (w, or the state of an earlier run as from), the learning rate and the
 * number of epochs; and what may be left out: model, strategy, rule, random, record, tolerance, onEntry
 * @returns the run: its last w and cost, its history, how it ended and why, and its state to go on from
 * @throws RangeError where a value or a shape is wrong: data that are empty, not finite (with the index) or of different
 * lengths, a learning rate that is negative or not finite, a strategy's index out of range, a rule that makes NaN
 * @throws TypeError where an option is of the wrong kind, or a run that shuffles is resumed with a source without state()
 * @example
 * ```ts
 * import { descend } from 'gradus';
 * const run = descend({ x: [1, 2], t: [2, 4], w: 0, learningRate: 0.05, epochs: 3 });
 * console.log(run.w, run.cost, run.status); // 1.75 0.3125 completed
 * ```
 */
export function descend(options: DescentOptions<number>): Descent<number>;
/**
 * Gradient descent with many weights: x [n, d] and w [d]; everything else as with one.
 *
 * @param options - as with one weight, with w an array [d]
 * @returns the run, whose w is a Float64Array [d]
 * @throws RangeError and TypeError as with one weight
 * @example
 * ```ts
 * import { descend, withBias } from 'gradus';
 * const run = descend({ x: withBias([0, 1]), t: [1, 3], w: [0, 0], learningRate: 0.5, epochs: 1 });
 * console.log(run.w); // Float64Array(2) [ 4, 3 ]
 * ```
 */
export function descend(options: DescentOptions<Float64Array>): Descent<Float64Array>;
/** The same where the type does not say whether w is one weight or many; see the other signatures. */
export function descend(options: DescentOptions<Weights>): Descent;
export function descend<W extends Weights>(options: DescentOptions<W>): Descent<W> {
  assertObject('descend', 'options', options);
  const walk = new Walk('descend', options);
  while (walk.advance()) walk.sweep();
  return new Run(walk);
}
