import ndarray, { type NdArray } from 'ndarray';
import { describe, expect, test } from 'vitest';
import {
  assertGradient,
  checkGradient,
  type GradientCheck,
  type GradientReport,
} from '../../src/check/index.ts';

const squares = (w: readonly number[]): number =>
  w.reduce((sum, value, i) => sum + (i + 1) * value * value, 0);
const doubled = (w: readonly number[]): number[] => w.map((value, i) => 2 * (i + 1) * value);

describe('the point', () => {
  const seen: unknown[] = [];
  const record = <T>(w: T): T => {
    seen.push(w);
    return w;
  };

  test('comes as a number where it is one', () => {
    const cost = (w: number): number => record(w) ** 3;
    expect(checkGradient({ cost, gradient: (w) => 3 * record(w) ** 2, at: 2 }).verdict).toBe('correct');
    expect(seen.every((w) => typeof w === 'number')).toBe(true);
  });

  test('comes as an array, fresh at every call', () => {
    seen.length = 0;
    const at = [1, -2, 3];
    expect(
      checkGradient({ cost: (w) => squares(record(w)), gradient: (w) => doubled(record(w)), at }).verdict,
    ).toBe('correct');
    expect(seen.every(Array.isArray)).toBe(true);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).not.toContain(at);
    expect(at).toEqual([1, -2, 3]);
  });

  test.each([Float64Array, Float32Array])('comes as a %o', (Kind) => {
    seen.length = 0;
    const at = Kind.of(1, -2, 3);
    const gradient = (w: Float64Array | Float32Array): number[] => doubled([...record(w)]);
    expect(checkGradient({ cost: (w) => squares([...record(w)]), gradient, at }).verdict).toBe('correct');
    expect(seen.every((w) => w instanceof Kind)).toBe(true);
  });

  test('comes as rows', () => {
    const at = [[1, 2, 3], Float64Array.of(4, 5, 6)];
    const cost = ([a, b]: typeof at): number => a[0] * b[2] + a[1] ** 2 * b[0];
    const gradient = ([a, b]: typeof at): number[][] => [
      [b[2], 2 * a[1] * b[0], 0],
      [a[1] ** 2, 0, a[0]],
    ];
    const report = checkGradient({ cost, gradient, at });
    expect(report.verdict).toBe('correct');
    expect(report.entries.map(({ index }) => index)).toEqual([
      [0, 0],
      [0, 1],
      [0, 2],
      [1, 0],
      [1, 1],
      [1, 2],
    ]);
    expect(
      checkGradient({
        cost,
        gradient: (w) => gradient(w).map((row, i) => (i === 1 ? [row[0], 7, row[2]] : row)),
        at,
      }).worst?.index,
    ).toEqual([1, 1]);
  });

  test('comes as an ndarray with the strides, offset and class that it has', () => {
    seen.length = 0;
    const store = Float64Array.from({ length: 40 }, (_, i) => Math.sin(i));
    const at = ndarray(store, [2, 3, 2], [-1, 4, 13], 5);
    const before = [...store];
    const cost = (w: NdArray): number => {
      record(w);
      return w.get(0, 1, 0) * w.get(1, 2, 1) + Math.exp(w.get(1, 0, 1));
    };
    const gradient = (w: NdArray): NdArray => {
      const g = ndarray(new Float64Array(12), [2, 3, 2]);
      g.set(0, 1, 0, w.get(1, 2, 1));
      g.set(1, 2, 1, w.get(0, 1, 0));
      g.set(1, 0, 1, Math.exp(w.get(1, 0, 1)));
      return g;
    };
    expect(checkGradient({ cost, gradient, at })).toMatchObject({ verdict: 'correct', reasons: [] });
    for (const w of seen as NdArray[]) {
      expect(w).toMatchObject({ shape: at.shape, stride: at.stride, offset: at.offset });
      expect(Object.getPrototypeOf(w)).toBe(Object.getPrototypeOf(at));
      expect(w.data).not.toBe(store);
    }
    expect([...store]).toEqual(before);
  });
});

