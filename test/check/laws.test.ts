// What must hold of the check for functions of many kinds, scales and offsets; the derivatives are known in closed form.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkGradient, checkModel } from '../../src/check/index.ts';
import { linearRegression, randn, seededRandom, uniform } from '../../src/index.ts';
import { logistic, tanhUnits } from '../support/models.ts';

/** A cost of one weight, with its derivative. */
interface Smooth {
  cost(w: number): number;
  slope(w: number): number;
}

const finite = (low: number, high: number): fc.Arbitrary<number> =>
  fc.double({ min: low, max: high, noNaN: true });
const power = (low: number, high: number): fc.Arbitrary<number> =>
  finite(low, high).map((exponent) => 10 ** exponent);
const amount = fc.tuple(fc.constantFrom(-1, 1), finite(0.1, 3)).map(([sign, size]) => sign * size);

const smooth: Record<string, fc.Arbitrary<Smooth>> = {
  cubic: fc.array(amount, { minLength: 4, maxLength: 4 }).map(([a, b, c, d]) => ({
    cost: (w) => ((a * w + b) * w + c) * w + d,
    slope: (w) => (3 * a * w + 2 * b) * w + c,
  })),
  sine: fc.tuple(amount, power(-1, 2), amount).map(([a, b, c]) => ({
    cost: (w) => a * Math.sin(b * w + c),
    slope: (w) => a * b * Math.cos(b * w + c),
  })),
  exponential: fc.tuple(amount, amount).map(([a, b]) => ({
    cost: (w) => a * Math.exp(b * w),
    slope: (w) => a * b * Math.exp(b * w),
  })),
  squares: fc.array(fc.tuple(amount, amount), { minLength: 3, maxLength: 20 }).map((points) => ({
    cost: (w) => points.reduce((sum, [x, t]) => sum + (t - x * w) ** 2, 0),
    slope: (w) => points.reduce((sum, [x, t]) => sum + 2 * x * (x * w - t), 0),
  })),
  logistic: fc
    .array(fc.tuple(amount, fc.constantFrom(0, 1)), { minLength: 3, maxLength: 20 })
    .map((points) => ({
      cost: (w) => points.reduce((sum, [x, t]) => sum + Math.log1p(Math.exp(x * w)) - t * x * w, 0),
      slope: (w) => points.reduce((sum, [x, t]) => sum + x * (1 / (1 + Math.exp(-x * w)) - t), 0),
    })),
};

describe.each(Object.entries(smooth))('a %s', (_, functions) => {
  test('is found correct with its own derivative, at most 60 costs looked at', () => {
    fc.assert(
      fc.property(functions, finite(-3, 3), power(-12, 12), ({ cost, slope }, at, scale) => {
        const report = checkGradient({ cost: (w) => scale * cost(w), gradient: (w) => scale * slope(w), at });
        expect(report.verdict).not.toBe('wrong');
        // about a point where it is level by chance, a small slope may not be told from none; and at a root of the cost the
        // smallest steps see little but the rounding inside it, which may look like a kink
        const isPlain = Math.abs(slope(at)) > 1e-3 && Math.abs(cost(at)) > 1e-10;
        if (isPlain) expect(report).toMatchObject({ verdict: 'correct', reasons: [] });
        if (report.verdict !== 'correct') return;
        // the Taylor remainder takes some more, once in a check
        expect(report.evaluations).toBeLessThanOrEqual(60 + 14 + 3);
        const [{ numeric, bound }] = report.entries;
        // the closed form rounds as well: to a few units in the last place of its largest term
        expect(Math.abs(numeric - scale * slope(at))).toBeLessThanOrEqual(8 * bound + 1e-12 * scale * 1e3);
      }),
    );
  });

  test('is never found correct with zeros or the wrong sign, at any scale and offset', () => {
    const offsets = fc.oneof(
      fc.constant(0),
      power(-3, 10),
      power(-3, 10).map((value) => -value),
    );
    fc.assert(
      fc.property(functions, finite(-3, 3), power(-12, 12), offsets, ({ cost, slope }, at, scale, offset) => {
        fc.pre(Math.abs(slope(at)) > 1e-3);
        const moved = (w: number): number => scale * cost(w) + offset;
        expect(checkGradient({ cost: moved, gradient: () => 0, at }).verdict).not.toBe('correct');
        expect(checkGradient({ cost: moved, gradient: (w) => -scale * slope(w), at }).verdict).not.toBe(
          'correct',
        );
        expect(checkGradient({ cost: moved, gradient: (w) => scale * slope(w), at }).verdict).not.toBe(
          'wrong',
        );
      }),
      { numRuns: 200 },
    );
  });
});

test('a thousand right models are never found wrong', () => {
  const random = seededRandom('models');
  const counts = { correct: 0, inconclusive: 0, wrong: 0 };
  const kinds = [
    ...(['sum', 'mean', 'half', 'half-mean'] as const).map((reduction) => linearRegression({ reduction })),
    logistic,
    tanhUnits,
  ];
  for (let i = 0; i < 1000; i++) {
    const model = kinds[i % kinds.length];
    const [n, d] = [1 + Math.floor(8 * random()), Math.floor(4 * random())];
    const x = d === 0 ? randn(n, random) : randn([n, d], random);
    const t = model === logistic ? randn(n, random).data.map((value) => Number(value > 0)) : randn(n, random);
    const w = d === 0 ? randn(1, random).get(0) : uniform(-2, 2, d, random);
    counts[checkModel(model, { x, t, w }).verdict] += 1;
  }
  expect(counts.wrong).toBe(0);
  // a residual that happens to be tiny leaves a row that is all rounding
  expect(counts.correct).toBeGreaterThan(990);
});
