import { assertAtLeast, assertFinite, assertFlag, assertOptions } from '../internal/assert.ts';
import type { Rule } from '../types.ts';

/** What {@link momentum} remembers: the velocity [d], empty before the first update. */
export interface MomentumState {
  velocity: number[];
}

/**
 * Momentum, in PyTorch's convention: with g the batch's gradient,
 *
 * - velocity ← g at the first update, and momentum · velocity + (1 − dampening) · g at each later one, or g again where
 * momentum is 0;
 * - deltaW = learningRate · velocity, or with `nesterov` learningRate · (g + momentum · velocity).
 *
 * The learning rate stands outside the velocity, and dampening spares the first update: both as in `torch.optim.SGD`.
 * Source: its documentation, and I. Sutskever et al., On the importance of initialization and momentum in deep learning,
 * ICML (2013).
 *
 * @param options - `momentum`, a finite number of at least 0, usually 0.9; `dampening`, finite, 0 where it is left out;
 * `nesterov`, false where it is left out
 * @returns a rule for `descend` and `steps`
 * @throws RangeError where a number is out of its range, or nesterov is asked for without momentum or with dampening
 * @throws TypeError where an option is of the wrong kind
 * @example
 * ```ts
 * import { descend, momentum } from 'gradus';
 * const rule = momentum({ momentum: 0.5 });
 * const run = descend({ x: [1], t: [2], w: 0, learningRate: 0.25, epochs: 2, rule });
 * console.log([...run.history.w.data]); // [ 0, 1, 2 ]
 * ```
 */
export function momentum(options: {
  momentum: number;
  dampening?: number | undefined;
  nesterov?: boolean | undefined;
}): Rule<MomentumState> {
  assertOptions('momentum', options, ['momentum', 'dampening', 'nesterov']);
  const { momentum, dampening = 0, nesterov = false } = options;
  assertAtLeast('momentum', 'momentum', momentum, 0);
  assertFinite('momentum', 'dampening', dampening);
  assertFlag('momentum', 'nesterov', nesterov);
  if (nesterov && (momentum === 0 || dampening !== 0)) {
    throw new RangeError(
      `momentum: nesterov must have a momentum above 0 and a dampening of 0, got ${momentum} and ${dampening}`,
    );
  }
  return {
    name: 'momentum',
    init: () => ({ velocity: [] }),
    update(deltaW, gradient, learningRate, state) {
      const { velocity } = state;
      const isFirst = velocity.length === 0;
      for (let j = 0; j < deltaW.length; j++) {
        const g = gradient[j];
        velocity[j] = isFirst || momentum === 0 ? g : momentum * velocity[j] + (1 - dampening) * g;
        deltaW[j] = learningRate * (nesterov ? g + momentum * velocity[j] : velocity[j]);
      }
    },
  };
}
