// Runs of which it is easy to say something false: each was once explained wrongly.
import { describe, expect, test } from 'vitest';
import {
  descend,
  explain,
  fullBatch,
  leastSquares,
  linearRegression,
  miniBatch,
  momentum,
  perSample,
  type Strategy,
  seededRandom,
  withBias,
} from '../../src/index.ts';
import { t, x } from '../support/points.ts';

const inOrder = (order: number[]): Strategy => ({ name: 'mine', epoch: () => ({ size: 1, order }) });

describe('a flat direction is no limit', () => {
  test.each([
    [
      'two scales',
      [
        [1, 0],
        [0, 1e-4],
        [1, 1e-4],
      ],
      [1, 3, 2],
      0.4,
    ],
    [
      'columns nearly alike',
      [
        [1, 1],
        [1, 1 + 1e-9],
        [1, 1 - 1e-9],
      ],
      [1, 3, 2],
      0.1,
    ],
    ['years', withBias([2019, 2020, 2021, 2022, 2023]), [1, 2, 2, 3, 4], 4.4e-8],
  ])('%s', (_, x, t, learningRate) => {
    expect(explain(descend({ x, t, w: [0, 0], learningRate, epochs: 30 })).code).toBe('ill-conditioned');
  });

  test('nor is it one per sample', () => {
    const rows = [
      [1, 100],
      [1, 101],
      [1, 102],
    ];
    const found = explain(
      descend({ x: rows, t: [1, 2, 3], w: [0, 0], learningRate: 3e-5, epochs: 50, strategy: perSample() }),
    );
    expect(['slower-than-full-batch', 'faster-than-full-batch']).toContain(found.code);
    expect(found.message).not.toMatch(/by 1[,;]/);
  });

  test('nor a direction that is never visited', () => {
    const rows = [
      [1, 0, 0],
      [0.5, 1, 0],
      [1, 0.3, 0],
      [0.2, 1, 0],
      [0, 0, 1],
    ];
    const strategy = miniBatch(2, { dropLast: true });
    const run = descend({
      x: rows,
      t: [1, 3, 2, 1, 4],
      w: [0, 0, 7],
      learningRate: 0.3,
      epochs: 60,
      strategy,
    });
    const found = explain(run);
    if (found.code !== 'hovering') throw new Error(found.code);
    // w leads to where it is along what is never visited
    expect(found.numbers.fixedPoint?.[2]).toBe(7);
    expect(Math.abs(found.numbers.factor as number)).toBeLessThan(1);
  });

  test('its curvature is known to its own digits', () => {
    // two columns, 1 and 1 + k 2⁻³⁰: the determinant of Σ x xᵀ in whole numbers, and the smallest eigenvalue from that
    const ks = [3n, -5n, 7n, 11n, -2n];
    const rows = ks.map((k) => [1, 1 + Number(k) * 2 ** -30]);
    const sum = (f: (k: bigint) => bigint): bigint => ks.reduce((total, k) => total + f(k), 0n);
    const determinant = Number(5n * sum((k) => k * k) - sum((k) => k) ** 2n) * 2 ** -60;
    const { smallestEigenvalue, largestEigenvalue } = leastSquares(rows, [1, 2, 3, 4, 5]);
    expect(smallestEigenvalue / ((4 * determinant) / largestEigenvalue)).toBeCloseTo(1, 7);
  });
});

describe('a run that diverges is never said to hover, nor to stand', () => {
  const grows = { x: [1, 1.1, 0.9], t: [2, 2.2, 1.8], w: 0, epochs: 3 };

  test('shuffled, or by a schedule', () => {
    const shuffled = {
      ...grows,
      learningRate: 1.15,
      strategy: perSample({ shuffle: true }),
      random: seededRandom(1),
    };
    expect(explain(descend(shuffled)).code).toBe('cost-rose');
    expect(explain(descend({ ...grows, learningRate: () => 1.15, strategy: perSample() })).code).toBe(
      'cost-rose',
    );
  });

  test('at its first update', () => {
    const run = descend({ x: [1, 2], t: [1, 3], w: 0.1, learningRate: 1e200, epochs: 3 });
    expect([run.status, explain(run).code]).toEqual(['diverged', 'diverging']);
  });
});

