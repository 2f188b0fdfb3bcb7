import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  cost,
  type Descent,
  type DescentState,
  deltaW,
  descend,
  fullBatch,
  linearRegression,
  makeRegression,
  miniBatch,
  nn,
  permutation,
  perSample,
  type RandomSource,
  type Strategy,
  seededRandom,
  steps,
  withBias,
} from '../../src/index.ts';
import { each, models, rules, sources, strategies } from '../support/implementations.ts';
import { t, x } from '../support/points.ts';

const through = <T>(value: T): T => JSON.parse(JSON.stringify(value));

const data = fc
  .record({
    samples: fc.integer({ min: 4, max: 30 }),
    seed: fc.nat(),
    noise: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ samples, seed, noise }) => ({
    ...makeRegression({ samples, w: 2, noise, random: seededRandom(seed) }),
    seed,
  }));

/** The (w, cost) of a run. */
const path = ({ history }: Descent): [unknown, number][] => Array.from(history, ({ w, cost }) => [w, cost]);

describe('descend is the loop that one would write by hand over deltaW and cost', () => {
  const learningRate = 0.01;

  function byHand(x: Float64Array, t: Float64Array, batches: number[][]): [number, number][] {
    let w = 0.1;
    const history: [number, number][] = [[w, cost(nn(x, w), t)]];
    for (const batch of batches) {
      const [xb, tb] = [x, t].map((values) => batch.map((i) => values[i]));
      w = w - deltaW(w, xb, tb, learningRate);
      history.push([w, cost(nn(x, w), t)]);
    }
    return history;
  }

  const cut = (order: number[], size: number): number[][] =>
    Array.from({ length: Math.ceil(order.length / size) }, (_, k) => order.slice(k * size, (k + 1) * size));

  test('for any batch size, in order and shuffled', () => {
    fc.assert(
      fc.property(data, fc.integer({ min: 1, max: 40 }), fc.boolean(), ({ x, t, seed }, size, shuffle) => {
        const n = t.shape[0];
        const random = seededRandom(seed);
        const order = (): number[] => (shuffle ? [...permutation(n, random)] : [...Array(n).keys()]);
        const batches = [order(), order(), order()].flatMap((indices) => cut(indices, size));
        const run = descend({
          ...{ x, t, w: 0.1, learningRate, epochs: 3 },
          strategy: miniBatch(size, { shuffle }),
          random: seededRandom(seed),
        });
        expect(path(run)).toEqual(byHand(x.data, t.data, batches));
      }),
    );
  });

  test('for many weights', () => {
    fc.assert(
      fc.property(data, fc.integer({ min: 1, max: 40 }), ({ x, t }, size) => {
        const inputs = withBias(x);
        const run = descend({ x: inputs, t, w: [0, 0], learningRate, epochs: 2, strategy: miniBatch(size) });
        const rows = Array.from(x.data, (value) => [1, value]);
        let w = [0, 0];
        const expected: [Float64Array, number][] = [[Float64Array.from(w), cost(nn(inputs, w), t)]];
        for (const batch of [...cut([...rows.keys()], size), ...cut([...rows.keys()], size)]) {
          const step = deltaW(
            w,
            batch.map((i) => rows[i]),
            batch.map((i) => t.get(i)),
            learningRate,
          );
          w = w.map((weight, j) => weight - step.get(j));
          expected.push([Float64Array.from(w), cost(nn(inputs, w), t)]);
        }
        expect(path(run)).toEqual(expected);
      }),
    );
  });

  test('miniBatch(n) is fullBatch(), and miniBatch(1) is perSample()', () => {
    fc.assert(
      fc.property(data, fc.constantFrom(...each(rules)), ({ x, t }, [, rule]) => {
        const settings = { x, t, w: 0.1, learningRate, epochs: 3, rule };
        const n = t.shape[0];
        expect(path(descend({ ...settings, strategy: miniBatch(n) }))).toEqual(path(descend(settings)));
        expect(path(descend({ ...settings, strategy: miniBatch(1) }))).toEqual(
          path(descend({ ...settings, strategy: perSample() })),
        );
      }),
    );
  });
});

const combinations = each(strategies).flatMap(([strategyName, strategy]) =>
  each(rules).map(([ruleName, rule]) => ({ name: `${strategyName}, ${ruleName}`, strategy, rule })),
);

