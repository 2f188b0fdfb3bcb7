// Costs and gradients on which the check once said something confident and false, or nothing where it could.
import { describe, expect, test } from 'vitest';
import { checkGradient, checkModel, type GradientReport } from '../../src/check/index.ts';
import { linearRegression } from '../../src/index.ts';
import { logistic } from '../support/models.ts';

type Scalar = (w: number) => number;
const check = (cost: Scalar, gradient: Scalar, at: number): GradientReport =>
  checkGradient({ cost, gradient, at });

describe('far from the point a cost may be another one', () => {
  test.each([1e6, 1e12, 1e15, Number.MAX_VALUE])('a wall of %d a little off', (wall) => {
    const cost: Scalar = (w) => (Math.abs(w - 1) > 0.1 ? wall : (w - 0.5) ** 2);
    const slope: Scalar = (w) => 2 * (w - 0.5);
    expect(check(cost, slope, 1).verdict).toBe('correct');
    for (const factor of [0, -1, 1.001])
      expect(check(cost, (w) => factor * slope(w), 1).verdict).toBe('wrong');
  });

  test.each([1e5, 1e8, 1e10])('a parabola with a bend at the point, plus %d', (offset) => {
    const cost: Scalar = (w) => offset + w * w + Math.tanh(w);
    expect(check(cost, (w) => 2 * w + 1 - Math.tanh(w) ** 2, 0.1).verdict).not.toBe('wrong');
    // the slope far off
    expect(check(cost, (w) => 2 * w, 0.1).verdict).not.toBe('correct');
  });
});

describe('about a minimum', () => {
  const cost: Scalar = (w) => (w - 1) ** 2 + Math.sin(w - 1) ** 4;
  const slope: Scalar = (w) => 2 * (w - 1) + 4 * Math.sin(w - 1) ** 3 * Math.cos(w - 1);

  test('a gradient of zeros is correct at the minimum, and wrong beside it', () => {
    expect(check(cost, () => 0, 1).verdict).toBe('correct');
    expect(check(cost, () => 0, 1 + 1e-9).verdict).toBe('wrong');
    expect(check(cost, slope, 1 + 1e-9).verdict).toBe('correct');
  });

  test.each([0, -1, 1.5])('%d times the right one is not correct where the slope drowns', (factor) => {
    const hidden: Scalar = (w) => cost(w) + 1e6 - 1e6;
    for (const off of [1e-9, 1e-8])
      expect(check(hidden, (w) => factor * slope(w), 1 + off).verdict).not.toBe('correct');
  });
});

describe('rounding', () => {
  const tanh = ([a, b]: number[]): number => Math.tanh(a) * b + 20 * b * b;
  const slopes = ([a, b]: number[]): number[] => [(1 - Math.tanh(a) ** 2) * b, Math.tanh(a) + 40 * b];

  test.each([2, 4, 6, 8])('a cost rounded to %d decimals never makes a right gradient wrong', (decimals) => {
    const cost = (w: number[]): number => Math.round(10 ** decimals * tanh(w)) / 10 ** decimals;
    expect(checkGradient({ cost, gradient: slopes, at: [0.5, 1.3] }).verdict).not.toBe('wrong');
    expect(checkGradient({ cost, gradient: () => [0, 0], at: [0.5, 1.3] }).verdict).not.toBe('correct');
  });

  test('a gradient summed in single precision is no mistake', () => {
    const x = Array.from({ length: 60 }, (_, i) => Math.fround(Math.sin(i)));
    const cost: Scalar = (w) =>
      x.reduce((sum, xi, i) => sum + (xi * w - 2 * xi + 0.1 * Math.cos(3 * i)) ** 2, 0);
    const single: Scalar = (w) =>
      x.reduce(
        (sum, xi, i) => Math.fround(sum + Math.fround(2 * xi * (xi * w - 2 * xi + 0.1 * Math.cos(3 * i)))),
        0,
      );
    expect(check(cost, single, 0.7).verdict).toBe('correct');
    expect(check(cost, (w) => Math.fround(single(w) * 1.001), 0.7).verdict).toBe('wrong');
  });
});

