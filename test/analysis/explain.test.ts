import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Descent,
  type DescentSettings,
  descend,
  type Explanation,
  explain,
  fullBatch,
  leastSquares,
  leastSquaresSums,
  linearRegression,
  type Model,
  miniBatch,
  momentum,
  nn,
  perSample,
  seededRandom,
  steps,
  withBias,
} from '../../src/index.ts';
import { each, models } from '../support/implementations.ts';
import { testMessages } from '../support/messages.ts';
import { t, x } from '../support/points.ts';

const base = { x, t, w: 0.1, learningRate: 0.05, epochs: 3 };
const fit = leastSquares(x, t);
const run = (settings: Partial<DescentSettings<number>> = {}): Descent<number> =>
  descend({ ...base, ...settings });
const rows = withBias(x);
const runTwo = (settings: Partial<DescentSettings<Float64Array>> = {}): Descent<Float64Array> =>
  descend({ ...base, x: rows, w: [0, 0], learningRate: 0.03, ...settings });

/** A finding of a code that is expected, so that its numbers have their type. */
function found<Code extends Explanation['code'], W extends number | Float64Array>(
  run: Descent<W>,
  code: Code,
): Extract<Explanation<W>, { code: Code }> {
  const explanation = explain(run);
  expect(explanation.code).toBe(code);
  return explanation as Extract<Explanation<W>, { code: Code }>;
}

