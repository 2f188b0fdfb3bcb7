// The derivative along a line, with its bound: of functions whose derivative is known, at points that are hard in one way each.
import { describe, expect, test } from 'vitest';
import { decimalsOf, lowestBit, mostDecimals } from '../../src/check/grain.ts';
import { type Slope, searchSlope } from '../../src/check/slope.ts';
import { taylorRemainder } from '../../src/check/taylor.ts';

type Scalar = (w: number) => number;

/** The line through `at`, with the grain that is known of the cost. */
const lineOf = (cost: Scalar, at: number, grain = 0) => ({
  origin: cost(at),
  grain: () => grain,
  unit: Math.abs(at) || 1,
  exactly: (h: number): number => Math.abs(at) + h - Math.abs(at),
  at: (s: number): number => cost(at + s),
});

/** The slope with as many steps as help, and how many costs were looked at. */
function slopeOf(cost: Scalar, at: number, grain = 0): Slope & { evaluations: number } {
  let evaluations = 0;
  const search = searchSlope(
    lineOf(
      (w) => {
        evaluations += 1;
        return cost(w);
      },
      at,
      grain,
    ),
  );
  while (!(search.found.bound <= 1e-9 * search.found.scale) && search.further());
  return { ...search.found, evaluations };
}

// the bound that is reached, relative to the slope, and how many costs it takes
const known: [
  name: string,
  cost: Scalar,
  at: number,
  slope: number,
  relative: number,
  evaluations: number,
][] = [
  ['a sine', Math.sin, 1, Math.cos(1), 1e-11, 24],
  ['a fast sine', (w) => Math.sin(1e3 * w), 1, 1e3 * Math.cos(1e3), 1e-8, 24],
  ['a sine far out', Math.sin, 1e6, Math.cos(1e6), 1e-8, 60],
  ['an exponential', Math.exp, 300, Math.exp(300), 1e-9, 24],
  ['a line at a round point', (w) => w, 1, 1, 1e-11, 24],
  ['a parabola at a round point', (w) => w * w, 1, 2, 1e-11, 24],
  ['a logarithm by its edge', Math.log, 1e-300, 1e300, 1e-8, 24],
  ['an edge a billionth off', (w) => Math.log(1 - w + 1e-9), 1, -1e9, 1e-7, 60],
  ['a kink a thousandth off', (w) => Math.abs(w - 1e-3), 0, -1, 1e-11, 24],
  ['a kink a billionth off', (w) => Math.abs(w - 1e-9), 0, -1, 1e-9, 60],
  ['a step of no size', (w) => (w - 2) ** 2, 1e-30, -4, 1e-11, 60],
  ['a power of five hundred', (w) => w ** 500, 1.01, 500 * 1.01 ** 499, 1e-8, 24],
  ['a square and its inverse', (w) => w * w + 1 / w, 0.1, 0.2 - 100, 1e-9, 24],
];

describe('a slope that is there', () => {
  test.each(known)('%s', (_, cost, at, slope, relative, evaluations) => {
    const found = slopeOf(cost, at);
    expect(found.obstacle).toBeUndefined();
    // the closed form itself is off by a few roundings
    expect(Math.abs(found.value - slope)).toBeLessThanOrEqual(found.bound + 1e-13 * Math.abs(slope));
    expect(found.bound).toBeLessThanOrEqual(relative * Math.abs(slope));
    expect(found.evaluations).toBeLessThanOrEqual(evaluations);
  });

  test.each([1e-3, 1e-6, 1e-9])(
    'under noise of %d the bound holds, and is no more than the noise asks for',
    (size) => {
      for (let i = 0; i < 200; i++) {
        const at = 0.3 + i / 100;
        // as good as random from step to step, and yet a function
        const noise: Scalar = (w) => size * Math.sin(1e15 * w * w);
        const found = slopeOf((w) => Math.sin(w) + noise(w), at);
        expect(Math.abs(found.value - Math.cos(at))).toBeLessThanOrEqual(8 * found.bound);
        if (found.obstacle === undefined) expect(found.bound).toBeLessThan(1000 * size);
      }
    },
  );

  test('of a square with a sign is found near the point, where it is smallest', () => {
    const { value, bound } = slopeOf((w) => w * Math.abs(w), 0);
    expect(Math.abs(value)).toBeLessThan(1e-6);
    expect(bound).toBeLessThan(1e-6);
  });

  test('is compared with how steep the function is near by, not far off', () => {
    expect(slopeOf((w) => 1e-3 * w + w ** 4, 0).scale).toBeLessThan(0.1);
  });
});

