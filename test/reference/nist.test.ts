import { describe, expect, test } from 'vitest';
import { descend, momentum, withBias } from '../../src/index.ts';
import nist from './nist/nist.json' with { type: 'json' };

/** How many digits of `exact` a number has. */
function digits(value: number, exact: string): number {
  return -Math.log10(Math.abs(value - Number(exact)) / Math.abs(Number(exact)));
}

const sumOfSquares = (x: number[]): number => x.reduce((sum, value) => sum + value * value, 0);

describe.each([
  ['NoInt1', nist.NoInt1],
  ['NoInt2', nist.NoInt2],
] as const)('%s', (_, { x, t, exact, residualSumOfSquares, runs }) => {
  test('descent reaches the certified weight', () => {
    // below the best rate 1 / 2Σx², so that it closes in step by step: 0.2 ^ 100 is far below a rounding
    const run = descend({ x, t, w: 0, learningRate: 0.4 / sumOfSquares(x), epochs: 100 });
    // one weight is as well conditioned as a problem can be: 14 digits, NIST certifies 15
    expect(digits(run.w, exact[0])).toBeGreaterThan(14);
    expect(digits(run.cost, residualSumOfSquares)).toBeGreaterThan(14);
  });

  test.each(runs)('every w and cost at learning rate $lr', ({ lr, w, cost }) => {
    const { history } = descend({ x, t, w: 0, learningRate: lr, epochs: 30 });
    const path = [...history];
    // the data are whole numbers; an update rounds about n + 3 times, n at most 11, and 30 updates whose factor is at
    // most 1.05 in size add such errors up to less than 45 of them: 45 · 2⁻⁵² is 1e-14; the cost, a square, doubles it
    path.forEach((entry, i) => {
      expect(Math.abs(entry.w - w[i])).toBeLessThanOrEqual(1e-14 * Math.abs(w[i]));
      expect(Math.abs(entry.cost - cost[i])).toBeLessThanOrEqual(2e-14 * cost[i]);
    });
  });
});

describe('Norris, with a bias', () => {
  const { x, t, exact, residualSumOfSquares } = nist.Norris;

  test('with x centred and scaled, descent reaches 12 digits', () => {
    // standardized, both eigenvalues are n and the descent is over in dozens of epochs. Going back to raw units
    // subtracts b₁ · mean (429.7) from t's mean (429.4) for a bias of −0.26: three digits are lost of doubles' 15.9
    const n = x.length;
    const mean = x.reduce((sum, value) => sum + value, 0) / n;
    const scale = Math.sqrt(sumOfSquares(x.map((value) => value - mean)) / n);
    const standardized = withBias(x.map((value) => (value - mean) / scale));
    const run = descend({ x: standardized, t, w: [0, 0], learningRate: 0.45 / n, epochs: 60 });
    const slope = run.w[1] / scale;
    expect(digits(slope, exact[1])).toBeGreaterThan(12);
    expect(digits(run.w[0] - slope * mean, exact[0])).toBeGreaterThan(12);
    expect(digits(run.cost, residualSumOfSquares)).toBeGreaterThan(12);
  });

  test('on the raw data it needs momentum, and reaches 12 digits', () => {
    // the eigenvalues of XᵀX are 7·10⁵ apart: plain descent would need ten million epochs, Polyak's momentum needs the
    // square root of that. The weights then carry the rounding of the gradient times the condition, about 1e-13
    const [smallest, largest] = [14.442814103754525, 10563574.917185897].map((value) => Math.sqrt(2 * value));
    const run = descend({
      x: withBias(x),
      t,
      w: [0, 0],
      learningRate: 4 / (smallest + largest) ** 2,
      epochs: 20_000,
      record: 20_000,
      rule: momentum({ momentum: ((largest - smallest) / (largest + smallest)) ** 2 }),
    });
    expect(digits(run.w[0], exact[0])).toBeGreaterThan(12);
    expect(digits(run.w[1], exact[1])).toBeGreaterThan(12);
    expect(digits(run.cost, residualSumOfSquares)).toBeGreaterThan(12);
  });
});