// every finding, on the lecture's points, as sentences. The factors in them are NumPy's: np.prod(1 - 2 * rate * x * x), and of the bias
// np.linalg.eigvalsh(2 * X.T @ X); where they lead is held to exact arithmetic in contraction.test.ts
const cases: Record<string, { run: Descent; en: string; zh: string }> = {
  'no epochs': {
    run: run({ epochs: 0 }),
    en: 'No update was made: w is where it started, at a cost of 21.7362.',
    zh: '没有做任何更新：w 还在起点，损失是 21.7362。',
  },
  'a learning rate of 0': {
    run: run({ learningRate: 0 }),
    en: 'w stayed where it started, at a cost of 21.7362, in 3 updates: the learning rate is 0.',
    zh: '经过 3 次更新，w 仍在起点，损失是 21.7362：学习率是 0。',
  },
  "the lecture's own": {
    run: run(),
    en: 'Converging: an epoch multiplies the distance to 1.87708 by 0.330201; 10 more epochs bring w within 0.000001 of 1.87708.',
    zh: '正在收敛：每一轮把到 1.87708 的距离乘以 0.330201；再过 10 轮，w 与 1.87708 的距离就不超过 0.000001。',
  },
  'the same after 40 epochs': {
    run: run({ epochs: 40 }),
    en: 'Converged: w is within 0.000001 of 1.87708; an epoch multiplies the distance by 0.330201.',
    zh: '已经收敛：w 与 1.87708 的距离已不超过 0.000001；每一轮把距离乘以 0.330201。',
  },
  'a fiftieth of its learning rate': {
    run: run({ learningRate: 0.001 }),
    en: 'Converging slowly: the learning rate 0.001 is 74.6 times below the best, 0.0746493; an epoch multiplies the distance to 1.87708 by 0.986604; 1065 more epochs bring w within 0.000001 of 1.87708.',
    zh: '收敛很慢：学习率 0.001 只有最佳学习率 0.0746493 的 1/74.6；每一轮把到 1.87708 的距离乘以 0.986604；再过 1065 轮，w 与 1.87708 的距离就不超过 0.000001。',
  },
  'twice its learning rate': {
    run: run({ learningRate: 0.1 }),
    en: 'Overshooting, but stable: w lands on the other side each time, and an epoch multiplies the distance to 1.87708 by 0.339598; 11 more epochs bring w within 0.000001 of 1.87708.',
    zh: '每次都越过最低点，但仍然稳定：w 落到另一边，每一轮把到 1.87708 的距离乘以 0.339598；再过 11 轮，w 与 1.87708 的距离就不超过 0.000001。',
  },
  'the limit': {
    run: run({ learningRate: fit.maxLearningRate }),
    en: 'At the limit: the learning rate is 0.149299, and at 0.149299 w neither comes closer nor leaves.',
    zh: '恰好处于极限：学习率是 0.149299，而在 0.149299 处 w 既不靠近，也不远离。',
  },
  'above the limit': {
    run: run({ learningRate: 0.2, epochs: 2000 }),
    en: 'Diverging: the learning rate 0.2 is above the limit 0.149299, and an epoch multiplies the distance by 1.6792; the cost first grew at step 1; with 0.0746493 it would converge.',
    zh: '正在发散：学习率 0.2 超过了极限 0.149299，每一轮把距离乘以 1.6792；损失在第 1 步第一次变大；改用 0.0746493 就能收敛。',
  },
  "the lecture's question": {
    run: run({ strategy: perSample() }),
    en: 'Slower per epoch than full batch at the same learning rate: an epoch multiplies the distance to where it leads, 1.87729, by 0.500557; one of full batch that to the minimizer, 1.87708, by 0.330201; 18 more epochs bring w within 0.000001 of 1.87729.',
    zh: '学习率相同时，每一轮比全批量慢：每一轮把到终点 1.87729 的距离乘以 0.500557，全批量把到最小值点 1.87708 的距离乘以 0.330201；再过 18 轮，w 与 1.87729 的距离就不超过 0.000001。',
  },
  'the same where per sample is faster': {
    run: run({ strategy: perSample(), learningRate: 0.12, epochs: 1 }),
    en: 'Faster per epoch than full batch at the same learning rate: an epoch multiplies the distance to where it leads, 1.87948, by 0.174443; one of full batch that to the minimizer, 1.87708, by 0.607517; 8 more epochs bring w within 0.000001 of 1.87948.',
    zh: '学习率相同时，每一轮比全批量快：每一轮把到终点 1.87948 的距离乘以 0.174443，全批量把到最小值点 1.87708 的距离乘以 0.607517；再过 8 轮，w 与 1.87948 的距离就不超过 0.000001。',
  },
  'and where full batch diverges': {
    run: run({ strategy: miniBatch(5), learningRate: 0.16, epochs: 1 }),
    en: 'Faster per epoch than full batch at the same learning rate: an epoch multiplies the distance to where it leads, 1.86598, by 0.032361; one of full batch that to the minimizer, 1.87708, by 1.14336, which diverges; 4 more epochs bring w within 0.000001 of 1.86598.',
    zh: '学习率相同时，每一轮比全批量快：每一轮把到终点 1.86598 的距离乘以 0.032361，全批量把到最小值点 1.87708 的距离乘以 1.14336（发散）；再过 4 轮，w 与 1.86598 的距离就不超过 0.000001。',
  },
  'per sample after 30 epochs': {
    run: run({ strategy: perSample(), epochs: 30 }),
    en: 'Hovering: each epoch leads back to 1.87729, not to the minimizer 1.87708, and within an epoch w goes from 1.86334 to 1.89087; at half the learning rate it would stay closer.',
    zh: '在最小值点附近徘徊：每一轮都回到 1.87729，而不是最小值点 1.87708；一轮之内 w 在 1.86334 与 1.89087 之间摆动；学习率减半，就会离最小值点更近。',
  },
  'shuffled, after 30 epochs': {
    run: run({ strategy: perSample({ shuffle: true }), epochs: 30, random: seededRandom(1) }),
    en: 'Hovering: in the last epoch w went from 1.86103 to 1.89139, about the minimizer 1.87708.',
    zh: '在最小值点附近徘徊：最后一轮里 w 在 1.86103 与 1.89139 之间摆动，最小值点是 1.87708。',
  },
  'momentum: measured': {
    run: run({ rule: momentum({ momentum: 0.9 }) }),
    en: 'The cost fell from 21.7362 to 17.8942 in 3 updates, 3 epochs; the least recorded was 2.8901, at step 1; the least possible is 0.583798.',
    zh: '经过 3 次更新（3 轮），损失从 21.7362 降到 17.8942；记录到的最小损失是 2.8901（第 1 步）；可能的最小损失是 0.583798。',
  },
  'momentum that diverges': {
    run: run({ rule: momentum({ momentum: 0.9 }), learningRate: 10, epochs: 1000 }),
    en: 'Diverged: after step 72 the run left the finite numbers; the cost first grew at step 1.',
    zh: '已经发散：第 72 步之后，数值已溢出；损失在第 1 步第一次变大。',
  },
  'a bias beside w': {
    run: runTwo({ learningRate: 0.036, epochs: 20 }),
    en: 'Converging slowly at every learning rate: the cost is 18.9 times more curved along one direction than along another; an epoch multiplies the distance to [0.0165189, 1.85242] by 0.903486, and at the best learning rate one would by 0.899582; about 121 more epochs bring w within 0.000001 of [0.0165189, 1.85242].',
    zh: '无论学习率多大，收敛都慢：损失在一个方向上的弯曲程度是另一个方向的 18.9 倍；每一轮把到 [0.0165189, 1.85242] 的距离乘以 0.903486，用最佳学习率则乘以 0.899582；大约再过 121 轮，w 与 [0.0165189, 1.85242] 的距离就不超过 0.000001。',
  },
};