describe('the report', () => {
  const options = { cost: squares, at: [0.5, -1, 2] };
  const right = checkGradient({ ...options, gradient: doubled });
  const twice = checkGradient({ ...options, gradient: (w) => doubled(w).map((g) => 2 * g) });

  test('is plain data', () => {
    expect(JSON.parse(JSON.stringify(right))).toEqual(right);
    expect(JSON.parse(JSON.stringify(twice))).toEqual(twice);
  });

  test('has every entry beside its slope, with a bound that holds', () => {
    expect(right.entries.map(({ index, analytic }) => [index, analytic])).toEqual([
      [0, 1],
      [1, -4],
      [2, 12],
    ]);
    for (const { analytic, numeric, bound, step } of right.entries) {
      expect(Math.abs(analytic - numeric)).toBeLessThanOrEqual(bound);
      expect(step).toBeGreaterThan(0);
    }
    expect(right.taylorOrder).toBeCloseTo(2, 1);
    expect(twice.taylorOrder).toBeCloseTo(1, 1);
    expect(twice.worst).toMatchObject({ index: 2, analytic: 24 });
  });

  test('counts the evaluations of the cost', () => {
    let calls = 0;
    const cost = (w: readonly number[]): number => {
      calls += 1;
      return squares(w);
    };
    expect(checkGradient({ ...options, cost, gradient: doubled }).evaluations).toBe(calls);
    // for three entries, with the Taylor remainder and three looks at the point itself
    expect(calls).toBeLessThanOrEqual(3 * 60);
  });

  test('is the same at every run, and with another seed draws other points', () => {
    const again = checkGradient({ ...options, gradient: (w) => doubled(w).map((g) => 2 * g) });
    expect(again).toEqual(twice);
    const other = checkGradient({ ...options, gradient: (w) => doubled(w).map((g) => 2 * g), seed: 1 });
    expect(other).toMatchObject({ verdict: 'wrong', seed: 1 });
    expect(other.message).toContain('seed 1');
  });

  test('says in words what a person can act on', () => {
    expect(twice.message.replace(/ ± .*\)/, ' ± …')).toBe(
      [
        'checkGradient: the gradient is wrong',
        '  entry 2: gradient 24, slope of the cost 12 ± …',
        '  diagnosis: a factor of 2 too many: it is 2 times the right one',
        '  or: the ½ of the cost may be missing from the gradient',
        '  to reproduce: seed 0, at [0.5, -1, 2]',
      ].join('\n'),
    );
    const junk = checkGradient({ ...options, gradient: (w) => w.map((value) => Math.exp(value)) });
    expect(junk.diagnosis).toEqual([]);
    expect(junk.message).toContain('diagnosis: none of the known mistakes explains it');
  });

  test('has a hint in either language, which does not name the mistake', () => {
    const gradient = (w: readonly number[]): number[] => doubled(w).map((g) => -g);
    const [en] = checkGradient({ ...options, gradient }).diagnosis;
    const [zh] = checkGradient({ ...options, gradient, locale: 'zh' }).diagnosis;
    expect(en.code).toBe(zh.code);
    expect(en.hint).toMatch(/does the cost rise or fall/);
    expect(zh.hint).toMatch(/[\u4e00-\u9fff]/);
    expect(en.hint).not.toMatch(/sign|negative|minus/);
  });
});

describe('the tolerance', () => {
  const off = (error: number) => (w: readonly number[]) => doubled(w).map((g) => g * (1 + error));
  const verdictOf = (error: number, relativeTolerance?: number): GradientReport['verdict'] =>
    checkGradient({ cost: squares, gradient: off(error), at: [0.5, -1, 2], relativeTolerance }).verdict;

  test('is 1e-7 by default for a smooth cost: single precision passes, a little more does not', () => {
    expect(verdictOf(5e-8)).toBe('correct');
    expect(verdictOf(2e-7)).toBe('wrong');
    const report = checkGradient({ cost: squares, gradient: doubled, at: [0.5, -1, 2] });
    expect(report.relativeTolerance).toBe(1e-7);
    expect(report.resolution).toBeLessThan(1.01e-7);
  });

  test('can be wider', () => {
    expect(verdictOf(1e-3, 1e-2)).toBe('correct');
    expect(verdictOf(3e-2, 1e-2)).toBe('wrong');
  });

  test('can be tighter, as far as the slopes can tell', () => {
    expect(verdictOf(1e-9, 1e-10)).toBe('wrong');
    expect(verdictOf(0, 1e-10)).toBe('correct');
    const report = checkGradient({
      cost: (w: number) => Math.sin(w),
      gradient: Math.cos,
      at: 1,
      relativeTolerance: 1e-15,
    });
    expect(report).toMatchObject({ verdict: 'inconclusive', reasons: ['precision-lost'] });
  });
});

