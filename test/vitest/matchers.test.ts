import ndarray from 'ndarray';
import { describe, expect, test } from 'vitest';
import { linearRegression } from '../../src/index.ts';
import standard, { matchers } from '../../src/vitest/index.ts';

expect.extend(matchers);

/** What a failed expectation says. */
const failure = (expectation: () => void): string => {
  try {
    expectation();
  } catch (error) {
    return (error as Error).message;
  }
  return 'passed';
};

test('the default export is the same object', () => {
  expect(standard).toBe(matchers);
  expect(Object.keys(matchers)).toEqual(['toBeGradientOf', 'toHaveCorrectGradient', 'toBeAllClose']);
});

describe('toBeGradientOf', () => {
  test('passes for a right gradient, and with .not for a wrong one', () => {
    expect(Math.cos).toBeGradientOf(Math.sin, { at: 1 });
    expect(Math.sin).not.toBeGradientOf(Math.sin, { at: 1 });
    expect((w: number[]) => w.map((value) => 2 * value)).toBeGradientOf((w) => w[0] ** 2 + w[1] ** 2, {
      at: [1, 2],
    });
  });

  test('fails with the verdict, the worst entry, the diagnosis and a way to reproduce it', () => {
    const text = failure(() => expect((w: number) => 4 * w).toBeGradientOf((w) => w * w, { at: 3, seed: 5 }));
    const [verdict, worst, diagnosis, ...rest] = text.split('\n');
    expect(verdict).toBe('checkGradient: the gradient is wrong');
    expect(worst).toMatch(/^ {2}entry 0: gradient 12, slope of the cost 6 ± \S+ \(step \S+\)$/);
    expect(diagnosis).toBe('  diagnosis: a factor of 2 too many: it is 2 times the right one');
    expect(rest.at(-1)).toBe('  to reproduce: seed 5, at [3]');
  });

  test('fails with .not for a right gradient', () => {
    const text = failure(() => expect(Math.cos).not.toBeGradientOf(Math.sin, { at: 1 }));
    expect(text).toMatch(/the gradient is correct[\s\S]*and was expected not to be/);
  });

  test('fails both ways where it cannot be told', () => {
    const sign = failure(() => expect(Math.sign).toBeGradientOf(Math.abs, { at: 0 }));
    const not = failure(() => expect(Math.sign).not.toBeGradientOf(Math.abs, { at: 0 }));
    expect(sign).toMatch(/cannot tell[\s\S]*kink: the cost bends here/);
    expect(not).toBe(sign);
  });
});

describe('toHaveCorrectGradient', () => {
  const data = { x: [1, -2, 3], t: [2, -4, 5], w: 0.5 };
  const model = linearRegression();
  const wrong = { ...model, gradient: linearRegression({ reduction: 'mean' }).gradient };

  test('passes for a right model, and with .not for a wrong one', () => {
    expect(model).toHaveCorrectGradient(data);
    expect(wrong).not.toHaveCorrectGradient(data);
  });

  test('fails with the diagnosis', () => {
    expect(failure(() => expect(wrong).toHaveCorrectGradient(data))).toContain(
      'a mean where the cost has a sum',
    );
    expect(failure(() => expect(model).not.toHaveCorrectGradient(data))).toContain('expected not to be');
  });
});

describe('toBeAllClose', () => {
  test('takes numbers, arrays and ndarrays of one shape', () => {
    expect(1).toBeAllClose(1 + 1e-8);
    expect([1, 2]).toBeAllClose(Float32Array.of(1, 2));
    expect(ndarray(Float64Array.of(1, 2, 3, 4), [2, 2])).toBeAllClose([
      [1, 2],
      [3, 4],
    ]);
    expect(ndarray(Float64Array.of(1, 2, 3, 4), [2, 2], [1, 2])).toBeAllClose([
      [1, 3],
      [2, 4],
    ]);
    expect([1, 2]).not.toBeAllClose([1, 2, 3]);
    expect([]).toBeAllClose([]);
  });

  test.each([
    [1 + 1e-7, 1, {}, false],
    [1 + 0.9e-7, 1, {}, true],
    [0, 1e-300, {}, false],
    [1e-9, 0, { absolute: 1e-8 }, true],
    [1.05, 1, { relative: 0.1 }, true],
    [-1, 1, { relative: 0.1 }, false],
    [Number.NaN, Number.NaN, { absolute: 1 }, false],
    [1, Number.NaN, { absolute: 1 }, false],
    [Infinity, Infinity, {}, true],
    [-Infinity, Infinity, { relative: 1 }, false],
    [1e300, Infinity, { relative: 1 }, false],
    [0, -0, {}, true],
  ])('%d beside %d within %o: %o', (actual, expected, options, isClose) => {
    expect(failure(() => expect(actual).toBeAllClose(expected, options)) === 'passed').toBe(isClose);
    expect(failure(() => expect(actual).not.toBeAllClose(expected, options)) === 'passed').toBe(!isClose);
  });

  test('names the first and the worst index with both values', () => {
    expect(failure(() => expect([1, 2, 3, 4]).toBeAllClose([1, 2.5, 3, 5]))).toBe(
      [
        '2 of 4 values too far apart (relative 1e-7, absolute 0)',
        '  first at 1: expected 2.5, got 2',
        '  worst at 3: expected 5, got 4',
      ].join('\n'),
    );
    expect(failure(() => expect([[1, 2]]).toBeAllClose([[1, 3]]))).toContain(
      'first at [0, 1]: expected 3, got 2',
    );
    expect(failure(() => expect([1, 2]).toBeAllClose([1, 2, 3]))).toBe('expected shape [3], got [2]');
  });
});
