import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  descend,
  leastSquares,
  leastSquaresSums,
  miniBatch,
  perSample,
  seededRandom,
  type Weights,
  withBias,
} from '../../src/index.ts';
import { float64 } from '../../src/internal/float64.ts';
import { exactCost } from '../support/exact.ts';
import { t, x } from '../support/points.ts';
import { type Problem, problems, sets } from '../support/problems.ts';

const norm = (values: readonly number[]): number => Math.sqrt(values.reduce((sum, v) => sum + v * v, 0));

/** |√q − √d| in units of what is promised: 5e-14 √d + 4 · 2⁻⁵³ √Σt². */
function off(q: number, d: number, t: readonly number[]): number {
  return Math.abs(Math.sqrt(q) - Math.sqrt(d)) / (5e-14 * Math.sqrt(d) + 4 * 2 ** -53 * norm(t));
}

/** How many digits of `exact` a number has, and 17 where it is equal. */
function digits(value: number, exact: string): number {
  if (value === Number(exact)) return 17;
  return -Math.log10(Math.abs(value - Number(exact)) / Math.abs(Number(exact)));
}

describe("the lecture's points", () => {
  const fit = leastSquares(x, t);

  test('the learning rates follow from Σx²', () => {
    // 1 / Σx² in Python's fractions, rounded once; NumPy's 1 / (x ** 2).sum() is one unit in the last place below
    expect(fit.maxLearningRate).toBe(0.1492985765173038);
    expect(fit.bestLearningRate).toBe(0.1492985765173038 / 2);
    expect(fit.hessian).toBe(2 * 6.6979875048179);
  });

  test('the minimizer is where full batch ends, and its cost the least', () => {
    expect(fit.minimizer).toBeCloseTo(1.8770815064, 10);
    const run = descend({ x, t, w: 0, learningRate: fit.bestLearningRate, epochs: 60 });
    expect(Math.abs(run.w - fit.minimizer)).toBeLessThanOrEqual(2 ** -51);
    expect(off(run.cost, fit.minimumCost, t)).toBeLessThan(1);
  });

  test('just below the limit a run converges, and above it grows', () => {
    const end = (learningRate: number): number => descend({ x, t, w: 0, learningRate, epochs: 200 }).cost;
    expect(end(0.98 * fit.maxLearningRate)).toBeLessThan(1.001 * fit.minimumCost);
    expect(end(1.02 * fit.maxLearningRate)).toBeGreaterThan(fit.cost(0));
  });
});

describe.each(sets)('NIST $name', (set) => {
  const { rows, t, exact, attainableDigits, residualSumOfSquares, attainableDigitsOfResidual } = set;
  const fit = leastSquares<Weights>(rows[0].length === 1 ? rows.map(([x]) => x) : rows, t);
  const minimizer = typeof fit.minimizer === 'number' ? [fit.minimizer] : [...fit.minimizer];
  const cost = (w: number[]): number => fit.cost(typeof fit.minimizer === 'number' ? w[0] : w);

  test('every digit of the minimizer that doubles allow', () => {
    minimizer.forEach((weight, j) => {
      // the attainable digits are those of one rounding: half a digit lies between two such
      expect(digits(weight, exact[j])).toBeGreaterThan(Math.min(attainableDigits[j], 16) - 0.5);
    });
  });

  test('the cost equals exact arithmetic at the minimizer, near it and far from it', () => {
    const at = [minimizer, minimizer.map(() => 0)];
    for (let k = 0; k < 15; k++) {
      at.push(minimizer.map((weight, j) => weight * (1 + 10 ** -k * Math.sin(3 * j + k))));
      at.push(minimizer.map((weight, j) => weight + 10 ** -k * Math.cos(5 * j + k)));
    }
    for (const w of at) expect(off(cost(w), exactCost(rows, t, w), t)).toBeLessThan(1);
    const least = exactCost(rows, t, minimizer);
    expect(off(fit.minimumCost, least, t)).toBeLessThan(1);
    // the rounding of the data moves the minimum as well
    const allowed = attainableDigitsOfResidual > 17 ? 0 : 10 ** -attainableDigitsOfResidual;
    const certified = Number(residualSumOfSquares);
    expect(Math.abs(fit.minimumCost - certified)).toBeLessThanOrEqual(2 * allowed * certified + 1e-25);
  });
});

