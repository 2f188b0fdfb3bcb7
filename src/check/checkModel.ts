import { assertFunction, assertObject, assertOptions, wrongKind, wrongValue } from '../internal/assert.ts';
import { float64 } from '../internal/float64.ts';
import { isSameShape, words } from '../internal/views.ts';
import type { ArrayInput, Model } from '../types.ts';
import { type Batch, batchOf, type Data } from './batch.ts';
import { chainOf } from './chain.ts';
import { type CheckSettings, readSettings, settingNames } from './checkGradient.ts';
import { type Form, type Numbers, readNumbers } from './forms.ts';
import { examine, type GradientReport } from './report.ts';
import { newWatch, type Subject, watched } from './subject.ts';

/** What {@link checkModel} looks at. */
export interface ModelCheck extends CheckSettings {
  /** The inputs, [n] for one weight or [n, d] for d. */
  x: ArrayInput;
  /** The targets, one per sample. */
  t: ArrayInput;
  /** The weight or the weights at which to check. */
  w: number | ArrayInput;
}

/** What a check of a model found: about the rows of its gradient, in the batch that shows most, and about their sum. */
export interface ModelReport extends GradientReport {
  /** How many samples that batch has. */
  samples: number;
  /** The sum of all rows beside the slope of the whole cost. */
  sum: GradientReport;
}

/**
 * Checks a model's gradient against its own cost and predictions, sample by sample and in sum.
 *
 * Row i must be the derivative of the whole cost by w where w meets sample i alone, ∂/∂w cost(y₁, …, nn(xᵢ, w), …, yₙ), which
 * is the same in words for a sum, a mean and a half of either; the rows' sum must be the derivative of cost(nn(x, w), t).
 * Both are looked at in the whole batch, the rows also in the half with the largest rows and in the largest alone: the loop
 * hands a model batches of every size. The model gets fresh ndarrays, as in the loop. What {@link checkGradient} says of
 * verdicts, bounds and mistakes holds here too; since x and t are known, a part that was left out of the chain rule is
 * named as well.
 *
 * @param model - nn, cost and gradient
 * @param options - `x` [n] with a number `w`, or [n, d] with `w` [d]; `t` [n]; and the settings of {@link checkGradient}
 * @returns the report on the rows of the batch that shows most; its `sum` is the report on their sum
 * @throws TypeError where an argument is of the wrong kind, or the model returns no numbers
 * @throws RangeError where shapes do not belong together, or the data are not finite
 * @throws Error where the model throws; its own error is the `cause`
 * @example
 * ```ts
 * import { linearRegression } from 'gradus';
 * import { checkModel } from 'gradus/check';
 * const model = linearRegression();
 * const data = { x: [0.9, -0.3, 0.7], t: [1.8, -0.6, 1.6], w: 0.5 };
 * console.log(checkModel(model, data).verdict); // correct
 * const mine = { ...model, gradient: linearRegression({ reduction: 'mean' }).gradient };
 * console.log(checkModel(mine, data).diagnosis[0].code); // mean-for-sum
 * ```
 */
export function checkModel(model: Model, options: ModelCheck): ModelReport {
  const who = 'checkModel';
  assertObject(who, 'model', model);
  for (const name of ['nn', 'cost', 'gradient'])
    assertFunction(who, `model.${name}`, model[name], 'be a function');
  assertOptions(who, options, ['x', 't', 'w', ...settingNames]);
  const settings = readSettings(who, options);
  const [x, t, w] = (['x', 't', 'w'] as const).map((name) => readData(who, name, options[name]));
  const n = x.shape[0] ?? 0;
  if (w.shape.length > 1) throw wrongValue(who, 'w', 'be a number or a vector', `shape ${words(w.shape)}`);
  if (x.shape.length !== w.shape.length + 1 || (w.shape.length === 1 && x.shape[1] !== w.shape[0])) {
    const form =
      w.shape.length === 0
        ? 'be a vector where w is a number'
        : `have ${w.shape[0]} columns like w has weights`;
    throw wrongValue(who, 'x', form, `shape ${words(x.shape)}`);
  }
  if (!isSameShape(t.shape, [n]))
    throw wrongValue(who, 't', `have ${n} samples like x`, `shape ${words(t.shape)}`);

  const data = { x, t, isVector: w.shape.length === 1 };
  const all = Array.from(t.values, (_, i) => i);
  const sum = examine(sumSubject(who, model, data, all, w), settings);
  const rows = (indices: readonly number[], isRightInSum = false): ModelReport => ({
    ...examine(rowsSubject(who, model, data, indices, w, isRightInSum), settings),
    samples: indices.length,
    sum,
  });
  const whole = rows(all, sum.verdict === 'correct');
  // batches of other sizes tell a mean from a sum that happens to agree; of one is what perSample hands over. The samples with
  // the largest rows are taken: one with x = 0 alone would show nothing
  const size = new Float64Array(n);
  for (const { index, numeric } of whole.entries) {
    const [i] = [index].flat();
    size[i] = Math.max(size[i], Math.abs(numeric) || 0);
  }
  const largest = (count: number): number[] =>
    [...all]
      .sort((i, j) => size[j] - size[i])
      .slice(0, count)
      .sort((i, j) => i - j);
  const counts = [...new Set([Math.ceil(n / 2), 1])].filter((count) => count < n);
  const reports = [whole, ...counts.map((count) => rows(largest(count))), { ...sum, samples: n, sum }];
  const shown = reports.reduce((a, b) => (rank[b.verdict] > rank[a.verdict] ? b : a));
  const evaluations = reports.reduce((total, report) => total + report.evaluations, 0);
  return { ...shown, evaluations };
}