describe.each(combinations)('$name', ({ strategy, rule }) => {
  const settings = { x, t, learningRate: 0.004, strategy, rule };

  test.each(Object.entries(sources))('30 epochs are 10, the state through JSON, then 20: %s', (_, source) => {
    for (const [, model] of each(models)) {
      const whole = descend({ ...settings, model, w: 0.1, epochs: 30, random: source.make(7) });
      const first = descend({ ...settings, model, w: 0.1, epochs: 10, random: source.make(7) });
      const from: DescentState<number> = through(first.state);
      const random = source.fromState(from.random);
      const second = descend({ ...settings, model, from, epochs: 20, random });
      expect(second.history.at(0)).toEqual(first.history.at(-1));
      expect([...first.history, ...[...second.history].slice(1)]).toEqual([...whole.history]);
      expect(second.state).toEqual(whole.state);
    }
  });

  test('a run stopped within an epoch goes on to the bit', () => {
    const whole = descend({ ...settings, w: 0.1, epochs: 4, random: seededRandom(7) });
    for (const stop of [0, 1, 3, 4, 5, 8, 11].filter((step) => step < whole.history.length)) {
      const onEntry = ({ step }: { step: number }): boolean => step !== stop;
      const first = descend({ ...settings, w: 0.1, epochs: 4, random: seededRandom(7), onEntry });
      const from: DescentState<number> = through(first.state);
      const random = seededRandom.fromState(from.random);
      const second = descend({ ...settings, from, epochs: 4 - from.epoch, random });
      expect(first.status).toBe('stopped');
      // stopped again before it has made an update, it still stands where it stood
      const halted = descend({
        ...settings,
        from,
        epochs: 1,
        random: seededRandom.fromState(from.random),
        onEntry: () => false,
      });
      expect(halted.state).toEqual(first.state);
      expect([...first.history, ...[...second.history].slice(1)]).toEqual([...whole.history]);
      expect(second.state).toEqual(whole.state);
    }
  });

  test('each cost is the cost of its w over all the data, and recording draws no random number', () => {
    for (const [, model] of each(models)) {
      let draws = 0;
      const draw = seededRandom(3);
      const counting: RandomSource = () => {
        draws += 1;
        return draw();
      };
      const counts = (['update', 'epoch', 3] as const).map((record) => {
        draws = 0;
        const { history } = descend({ ...settings, model, w: 0.1, epochs: 3, random: counting, record });
        for (const entry of history)
          expect(entry.cost).toBe(model.cost(model.nn(x as never, entry.w), t as never));
        return draws;
      });
      expect(new Set(counts).size).toBe(1);
    }
  });

  test('a sparser record is part of the full one', () => {
    const run = (record: 'update' | 'epoch' | number) =>
      descend({ ...settings, w: 0.1, epochs: 5, random: seededRandom(3), record });
    const all = [...run('update').history];
    const last = all.length - 1;
    for (const k of [1, 2, 3, 7, 1000]) {
      expect([...run(k).history]).toEqual(all.filter(({ step }) => step % k === 0 || step === last));
    }
    const ends = all.filter(({ epoch }, i) => i === 0 || epoch !== all[i - 1].epoch);
    expect([...run('epoch').history]).toEqual(ends);
    expect(ends).toHaveLength(6);
  });

  test('steps makes the same run, and its traces give the history', () => {
    const options = { ...settings, w: 0.1, epochs: 3 };
    const run = descend({ ...options, random: seededRandom(3) });
    const walk = steps({ ...options, random: seededRandom(3) });
    let w = 0.1;
    let made = 0;
    let result = walk.next();
    for (; !result.done; result = walk.next()) {
      const trace = result.value;
      made += 1;
      expect(trace.wBefore).toBe(w);
      expect(trace.costBefore).toBe(run.history.at(made - 1).cost);
      expect([...trace.x.data]).toEqual(trace.indices.map((i) => x[i]));
      expect([...trace.t.data]).toEqual(trace.indices.map((i) => t[i]));
      expect([...trace.y.data]).toEqual([...nn(trace.x, w).data]);
      expect([...trace.residual.data]).toEqual(trace.indices.map((i) => x[i] * w - t[i]));
      const rows = [...trace.gradient.data];
      expect(rows).toEqual(trace.indices.map((i) => 2 * x[i] * (x[i] * w - t[i])));
      expect(trace.gradientSum).toBe(deltaW(w, trace.x, trace.t, 1));
      expect(trace.learningRate).toBe(0.004);
      w = w - trace.deltaW;
      expect({ step: trace.step, epoch: trace.epoch, w: trace.wAfter, cost: trace.cost }).toEqual(
        run.history.at(made),
      );
      expect(trace.wAfter).toBe(w);
    }
    expect(made).toBe(run.history.length - 1);
    expect(JSON.stringify(result.value)).toBe(JSON.stringify(run));
  });
});

