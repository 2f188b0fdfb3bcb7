import { describe, expect, test } from 'vitest';
import { cost, deltaW, gradient, linearRegression, nn, withBias } from '../../src/index.ts';

describe('numbers in, numbers out', () => {
  // by hand: y = 2 · 3, (5 − 6)² = 1, 2 · 2 · (6 − 5) = 4, 0.1 · 4
  test('one sample', () => {
    expect([nn(2, 3), cost(6, 5), gradient(3, 2, 5), deltaW(3, 2, 5, 0.5)]).toEqual([6, 1, 4, 2]);
  });

  test('a sum over a vector is a number, for one weight', () => {
    // 2·1·(3 − 2) + 2·2·(6 − 5) = 6
    expect(deltaW(3, [1, 2], [2, 5], 0.5)).toBe(3);
  });
});

describe('by hand, two samples with two weights', () => {
  const [x, w, t] = [
    [
      [1, 2],
      [3, 4],
    ],
    [10, 1],
    [11, 35],
  ];

  test('y = (12, 34), residuals (1, −1)', () => {
    expect([...nn(x, w).data]).toEqual([12, 34]);
    expect(cost(nn(x, w), t)).toBe(2);
    expect(gradient(w, x, t).shape).toEqual([2, 2]);
    expect([...gradient(w, x, t).data]).toEqual([2, 4, -6, -8]);
    expect([...deltaW(w, x, t, 0.5).data]).toEqual([-2, -2]);
  });
});

describe('no samples, no inputs', () => {
  test('shape [0]', () => {
    expect([nn([], 2).shape, gradient(2, [], []).shape]).toEqual([[0], [0]]);
    expect([cost([], []), deltaW(2, [], [], 0.1)]).toEqual([0, 0]);
  });

  test('shape [2, 0]: sums over nothing', () => {
    expect([...nn([[], []], []).data]).toEqual([0, 0]);
    expect(deltaW([], [[], []], [1, 2], 0.1).shape).toEqual([0]);
  });
});

test('NaN and infinities pass through as IEEE arithmetic does', () => {
  expect(nn(Number.NaN, 1)).toBeNaN();
  expect([...nn([1, Infinity, -0], 0).data]).toEqual([0, Number.NaN, -0]);
  expect(cost([1, Infinity], [1, 1])).toBe(Infinity);
  expect(gradient(Infinity, 0, 1)).toBeNaN();
  expect(deltaW(1e308, [1e308], [0], 1)).toBe(Infinity);
  expect(deltaW(1, [1], [2], Number.NaN)).toBeNaN();
});

test('withBias puts ones first', () => {
  expect(
    withBias([
      [5, 6],
      [7, 8],
    ]),
  ).toMatchObject({ shape: [2, 3], data: Float64Array.of(1, 5, 6, 1, 7, 8) });
  expect(withBias([]).shape).toEqual([0, 2]);
});

test('a half is exact: x · residual, not twice it halved', () => {
  // 2 · 1e308 would already have left the finite numbers
  expect(linearRegression({ reduction: 'half' }).gradient(2, [1], [-1e308]).get(0)).toBe(1e308);
});

test('a sum of negative zeros is 0, as in NumPy, however long', () => {
  for (const n of [1, 7, 8, 9, 200]) expect(nn([Array(n).fill(-0)], Array(n).fill(1)).get(0)).toBe(0);
});

test('a result is fresh even where it equals an input', () => {
  const x = Float64Array.of(1, 2);
  expect(nn(x, 1).data).toEqual(x);
  expect(nn(x, 1).data).not.toBe(x);
});
