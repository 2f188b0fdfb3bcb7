import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Descent,
  type DescentState,
  descend,
  type Entry,
  gradientDescent,
  linearRegression,
  type Model,
  miniBatch,
  momentum,
  nn,
  perSample,
  type Rule,
  type Strategy,
  seededRandom,
  steps,
  withBias,
} from '../../src/index.ts';
import { t, x } from '../support/points.ts';

const settings = { x, t, w: 0.1, learningRate: 0.05, epochs: 3 };
// Σx² in exact arithmetic over the printed decimals, rounded once: 1 / 0.14929857651730377
const limit = 0.14929857651730377;

describe('how a run ends', () => {
  test('completed', () => {
    const { status, reason, w, cost, history } = descend(settings);
    expect({ status, reason }).toEqual({ status: 'completed', reason: 'ran 3 of 3 epochs' });
    expect({ w, cost }).toEqual({ w: history.at(-1).w, cost: history.at(-1).cost });
  });

  test('no epochs: the start is the end', () => {
    const run = descend({ ...settings, epochs: 0 });
    expect([...run.history]).toEqual([{ step: 0, epoch: 0, w: 0.1, cost: run.cost }]);
    expect(run.status).toBe('completed');
  });

  test('converged, when no weight has moved more than the tolerance over an epoch', () => {
    const run = descend({ ...settings, epochs: 1000, tolerance: 1e-6 });
    const [before, end] = [run.history.at(-2).w, run.w];
    expect(run.status).toBe('converged');
    expect(run.reason).toBe(
      `over epoch ${run.state.epoch} no weight moved by more than the tolerance 0.000001`,
    );
    expect(Math.abs(end - before)).toBeLessThanOrEqual(1e-6);
    expect(Math.abs(before - run.history.at(-3).w)).toBeGreaterThan(1e-6);
  });

  test('a tolerance of 0 is met by standing still, and by nothing else', () => {
    const run = descend({ ...settings, epochs: 1000, tolerance: 0 });
    expect(run.status).toBe('converged');
    expect(run.history.at(-1).w).toBe(run.history.at(-2).w);
    expect(descend({ ...settings, learningRate: 0, tolerance: 0 }).history).toHaveLength(2);
  });

  test('of many weights, the one that moved most counts', () => {
    // the second input is 0 but for one sample: its weight moves slowly, and only it keeps the run going
    const inputs = [
      [1, 0],
      [1, 0.1],
    ];
    const run = descend({
      x: inputs,
      t: [1, 5],
      w: [3, 0],
      learningRate: 0.25,
      epochs: 10_000,
      tolerance: 1e-4,
    });
    const [a, b] = [run.history.at(-2).w, run.w];
    expect(run.status).toBe('converged');
    expect(Math.max(Math.abs(a[0] - b[0]), Math.abs(a[1] - b[1]))).toBeLessThanOrEqual(1e-4);
    expect(run.w[1]).toBeGreaterThan(35);
  });

  test('the tolerance is for a whole epoch, not for an update', () => {
    const still = { ...settings, strategy: perSample(), x: [0, 1], t: [0, 1], epochs: 1, tolerance: 1e-3 };
    expect(descend(still).status).toBe('completed');
  });

  test('a run stopped within an epoch still measures that whole epoch', () => {
    // after the first of two samples w stands still: only against the epoch's start has it moved
    const options = { ...settings, x: [1, 0], t: [2, 0], strategy: perSample(), epochs: 1, tolerance: 1e-3 };
    const first = descend({ ...options, onEntry: ({ step }) => step < 1 });
    expect(descend({ ...options, from: first.state }).status).toBe('completed');
  });

  test('stopped, when onEntry returns false', () => {
    const seen: Entry<number>[] = [];
    const onEntry = (entry: Entry<number>): boolean => {
      seen.push(entry);
      return entry.step < 7;
    };
    const run = descend({ ...settings, strategy: perSample(), onEntry });
    expect(run.status).toBe('stopped');
    expect(run.reason).toBe('onEntry returned false at step 7');
    expect(seen).toEqual([...run.history]);
    expect(run.state.step).toBe(7);
  });

  test('only false stops', () => {
    for (const answer of [undefined, null, 0, '', Number.NaN, true]) {
      expect(descend({ ...settings, onEntry: () => answer }).status).toBe('completed');
    }
    expect(descend({ ...settings, onEntry: () => false }).history).toHaveLength(1);
  });

  test('changing an entry changes nothing', () => {
    const onEntry = (entry: Entry<Float64Array>): void => {
      entry.w.fill(1e9);
      entry.cost = -1;
    };
    const options = { x: withBias(x), t, w: [0, 0], learningRate: 0.01, epochs: 3 };
    expect(JSON.stringify(descend({ ...options, onEntry }))).toBe(JSON.stringify(descend(options)));
  });

  test('an error in onEntry reaches the caller', () => {
    const onEntry = (): void => {
      throw new Error('mine');
    };
    expect(() => descend({ ...settings, onEntry })).toThrow('mine');
  });
});

