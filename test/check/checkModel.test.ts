import ndarray from 'ndarray';
import { describe, expect, test } from 'vitest';
import { checkModel, type Mistake } from '../../src/check/index.ts';
import { linearRegression, type Model, withBias } from '../../src/index.ts';
import { float64 } from '../../src/internal/float64.ts';
import { each, models } from '../support/implementations.ts';
import { logistic, tanhUnits } from '../support/models.ts';
import { x as inputs, t as targets } from '../support/points.ts';

const one = { x: inputs.map((value) => value - 0.4), t: targets, w: 0.7 };
const many = { x: withBias(one.x), t: targets, w: [0.3, -0.8] };
const [sum, mean, halfMean] = (['sum', 'mean', 'half-mean'] as const).map((reduction) =>
  linearRegression({ reduction }),
);

/** A model whose gradient's rows are changed: each value by its input, its target, its weight and the batch. */
const changed = (
  model: Model,
  change: (row: number, k: number, batch: { x: number[]; t: number[]; w: number }) => number,
): Model => ({
  ...model,
  gradient(w, x, t) {
    const rows = model.gradient(w, x, t).data as Float64Array;
    const batch = { x: [...x.data], t: [...t.data], w: typeof w === 'number' ? w : Number.NaN };
    return float64(
      rows.map((row, k) => change(row, k, batch)),
      [...x.shape],
    );
  },
});
/** A model whose gradient's rows are moved about. */
const moved = (model: Model, move: (rows: number[]) => number[]): Model => ({
  ...model,
  gradient: (w, x, t) =>
    float64(Float64Array.from(move([...(model.gradient(w, x, t).data as Float64Array)])), [...x.shape]),
});

describe.each(each(models))('%s', (_, model) => {
  test('is correct in one weight and in many, and says how it was looked at', () => {
    for (const data of [one, many]) {
      expect(checkModel(model, data)).toMatchObject({
        verdict: 'correct',
        reasons: [],
        samples: 20,
        sum: { verdict: 'correct' },
      });
    }
  });
});

test.each([logistic, tanhUnits])('models with an activation are correct', (model) => {
  const t = targets.map((value) => Number(value > 1));
  expect(checkModel(model, { ...one, t }).verdict).toBe('correct');
  expect(checkModel(model, { ...many, t }).verdict).toBe('correct');
});

test('views are taken, and left as they are', () => {
  const store = Float64Array.from(one.x.flatMap((value) => [value, 99]));
  const x = ndarray(store, [20], [2]);
  const before = [...store];
  expect(checkModel(sum, { ...one, x }).verdict).toBe('correct');
  expect([...store]).toEqual(before);
});

const mistakes: [name: string, mistake: Mistake, model: Model][] = [
  ['wrong sign', 'wrong-sign', changed(sum, (row) => -row)],
  ['a factor of 2 too many', 'extra-factor-2', changed(sum, (row) => 2 * row)],
  ['the ½ of the cost forgotten', 'missing-half', changed(halfMean, (row) => 2 * row)],
  ['a factor of 2 missing', 'missing-factor-2', changed(sum, (row) => row / 2)],
  ['a mean for a sum', 'mean-for-sum', changed(sum, (row, _, { t }) => row / t.length)],
  ['a sum for a mean', 'sum-for-mean', changed(mean, (row, _, { t }) => row * t.length)],
  ['the learning rate left in', 'learning-rate', changed(sum, (row) => 0.03 * row)],
  ['x forgotten', 'x-forgotten', changed(sum, (row, k, { x }) => row / x[k])],
  ['t forgotten', 'target-forgotten', changed(sum, (_, k, { x, w }) => 2 * x[k] * x[k] * w)],
  [
    'wrong where x is negative',
    'wrong-where-negative',
    changed(sum, (row, k, { x }) => (x[k] < 0 ? -row : row)),
  ],
  ['the samples reversed', 'reversed', moved(sum, (rows) => rows.reverse())],
  ['the samples shifted', 'off-by-one', moved(sum, (rows) => [...rows.slice(-1), ...rows.slice(0, -1)])],
  [
    'the mean of the rows in each',
    'right-in-sum',
    moved(sum, (rows) => rows.map(() => rows.reduce((a, b) => a + b) / rows.length)),
  ],
  [
    'the sum in place of rows',
    'already-summed',
    {
      ...sum,
      gradient: (w, x, t) => float64(Float64Array.of(sum.gradient(w, x, t).data.reduce((a, b) => a + b))),
    },
  ],
  [
    'the activation forgotten',
    'activation-forgotten',
    {
      ...tanhUnits,
      gradient: (w, x, t) =>
        float64(
          x.data.map((value, i) => 2 * value * (tanhUnits.nn(x, w).get(i) - t.get(i))),
          [...x.shape],
        ),
    },
  ],
];