describe.each(Object.entries(cases))('%s', (_, { run, en, zh }) => {
  test('in English and in Chinese', () => {
    expect({ en: explain(run).message, zh: explain(run, { locale: 'zh' }).message }).toEqual({ en, zh });
  });

  test('its code and numbers are plain JSON, whatever the language', () => {
    const { code, numbers } = explain(run);
    expect(JSON.parse(JSON.stringify(numbers))).toEqual(numbers);
    expect(explain(run, { locale: 'zh' })).toMatchObject({ code, numbers });
  });
});

describe('what is predicted comes true', () => {
  test.each([
    ['full batch', fullBatch(), 0.05],
    ['full batch, overshooting', fullBatch(), 0.13],
    ['full batch, slowly', fullBatch(), 0.004],
    ['per sample', perSample(), 0.05],
    ['mini-batches', miniBatch(3), 0.02],
  ])('%s: the epochs to go, and not one fewer', (_, strategy, learningRate) => {
    const settings = { strategy, learningRate, record: 'epoch' } as const;
    const { numbers } = explain(run(settings), { closeness: 1e-4 });
    if (!('epochsToGo' in numbers)) throw new Error('nothing to go');
    const { epochsToGo, fixedPoint } = numbers;
    const end = (epochs: number): number => Math.abs(run({ ...settings, epochs }).w - (fixedPoint as number));
    expect(epochsToGo).toBeGreaterThan(1);
    expect(end(3 + epochsToGo)).toBeLessThanOrEqual(1e-4);
    expect(end(3 + epochsToGo - 1)).toBeGreaterThan(1e-4);
  });

  test('of many weights, about', () => {
    const settings = { record: 'epoch' } as const;
    const { numbers } = explain(runTwo(settings), { closeness: 1e-4 });
    if (!('epochsToGo' in numbers)) throw new Error('nothing to go');
    const end = runTwo({ ...settings, epochs: 3 + numbers.epochsToGo }).w;
    // full batch is symmetric: the spectral radius is a bound, too
    expect(Math.hypot(...end.map((w, j) => w - (numbers.fixedPoint as number[])[j]))).toBeLessThanOrEqual(
      1e-4,
    );
  });

  test('the range within an epoch is that of the run', () => {
    const { numbers } = found(run({ strategy: perSample(), epochs: 60 }), 'hovering');
    const ws = Array.from(run({ strategy: perSample(), epochs: 60 }).history, ({ w }) => w).slice(-21);
    expect(Math.abs(Math.min(...ws) - numbers.lowest)).toBeLessThanOrEqual(1e-14);
    expect(Math.abs(Math.max(...ws) - numbers.highest)).toBeLessThanOrEqual(1e-14);
  });

  test.each([
    ['full batch', fullBatch(), 0.2],
    ['per sample', perSample(), 3],
    ['mini-batches', miniBatch(5), 1.2],
    ['pairs', miniBatch(2), 3],
  ])(
    '%s: beyond the limit an epoch grows the distance, before it it shrinks it, and what holds does',
    (_, strategy, rate) => {
      const { limit, holds, factor } = found(
        run({ strategy, learningRate: rate, epochs: 5 }),
        'diverging',
      ).numbers;
      const size = (learningRate: number): number => Math.abs(fit.contraction(strategy, learningRate).factor);
      expect(Math.abs(factor)).toBe(size(rate));
      expect(size(limit * (1 + 1e-6))).toBeGreaterThan(1);
      expect(size(limit * (1 - 1e-6))).toBeLessThan(1);
      expect(size(holds)).toBeLessThan(1);
      // with room to the limit
      expect(holds).toBeLessThan(0.6 * limit);
      expect(Math.abs(size(limit) - 1)).toBeLessThan(1e-5);
    },
  );

  test('the cost first grew where it did', () => {
    const long = run({ learningRate: (step) => (step < 4 ? 0.05 : 0.5), epochs: 1000 });
    expect(long.status).toBe('diverged');
    expect(found(long, 'diverged').numbers.firstGrowth).toBe(5);
  });
});

