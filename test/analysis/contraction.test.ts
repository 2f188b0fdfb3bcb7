import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Contraction,
  descend,
  fullBatch,
  leastSquares,
  leastSquaresSums,
  miniBatch,
  perSample,
  type Strategy,
  withBias,
} from '../../src/index.ts';
import { float64 } from '../../src/internal/float64.ts';
import { fitData } from '../../src/internal/quadratic/fit.ts';
import { rowSpace } from '../../src/internal/quadratic/rowSpace.ts';
import { solveSquare } from '../../src/internal/quadratic/solveSquare.ts';
import { logOfSpectralRadius } from '../../src/internal/spectralRadius.ts';
import numpy from '../reference/numpy/analysis.json' with { type: 'json' };
import { hashed } from '../support/hashed.ts';
import { steady } from '../support/implementations.ts';
import { testMessages } from '../support/messages.ts';
import { t, x } from '../support/points.ts';

const named: Record<string, Strategy> = {
  perSample: perSample(),
  miniBatch3: miniBatch(3),
  miniBatch5: miniBatch(5),
  fullBatch: fullBatch(),
};

/** The rows of make_analysis.py's problems. */
function problem(n: number, d: number): { rows: number[][]; t: number[] } {
  const values = hashed(n * d, 11);
  const rows = Array.from({ length: n }, (_, i) => [1, ...values.slice(i * d + 1, (i + 1) * d)]);
  const noise = hashed(n, 12);
  const t = rows.map((row, i) => row.reduce((y, v, j) => y + v * (1 + j / 2), 0) + 0.2 * (noise[i] - 0.5));
  return { rows, t };
}

describe("the lecture's points", () => {
  const fit = leastSquares(x, t);

  test('have one eigenvalue', () => {
    expect([fit.smallestEigenvalue, fit.largestEigenvalue]).toEqual([fit.hessian, fit.hessian]);
  });

  test('to the digits that were asked for', () => {
    const [all, each] = [fit.contraction(fullBatch(), 0.05), fit.contraction(perSample(), 0.05)];
    expect(all.factor.toFixed(4)).toBe('0.3302');
    expect(all.fixedPoint).toBe(fit.minimizer);
    expect(each.factor.toFixed(4)).toBe('0.5006');
    expect(each.fixedPoint.toFixed(10)).toBe('1.8772923460');
    expect([each.lowest.toFixed(4), each.highest.toFixed(4)]).toEqual(['1.8633', '1.8909']);
  });

  // exact arithmetic on the printed decimals as doubles, rounded once: each of up to 20 factors is rounded three times
  test.each(Object.entries(numpy.lecture))('%s, in exact arithmetic', (name, rows) => {
    for (const { learningRate, ...exact } of rows) {
      const found = fit.contraction(named[name], learningRate);
      const scale = Math.max(1, learningRate / 0.15) ** 2;
      expect(Math.abs(found.factor / exact.factor - 1)).toBeLessThanOrEqual(1e-14 * scale);
      for (const part of ['fixedPoint', 'lowest', 'highest'] as const) {
        expect(Math.abs(found[part] - exact[part])).toBeLessThanOrEqual(1e-15 * scale);
      }
    }
  });

  test.each(['perSample', 'miniBatch5', 'fullBatch'])('%s: measured over ten epochs', (name) => {
    const { factor, fixedPoint } = fit.contraction(named[name], 0.05);
    const run = descend({
      x,
      t,
      w: 0.1,
      learningRate: 0.05,
      epochs: 10,
      record: 'epoch',
      strategy: named[name],
    });
    const distances = Array.from(run.history, ({ w }) => w - fixedPoint);
    for (let k = 0; k < 10; k++) {
      expect(Math.abs(distances[k + 1] / distances[k] - factor)).toBeLessThanOrEqual(1e-12);
    }
  });

  test('per sample is the faster one above 0.0941, and not below', () => {
    const isFaster = (rate: number): boolean => {
      const [each, all] = [perSample(), fullBatch()].map(
        (strategy) => fit.contraction(strategy, rate).factor,
      );
      return Math.abs(each) < Math.abs(all);
    };
    expect([0.05, 0.0941, 0.0942, 0.12].map(isFaster)).toEqual([false, false, true, true]);
  });
});