describe('where epochs differ, hovering is only said of what cannot grow', () => {
  test('not of momentum, nor of schedules', () => {
    const hidden = {
      w: 4.7265471096077585,
      learningRate: 0.24647349885025224,
      strategy: perSample(),
      epochs: 18,
    };
    const data = {
      x: [
        0.4833933321945949, -0.6412054677050272, -0.5801487094956062, -0.5562493841052434, 0.8216650886849091,
        -0.9853293338945869,
      ],
      t: [
        1.053099164626506, -1.6449920214562517, -0.909318395553374, -0.625762492703465, 1.5361310362797005,
        -2.3196759740847415,
      ],
    };
    expect(explain(descend({ ...data, ...hidden, rule: momentum({ momentum: 0.9 }) })).code).toBe(
      'cost-fell',
    );
    const rate = (): number => 0.05;
    const run = descend({
      x,
      t,
      w: 0.1,
      learningRate: rate,
      strategy: perSample({ shuffle: true }),
      epochs: 40,
      random: seededRandom(1),
    });
    expect(explain(run).code).toBe('cost-fell');
  });

  test('nor of a learning rate at which a batch can grow what is off', () => {
    const strategy = perSample({ shuffle: true });
    const grown = {
      x: [1, 1],
      t: [0, 1],
      w: 0.6,
      learningRate: 1.02,
      epochs: 6,
      strategy,
      random: seededRandom(2),
    };
    expect(explain(descend(grown)).code).toBe('cost-rose');
  });

  test('an order that alternates is not taken for one that stays, and is asked as often as not', () => {
    let epochs = 0;
    const strategy: Strategy = {
      name: 'alternating',
      epoch: () => {
        epochs += 1;
        return { size: 1, order: epochs % 2 === 0 ? [0, 1, 2] : [2, 1, 0] };
      },
    };
    const run = descend({ x: [1, 0.5, 0.3], t: [2, -3, 1], w: 0, learningRate: 0.25, epochs: 30, strategy });
    expect(explain(run)).toEqual(explain(run));
    const { code, numbers } = explain(run);
    expect(code).toBe('hovering');
    expect(numbers).not.toHaveProperty('fixedPoint');
  });
});

describe('what converges does not hover', () => {
  test('batches of all the samples, shuffled', () => {
    const strategy = miniBatch(2, { shuffle: true });
    const run = descend({
      x: [1, 2],
      t: [1, 3],
      w: 0,
      learningRate: 0.15,
      epochs: 5,
      strategy,
      random: seededRandom(1),
    });
    expect(explain(run).code).toBe('cost-fell');
  });

  test('samples that agree', () => {
    const xs = [0.9, 0.3, 0.7, 0.15, 0.95, 0.91, 0.72, 0.77, 0.2, 0.19];
    const settings = {
      x: xs,
      t: xs.map((v) => 2 * v),
      w: 0,
      learningRate: 0.3,
      strategy: perSample(),
      epochs: 4,
    };
    expect(explain(descend({ ...settings, rule: momentum({ momentum: 0.9 }) })).code).not.toBe('hovering');
  });
});

describe('what is not recorded did not stand still', () => {
  test('every second update', () => {
    const run = descend({ x: [1], t: [2], w: 0, learningRate: 1, epochs: 4, record: 2 });
    expect(explain(run).code).toBe('at-the-limit');
  });

  test('every epoch', () => {
    const settings = {
      x: [1, 1, 1],
      t: [2, -3, 1],
      w: 0,
      learningRate: 0.25,
      strategy: perSample(),
      epochs: 3,
    };
    const found = explain(descend({ ...settings, record: 'epoch' }));
    expect(found.code).toBe('hovering');
    expect(found.message).toContain('each epoch leads back to the minimizer 0, and');
    expect(explain(descend(settings)).message).toBe(found.message);
    expect(explain(descend(settings), { locale: 'zh' }).message).toContain('每一轮都回到最小值点 0；');
  });
});