test.each(['NoInt1', 'NoInt2'])('%s has all its digits', (name) => {
  const [{ x, t, exact }] = sets.filter((set) => set.name === name);
  expect(digits(leastSquares(x as number[], t).minimizer, exact[0])).toBeGreaterThanOrEqual(14);
});

describe.each([1, 2, 3, 6])('random problems of %i weights', (d) => {
  const inputs = ({ rows }: Problem): number[] | number[][] => (d === 1 ? rows.map(([x]) => x) : rows);

  test('the cost of any w is as exact as promised', () => {
    fc.assert(
      fc.property(problems(d, { min: d + 1, max: 40 }), (problem) => {
        const fit = leastSquares(inputs(problem), problem.t);
        for (const w of problem.at) {
          const q = fit.cost(d === 1 ? w[0] : w);
          expect(off(q, exactCost(problem.rows, problem.t, w), problem.t)).toBeLessThan(1);
        }
      }),
    );
  });

  test('so is every cost that a run of more than 128 samples records', () => {
    fc.assert(
      fc.property(
        problems(d, { min: 129, max: 300 }),
        fc.constantFrom(perSample(), miniBatch(64)),
        (problem, strategy) => {
          const x = inputs(problem);
          const { maxLearningRate } = leastSquares(x, problem.t);
          for (const start of problem.at.slice(1)) {
            const { history } = descend({
              ...{ x, t: problem.t, w: d === 1 ? start[0] : start, strategy },
              ...{ learningRate: 0.5 * maxLearningRate, epochs: 1 },
            });
            for (const k of [0, 1, 2, Math.floor(history.length / 2), history.length - 1]) {
              const { w, cost } = history.at(k);
              const weights = typeof w === 'number' ? [w] : w;
              expect(off(cost, exactCost(problem.rows, problem.t, weights), problem.t)).toBeLessThan(1);
            }
          }
        },
      ),
      { numRuns: 25 },
    );
  });
});

