import { expect, test } from 'vitest';
import { momentum } from '../../src/index.ts';

/** The steps that a rule makes of a gradient of 1, then 2, then 4, at learning rate 0.5. */
function stepsOf(options: Parameters<typeof momentum>[0]): number[] {
  const rule = momentum(options);
  const state = rule.init(1);
  return [1, 2, 4].map((gradient) => {
    const deltaW = new Float64Array(1);
    rule.update(deltaW, Float64Array.of(gradient), 0.5, state);
    return deltaW[0];
  });
}

test.each([
  // by hand: velocities 1, 0.5 · 1 + 2 = 2.5, 0.5 · 2.5 + 4 = 5.25
  [{ momentum: 0.5 }, [0.5, 1.25, 2.625]],
  // 1, 0.5 + 0.75 · 2 = 2, 1 + 0.75 · 4 = 4: the first update is not dampened
  [{ momentum: 0.5, dampening: 0.25 }, [0.5, 1, 2]],
  // g + 0.5 · velocity: 1.5, 2 + 1.25, 4 + 2.625
  [{ momentum: 0.5, nesterov: true }, [0.75, 1.625, 3.3125]],
  // without momentum there is no velocity to dampen
  [{ momentum: 0, dampening: 0.5 }, [0.5, 1, 2]],
])('%j', (options, steps) => {
  expect(stepsOf(options)).toEqual(steps);
});