describe('a gradient that remembers', () => {
  test('the w of the call before is wrong, though right at first', () => {
    let before: number | undefined;
    const report = check(
      (w) => w ** 3,
      (w) => {
        const used = before ?? w;
        before = w;
        return 3 * used * used;
      },
      2,
    );
    expect(report).toMatchObject({ verdict: 'wrong', reasons: ['non-deterministic'] });
    expect(report.diagnosis[0].code).toBe('stale-w');
  });

  test('another shape at the second call is not correct', () => {
    let calls = 0;
    const gradient = (w: number[]): number[] => (calls++ === 0 ? w.map((value) => 2 * value) : [1]);
    expect(checkGradient({ cost: ([a, b]) => a * a + b * b, gradient, at: [1, 2] }).verdict).not.toBe(
      'correct',
    );
  });
});

describe('names', () => {
  test('another w in a cost of separate terms is not called one wrong entry', () => {
    const gradient = ([a]: number[]): number[] => [3 * (a + 0.1) ** 2, 2];
    const report = checkGradient({ cost: ([a, b]) => a ** 3 + 2 * b, gradient, at: [0.7, 2] });
    expect(report.diagnosis[0]).toMatchObject({
      code: 'stale-w',
      numbers: { shift: expect.closeTo(0.1, 6) },
    });
  });

  test('a factor under noise is not explained by whatever fits the noise', () => {
    const cost: Scalar = (w) => (w - 1) ** 2 + 1e9 - 1e9;
    const codes = check(cost, (w) => 1.4 * 2 * (w - 1), 3).diagnosis.map(({ code }) => code);
    expect(codes[0]).toBe('constant-factor');
  });

  test('nothing is said of a term that is all there', () => {
    const codes = (gradient: (w: number[]) => number[]): string[] =>
      checkGradient({ cost: ([a, b]) => a * a + b ** 3, gradient, at: [0.7, 2] }).diagnosis.map(
        ({ code }) => code,
      );
    expect(codes(() => [1, 1])).not.toContain('x-forgotten');
    expect(codes(([a, b]) => [2e-9 * a, 3e-9 * b * b])).not.toContain('zeros');
  });

  const model = linearRegression();
  const x = Array.from({ length: 8 }, (_, i) => Math.sin(1.3 * i));
  const data = { x, t: x.map((value, i) => 2 * value + 0.1 * Math.cos(i)), w: 0.6 };

  test.each([
    ['stale-w', (w: number) => w + 0.1],
    ['stale-w', (w: number) => 0.9 * w],
    ['updated-w', (w: number) => w - 0.01 * x.reduce((sum, xi, i) => sum + 2 * xi * (xi * w - data.t[i]), 0)],
  ])("%s in a model's rows", (code, move) => {
    const moved = {
      ...model,
      gradient: (w: unknown, ...rest: [never, never]) => model.gradient(move(Number(w)), ...rest),
    };
    const batch = checkModel(moved, data);
    expect(batch.diagnosis[0].code).toBe(code);
  });
});

describe('many weights of which few count', () => {
  const at = Array.from({ length: 300 }, (_, i) => Math.sin(i) + 2);
  const cost = (w: number[]): number => Math.sin(w[5]) + w[77] ** 2;
  const gradient = (w: number[]): number[] =>
    w.map((value, i) => (i === 5 ? Math.cos(value) : i === 77 ? 2 * value : 0));

  test('are found correct, and a wrong one among them', () => {
    expect(checkGradient({ cost, gradient, at }).verdict).toBe('correct');
    const mine = (w: number[]): number[] => gradient(w).map((g, i) => (i === 5 ? -g : g));
    expect(checkGradient({ cost, gradient: mine, at })).toMatchObject({
      verdict: 'wrong',
      worst: { index: 5 },
    });
  });

  test('one that is not finite is told by its index', () => {
    const mine = (w: number[]): number[] => gradient(w).map((g, i) => (i === 250 ? Number.NaN : g));
    expect(checkGradient({ cost, gradient: mine, at })).toMatchObject({
      verdict: 'wrong',
      worst: { index: 250 },
    });
  });
});