describe('divergence', () => {
  const finite = ({ history }: Descent): void => {
    for (const column of [history.w, history.cost]) expect(column.data.every(Number.isFinite)).toBe(true);
  };

  test('full batch: the reason names the limit, above which it leaves and below which it holds', () => {
    const run = descend({ ...settings, learningRate: 0.2, epochs: 10_000 });
    expect(run.status).toBe('diverged');
    const step = run.state.step + 1;
    expect(run.reason).toBe(
      `the cost left the finite numbers at step ${step}; the limit of the learning rate is ${limit.toPrecision(6)} for full batch here, and ${(limit / 2).toPrecision(6)} holds`,
    );
    expect(run.history).toHaveLength(step);
    finite(run);
    expect(
      descend({ ...settings, learningRate: limit * 1.001, epochs: 400_000, record: 'epoch' }).status,
    ).toBe('diverged');
    expect(descend({ ...settings, learningRate: limit * 0.999, epochs: 20_000 }).cost).toBeLessThan(0.6);
    expect(descend({ ...settings, learningRate: limit / 2, epochs: 50 }).cost).toBeLessThan(0.59);
  });

  test('each reduction has its own limit', () => {
    const n = x.length;
    for (const [reduction, edge] of [
      ['sum', limit],
      ['mean', limit * n],
      ['half', limit * 2],
      ['half-mean', limit * 2 * n],
    ] as const) {
      const run = descend({
        ...settings,
        model: linearRegression({ reduction }),
        learningRate: 100,
        epochs: 1000,
      });
      expect(run.reason).toContain(
        `the limit of the learning rate is ${edge.toPrecision(6)} for full batch here`,
      );
    }
  });

  test('many weights: 2 over the largest eigenvalue of the Hessian', () => {
    // x = (1, 2), (3, 4): Σxxᵀ = [[10, 14], [14, 20]], whose larger eigenvalue is 15 + √221
    const options = {
      x: [
        [1, 2],
        [3, 4],
      ],
      t: [1, 2],
      w: [0, 0],
      epochs: 1000,
    };
    const edge = 1 / (15 + Math.sqrt(221));
    const run = descend({ ...options, learningRate: 1 });
    expect(run.reason).toContain(
      `is ${edge.toPrecision(6)} for full batch here, and ${(edge / 2).toPrecision(6)} holds`,
    );
    finite(run);
  });

  test('smaller batches: a bound from their largest sample, under which none diverges', () => {
    const edge = 1 / (5 * 0.95249883 ** 2);
    const run = descend({ ...settings, strategy: miniBatch(5), learningRate: 3, epochs: 1000 });
    expect(run.status).toBe('diverged');
    expect(run.reason).toContain(
      `below a learning rate of ${edge.toPrecision(6)} no batch of 5 can diverge here`,
    );
    // at half the bound each batch moves w towards its own minimizer and not past it, and that is a weighted mean of the
    // samples' own, t / x: so w stays between the smallest and the largest of these and its start
    const own = x.map((value, i) => t[i] / value);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), fc.nat(), (size, seed) => {
        const options = {
          strategy: miniBatch(size, { shuffle: true }),
          random: seededRandom(seed),
          epochs: 50,
        };
        const bound = 1 / (size * 0.95249883 ** 2);
        const path = descend({ ...settings, ...options, learningRate: bound / 2 }).history.w.data;
        expect(Math.min(...path)).toBeGreaterThanOrEqual(Math.min(0.1, ...own));
        expect(Math.max(...path)).toBeLessThanOrEqual(Math.max(...own));
        expect(descend({ ...settings, ...options, learningRate: bound * 0.999 }).status).toBe('completed');
      }),
      { numRuns: 30 },
    );
  });

  test.each<[string, { rule?: Rule; model?: Model; learningRate: number }]>([
    ['another rule', { rule: momentum({ momentum: 0.9 }), learningRate: 10 }],
    ['a rule of the same name', { rule: { ...gradientDescent() }, learningRate: 10 }],
    [
      'a model that does not say its curvature',
      { model: (({ nn, cost, gradient }) => ({ nn, cost, gradient }))(linearRegression()), learningRate: 10 },
    ],
  ])('elsewhere it claims nothing: %s', (_, options) => {
    const { status, reason } = descend({ ...settings, epochs: 10_000, ...options });
    expect(status).toBe('diverged');
    expect(reason).toMatch(/^(w|the cost|the gradient) left the finite numbers at step \d+$/);
  });

  test('nor where the learning rate is not to blame', () => {
    // within the limit, but a weight of this size has no finite gradient
    const model: Model = { ...linearRegression(), cost: () => 1 };
    const run = descend({ ...settings, x: [1e10], t: [0], w: 1e300, learningRate: 0, model });
    expect(run).toMatchObject({
      status: 'diverged',
      w: 1e300,
      reason: 'the gradient left the finite numbers at step 1',
    });
  });

  test('a step that overflows is divergence, not an error', () => {
    const rule: Rule = { name: 'leap', init: () => ({}), update: (deltaW) => deltaW.fill(-Infinity) };
    const run = descend({ ...settings, rule });
    expect(run).toMatchObject({ status: 'diverged', w: 0.1, reason: 'w left the finite numbers at step 1' });
  });

  test('a sparse record ends where the full one does: at the last w whose cost is finite', () => {
    const all = descend({ ...settings, learningRate: 0.2, epochs: 10_000 });
    const last = all.state.step;
    for (const record of [last - 1, last, last + 1, last + 2, 100_000]) {
      const run = descend({ ...settings, learningRate: 0.2, epochs: 10_000, record });
      finite(run);
      expect(run).toMatchObject({ status: 'diverged', reason: all.reason, w: all.w, state: all.state });
      expect(run.history.at(-1)).toEqual(all.history.at(-1));
    }
  });

  test('within an epoch that is not recorded, at the end of the epoch before', () => {
    const options = { ...settings, strategy: perSample(), learningRate: 4, epochs: 10_000 };
    const [all, sparse] = [descend(options), descend({ ...options, record: 'epoch' })];
    const { state } = sparse;
    finite(sparse);
    expect(state.step).toBe(state.epoch * 20);
    expect(sparse.w).toBe(all.history.at(state.step).w);
    expect(all.state.step - state.step).toBeLessThan(40);
    expect(all.state).toEqual({ ...all.state, step: all.history.length - 1 });
    expect('unfinished' in all.state).toBe(false);
  });

  test('a memory that overflows is divergence, not a rule that makes NaN', () => {
    const rule = momentum({ momentum: 1e10 });
    const run = descend({ x: [1], t: [0], w: 1, learningRate: 0, epochs: 3000, rule });
    expect(run).toMatchObject({ status: 'diverged', w: 1 });
  });

  test('in whatever order, all the samples are a full batch', () => {
    const options = { ...settings, learningRate: 1, epochs: 1000, random: seededRandom(1) };
    const shuffled = descend({ ...options, strategy: miniBatch(20, { shuffle: true }) });
    expect(shuffled.reason).toContain(`is ${limit.toPrecision(6)} for full batch here`);
    const again: Strategy = { name: 'twice', epoch: () => ({ order: Array(20).fill(0), size: 20 }) };
    expect(descend({ ...options, strategy: again }).reason).toContain('no batch of 20 can diverge here');
    const longer: Strategy = {
      name: 'longer',
      epoch: () => ({ order: [...x.keys(), ...x.keys()], size: 100 }),
    };
    expect(descend({ ...options, strategy: longer }).reason).toContain('no batch of 40 can diverge here');
  });

  test('many weights: the bound of small batches is by the longest sample, and so it is for full batch above 64', () => {
    const rows = [
      [1, 2],
      [3, 4],
      [0, 1],
    ];
    const run = descend({
      x: rows,
      t: [1, 2, 3],
      w: [0, 0],
      learningRate: 1,
      epochs: 1000,
      strategy: miniBatch(2),
    });
    // ‖(3, 4)‖² = 25, two samples in a batch: 2 / (2 · 2 · 25)
    expect(run.reason).toContain(
      'below a learning rate of 0.0200000 no batch of 2 can diverge here, and 0.0100000 holds',
    );
    const wide = [Array(65).fill(1), Array(65).fill(0)];
    const wideRun = descend({ x: wide, t: [1, 1], w: Array(65).fill(0), learningRate: 1, epochs: 1000 });
    expect(wideRun.reason).toContain(
      `below a learning rate of ${(1 / 130).toPrecision(6)} no batch of 2 can diverge here`,
    );
  });

  test('its state can be tried again', () => {
    const rule = momentum({ momentum: 0.9 });
    const run = descend({ ...settings, learningRate: 1, epochs: 10, rule, onEntry: undefined as never });
    expect(run.status).toBe('completed');
    const burst = descend({ ...settings, learningRate: 1, epochs: 1000, rule });
    expect(burst.state.rule).toEqual({ name: 'momentum', state: { velocity: [] } });
    const from: DescentState<number> = JSON.parse(JSON.stringify(burst.state));
    expect(descend({ ...settings, from, rule, learningRate: 0.01, epochs: 1 }).history.at(0).step).toBe(
      burst.state.step,
    );
  });

  test('onEntry is told of the end, and cannot rename it', () => {
    const run = descend({
      ...settings,
      learningRate: 0.2,
      epochs: 10_000,
      record: 100_000,
      onEntry: ({ step }) => step === 0,
    });
    expect(run.status).toBe('diverged');
  });
});