describe('many weights, as NumPy has them', () => {
  test.each(numpy.many)(
    '[$n, $d]',
    ({ n, d, learningRate, smallestEigenvalue, largestEigenvalue, ...expected }) => {
      const { rows, t } = problem(n, d);
      const fit = leastSquares(rows, t);
      expect(fit.smallestEigenvalue / smallestEigenvalue).toBeCloseTo(1, 11);
      expect(fit.largestEigenvalue / largestEigenvalue).toBeCloseTo(1, 14);
      for (const [name, numbers] of Object.entries(expected)) {
        const found = fit.contraction(named[name], learningRate);
        expect(Math.abs(found.factor / numbers.factor - 1)).toBeLessThanOrEqual(1e-12);
        // NumPy solves with I − A, which is nearly singular: of it the digits of its condition are lost, which is up to 1e3 here
        for (const part of ['fixedPoint', 'lowest', 'highest'] as const) {
          for (let j = 0; j < d; j++) {
            expect(Math.abs(found[part][j] - numbers[part][j])).toBeLessThanOrEqual(1e-11);
          }
        }
      }
    },
  );
});

describe('whatever the data', () => {
  const value = fc.double({ min: -2, max: 2, noNaN: true }).map((v) => Math.round(v * 2 ** 20) / 2 ** 20);
  const samples = fc.array(fc.tuple(value, value), { minLength: 1, maxLength: 12 });
  const rate = fc.double({ min: 0.001, max: 0.2, noNaN: true });
  const small = steady.filter(([, strategy]) => {
    const { dropLast = false } = strategy.epoch(2000, Math.random);
    return !dropLast;
  });

  test.each(small)('%s: an epoch is the map, and its swing is what a run does', (_, strategy) => {
    fc.assert(
      fc.property(samples, rate, value, (pairs, learningRate, w) => {
        const [x, t] = [pairs.map(([x]) => x), pairs.map(([, t]) => t)];
        if (x.every((v) => v === 0)) return;
        const { factor, fixedPoint, lowest, highest } = leastSquares(x, t).contraction(
          strategy,
          learningRate,
        );
        fc.pre(Math.abs(1 - factor) > 1e-3);
        const end = descend({ x, t, w, learningRate, epochs: 1, strategy }).w;
        // the largest number on the way, whose rounding may be multiplied by the updates after it
        const size = 1 + Math.abs(fixedPoint) + Math.abs(w) + Math.abs(highest) + Math.abs(lowest);
        const growth = Math.max(1, ...x.map((v) => Math.abs(1 - 2 * learningRate * v * v))) ** 12;
        expect(Math.abs(end - (fixedPoint + factor * (w - fixedPoint)))).toBeLessThanOrEqual(
          (1e-14 * size * growth) / Math.abs(1 - factor),
        );
        const cycle = descend({ x, t, w: fixedPoint, learningRate, epochs: 1, strategy });
        const ws = Array.from(cycle.history, (entry) => entry.w);
        expect(Math.abs(Math.min(...ws) - lowest)).toBeLessThanOrEqual(
          (1e-14 * size * growth) / Math.abs(1 - factor),
        );
        expect(Math.abs(Math.max(...ws) - highest)).toBeLessThanOrEqual(
          (1e-14 * size * growth) / Math.abs(1 - factor),
        );
      }),
      { numRuns: 200 },
    );
  });

  test('an order of its own, with samples left out and taken twice', () => {
    const strategy: Strategy = { name: 'mine', epoch: () => ({ order: [3, 0, 3, 7, 12], size: 2 }) };
    const { factor, fixedPoint, lowest, highest } = leastSquares(x, t).contraction(strategy, 0.1);
    const run = descend({ x, t, w: 0.1, learningRate: 0.1, epochs: 1, strategy });
    expect(Math.abs(run.w - (fixedPoint + factor * (0.1 - fixedPoint)))).toBeLessThanOrEqual(1e-15);
    const cycle = descend({ x, t, w: fixedPoint, learningRate: 0.1, epochs: 1, strategy });
    const ws = Array.from(cycle.history, ({ w }) => w);
    expect(Math.abs(Math.min(...ws) - lowest)).toBeLessThanOrEqual(1e-15);
    expect(Math.abs(Math.max(...ws) - highest)).toBeLessThanOrEqual(1e-15);
    const full: Strategy = {
      name: 'backwards',
      epoch: (n) => ({ order: Array.from({ length: n }, (_, i) => n - 1 - i), size: n }),
    };
    expect(leastSquares(x, t).contraction(full, 0.1)).toEqual(
      leastSquares(x, t).contraction(fullBatch(), 0.1),
    );
  });

  test('columns that depend on others: along what is theirs alone w never moves, and nothing is said of it', () => {
    const rows = x.map((v) => [1, v, 1 + 2 * v]);
    const fit = leastSquares(rows, t);
    expect(fit.smallestEigenvalue).toBe(0);
    const [each, all] = [fit.contraction(perSample(), 0.01), fit.contraction(fullBatch(), 0.004)];
    const run = descend({
      x: rows,
      t,
      w: each.fixedPoint,
      learningRate: 0.01,
      epochs: 1,
      strategy: perSample(),
    });
    for (const [j, w] of run.w.entries()) expect(Math.abs(w - each.fixedPoint[j])).toBeLessThanOrEqual(1e-14);
    const two = leastSquares(withBias(x), t);
    expect(all.factor).toBeLessThan(1);
    // the space that is left is that of two columns: a run on it shrinks as the factor says
    const history = descend({
      x: rows,
      t,
      w: [0, 0, 0],
      learningRate: 0.01,
      epochs: 400,
      strategy: perSample(),
      record: 'epoch',
    }).history;
    const distance = (k: number): number =>
      Math.hypot(...history.at(k).w.map((w, j) => w - history.at(-1).w[j]));
    expect(distance(60) / distance(59)).toBeCloseTo(each.factor, 4);
    expect(two.minimumCost).toBeCloseTo(fit.minimumCost, 12);
  });

  test('inputs of 0 leave w where it is', () => {
    expect(leastSquares([0, 0], [1, 2]).contraction(perSample(), 0.1)).toEqual({
      factor: 1,
      fixedPoint: 0,
      lowest: 0,
      highest: 0,
    });
    expect(leastSquares([0, 0], [1, 2]).contraction(fullBatch(), 0.1).factor).toBe(1);
  });

  test('a learning rate of 0 does so too', () => {
    const found: Contraction<number> = leastSquares([1, 2], [2, 5]).contraction(perSample(), 0);
    expect(found).toEqual({ factor: 1, fixedPoint: 2.4, lowest: 2.4, highest: 2.4 });
  });

  test('a factor of 1 that moves w on has no fixed point', () => {
    // 1 − 2 · 1 · 1² is −1, twice
    const found = leastSquares([1, 1], [0, 1]).contraction(perSample(), 1);
    expect(found.factor).toBe(1);
    expect(found.fixedPoint).toBeNaN();
  });

  test('sums have the same full batch', () => {
    const found = leastSquares(leastSquaresSums(x, t)).contraction(miniBatch(20), 0.05);
    expect(found).toEqual(leastSquares(x, t).contraction(fullBatch(), 0.05));
  });
});