describe('where a run leads', () => {
  test('along what no sample has, it is where it started', () => {
    const run = descend({
      x: [
        [1, 1],
        [2, 2],
        [3, 3],
      ],
      t: [1, 3, 2],
      w: [5, 0],
      learningRate: 0.01,
      epochs: 300,
    });
    const found = explain(run);
    if (found.code !== 'converging') throw new Error(found.code);
    const { fixedPoint } = found.numbers;
    expect(Math.hypot(...run.w.map((w, j) => w - fixedPoint[j]))).toBeLessThanOrEqual(1e-6);
  });

  test('from within an epoch, it is told by the start of that epoch', () => {
    const xs = [0.9, 0.3, 0.7, 0.15, 0.95, 0.91, 0.72, 0.77, 0.2, 0.19];
    const ts = xs.map((v, i) => 2 * v + 0.3 * Math.sin(7 * i));
    const w = leastSquares(xs, ts).contraction(perSample(), 0.3).fixedPoint;
    const onEntry = ({ step }: { step: number }): boolean => step < 25;
    const run = descend({ x: xs, t: ts, w, learningRate: 0.3, strategy: perSample(), epochs: 9, onEntry });
    expect(explain(run).code).toBe('hovering');
  });

  test('half the learning rate is recommended only where it helps', () => {
    const settings = { x: [1, 1], t: [0, 10], w: 5, learningRate: 0.1, epochs: 200 };
    const found = explain(descend({ ...settings, strategy: inOrder([0, 0, 0, 1]) }));
    expect(found.code).toBe('hovering');
    expect(found.message).not.toContain('half');
    expect(explain(descend({ ...settings, strategy: inOrder([1, 0]) })).message).toContain(
      'half the learning rate',
    );
    // the factor is 0, and between half of that and it runs diverge
    const lucky = explain(
      descend({ x: [1, 2, 3], t: [1, 3, 2], w: 0, learningRate: 0.5, epochs: 3, strategy: perSample() }),
    );
    expect([lucky.code, lucky.message.includes('half')]).toEqual(['hovering', false]);
    expect(
      explain(
        descend({ x: [1, 2, 3], t: [1, 3, 2], w: 0, learningRate: 0.5, epochs: 3, strategy: perSample() }),
        { locale: 'zh' },
      ).message,
    ).not.toContain('减半');
  });

  test('a range is about the point that it is the range of', () => {
    const run = descend({
      x: [
        [1, 1],
        [1, 1],
        [1, 1],
      ],
      t: [1, 3, 2],
      w: [5, 0],
      learningRate: 0.1,
      epochs: 300,
      strategy: perSample(),
    });
    const found = explain(run);
    if (found.code !== 'hovering') throw new Error(found.code);
    const { lowest, highest, fixedPoint = [], minimizer } = found.numbers;
    for (const [j, value] of fixedPoint.entries()) {
      expect([lowest[j] <= value, value <= highest[j]]).toEqual([true, true]);
      expect(Math.abs(minimizer[j] - value)).toBeLessThan(0.3);
      expect(Math.abs(run.w[j] - value)).toBeLessThan(1e-9);
    }
  });
});

