// Least-squares problems to hold the quadratic against a sum over the data.
import fc from 'fast-check';
import { randn, seededRandom, uniform } from '../../src/index.ts';
import nist from '../reference/nist/linear.json' with { type: 'json' };
import { exactPower } from './exact.ts';

/** Rows [n][d] and targets, with weights to look at. */
export interface Problem {
  rows: number[][];
  t: number[];
  at: number[][];
}

/** Random problems of d weights: noise from 0 to 1e3, inputs of one size or of very different ones, weights near and far. */
export function problems(d: number, samples: { min: number; max: number }): fc.Arbitrary<Problem> {
  return fc
    .record({
      n: fc.integer(samples),
      seed: fc.nat(),
      noise: fc.constantFrom(0, 1e-12, 1e-6, 1e-3, 0.1, 1, 1e3),
      scale: fc.constantFrom(0, 1, 3),
      offset: fc.constantFrom(0, 1, 1e3),
      far: fc.constantFrom(1e-14, 1e-9, 1e-3, 1, 1e4),
    })
    .map(({ n, seed, noise, scale, offset, far }) => {
      const random = seededRandom(seed);
      const inputs = uniform(-1, 1, [n, d], random).data;
      const noises = randn(n, random).data;
      const truth = Array.from(randn(d, random).data, (value) => 3 * value);
      const rows = Array.from({ length: n }, (_, i) =>
        truth.map((_, j) => (inputs[i * d + j] + offset) * 10 ** (scale * j)),
      );
      const t = rows.map((row, i) => row.reduce((sum, x, j) => sum + x * truth[j], 0) + noise * noises[i]);
      const around = (size: number): number[] => truth.map((weight) => weight + size * (random() - 0.5));
      return { rows, t, at: [truth, around(far), around(far), truth.map(() => 0)] };
    });
}

/** The design matrix of each of NIST's sets: its column, a polynomial with or without a constant, or Longley's six inputs. */
export const sets: {
  name: string;
  x: unknown[];
  rows: number[][];
  t: number[];
  exact: string[];
  attainableDigits: number[];
  residualSumOfSquares: string;
  attainableDigitsOfResidual: number;
}[] = Object.entries(nist).flatMap(([name, set]) => {
  if (typeof set === 'string') return [];
  const rows = (set.x as (number | number[])[]).map((x) => {
    if (typeof x !== 'number') return [1, ...x];
    const d = set.exact.length;
    return set.design === 'X = [x]' ? [x] : Array.from({ length: d }, (_, k) => exactPower(x, k));
  });
  return [{ name, ...set, rows }];
});