describe('what nothing is defaulted away', () => {
  test('learningRate 0, w 0 and seed 0 mean what they say', () => {
    expect(descend({ ...settings, w: 0, learningRate: 0 }).w).toBe(0);
    expect(descend({ ...settings, w: 0, epochs: 0 }).history.at(0).w).toBe(0);
    expect(seededRandom(0)()).not.toBe(seededRandom('')());
  });

  test('a schedule is asked with the step, from 0, and goes on when resumed', () => {
    const asked: number[] = [];
    const learningRate = (step: number): number => {
      asked.push(step);
      return 0.05 / (1 + step);
    };
    const whole = descend({ ...settings, learningRate });
    expect(asked).toEqual([0, 1, 2]);
    const first = descend({ ...settings, learningRate, epochs: 1 });
    const second = descend({ ...settings, learningRate, epochs: 2, from: first.state });
    expect(second.w).toBe(whole.w);
    expect(asked.slice(3)).toEqual([0, 1, 2]);
  });
});

describe('resuming', () => {
  test('the numbering goes on and entry 0 repeats the saved end', () => {
    const first = descend(settings);
    const second = descend({ ...settings, w: 99, from: first.state });
    expect(second.history.at(0)).toEqual(first.history.at(-1));
    expect(second.history.at(-1)).toMatchObject({ step: 6, epoch: 6 });
  });

  test('the state is plain JSON, and no run changes one that was handed in', () => {
    const rule = momentum({ momentum: 0.9 });
    const { state } = descend({ ...settings, rule, random: seededRandom(1) });
    const text = JSON.stringify(state);
    expect(JSON.parse(text)).toEqual(state);
    descend({ ...settings, rule, from: state });
    expect(JSON.stringify(state)).toBe(text);
    expect(Object.keys(state)).toEqual(['w', 'step', 'epoch', 'rule', 'random']);
    expect(Object.keys(descend(settings).state)).toEqual(['w', 'step', 'epoch', 'rule']);
  });

  test('many weights are saved as a plain array', () => {
    const options = { x: withBias(x), t, learningRate: 0.01 };
    const first = descend({ ...options, w: [0, 0], epochs: 2 });
    expect(first.state.w).toEqual([...first.w]);
    const from: DescentState<Float64Array> = JSON.parse(JSON.stringify(first.state));
    const second = descend({ ...options, from, epochs: 3 });
    expect(second.w).toEqual(descend({ ...options, w: [0, 0], epochs: 5 }).w);
  });

  test('a source without state() serves a run that draws nothing', () => {
    const first = descend({ ...settings, random: seededRandom(1) });
    expect(descend({ ...settings, from: first.state }).status).toBe('completed');
  });

  test('a saved stream whose keys a database has reordered is the same stream', () => {
    const options = { ...settings, strategy: perSample({ shuffle: true }) };
    const { state } = descend({ ...options, random: seededRandom(1) });
    const { i, j, S } = state.random as { i: number; j: number; S: number[] };
    const random = seededRandom.fromState({ i, j, S });
    const second = descend({ ...options, from: { ...state, random: { S, j, i } }, random });
    expect(second.w).toBe(descend({ ...options, epochs: 6, random: seededRandom(1) }).w);
  });
});