describe('how much longer', () => {
  test('of a learning rate that is next to nothing, it is a great many', () => {
    for (const strategy of [fullBatch(), perSample()]) {
      const found = explain(
        descend({ x: [1, 2], t: [1, 3], w: 0, learningRate: 1e-12, epochs: 3, strategy }),
      );
      if (!('epochsToGo' in found.numbers)) throw new Error(found.code);
      // ln(1.4 / closeness) / (2 · 1e-12 · 5), where rounding ends it at a closeness above the one asked for
      expect(found.numbers.epochsToGo / (Math.log(1.4 / found.numbers.closeness) / 1e-11)).toBeCloseTo(1, 3);
      expect(found.message).toContain('more than a million epochs');
      expect(found.message).not.toMatch(/by 1[,;]/);
    }
    for (const strategy of [fullBatch(), perSample()]) {
      const found = explain(
        descend({ x: [1, 2], t: [1, 3], w: 0, learningRate: 1e-15, epochs: 1, strategy }),
      );
      if (!('epochsToGo' in found.numbers)) throw new Error(found.code);
      expect(found.numbers.epochsToGo / (Math.log(1.4 / found.numbers.closeness) / 1e-14)).toBeCloseTo(1, 3);
    }
    const never = explain(descend({ x: [1, 2], t: [1, 3], w: 0, learningRate: 1e-18, epochs: 3 }));
    if (never.code !== 'converging-slowly') throw new Error(never.code);
    expect(never.numbers.epochsToGo).toBe(Number.MAX_SAFE_INTEGER);
  });

  test('a factor that cannot be told from 1 is no quick end', () => {
    const run = descend({
      x: [
        [1, 0],
        [1, 0.001],
      ],
      t: [1, 2],
      w: [0, 0],
      learningRate: 1e-10,
      epochs: 3,
      strategy: perSample(),
    });
    const found = explain(run);
    if (!('epochsToGo' in found.numbers)) throw new Error(found.code);
    expect(found.numbers.epochsToGo).toBeGreaterThan(1e9);
    expect(found.message).toContain('more than a million');
  });

  test('rounding of the targets ends it as well', () => {
    const run = descend({ x: [1, 1], t: [1e12 + 0.1, -1e12], w: 3, learningRate: 0.2, epochs: 1000 });
    expect(explain(run).message).toMatch(/^Converged/);
    const skew = descend({
      x: [
        [1, 1],
        [2, 2],
      ],
      t: [1, 3],
      w: [1e12, -1e12 + 5],
      learningRate: 0.03,
      epochs: 3000,
    });
    expect(explain(skew).message).toMatch(/^Converged/);
  });

  test('an epoch that leaves the doubles diverges, by a number that JSON has', () => {
    const xs = Array.from({ length: 1000 }, (_, i) => 1 + Math.sin(i));
    const ts = xs.map((v, i) => 2 * v + Math.cos(3 * i));
    const one = explain(descend({ x: xs, t: ts, w: 0, learningRate: 3, epochs: 2, strategy: perSample() }));
    if (one.code !== 'diverging') throw new Error(one.code);
    expect(Math.abs(one.numbers.factor)).toBe(Number.MAX_VALUE);
    expect(one.numbers.limit).toBeLessThan(1);
    const rows = xs.slice(0, 400).map((v) => [1, v]);
    const onEntry = ({ step }: { step: number }): boolean => step < 60;
    const settings = {
      x: rows,
      t: ts.slice(0, 400),
      w: [0, 0],
      learningRate: 3,
      epochs: 2,
      strategy: perSample(),
    };
    const two = explain(descend({ ...settings, onEntry }));
    expect(two.code).toBe('diverging');
    expect(JSON.parse(JSON.stringify(two))).toEqual(two);
    expect(Math.abs(leastSquares(xs, ts).contraction(perSample(), 3).factor)).toBe(Infinity);
    expect(leastSquares([0.5, 1, 3], [1, 2, 3]).contraction(perSample(), 0.5).factor).toBe(0);
  });

  test('not closer than rounding lets w come', () => {
    const run = descend({ x: [1, 2], t: [1.1, 3.3], w: 0, learningRate: 0.07, epochs: 300 });
    const found = explain(run, { closeness: 1e-30 });
    if (found.code !== 'converging') throw new Error(found.code);
    expect(found.numbers.epochsToGo).toBe(0);
    expect(found.numbers.closeness).toBeGreaterThan(1e-17);
    const large = {
      x: [0.3, 0.7, 0.9],
      t: [1.1e12, 2.3e12, 3.17e12],
      w: 0,
      learningRate: 0.05,
      epochs: 3000,
    };
    expect(explain(descend(large)).message).toMatch(/^Converged/);
  });
});

