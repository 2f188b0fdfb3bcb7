import type { Rule } from '../types.ts';

const rule: Rule<Record<string, never>> = Object.freeze({
  name: 'gradientDescent',
  init: () => ({}),
  update(deltaW: Float64Array, gradient: Readonly<Float64Array>, learningRate: number): void {
    for (let j = 0; j < deltaW.length; j++) deltaW[j] = learningRate * gradient[j];
  },
});

/**
 * The lecture's rule: deltaW = learningRate · gradient. It remembers nothing.
 *
 * @returns the rule, for `descend` and `steps`; always the same one, by which a run knows that it may name the limit of
 * the learning rate
 * @example
 * ```ts
 * import { descend, gradientDescent } from 'gradus';
 * const run = descend({ x: [1, 2], t: [2, 4], w: 0, learningRate: 0.05, epochs: 1, rule: gradientDescent() });
 * console.log(run.w); // 1
 * ```
 */
export function gradientDescent(): Rule<Record<string, never>> {
  return rule;
}
