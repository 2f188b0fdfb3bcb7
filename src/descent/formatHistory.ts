import { wrongKind } from '../internal/assert.ts';
import { fixed, shortest } from '../internal/decimal.ts';
import type { Descent } from './run.ts';

/**
 * The lecture's log of a run: a line for each entry, with a tab and a space between its parts, and six digits after the point.
 * Numbers are printed as Python prints them, ties to the even digit, so that a log can be compared with Python's as text; but for
 * a learning rate that is a whole number, which is printed without a point. With a schedule each line has the learning rate of the
 * update that led to it, and the start that of the first. Many weights are put in brackets.
 *
 * @param run - what `descend` or `steps` returned
 * @returns the lines, without a newline at the end
 * @throws TypeError where it is no such run
 * @example
 * ```ts
 * import { descend, formatHistory } from 'gradus';
 * const run = descend({ x: [1, 2], t: [2, 4], w: 0, learningRate: 0.05, epochs: 2 });
 * console.log(formatHistory(run));
 * ```
 * prints
 * ```text
 * lr=0.05	 w(0): 0.000000	 cost: 20.000000
 * lr=0.05	 w(1): 1.000000	 cost: 5.000000
 * lr=0.05	 w(2): 1.500000	 cost: 1.250000
 * ```
 */
export function formatHistory(run: Descent): string {
  const { settings, history } = (run ?? {}) as Partial<Descent>;
  if (settings === undefined || history === undefined) {
    throw wrongKind('formatHistory', 'run', 'be a run that descend or steps returned', run);
  }
  const { learningRate } = settings;
  const first = history.at(0).step;
  const rateAt = (step: number): number =>
    typeof learningRate === 'number' ? learningRate : learningRate(Math.max(first, step - 1));
  return Array.from(history, ({ step, w, cost }) => {
    const weights = typeof w === 'number' ? fixed(w, 6) : `[${Array.from(w, (v) => fixed(v, 6)).join(', ')}]`;
    return `lr=${shortest(rateAt(step))}\t w(${step}): ${weights}\t cost: ${fixed(cost, 6)}`;
  }).join('\n');
}
