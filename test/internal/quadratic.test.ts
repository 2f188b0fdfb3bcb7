// What the laws over random problems do not reach: very many samples, numbers of extreme size, points that lie on a line.
import { describe, expect, test } from 'vitest';
import { cost, descend, nn } from '../../src/index.ts';
import { float64 } from '../../src/internal/float64.ts';
import { residualMoments } from '../../src/internal/kernels/residualMoments.ts';
import { Parabola } from '../../src/internal/quadratic/Parabola.ts';
import { exactDot } from '../support/exact.ts';

test('the sums of a hundred thousand samples err by no more than those of a block', () => {
  const n = 100_001;
  // all alike: what the addition of each block loses has the same sign
  const x = new Float64Array(n).fill(0.1);
  const t = new Float64Array(n).fill(0.7);
  const { xx, xr, rr } = residualMoments(0.5, float64(x), float64(t));
  const residual = x.map((value, i) => t[i] - value * 0.5);
  for (const [found, exact] of [
    [xx, exactDot(x, x)],
    [xr, exactDot(x, residual)],
    [rr, exactDot(residual, residual)],
  ]) {
    expect(Math.abs(found - exact)).toBeLessThanOrEqual(70 * 2 ** -53 * exact);
  }
});

test('of points on a line the least cost is never below 0', () => {
  for (let k = 0; k < 300; k++) {
    // inputs that are all alike make the residuals alike, and then nothing but rounding is left of the minimum
    const x = float64(new Float64Array(130).fill(k % 2 === 0 ? 0.1 : 1 / 3));
    const t = nn(x, 1 + k / 7);
    const { minimumCost } = new Parabola(x, t, 1) as unknown as { minimumCost: number };
    expect(minimumCost).toBeGreaterThanOrEqual(0);
  }
});

test('data of which a square overflows are descended on all the same', () => {
  const rows = Array.from({ length: 200 }, (_, i) => [i === 0 ? 1e302 : 0, i / 200]);
  const t = rows.map(() => 1);
  const w = [1e-302, 0];
  const run = descend({ x: rows, t, w, learningRate: 0, epochs: 0 });
  expect(run.cost).toBe(cost(nn(rows, w), t));
});

describe('inputs whose squares leave the doubles', () => {
  test.each([1e-170, 1e-140, 1e140, 1e160])('of size %f: the costs are sums over the data', (size) => {
    const x = Float64Array.from({ length: 200 }, (_, i) => size * (1 + Math.sin(i)));
    const t = x.map((value, i) => 3 * (value / size) + Math.cos(i));
    const { history } = descend({ x, t, w: 2 / size, learningRate: 0, epochs: 2 });
    for (const entry of history) expect(entry.cost).toBe(cost(nn(x, entry.w), t));
  });
});