describe('many weights', () => {
  const at = Float64Array.from({ length: 10_000 }, (_, i) => Math.sin(i) + 0.1);
  const cost = (w: Float64Array): number => {
    let sum = 0;
    for (let i = 0; i < w.length; i++) sum += (1 + (i % 3)) * (w[i] - 0.1 * (i % 7)) ** 2;
    return sum;
  };
  const gradient = (w: Float64Array): Float64Array =>
    w.map((value, i) => 2 * (1 + (i % 3)) * (value - 0.1 * (i % 7)));

  test('are found correct with few evaluations', () => {
    const report = checkGradient({ cost, gradient, at });
    expect(report).toMatchObject({ verdict: 'correct', reasons: [] });
    expect(report.evaluations).toBeLessThan(0.25 * at.length);
  });

  test.each([0, 9999])('one that is wrong among them is found and named: %i', (k) => {
    const mine = (w: Float64Array): Float64Array => gradient(w).map((g, i) => (i === k ? 1.01 * g : g));
    const report = checkGradient({ cost, gradient: mine, at });
    expect(report).toMatchObject({ verdict: 'wrong', worst: { index: k } });
    expect(report.diagnosis[0]).toMatchObject({ code: 'one-entry', numbers: { index: k } });
  });
});

describe('functions that misbehave', () => {
  test('a gradient that gives its buffer out again and again is read at once', () => {
    const buffer = new Float64Array(3);
    const gradient = (w: readonly number[]): Float64Array => {
      buffer.set(doubled(w));
      return buffer;
    };
    expect(checkGradient({ cost: squares, gradient, at: [1, 2, 3] }).verdict).toBe('correct');
  });

  test('a gradient that gives its argument back is read before it is asked whether it wrote', () => {
    expect(checkGradient({ cost: (w) => squares(w) / 2, gradient: (w) => w, at: [1, 0, 0] })).toMatchObject({
      verdict: 'correct',
    });
  });

  test('a gradient with NaN in it is wrong, and says so', () => {
    const gradient = (w: readonly number[]): number[] => doubled(w).map((g, i) => (i === 1 ? Number.NaN : g));
    const report = checkGradient({ cost: squares, gradient, at: [1, 2, 3] });
    expect(report).toMatchObject({ verdict: 'wrong', reasons: ['not-finite'], worst: { index: 1 } });
  });

  test('a gradient of another shape is wrong, and says which', () => {
    const report = checkGradient({ cost: squares, gradient: (w) => [...doubled(w), 0, 0], at: [1, 2, 3] });
    expect(report).toMatchObject({ verdict: 'wrong', reasons: ['shape'], worst: undefined, entries: [] });
    expect(report.message).toContain('gradient must have the shape of at, [3], got [5]');
  });

  test('a cost that throws beside the point is told by its own words', () => {
    const cost = (w: number): number => {
      if (w < 2) throw new RangeError('too cold');
      return w;
    };
    const report = checkGradient({ cost, gradient: () => 1, at: 2 });
    expect(report).toMatchObject({ verdict: 'inconclusive', reasons: ['domain-edge'] });
    expect(report.message).toContain('there it throws: too cold');
  });
});

describe('assertGradient', () => {
  const failure = (options: GradientCheck<number>): unknown => {
    try {
      assertGradient(options);
    } catch (error) {
      return error;
    }
    return undefined;
  };

  test('returns where the gradient is correct', () => {
    expect(failure({ cost: Math.sin, gradient: Math.cos, at: 1 })).toBeUndefined();
  });

  test('throws the report where it is wrong, as an AssertionError', () => {
    const options = { cost: Math.sin, gradient: Math.sin, at: 1 };
    const report = checkGradient(options);
    expect(failure(options)).toBeInstanceOf(Error);
    expect(failure(options)).toMatchObject({
      name: 'AssertionError',
      code: 'ERR_ASSERTION',
      message: report.message,
      actual: [Math.sin(1)],
      expected: [report.worst?.numeric],
      operator: 'assertGradient',
      report,
    });
  });

  test('throws where it cannot tell', () => {
    expect(failure({ cost: Math.abs, gradient: () => 0, at: 0 })).toMatchObject({
      report: { verdict: 'inconclusive' },
    });
  });
});