const rank = { correct: 0, inconclusive: 1, wrong: 2 };

function readData(who: string, name: string, value: unknown): Numbers {
  const numbers = readNumbers(value);
  if (numbers === undefined) throw wrongKind(who, name, 'hold numbers, in rows of one length', value);
  if (numbers.values.length === 0) throw wrongValue(who, name, 'hold at least one number', 'none');
  const bad = numbers.values.findIndex((number) => !Number.isFinite(number));
  if (bad >= 0) throw wrongValue(who, name, 'be finite', numbers.values[bad]);
  return numbers;
}

/** The point of a check as the flat list of numbers that it is. */
function flat({ values, shape }: Numbers): Form<Float64Array> {
  return { values, shape, make: (fresh) => Float64Array.from(fresh), round: (value) => value };
}

/** The whole cost over w, and the sum of the gradient's rows. */
function sumSubject(who: string, model: Model, data: Data, indices: readonly number[], w: Numbers): Subject {
  const watch = newWatch();
  const batch = batchOf(who, model, data, indices, watch);
  const gradient = (values: Float64Array): unknown => {
    const sums = new Float64Array(values.length);
    readNumbers(batch.gradient(values))?.values.forEach((value, k) => {
      sums[k % sums.length] += value;
    });
    return float64(sums, [...w.shape]);
  };
  return watched(who, flat(w), { cost: (values) => batch.cost(batch.nn(values)), gradient }, watch);
}

/**
 * The cost as a function of one copy of w for each sample. Where all copies agree, its gradient is what the rows should be, in
 * every reduction, and for every model whose prediction of a sample looks at that sample alone.
 */
function rowsSubject(
  who: string,
  model: Model,
  data: Data,
  indices: readonly number[],
  w: Numbers,
  isRightInSum: boolean,
): Subject {
  const watch = newWatch();
  const batch = batchOf(who, model, data, indices, watch);
  const [n, d] = [indices.length, w.values.length];
  const copies = (values: Readonly<Float64Array>): Float64Array =>
    Float64Array.from({ length: n * d }, (_, k) => values[k % d]);
  const known: { w: Float64Array; y: number }[] = [];
  const cost = (values: Float64Array): number => {
    for (let i = 0; i < n; i++) {
      if (known[i]?.w.every((weight, j) => Object.is(weight, values[i * d + j]))) continue;
      const own = values.slice(i * d, (i + 1) * d);
      known[i] = { w: own, y: batch.nn(own, [i])[0] };
    }
    return batch.cost(Float64Array.from(known, ({ y }) => y));
  };
  const form = flat({ values: copies(w.values), shape: [n, ...w.shape] });
  const gradient = (values: Float64Array): unknown => batch.gradient(values.slice(0, d));
  const single = (i: number): Batch => batchOf(who, model, data, [indices[i]], watch);
  return {
    ...watched(who, form, { cost, gradient }, watch),
    place: w.values,
    // a batch may be some of the samples: its rows are told by their place among all
    indexOf(k) {
      const row = indices[Math.floor(k / d)];
      return w.shape.length === 0 ? row : [row, k % d];
    },
    project: copies,
    data: { ...chainOf(batch, w.values, single), isRightInSum },
  };
}
