// What a model offers beside its three functions changes speed, and nothing else.
import fc from 'fast-check';
import ndarray from 'ndarray';
import { describe, expect, test } from 'vitest';
import {
  type Descent,
  type DescentOptions,
  deltaW,
  descend,
  type Float64NdArray,
  gradient,
  linearRegression,
  type Model,
  makeRegression,
  miniBatch,
  perSample,
  seededRandom,
  steps,
  withBias,
} from '../../src/index.ts';
import { float64 } from '../../src/internal/float64.ts';
import { sumRows } from '../../src/internal/sums.ts';
import { each, models, rules } from '../support/implementations.ts';
import { viewOf } from '../support/views.ts';

/** The model by its three functions alone. */
const bare = ({ nn, cost, gradient }: Model): Model => ({ nn, cost, gradient });

const data = fc
  .record({ samples: fc.integer({ min: 2, max: 400 }), seed: fc.nat(), noise: fc.constantFrom(0, 0.1, 10) })
  .map(({ seed, ...options }) => ({
    ...makeRegression({ ...options, w: 2, random: seededRandom(seed) }),
    seed,
  }));

/** The same values, every second of an array read backwards. */
function backwards({ data }: Float64NdArray): Float64NdArray {
  const store = new Float64Array(2 * data.length);
  data.forEach((value, i) => {
    store[2 * (data.length - 1 - i)] = value;
  });
  return ndarray(store, [data.length], [-2], 2 * (data.length - 1));
}

function all({ history, status, reason, state }: Descent): unknown {
  return {
    status,
    reason,
    state,
    w: [...history.w.data],
    cost: [...history.cost.data],
    entries: [...history],
  };
}

/** The same run, one update at a time. */
function stepwise(options: DescentOptions<number>): Descent<number> {
  const traces = steps(options as never);
  for (;;) {
    const { done, value } = traces.next();
    if (done === true) return value as Descent<number>;
  }
}

describe('accumulate', () => {
  test.each(each(models))(
    '%s: adds the sum of the rows of gradient, to the bit, of any views',
    (_, model) => {
      const cases = fc
        .record({ n: fc.integer({ min: 1, max: 300 }), d: fc.constantFrom(undefined, 1, 2, 9) })
        .chain(({ n, d }) =>
          fc.record({
            x: viewOf(d === undefined ? [n] : [n, d]).filter(({ data }) => data instanceof Float64Array),
            t: viewOf([n]).filter(({ data }) => data instanceof Float64Array),
            w: fc.array(fc.double({ min: -9, max: 9, noNaN: true }), {
              minLength: d ?? 1,
              maxLength: d ?? 1,
            }),
            cuts: fc.tuple(fc.nat(n - 1), fc.nat(n - 1)),
          }),
        );
      fc.assert(
        fc.property(cases, ({ x, t, w, cuts }) => {
          const [from, to] = [Math.min(...cuts), Math.max(...cuts) + 1];
          const isVector = x.shape.length === 1;
          const weights = isVector ? w[0] : float64(Float64Array.from(w));
          const batch = (view: Float64NdArray): Float64NdArray =>
            view.lo(from).hi(to - from) as Float64NdArray;
          const rows = model.gradient(weights, batch(x as Float64NdArray), batch(t as Float64NdArray));
          const sum = new Float64Array(w.length);
          model.accumulate?.(sum, Float64Array.from(w), x as Float64NdArray, t as Float64NdArray, from, to);
          expect(sum).toEqual(sumRows(rows as Float64NdArray));
        }),
      );
    },
  );

  test('deltaW is the learning rate times the sum of the rows, of any views and number types', () => {
    const cases = fc
      .record({ n: fc.integer({ min: 0, max: 300 }), d: fc.constantFrom(1, 3) })
      .chain(({ n, d }) => fc.record({ x: viewOf([n, d]), t: viewOf([n]), w: viewOf([d]) }));
    fc.assert(
      fc.property(cases, ({ x, t, w }) => {
        const rows = sumRows(gradient(w, x, t));
        expect(deltaW(w, x, t, 0.1).data).toEqual(rows.map((sum) => 0.1 * sum));
      }),
    );
  });
});