test.each(mistakes)('names %s', (_, mistake, model) => {
  const report = checkModel(model, one);
  expect(report.verdict).toBe('wrong');
  expect(report.diagnosis[0].code).toBe(mistake);
});

test.each([
  ['the bias forgotten', 'bias-missing', changed(sum, (row, k) => (k % 2 === 0 ? 0 : row))],
  ['x forgotten', 'x-forgotten', moved(sum, (rows) => rows.map((_, k) => rows[k - (k % 2)]))],
  [
    'the weights swapped',
    'swapped',
    moved(sum, (rows) => rows.map((_, k) => rows[k % 2 === 0 ? k + 1 : k - 1])),
  ],
] as [string, Mistake, Model][])('names %s in many weights', (_, mistake, model) => {
  const report = checkModel(model, many);
  expect(report.verdict).toBe('wrong');
  expect(report.diagnosis[0].code).toBe(mistake);
});

test('rows that are wrong, and right in sum, are wrong', () => {
  const report = checkModel(
    moved(sum, (rows) => rows.reverse()),
    one,
  );
  expect(report).toMatchObject({ verdict: 'wrong', sum: { verdict: 'correct' } });
  expect(report.diagnosis.map(({ code }) => code)).toContain('right-in-sum');
});

test('a gradient that is wrong in a batch of one alone is found there', () => {
  const model = changed(sum, (row, _, { t }) => (t.length === 1 ? 2 * row : row));
  expect(checkModel(model, one)).toMatchObject({ verdict: 'wrong', samples: 1 });
});

test('an entry is told by its place among all samples, and the point as it was given', () => {
  // wrong in smaller batches alone, and there for the last sample only
  const last = one.x[19];
  const model = changed(sum, (row, k, { x, t }) => (t.length < 20 && x[k] === last ? 3 * row : row));
  const { verdict, samples, worst, message } = checkModel(model, one);
  expect({ verdict, samples, index: worst?.index }).toEqual({ verdict: 'wrong', samples: 10, index: 19 });
  expect(message).toContain('only entry 19 is wrong');
  expect(message).toContain('to reproduce: seed 0, at [0.7]');
});

test('a model that writes into its arguments is told by the name of the function', () => {
  const model: Model = {
    ...sum,
    cost(y, t) {
      const value = sum.cost(y, t);
      y.set(0, 0);
      return value;
    },
  };
  const report = checkModel(model, one);
  expect(report).toMatchObject({ verdict: 'inconclusive', reasons: ['mutates-its-argument'] });
  expect(report.message).toContain('(model.cost)');
});

test('many samples are looked at in groups, and a wrong row among them is found', () => {
  const x = Float64Array.from({ length: 700 }, (_, i) => Math.sin(i));
  const data = { x, t: x.map((value, i) => 2 * value + 0.1 * Math.cos(5 * i)), w: 0.7 };
  expect(checkModel(sum, data).verdict).toBe('correct');
  const report = checkModel(
    changed(sum, (row, k) => (k === 357 ? 1.1 * row : row)),
    data,
  );
  expect(report).toMatchObject({ verdict: 'wrong', worst: { index: 357 } });
});