test('a cost that is 0 throughout confirms zeros, and can deny nothing', () => {
  expect(
    check(
      () => 0,
      () => 0,
      1,
    ).verdict,
  ).toBe('correct');
  expect(
    check(
      () => 0,
      () => 5,
      1,
    ),
  ).toMatchObject({ verdict: 'inconclusive', reasons: ['precision-lost'] });
});

describe('what keeps from a verdict', () => {
  test('partial derivatives that make no gradient: the second arbiter sees it', () => {
    const cost = ([a, b]: number[]): number =>
      a + 2 * b + (a === 0 && b === 0 ? 0 : (a * a * b) / (a * a + b * b));
    const report = checkGradient({ cost, gradient: () => [1, 2], at: [0, 0] });
    expect(report).toMatchObject({ verdict: 'inconclusive', reasons: ['kink'] });
    expect(report.taylorOrder).toBeCloseTo(1, 1);
  });

  test('a cost that changes on the way', () => {
    let calls = 0;
    const cost: Scalar = (w) => w * w + (calls++ > 10 ? 1e-3 : 0);
    expect(check(cost, (w) => 2 * w, 1)).toMatchObject({
      verdict: 'inconclusive',
      reasons: expect.arrayContaining(['non-deterministic']),
    });
  });

  test('a cost that draws numbers, for a wrong gradient too', () => {
    let seed = 1;
    const cost: Scalar = (w) => {
      seed = (seed * 16807) % 2147483647;
      return w * w * (1 + 1e-9 * (seed / 2147483647));
    };
    expect(check(cost, (w) => -2 * w, 1)).toMatchObject({
      verdict: 'inconclusive',
      reasons: ['non-deterministic'],
    });
  });

  test('noise alone, however steep the gradient', () => {
    const report = check(
      (w) => Math.sin(1e15 * w * w),
      () => 1e12,
      0.7,
    );
    expect(report).toMatchObject({ verdict: 'inconclusive', reasons: ['precision-lost'] });
  });

  test('an error of a few bounds only', () => {
    const cost: Scalar = (w) => Math.sin(w) + 1e8;
    const [{ numeric, bound }] = check(cost, Math.cos, 0.5).entries;
    const verdictOf = (bounds: number): string =>
      checkGradient({ cost, gradient: () => numeric + bounds * bound, at: 0.5, relativeTolerance: 1e-9 })
        .verdict;
    expect([verdictOf(4), verdictOf(9)]).toEqual(['inconclusive', 'wrong']);
  });
});

describe('a diagnosis that looks where the functions are not defined', () => {
  test('at zero, where the gradient throws', () => {
    const gradient: Scalar = (w) => {
      if (w === 0) throw new RangeError('not at 0');
      return 2 * w + 3;
    };
    expect(check((w) => w * w, gradient, 1.3)).toMatchObject({ verdict: 'wrong' });
  });

  test('at predictions that the cost refuses', () => {
    const cost: typeof logistic.cost = (y, t) => {
      for (let i = 0; i < y.shape[0]; i++)
        if (!(y.get(i) > 0 && y.get(i) < 1)) throw new RangeError('no probability');
      return logistic.cost(y, t);
    };
    const mine = { ...logistic, cost, gradient: linearRegression().gradient };
    const report = checkModel(mine, { x: [3, -2, 0.5, 9], t: [1, 0, 1, 1], w: 2 });
    expect(report.verdict).toBe('wrong');
  });
});