describe('samples in one go', () => {
  const cases = fc.record({
    data,
    w: fc.constantFrom(0, -0, 0.1, -3, 1e100),
    learningRate: fc.constantFrom(0, 0.001, 0.1, 0.9, 5),
    epochs: fc.integer({ min: 1, max: 3 }),
    shuffle: fc.boolean(),
    isView: fc.boolean(),
  });

  test('are to the bit the updates one at a time, to whatever end', () => {
    const ends = new Set<string>();
    fc.assert(
      fc.property(cases, ({ data: { x, t, seed }, shuffle, isView, ...settings }) => {
        const options = (): DescentOptions<number> => ({
          ...settings,
          x: isView ? backwards(x) : x,
          t: isView ? backwards(t) : t,
          strategy: perSample({ shuffle }),
          random: seededRandom(seed),
        });
        const run = descend(options());
        ends.add(run.status);
        expect(all(run)).toEqual(all(stepwise(options())));
      }),
      { numRuns: 150 },
    );
    expect([...ends].sort()).toEqual(['completed', 'diverged']);
  });

  test('of more updates than one block of the history holds', () => {
    const { x, t } = makeRegression({ samples: 70_000, w: 2, noise: 0.1, random: seededRandom(1) });
    const options: DescentOptions<number> = {
      x,
      t,
      w: 0,
      learningRate: 0.001,
      epochs: 2,
      strategy: perSample(),
    };
    const [run, slow] = [descend(options), stepwise(options)];
    expect(run.history.length).toBe(140_001);
    expect(run.history.w).toEqual(slow.history.w);
    expect(run.history.cost).toEqual(slow.history.cost);
    expect(run.history.step).toEqual(slow.history.step);
    expect(run.history.epoch).toEqual(slow.history.epoch);
    expect([69_999, 70_000, 70_001, 140_000].map((k) => run.history.at(k).epoch)).toEqual([0, 1, 1, 2]);
  });
});

describe.each(each(models))('%s without capabilities', (_, model) => {
  test.each(each(rules))(
    'gives the same weights to the bit, and the same costs but for rounding: %s',
    (_, rule) => {
      fc.assert(
        fc.property(data, fc.constantFrom(1, 7, 400), fc.boolean(), ({ x, t, seed }, size, shuffle) => {
          const settings = { learningRate: 0.001, epochs: 2, rule, strategy: miniBatch(size, { shuffle }) };
          const divisor = model.cost(float64(Float64Array.of(0)), float64(Float64Array.of(1)));
          const size2 = Math.sqrt(t.data.reduce((sum, value) => sum + value * value, 0) * divisor);
          for (const [inputs, w] of [
            [x, 0.1],
            [withBias(x), [0, 0.1]],
          ] as [Float64NdArray, number][]) {
            const run = (model: Model): Descent<number> =>
              descend({ ...settings, x: inputs, t, w, model, random: seededRandom(seed) });
            const [fast, slow] = [run(model), run(bare(model))];
            expect(fast.history.w).toEqual(slow.history.w);
            expect(fast.state).toEqual(slow.state);
            for (let k = 0; k < fast.history.length; k += 1 + Math.floor(k / 3)) {
              const [q, d] = [fast.history.at(k).cost, slow.history.at(k).cost].map(Math.sqrt);
              // each is as exact as leastSquares says: 5e-14 of itself, and roundings of the targets' size
              expect(Math.abs(q - d)).toBeLessThanOrEqual(1e-13 * d + 8 * 2 ** -53 * size2);
            }
          }
        }),
        { numRuns: 15 },
      );
    },
  );
});

test('a run that leaves at the last sample of an epoch ends where it stood before', () => {
  const x = [1, 2, 3, 4, 1e60];
  const settings = { x, t: [1, 2, 3, 4, 0], w: 0, learningRate: 0.01, epochs: 1, strategy: perSample() };
  const run = descend(settings);
  expect(run.status).toBe('diverged');
  expect([run.state.step, run.state.w]).toEqual([4, run.history.at(-1).w]);
  expect(all(run)).toEqual(all(stepwise(settings)));
});