describe.each(each(strategies))('an epoch of %s', (name, strategy: Strategy) => {
  test('visits each sample once, but for a dropped last batch', () => {
    fc.assert(
      fc.property(fc.integer({ min: 4, max: 60 }), fc.nat(), (n, seed) => {
        const { order, size, dropLast } = strategy.epoch(n, seededRandom(seed));
        const visited = Array.from(order ?? Array(n).keys());
        expect([...visited].sort((a, b) => a - b)).toEqual([...Array(n).keys()]);
        expect(size).toBeGreaterThanOrEqual(1);
        expect(dropLast ?? false).toBe(name === 'miniBatch 4');
      }),
    );
  });

  test('depends on nothing but n and the source', () => {
    const epoch = () => strategy.epoch(20, seededRandom(5));
    expect(epoch()).toEqual(epoch());
  });
});

describe.each(each(rules))('%s', (_, rule) => {
  test('fills deltaW, leaves the gradient alone and remembers in plain JSON', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ noNaN: true, min: -1e3, max: 1e3 }), { minLength: 1, maxLength: 5 }),
        (values) => {
          const gradient = Float64Array.from(values);
          let state = rule.init(values.length);
          const direct = rule.init(values.length);
          for (let k = 0; k < 3; k++) {
            const [a, b] = [
              new Float64Array(values.length).fill(Number.NaN),
              new Float64Array(values.length),
            ];
            rule.update(a, gradient, 0.1, state);
            rule.update(b, gradient, 0.1, direct);
            state = through(state);
            expect(a.map((value) => value + 0)).toEqual(b.map((value) => value + 0));
            expect([...gradient]).toEqual(values);
          }
        },
      ),
    );
  });

  test('two runs of one rule do not meet', () => {
    const run = () => path(descend({ x, t, w: 0.1, learningRate: 0.01, epochs: 5, rule }));
    expect(run()).toEqual(run());
  });
});

describe.each(each(models))('%s', (_, model) => {
  test('the rows sum to the gradient of the cost', () => {
    fc.assert(
      fc.property(data, fc.integer({ min: -40, max: 40 }), ({ x, t }, w) => {
        // the cost is a quadratic in w: its central difference is its derivative, but for rounding
        const at = (w: number): number => model.cost(model.nn(x, w), t);
        const difference = (at(w + 1) - at(w - 1)) / 2;
        const rows = model.gradient(w, x, t).data as Float64Array;
        const sum = rows.reduce((total, row) => total + row, 0);
        // each cost rounds at most n + 3 times, n at most 30, and the difference keeps the size of the costs
        expect(Math.abs(sum - difference)).toBeLessThanOrEqual(
          66 * 2 ** -53 * (at(w + 1) + at(w - 1)) + 1e-15,
        );
      }),
    );
  });

  test('the curvature is the second difference of the cost over Σx²', () => {
    fc.assert(
      fc.property(data, ({ x, t }) => {
        const at = (w: number): number => model.cost(model.nn(x, w), t);
        const squares = x.data.reduce((sum, value) => sum + value * value, 0);
        const expected = (at(100) - 2 * at(0) + at(-100)) / 1e4 / squares;
        // costs of the size of 1e4 · Σx², rounded some 33 times each
        expect(model.curvature?.(t.shape[0])).toBeCloseTo(expected, 9);
      }),
    );
  });
});

test("the default model, strategy and rule are the lecture's", () => {
  const settings = { x, t, w: 0.1, learningRate: 0.05, epochs: 3 };
  const explicit = {
    model: linearRegression({ reduction: 'sum' }),
    strategy: fullBatch(),
    record: 'update' as const,
  };
  expect(path(descend(settings))).toEqual(path(descend({ ...settings, ...explicit })));
});

describe.each(each(rules))('traces with the rule %s', (_, rule) => {
  test.each(each(models))('of the model %s give the history to the bit', (_, model) => {
    for (const [, strategy] of each(strategies)) {
      const rows = x.map((value) => [1, value]);
      const options = { x: rows, t, w: [0.5, 0.1], learningRate: 0.003, epochs: 2, strategy, rule, model };
      const { history } = descend({ ...options, random: seededRandom(5) });
      const traces = [...steps({ ...options, random: seededRandom(5) })];
      const [{ wBefore, costBefore }] = traces;
      const replayed = [
        { step: 0, epoch: 0, w: wBefore, cost: costBefore },
        ...traces.map(({ step, epoch, wAfter: w, cost }) => ({ step, epoch, w, cost })),
      ];
      expect(replayed).toEqual([...history]);
      for (const { wBefore, deltaW, wAfter } of traces) {
        expect([...wAfter]).toEqual([...wBefore].map((w, j) => w - deltaW[j]));
      }
    }
  });
});