describe('every reduction', () => {
  test.each(each(models))('%s: the same of its own learning rates', (_, model) => {
    const scale = (2 / (model.curvature?.(20) as number)) as number;
    const own = explain(run({ model, learningRate: 0.05 * scale }));
    const lecture = explain(run());
    if (!('factor' in own.numbers) || !('factor' in lecture.numbers)) throw new Error('no factor');
    expect(own.code).toBe(lecture.code);
    expect(own.numbers.factor).toBeCloseTo(lecture.numbers.factor as number, 14);
  });

  test.each(each(models))('%s: and per sample, as it runs', (_, model) => {
    const settings = { model, strategy: miniBatch(3), epochs: 1, learningRate: 0.02 };
    const { numbers } = explain(run(settings));
    if (!('fixedPoint' in numbers) || numbers.factor === undefined) throw new Error('no factor');
    const { w } = run(settings);
    const fixed = numbers.fixedPoint as number;
    expect((w - fixed) / (0.1 - fixed)).toBeCloseTo(numbers.factor, 12);
  });
});

describe('sums', () => {
  test('are explained as their data are', () => {
    const { x: _x, t: _t, ...rest } = base;
    const onSums = descend({ ...rest, sums: leastSquaresSums(x, t) });
    expect(explain(onSums).message).toBe(explain(run()).message);
  });
});

describe('what cannot be known is not said', () => {
  test('a model that only has three functions is measured', () => {
    const model: Model = { nn, cost: linearRegression().cost, gradient: linearRegression().gradient };
    const { numbers } = found(run({ model }), 'cost-fell');
    expect(numbers).toEqual({
      epochs: 3,
      updates: 3,
      startCost: run().history.at(0).cost,
      endCost: run().cost,
      lowestCost: run().cost,
      lowestStep: 3,
    });
  });

  test('nor one that is spread from another', () => {
    const model = { ...linearRegression(), gradient: () => new Float64Array(20) as never };
    const honest = { ...model, gradient: linearRegression().gradient };
    expect(explain(run({ model: honest })).code).toBe('cost-fell');
  });

  test('a cost that rises, and one that ends where it began', () => {
    const rising: Model = {
      ...linearRegression(),
      gradient: (w, x, t) => {
        const rows = linearRegression().gradient(w as number, x, t);
        return { ...rows, data: rows.data.map((v) => -v), get: rows.get, shape: rows.shape } as never;
      },
    };
    expect(explain(run({ model: rising })).code).toBe('cost-rose');
    const turning = (step: number): number => fit.maxLearningRate * (step < 2 ? 1 : 0);
    const end = run({ learningRate: turning, epochs: 2 });
    expect(['cost-unchanged', 'cost-fell', 'cost-rose']).toContain(explain(end).code);
    const flat: Model = { nn, cost: () => 1, gradient: linearRegression().gradient };
    expect(explain(run({ model: flat })).message).toBe(
      'The cost was 1 at both ends in 3 updates, 3 epochs; the least recorded was 1, at step 0.',
    );
  });

  test('an order that is drawn is measured until it hovers', () => {
    const settings = { strategy: perSample({ shuffle: true }), random: seededRandom(1) };
    expect(explain(run({ ...settings, epochs: 1 })).code).toBe('cost-fell');
    expect(explain(run({ ...settings, epochs: 30, record: 'epoch' })).code).toBe('cost-fell');
  });

  test('more than 64 weights are measured', () => {
    const wide = Array.from({ length: 70 }, (_, i) =>
      Array.from({ length: 65 }, (_, j) => Math.sin(i * 65 + j)),
    );
    const run = descend({
      x: wide,
      t: wide.map(([v]) => v),
      w: new Array(65).fill(0),
      learningRate: 1e-4,
      epochs: 2,
    });
    expect(explain(run).code).toBe('cost-fell');
  });

  test('nor squares that leave the doubles', () => {
    const run = descend({ x: [1e-140, 2e-140], t: [1, 2], w: 1, learningRate: 1e139, epochs: 2 });
    expect(['cost-fell', 'cost-unchanged', 'cost-rose']).toContain(explain(run).code);
  });
});