test('traces are of the data as they were', () => {
  const [x, t] = [Float64Array.of(1, 2), Float64Array.of(2, 4)];
  const settings = { x, t, w: 0, learningRate: 0.05, epochs: 2 };
  const expected = descend(settings).w;
  const traces = steps(settings);
  traces.next();
  x.fill(7);
  t.fill(9);
  const { value } = traces.next();
  expect((value as { wAfter: number }).wAfter).toBe(expected);
});

test('data are looked at one by one where the cost of a model need not tell', () => {
  const model: Model = {
    ...bare(linearRegression()),
    nn: (x) => x,
    accumulate: () => undefined,
    summarize: () => ({ cost: () => 1 }),
  };
  const settings = { w: 0, learningRate: 0.1, epochs: 1, model };
  expect(() => descend({ ...settings, x: [1, Number.NaN], t: [1, 2] })).toThrow(
    'descend: x must hold finite numbers, got NaN at index 1',
  );
  const summarize = (() => 7) as never;
  expect(() => descend({ ...settings, x: [1], t: [1], model: { ...model, summarize } })).toThrow(
    'descend: the result of model.summarize must have a function cost, got 7',
  );
});

test("so are those of a model with the library's network and a cost of its own", () => {
  const { nn, gradient, accumulate } = linearRegression();
  const model: Model = { nn, gradient, accumulate, cost: () => 1, summarize: () => ({ cost: () => 1 }) };
  expect(() =>
    descend({ x: [1, 2, 3], t: [1, Number.NaN, 3], w: 0, learningRate: 0.1, epochs: 1, model }),
  ).toThrow('descend: t must hold finite numbers, got NaN at index 1');
});

test('weights that leave the finite numbers under a cost that does not are noticed in one go as well', () => {
  const { nn, gradient, accumulate, descendSamples } = linearRegression();
  const model: Model = {
    ...{ nn, gradient, accumulate, descendSamples },
    cost: () => 1,
    summarize: () => ({ cost: () => 1 }),
  };
  const [x, t] = [Array(8).fill(1), Array(8).fill(0)];
  const settings = { x, t, w: 1e100, learningRate: 1e100, epochs: 1, model, strategy: perSample() };
  const run = descend(settings);
  expect(run.status).toBe('diverged');
  expect(all(run)).toEqual(all(stepwise(settings)));
});

test('options may be inherited, for steps as for descend', () => {
  class Options {
    readonly x = [1, 2];
    readonly t = [2, 5];
    readonly w = 0;
    readonly learningRate = 0.05;
    readonly epochs = 2;
    get model(): Model {
      return linearRegression({ reduction: 'mean' });
    }
  }
  expect(stepwise(new Options()).w).toBe(descend(new Options()).w);
});

test('a run that onEntry would stop where it has converged has converged', () => {
  const settings = { x: [1, 2, 3], t: [2, 4, 7], learningRate: 0.01, tolerance: 0.05 };
  const whole = descend({ ...settings, w: 0, epochs: 100 });
  const end = whole.history.at(-1).step;
  const run = descend({ ...settings, w: 0, epochs: 100, onEntry: ({ step }) => step < end });
  expect([whole.status, run.status]).toEqual(['converged', 'converged']);
});

test('nothing can be assigned to a model that has capabilities', () => {
  expect(() => Object.assign(linearRegression(), { cost: () => 7 })).toThrow(TypeError);
});

test('a model spread from another is by its own three functions', () => {
  const { x, t } = makeRegression({ samples: 30, w: 2, noise: 0.1, random: seededRandom(1) });
  const still: Model = {
    ...linearRegression(),
    gradient: (_, x) => float64(new Float64Array(x.shape[0])),
  };
  expect(descend({ x, t, w: 1, learningRate: 0.1, epochs: 3, model: still }).w).toBe(1);
  const flat: Model = { ...linearRegression(), cost: () => 7 };
  expect(descend({ x, t, w: 1, learningRate: 0.01, epochs: 3, model: flat }).cost).toBe(7);
});
