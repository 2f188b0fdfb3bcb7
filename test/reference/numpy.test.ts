import { describe, expect, test } from 'vitest';
import {
  cost,
  type Descent,
  deltaW,
  descend,
  fullBatch,
  gradient,
  linearRegression,
  miniBatch,
  nn,
  perSample,
  type Reduction,
} from '../../src/index.ts';
import { float64 } from '../../src/internal/float64.ts';
import { hashed, inputs, line } from '../support/hashed.ts';
import { lectureLog } from '../support/lecture-log.ts';
import { t, x } from '../support/points.ts';
import large from './numpy/large.json' with { type: 'json' };
import numbers from './numpy/numbers.json' with { type: 'json' };

// every comparison here is to the bit: the same operations in the same order round the same way

function columns({ history }: Descent): { w: number[]; cost: number[] } {
  return { w: [...history.w.data], cost: [...history.cost.data] };
}

describe("the lecture's script", () => {
  const settings = { x, t, w: 0.1, learningRate: 0.05 };

  test.each([
    ['fullBatch', fullBatch(), 30],
    ['perSample', perSample(), 3],
    ['miniBatch5', miniBatch(5), 3],
    ['miniBatch6', miniBatch(6), 3],
  ] as const)('%s', (name, strategy, epochs) => {
    expect(columns(descend({ ...settings, strategy, epochs }))).toEqual(numbers.lecture[name]);
  });

  test('its printed log', () => {
    const { history } = descend({ ...settings, epochs: 3 });
    expect(lectureLog(history, 0.05)).toEqual(numbers.lecture.log);
  });
});

describe("sums in NumPy's order", () => {
  test.each([...numbers.primitives, ...large.primitives])(
    'over $n samples',
    ({ n, cost: costs, deltaW: step }) => {
      const { x, t } = line(n);
      expect(cost(nn(x, 1.3), t)).toBe(costs);
      expect(deltaW(1.3, x, t, 0.01)).toBe(step);
    },
  );
});

describe('many weights', () => {
  test.each(numbers.many)('[$n, $d]', (expected) => {
    const { n, d } = expected;
    const x = inputs(n, d);
    const y = nn(
      x,
      hashed(d, 0).map((_, j) => 1 + j / 2),
    );
    const noise = hashed(n, 4);
    const t = y.data.map((value, i) => value + 0.2 * (noise[i] - 0.5));
    const w = hashed(d, 5);
    expect([...nn(x, w).data.slice(0, 5)]).toEqual(expected.nn);
    expect(cost(nn(x, w), t)).toBe(expected.cost);
    expect([...gradient(w, x, t).data.slice(-d)]).toEqual(expected.gradient);
    expect([...deltaW(w, x, t, 0.01).data]).toEqual(expected.deltaW);
  });

  test.each(['50', '1', '8'] as const)('a run in batches of %s', (size) => {
    const x = inputs(50, 3);
    const noise = hashed(50, 4);
    const t = nn(x, [1, 1.5, 2]).data.map((value, i) => value + 0.2 * (noise[i] - 0.5));
    const run = descend({
      x,
      t,
      w: [0, 0, 0],
      learningRate: 0.005,
      epochs: 4,
      strategy: miniBatch(Number(size)),
    });
    const expected = numbers.runsMany[size];
    expect(columns(run)).toEqual({ w: expected.w.flat(), cost: expected.cost });
  });
});

describe('the four reductions', () => {
  test.each(numbers.reductions)('over $n samples', ({ n, ...expected }) => {
    const { x, t } = line(n);
    for (const [reduction, { cost, gradient }] of Object.entries(expected)) {
      const model = linearRegression({ reduction: reduction as Reduction });
      expect(model.cost(model.nn(x, 1.3), t)).toBe(cost);
      expect([...model.gradient(1.3, float64(x), t).data]).toEqual(gradient);
    }
  });
});