describe('logOfSpectralRadius', () => {
  const radius = (rows: number[][]): number =>
    Math.exp(logOfSpectralRadius(rows.map((row) => Float64Array.from(row))));

  test.each([
    [
      'a turn by 90 degrees, times 3',
      [
        [0, -3],
        [3, 0],
      ],
      3,
    ],
    [
      'a triangle',
      [
        [0.5, 1e6],
        [0, 0.25],
      ],
      0.5,
    ],
    [
      'a Jordan block',
      [
        [0.9, 1],
        [0, 0.9],
      ],
      0.9,
    ],
    [
      'nothing',
      [
        [0, 0],
        [0, 0],
      ],
      0,
    ],
    [
      'nilpotent',
      [
        [0, 1],
        [0, 0],
      ],
      0,
    ],
    [
      'opposite signs',
      [
        [-2, 0],
        [0, 2],
      ],
      2,
    ],
  ])('%s', (_, rows, expected) => {
    // of a block with one eigenvalue twice half the digits are lost by any method
    expect(Math.abs(radius(rows) - expected)).toBeLessThanOrEqual(1e-12);
  });

  test('of what is not finite it says so', () => {
    expect(radius([[Number.NaN]])).toBeNaN();
    expect(radius([[Infinity]])).toBe(Infinity);
  });
});