describe('where one finding ends and the next begins', () => {
  test('slow is five times below the best', () => {
    const code = (times: number): string => explain(run({ learningRate: fit.bestLearningRate / times })).code;
    expect([1, 4.9, 5.1, 60].map(code)).toEqual([
      'converging',
      'converging',
      'converging-slowly',
      'converging-slowly',
    ]);
  });

  test('what grows on its way and leaves the doubles has diverged, even where an epoch would shrink the distance', () => {
    const made = descend({
      x: [1e100, 1],
      t: [2e100, 2],
      w: 0.1,
      learningRate: 0.5,
      epochs: 3,
      strategy: perSample(),
    });
    expect(made.status).toBe('diverged');
    expect(explain(made).code).toBe('diverged');
  });

  test('a shuffled run that comes from far away does not hover when it arrives', () => {
    const settings = { learningRate: 0.15, strategy: perSample({ shuffle: true }) };
    const code = (epochs: number): string =>
      explain(run({ ...settings, epochs, random: seededRandom(0) })).code;
    // in its second epoch it goes from 1.676 to 1.879, over the minimizer at 1.877
    expect([1, 2, 10].map(code)).toEqual(['cost-fell', 'cost-fell', 'hovering']);
  });
});

describe('samples that agree', () => {
  test('exactly', () => {
    const made = descend({
      x: [0.5, 1],
      t: [1, 2],
      w: 2.5,
      learningRate: 0.5,
      epochs: 3,
      strategy: perSample(),
    });
    expect(made.w).toBe(2);
    expect(explain(made).code).not.toBe('hovering');
  });

  const line = x.map((v) => 2 * v);

  test('per sample leads to the minimizer, and does not hover', () => {
    const run = descend({ ...base, t: line, strategy: perSample(), epochs: 100 });
    const { numbers, message } = found(run, 'slower-than-full-batch');
    expect(numbers.epochsToGo).toBe(0);
    expect(message).toContain(
      'where it leads, 2, by 0.500557; one of full batch that to the minimizer, 2, by',
    );
  });
});

describe('at any point of a run', () => {
  test('explaining changes nothing, and can be done twice', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 4, noNaN: true }),
        fc.integer({ min: 0, max: 30 }),
        fc.constantFrom(fullBatch(), perSample(), miniBatch(3), miniBatch(4, { shuffle: true })),
        (learningRate, epochs, strategy) => {
          const made = run({ learningRate, epochs, strategy, random: seededRandom(3) });
          const before = JSON.stringify(made);
          const first = explain(made);
          expect(explain(made)).toEqual(first);
          expect(JSON.stringify(made)).toBe(before);
          expect(first.message).not.toMatch(/NaN|undefined|Infinity/);
          expect(explain(made, { locale: 'zh' }).message).not.toMatch(/NaN|undefined|Infinity/);
          expect(JSON.parse(JSON.stringify(first))).toEqual(first);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('a run of steps is explained as that of descend', () => {
    const walk = steps(base);
    let next = walk.next();
    while (next.done !== true) next = walk.next();
    expect(explain(next.value)).toEqual(explain(run()));
  });

  test('a resumed run counts its own epochs', () => {
    const second = descend({ ...base, w: undefined, from: run().state, epochs: 2, rule: undefined });
    expect(explain(run(), second, {}).numbers.second.epochs).toBe(2);
  });
});

