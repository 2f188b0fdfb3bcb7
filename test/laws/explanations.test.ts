import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Descent,
  descend,
  explain,
  leastSquares,
  type Model,
  makeRegression,
  type Strategy,
  seededRandom,
} from '../../src/index.ts';
import { each, models, steady } from '../support/implementations.ts';

const problem = fc.record({
  samples: fc.integer({ min: 3, max: 20 }),
  seed: fc.nat(),
  noise: fc.constantFrom(0, 1e-3, 0.2, 3),
  w: fc.double({ min: -3, max: 3, noNaN: true }),
  // of the limit of full batch
  share: fc.double({ min: -2.5, max: 0.5, noNaN: true }).map((power) => 10 ** power),
  epochs: fc.integer({ min: 1, max: 20 }),
});

type Problem = { samples: number; seed: number; noise: number; w: number; share: number; epochs: number };

/** A run of so many epochs of the problem, from its w or from another. */
function runOf(
  model: Model,
  strategy: Strategy,
  { samples, seed, noise, w, share }: Problem,
): (epochs: number, from?: number) => Descent<number> {
  const { x, t } = makeRegression({ samples, w: 2, noise, random: seededRandom(seed) });
  const curvature = model.curvature as (n: number) => number;
  const limit = (2 * leastSquares<number>(x, t).maxLearningRate) / curvature(samples);
  const settings = { x, t, model, strategy, learningRate: share * limit, record: 'epoch' } as const;
  return (epochs, from = w) => descend({ ...settings, w: from, epochs });
}

describe.each(each(models))('what is said of a run with %s', (_, model) => {
  test.each(steady)('and %s comes true', (_, strategy) => {
    fc.assert(
      fc.property(problem, (given) => {
        const run = runOf(model, strategy, given);
        const { code, numbers, message } = explain(run(given.epochs));
        expect(message).not.toMatch(/NaN|Infinity|undefined/);
        const away = (w: number, from: unknown): number => Math.abs(w - (from as number));
        if ('epochsToGo' in numbers && numbers.epochsToGo < 2000) {
          const { epochsToGo, closeness, fixedPoint } = numbers;
          // the distances themselves are rounded
          const end = run(given.epochs + epochsToGo).w;
          expect(away(end, fixedPoint)).toBeLessThanOrEqual(1.02 * closeness);
          if (epochsToGo > 1 && closeness === 1e-6) {
            expect(away(run(given.epochs + epochsToGo - 1).w, fixedPoint)).toBeGreaterThan(0.98 * closeness);
          }
        }
        if (code === 'hovering') {
          const { fixedPoint, lowest, highest } = numbers;
          expect(away(run(1, fixedPoint).w, fixedPoint)).toBeLessThanOrEqual(
            1e-12 * (1 + Math.abs(fixedPoint as number)),
          );
          expect([lowest <= (fixedPoint as number), (fixedPoint as number) <= highest]).toEqual([true, true]);
        }
        if (code === 'diverging' && Math.abs(numbers.factor) > 1.2) {
          const later = run(given.epochs + 40);
          expect(later.status === 'diverged' || later.cost > run(given.epochs).cost).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });
});