test('a row space has orthonormal directions, of columns that are nearly alike as well', () => {
  const nearly = x.map((v) => [1, 1 + 1e-7 * v, 2 + 1e-7 * v, v * 1e-7]);
  const basis = rowSpace(
    fitData(float64(Float64Array.from(nearly.flat()), [20, 4]), float64(Float64Array.from(t)), 1),
  );
  expect(basis.length).toBeLessThan(4);
  expectOrthonormal(basis);
  // rows of the root that are nearly parallel
  const skew = x.map((v) => [v, 1e8 * v + 1, 1e8 * v + 1]);
  expectOrthonormal(
    rowSpace(fitData(float64(Float64Array.from(skew.flat()), [20, 3]), float64(Float64Array.from(t)), 1)),
  );
});

function expectOrthonormal(basis: Float64Array[]): void {
  for (const [i, a] of basis.entries()) {
    for (const [j, b] of basis.entries()) {
      const product = a.reduce((sum, value, k) => sum + value * b[k], 0);
      expect(Math.abs(product - (i === j ? 1 : 0))).toBeLessThanOrEqual(1e-15);
    }
  }
}

test('solveSquare takes the largest pivots', () => {
  const rows = [
    [1e-20, 1],
    [1, 1],
  ].map((row) => Float64Array.from(row));
  expect([...solveSquare(rows, Float64Array.of(1, 2))]).toEqual([1, 1]);
});

// biome-ignore lint/suspicious/noExplicitAny: the wrong kinds are the point
const any = (value: unknown): any => value;
const fit = leastSquares(x, t);
testMessages({
  contraction: [
    [
      () => fit.contraction(perSample({ shuffle: true }), 0.05),
      'RangeError: leastSquares.contraction: strategy must draw no random numbers, got perSample, which draws',
    ],
    [
      () => fit.contraction(fullBatch(), -1),
      'RangeError: leastSquares.contraction: learningRate must be a finite number of at least 0, got -1',
    ],
    [
      () => fit.contraction(fullBatch(), any('fast')),
      'TypeError: leastSquares.contraction: learningRate must be a number, got the string "fast"',
    ],
    [
      () => fit.contraction(any(null), 0.1),
      'TypeError: leastSquares.contraction: strategy must be an object, got null',
    ],
    [
      () => fit.contraction(any({ name: 'none' }), 0.1),
      'TypeError: leastSquares.contraction: strategy.epoch must be a function, got undefined',
    ],
    [
      () => leastSquares(leastSquaresSums(x, t)).contraction(miniBatch(5), 0.1),
      'RangeError: leastSquares.contraction: strategy must make one batch of all 20 samples on sums, which hold no single ones, got miniBatch, with 4 of 5',
    ],
  ],
});