describe('columns that nearly or wholly depend on others', () => {
  const n = 200;
  const column = Array.from({ length: n }, (_, i) => Math.sin(i) + 2);
  const t = column.map((value, i) => 3 * value + Math.cos(7 * i));

  test.each([1e-2, 1e-4, 1e-6, 1e-7, 1e-8, 1e-9, 1e-12, 1e-15, 0])('by %f', (gap) => {
    const rows = column.map((value, i) => [value, value + gap * Math.cos(i), 1]);
    const fit = leastSquares(rows, t);
    const { history } = descend({ x: rows, t, w: [5, -5, 1], learningRate: 1e-4, epochs: 5 });
    for (const w of [[...fit.minimizer], [0, 0, 0], [1e6, -1e6, 0], [1.5, 1.5, 1e-8]]) {
      expect(off(fit.cost(w), exactCost(rows, t, w), t)).toBeLessThan(1);
    }
    for (const { w, cost } of history) expect(off(cost, exactCost(rows, t, w), t)).toBeLessThan(1);
  });

  test('however rounding falls: whole numbers, differences that are small, a complement', () => {
    for (let seed = 0; seed < 100; seed++) {
      const random = seededRandom(seed);
      const whole = (): number => Math.floor(10 * random());
      const tables = [
        Array.from({ length: 12 }, () => [1000 + whole(), whole()]).map(([a, b]) => [a, b, b - a]),
        Array.from({ length: 30 }, () => [1 + random() / 256, 1 + random() / 256]).map(([a, b]) => [
          a,
          b,
          b - a,
        ]),
        Array.from({ length: 300 }, () => 0.5 + random() / 2).map((a) => [1, a, 1 - a]),
        Array.from({ length: 4 }, () => Array.from({ length: 6 }, random)),
      ];
      for (const rows of tables) {
        const rank = rows.length === 4 ? 4 : 2;
        const fit = leastSquares(rows, rows.map(random));
        expect([...fit.minimizer.subarray(rank)]).toEqual(Array(rows[0].length - rank).fill(0));
        expect(fit.bestLearningRate).toBeLessThan(fit.maxLearningRate);
      }
    }
  });

  test('a matrix whose pivots do not show how near to singular it is', () => {
    const d = 48;
    const random = seededRandom(3);
    const scale = Array.from({ length: d }, () => 1 + random());
    const rows = scale.map((s, i) => Array.from({ length: d }, (_, j) => (j < i ? 0 : j === i ? s : -s)));
    while (rows.length < 129) rows.push(Array(d).fill(0));
    const w = Array.from({ length: d }, (_, j) => (j === d - 1 ? 1 : 2 ** (d - 2 - j)));
    const t = rows.map(() => 0);
    const { cost } = descend({ x: rows, t, w, learningRate: 0, epochs: 0 });
    expect(off(cost, exactCost(rows, t, w), t)).toBeLessThan(1);
  });

  test('the cost is that of the data as they were', () => {
    const rows = Array.from({ length: 5 }, (_, i) => [i, i, 1]);
    const x = withBias(rows.map(([value]) => value));
    const targets = Float64Array.of(1, 2, 4, 3, 5);
    const { cost } = leastSquares(float64(Float64Array.from(rows.flat()), [5, 3]), targets);
    const inPlace = leastSquares(x, targets);
    const before = [cost([1, 2, 3]), inPlace.cost([1, 2])];
    x.data.fill(7);
    targets.fill(9);
    expect([cost([1, 2, 3]), inPlace.cost([1, 2])]).toEqual(before);
  });

  test('of a column that is another the weight is 0, and the rest is fitted', () => {
    const twice = leastSquares(
      column.map((value) => [value, value]),
      t,
    );
    const once = leastSquares(column, t);
    expect([...twice.minimizer]).toEqual([once.minimizer, 0]);
    // twice the Hessian's eigenvalue: both weights move, each as one would alone
    expect(twice.maxLearningRate / once.maxLearningRate).toBeCloseTo(0.5, 12);
    expect(twice.bestLearningRate / twice.maxLearningRate).toBeCloseTo(0.5, 12);
  });

  test('inputs that are all 0 fit with weight 0, at any learning rate', () => {
    const fit = leastSquares([0, 0], [3, 4]);
    expect([fit.minimizer, fit.minimumCost, fit.hessian, fit.cost(7)]).toEqual([0, 25, 0, 25]);
    expect([fit.maxLearningRate, fit.bestLearningRate]).toEqual([Infinity, Infinity]);
  });
});

describe('sums alone', () => {
  test('lose nothing of the minimizer and the Hessian', () => {
    for (const { rows, t } of sets.filter(({ rows }) => rows[0].length < 3)) {
      const whole =
        rows[0].length === 1
          ? leastSquares(
              rows.map(([x]) => x),
              t,
            )
          : leastSquares(rows, t);
      const x = rows[0].length === 1 ? rows.map(([x]) => x) : rows;
      const alone = leastSquares<Weights>(leastSquaresSums(x, t));
      const pairs = [whole.minimizer, alone.minimizer].map((w) => (typeof w === 'number' ? [w] : [...w]));
      // sums rounded to 2⁻⁵³, of a Gram matrix whose pivots are above 0.1 of its diagonal
      for (const [j, w] of pairs[0].entries()) {
        expect(Math.abs(pairs[1][j] - w)).toBeLessThanOrEqual(1e-12 * Math.abs(w));
      }
      expect(alone.maxLearningRate).toBe(whole.maxLearningRate);
    }
  });

  test('of a good fit they lose the minimum, which may come out below 0', () => {
    // t = 0.1 + x on points far off: Σt² is 1e8 times the square of the residuals
    const x = Array.from({ length: 50 }, (_, i) => 1000 + i / 7);
    const found = [1, 2, 3, 4, 5, 6, 7, 8].map((seed) => {
      const t = x.map((value, i) => 2.1 * value + 1e-6 * Math.sin(i * seed));
      return leastSquares(leastSquaresSums(x, t)).minimumCost;
    });
    const size = 50 * 2100 ** 2 * 2 ** -52;
    for (const minimum of found) expect(Math.abs(minimum)).toBeLessThan(4 * size);
    expect(Math.min(...found)).toBeLessThan(0);
    const t = x.map((value, i) => 2.1 * value + 1e-6 * Math.sin(i));
    expect(leastSquares(x, t).minimumCost).toBeGreaterThan(1e-11);
  });
});