describe('numbers that are said to differ do', () => {
  test('factors', () => {
    const one = explain(
      descend({ x: [1, 0], t: [1, 3], w: 0, learningRate: 0.1, epochs: 2, strategy: perSample() }),
    );
    expect(one.code).toBe('converging');
    const near = explain(
      descend({ x: [0.1, 0.2], t: [1, 3], w: 0, learningRate: 1e-4, epochs: 2, strategy: perSample() }),
    );
    const [, own, all] = near.message.match(
      /leads, [\d.]+, by ([\d.]+); .* by ([\d.]+); /,
    ) as RegExpMatchArray;
    expect(own).not.toBe(all);
  });

  test('costs', () => {
    const { message } = explain(descend({ x: [1, 2], t: [1, 3], w: 0, learningRate: () => 1e-9, epochs: 1 }));
    expect(message).toMatch(/^The cost fell from 10 to 9\.9/);
  });

  test('of two runs', () => {
    const [a, b] = [1e-9, 1.1e-9].map((learningRate) =>
      descend({ x: [1, 2], t: [1, 3], w: 0, learningRate, epochs: 1 }),
    );
    const [, first, second] = explain(a, b).message.match(
      /: ([\d.]+) away, and .*\) ([\d.]+);/,
    ) as RegExpMatchArray;
    expect(first).not.toBe(second);
  });
});

describe('two runs are told apart', () => {
  const run = (settings: object): ReturnType<typeof descend> =>
    descend({ x, t, w: 0.1, learningRate: 0.02, epochs: 3, ...settings });

  test('by the size of their batches, their rules, and their ends', () => {
    const [a, b] = [2, 3].map((size) => run({ strategy: miniBatch(size) }));
    expect(explain(a, b).message).toContain('mini-batches of 2');
    expect(explain(a, b).message).toContain('mini-batches of 3');
    expect(explain(run({}), run({ rule: momentum({ momentum: 0.5 }) })).message).toContain(
      'full batch, momentum, ',
    );
    expect(explain(run({}), run({ learningRate: 0.5, epochs: 900 })).message).toContain('epochs, diverged)');
    expect(explain(run({}), run({ rule: momentum({ momentum: 0.5 }) }), { locale: 'zh' }).message).toContain(
      '动量',
    );
  });

  test('equally far is said in one unit', () => {
    const mean = run({ model: linearRegression({ reduction: 'half' }), learningRate: 0.04 });
    const { code, message } = explain(run({}), mean);
    expect([code, message]).toEqual(['equally-close', expect.stringContaining('from the minimizer')]);
  });
});

describe('sums and records', () => {
  test('sums outside the doubles are not predicted from', () => {
    const sums = { n: 2, xx: 5e-320, xt: 12e-320, tt: 29e-320 };
    const { numbers } = explain(descend({ sums, w: 0, learningRate: 1e300, epochs: 1 }));
    expect(JSON.parse(JSON.stringify(numbers))).toEqual(numbers);
  });

  test('the first growth is between ends of epochs only where those are known', () => {
    const settings = {
      x: [0.1, 1, 0.2, 2, 0.5],
      t: [1, 2, -3, 1, 0],
      w: 0,
      learningRate: 1.2,
      epochs: 6,
      strategy: perSample(),
    };
    const growth = (record: 'update' | 'epoch' | number): unknown => {
      const found = explain(descend({ ...settings, record }));
      return found.code === 'diverging' ? found.numbers.firstGrowth : found.code;
    };
    expect([growth('update'), growth('epoch')]).toEqual([5, 5]);
    for (const record of [3, 7]) {
      const entries = [...descend({ ...settings, record }).history];
      expect(growth(record)).toBe(entries.find(({ cost }, i) => i > 0 && cost > entries[i - 1].cost)?.step);
    }
  });

  test('an epoch of too many numbers is measured, not predicted', () => {
    const n = 2000;
    const rows = Array.from({ length: n }, (_, i) =>
      Array.from({ length: 60 }, (_, j) => Math.sin(i * 61 + j * j)),
    );
    const run = descend({
      x: rows,
      t: rows.map(([v]) => v),
      w: new Array(60).fill(0),
      learningRate: 1e-5,
      epochs: 1,
      strategy: perSample(),
    });
    expect(explain(run).code).toBe('cost-fell');
  });
});