describe('history', () => {
  const run = descend({ x: withBias(x), t, w: [0, 0], learningRate: 0.01, epochs: 3, strategy: perSample() });

  test('its columns are ndarrays, ready to plot', () => {
    const { history } = run;
    expect(history).toHaveLength(61);
    expect(history.w.shape).toEqual([61, 2]);
    expect([history.step, history.epoch, history.cost].map(({ shape }) => shape)).toEqual([[61], [61], [61]]);
    for (const [i, entry] of [...history].entries()) {
      const w = Float64Array.of(history.w.get(i, 0), history.w.get(i, 1));
      expect(entry).toEqual({
        step: history.step.get(i),
        epoch: history.epoch.get(i),
        w,
        cost: history.cost.get(i),
      });
      expect(entry.epoch).toBe(Math.floor(entry.step / 20));
    }
    expect(descend(settings).history.w.shape).toEqual([4]);
  });

  test('at counts from either end and refuses what is not there', () => {
    expect(run.history.at(-61)).toEqual(run.history.at(0));
    for (const index of [61, -62, 0.5, Number.NaN]) {
      expect(() => run.history.at(index)).toThrow(
        new RangeError(`history.at: index must be a whole number from -61 to 60, got ${index}`),
      );
    }
  });

  test('changing what it gives changes nothing', () => {
    const before = JSON.stringify(run);
    for (const column of ['step', 'epoch', 'w', 'cost'] as const) run.history[column].data.fill(7);
    run.history.at(0).w.fill(7);
    expect(JSON.stringify(run)).toBe(before);
  });

  test('runs are compared by what they hold', () => {
    const again = descend({
      x: withBias(x),
      t,
      w: [0, 0],
      learningRate: 0.01,
      epochs: 3,
      strategy: perSample(),
    });
    const other = descend({
      x: withBias(x),
      t,
      w: [0, 0],
      learningRate: 0.02,
      epochs: 3,
      strategy: perSample(),
    });
    expect(run).toEqual(again);
    expect(run.history).not.toEqual(other.history);
    expect(JSON.parse(JSON.stringify(run.history))).toEqual(run.toJSON().history);
  });

  test('toJSON is plain', () => {
    const plain = run.toJSON();
    expect(JSON.parse(JSON.stringify(plain))).toEqual(plain);
    expect(plain.history[3].w).toEqual([...run.history.at(3).w]);
  });
});