describe('two runs', () => {
  const [all, one] = [run(), run({ strategy: perSample() })];

  test('the closer one, with both factors', () => {
    const { code, numbers, message } = explain(all, one);
    expect(code).toBe('first-is-closer');
    expect(numbers.first).toMatchObject({
      strategy: 'fullBatch',
      learningRate: 0.05,
      epochs: 3,
      cost: all.cost,
    });
    expect(numbers.first.distance).toBeCloseTo(Math.abs(all.w - fit.minimizer), 15);
    expect(numbers.second.factor).toBe(fit.contraction(perSample(), 0.05).factor);
    expect(message).toBe(
      'The first run (full batch, learning rate 0.05, 3 epochs) is closer to the minimizer: 0.0639799 away, and the second (per sample, learning rate 0.05, 3 epochs) 0.222694; an epoch multiplies the distance by 0.330201 in the first, and by 0.500557 in the second.',
    );
  });

  test('in the other order, in Chinese', () => {
    const { code, message } = explain(one, all, { locale: 'zh' });
    expect(code).toBe('second-is-closer');
    expect(message).toBe(
      '第二次运行（全批量，学习率 0.05，3 轮）离最小值点更近：距离是 0.0639799，第一次运行（逐样本，学习率 0.05，3 轮）是 0.222694；每一轮，第二次运行把距离乘以 0.330201，第一次运行乘以 0.500557。',
    );
  });

  test('alike', () => {
    expect(explain(all, run()).code).toBe('equally-close');
    expect(explain(all, run()).message).toContain('equally far');
    expect(explain(all, run(), { locale: 'zh' }).message).toContain('一样远');
  });

  test('factors that are the same are said in six digits', () => {
    const { message } = explain(run(), descend({ ...base, w: 2 }));
    expect(message).toContain('by 0.330201 in the first');
    expect(message).not.toMatch(/\d\.\d{9}/);
  });

  test('of other reductions, by the distance', () => {
    const mean = run({ model: linearRegression({ reduction: 'mean' }), learningRate: 1 });
    expect(explain(all, mean).numbers.second.distance).toBeCloseTo(Math.abs(mean.w - fit.minimizer), 15);
  });

  test('a schedule and momentum have no factor', () => {
    const { numbers } = explain(
      run({ learningRate: (step) => 0.1 / (1 + step) }),
      run({ rule: momentum({ momentum: 0.5 }) }),
    );
    expect(numbers.first).not.toHaveProperty('factor');
    expect(numbers.first.learningRate).toBe(0.1 / 3);
    expect(numbers.second).not.toHaveProperty('factor');
  });

  test('of a model of which no minimizer is known, by the cost', () => {
    const model: Model = { nn, cost: linearRegression().cost, gradient: linearRegression().gradient };
    const [near, far] = [run({ model }), run({ model, epochs: 1 })];
    expect(explain(near, far).code).toBe('first-is-closer');
    expect(explain(near, far).message).toContain('has the lower cost');
    expect(explain(far, near, { locale: 'zh' }).message).toContain('损失更小');
  });

  test('many weights', () => {
    expect(explain(runTwo(), runTwo({ epochs: 30 })).code).toBe('second-is-closer');
  });
});

// biome-ignore lint/suspicious/noExplicitAny: the wrong kinds are the point
const any = (value: unknown): any => value;
const other: Model = { nn, cost: linearRegression().cost, gradient: linearRegression().gradient };
testMessages({
  explain: [
    [
      () => explain(any(undefined)),
      'TypeError: explain: run must be a run that descend or steps returned, got undefined',
    ],
    [
      () => explain(JSON.parse(JSON.stringify(run()))),
      'TypeError: explain: run must be a run that descend or steps returned, got an object',
    ],
    [
      () => explain(run(), { locale: any('fr') }),
      `RangeError: explain: locale must be 'en' or 'zh', got the string "fr"`,
    ],
    [() => explain(run(), { locale: any(1) }), 'TypeError: explain: locale must be a string, got 1'],
    [
      () => explain(run(), { closeness: 0 }),
      'RangeError: explain: closeness must be a finite number above 0, got 0',
    ],
    [
      () => explain(run(), any({ lang: 'zh' })),
      'TypeError: explain: options must be of locale, closeness, got lang',
    ],
    [
      () => explain(run(), any({ history: [] })),
      'TypeError: explain: the second run must be a run that descend or steps returned, got an object',
    ],
    [
      () => explain(run(), descend({ ...base, x: x.map((v) => v + 1) })),
      'RangeError: explain: the second run must be on the data of the first, got other data',
    ],
    [
      () => explain(run(), descend({ ...base, x: x.slice(1), t: t.slice(1) })),
      'RangeError: explain: the second run must be on the data of the first, got other data',
    ],
    [
      () => explain(run({ model: other }), run()),
      "RangeError: explain: the second run must be of the first run's model, got another, of which no minimizer is known",
    ],
  ],
});