describe('a slope that is not there', () => {
  test.each<[string, Scalar, number, Slope['obstacle'], number]>([
    ['an absolute value', Math.abs, 0, 'kink', 1],
    ['a relu', (w) => Math.max(0, w), 0, 'kink', 0.5],
    ['a relu beside another slope', (w) => Math.max(0, w) + 3 * w, 0, 'kink', 0.5],
    ['a root of an absolute value', (w) => Math.sqrt(Math.abs(w)), 0, 'kink', 1],
    ['a step', (w) => (w < 0 ? 0.3 : 1.7) + w, 0, 'kink', Infinity],
    ['a square root at its edge', Math.sqrt, 0, 'domain-edge', Infinity],
    ['noise alone', (w) => Math.sin(1e15 * w * w), 0.7, 'precision-lost', 0],
  ])('%s', (_, cost, at, obstacle, bound) => {
    const found = slopeOf(cost, at);
    expect(found.obstacle).toBe(obstacle);
    expect(found.bound).toBeGreaterThanOrEqual(0.9 * bound);
  });

  test('a side alone gives a value and a bound that holds', () => {
    const { value, bound, obstacle } = slopeOf((w) => (w < 0 ? Number.NaN : w * w + 3 * w), 0);
    expect(obstacle).toBe('domain-edge');
    expect(Math.abs(value - 3)).toBeLessThanOrEqual(bound);
    expect(bound).toBeLessThan(1e-6);
  });
});

describe('a cost that does not move', () => {
  test('has slope 0 within its rounding, where it lies level about the point', () => {
    const { found } = searchSlope(lineOf((w) => Math.max(0, w - 1.5) + 7, 1));
    expect(found.value).toBe(0);
    expect(found.obstacle).toBeUndefined();
    expect(found.bound).toBeLessThan(1e-12);
  });

  test('has as wide a bound as its grain asks for', () => {
    const stairs: Scalar = (w) => Math.floor(w * 1000) / 1000;
    expect(slopeOf(stairs, 1.10003, 1e-3).bound).toBeGreaterThan(1e-3);
  });

  test.each([7, 70, 700, 7e4])('is not told from one that is rounded to a %dth', (parts) => {
    const stairs: Scalar = (w) => Math.round((w + w ** 3 / 10) * parts) / parts;
    expect(slopeOf(stairs, 0.3)).toMatchObject({ obstacle: 'precision-lost' });
  });
});

test('the grain of a value, in binary and in decimals', () => {
  expect([1, 3, 0.75, 22, 2 ** -1074, -5].map(lowestBit)).toEqual([1, 1, 0.25, 2, 2 ** -1074, 1]);
  expect(lowestBit(0)).toBe(Infinity);
  expect(lowestBit(0.1)).toBe(2 ** -55);
  expect(lowestBit(Math.fround(0.1))).toBeGreaterThan(2 ** -30);
  expect([7, 0.5, 1.23, -1e-4, 123456.789].map((value) => decimalsOf(value, 0))).toEqual([0, 1, 2, 4, 3]);
  expect(decimalsOf(Math.PI, 0)).toBeGreaterThan(mostDecimals);
  expect(decimalsOf(2, 5)).toBe(5);
});

test('the Taylor remainder vanishes in second order for the slope, in first for another, and drowns for a line', () => {
  const line = lineOf(Math.exp, 1);
  expect(taylorRemainder(line, Math.E, 0)?.order).toBeCloseTo(2, 2);
  const wrong = taylorRemainder(line, 1.1 * Math.E, 0);
  expect(wrong?.order).toBeCloseTo(1, 2);
  expect(wrong?.error).toBeCloseTo(0.1 * Math.E, 2);
  expect(
    taylorRemainder(
      lineOf((w) => 3 * w, 1),
      3,
      0,
    ),
  ).toBeUndefined();
});