describe("strategies and models of the user's own", () => {
  test('a strategy may visit samples again, or not at all', () => {
    const strategy: Strategy = { name: 'first twice', epoch: () => ({ order: [0, 0], size: 1 }) };
    const run = descend({ ...settings, strategy, epochs: 1 });
    const twice = descend({
      x: [x[0], x[0]],
      t: [t[0], t[0]],
      w: 0.1,
      learningRate: 0.05,
      epochs: 1,
      strategy: perSample(),
    });
    expect(run.w).toBe(twice.w);
  });

  test('a model may read a vector x with several weights', () => {
    const rows = (x: { data: Float64Array }): Float64Array[] =>
      Array.from(x.data, (value) => Float64Array.of(1, value));
    const model: Model = {
      nn: (x, w) => nn(rows(x), w),
      cost: linearRegression().cost,
      gradient: (w, x, t) => linearRegression().gradient(w, rows(x), t),
    };
    const options = { t, w: [0, 0], learningRate: 0.01, epochs: 5, strategy: miniBatch(6) };
    expect(descend({ ...options, x, model }).w).toEqual(descend({ ...options, x: withBias(x) }).w);
  });

  test('a model may give plain arrays', () => {
    const { nn, cost, gradient } = linearRegression();
    const model: Model = {
      cost: (y, t) => cost(y, t),
      nn: (x, w) => [...nn(x, w).data] as never,
      gradient: (w, x, t) => [...gradient(w, x, t).data] as never,
    };
    expect(descend({ ...settings, model }).w).toBe(descend(settings).w);
    expect([...steps({ ...settings, model })].at(-1)?.wAfter).toBe(descend(settings).w);
  });

  test('a rule may use the gradient that it is given as scratch', () => {
    const rule: Rule = {
      name: 'scratch',
      init: () => [],
      update(deltaW, gradient, learningRate) {
        (gradient as Float64Array)[0] *= learningRate;
        deltaW.set(gradient);
      },
    };
    expect(descend({ ...settings, rule }).w).toBe(descend(settings).w);
    const [trace] = steps({ ...settings, rule });
    expect(trace.gradientSum).toBe([...steps(settings)][0].gradientSum);
  });

  test('a rule whose memory is a list, or grows as it goes, is resumed', () => {
    const list: Rule<number[]> = {
      name: 'list',
      init: () => [],
      update(deltaW, gradient, learningRate, state) {
        state[0] = (state[0] ?? 0) / 2 + learningRate * gradient[0];
        deltaW.set(state);
      },
    };
    const lazy: Rule<{ v?: number }> = {
      name: 'lazy',
      init: () => ({}),
      update(deltaW, gradient, learningRate, state) {
        state.v = (state.v ?? 0) / 2 + learningRate * gradient[0];
        deltaW[0] = state.v;
      },
    };
    for (const rule of [list, lazy]) {
      const first = descend({ ...settings, rule });
      const from: DescentState<number> = JSON.parse(JSON.stringify(first.state));
      expect(descend({ ...settings, rule, from }).w).toBe(descend({ ...settings, rule, epochs: 6 }).w);
    }
  });

  test("a model that writes into what it is given harms neither the caller nor the run's w", () => {
    const spoil = (w: unknown): void => {
      if (typeof w === 'object') (w as { data: Float64Array }).data.fill(9);
    };
    const { nn, cost, gradient } = linearRegression();
    const model: Model = {
      nn: (x, w) => [nn(x, w), spoil(w)][0] as never,
      cost,
      gradient: (w, x, t) => [gradient(w, x, t), spoil(w), spoil(x), spoil(t)][0] as never,
    };
    const options = {
      x: withBias(x),
      t,
      w: Float64Array.of(0, 0),
      learningRate: 0.01,
      epochs: 5,
      strategy: miniBatch(6),
    };
    expect(descend({ ...options, model }).w).toEqual(descend(options).w);
    expect([...options.w]).toEqual([0, 0]);
  });
});
