import { assertFunction, assertObject, assertOptions, wrongKind, wrongValue } from '../internal/assert.ts';
import { float64 } from '../internal/float64.ts';
import { isSameShape, words } from '../internal/views.ts';
import type { ArrayInput, Model } from '../types.ts';
import { batchOf, type Data } from './batch.ts';
import { chainOf } from './chain.ts';
import { type CheckSettings, readSettings, settingNames } from './checkGradient.ts';
import { type Form, type Numbers, readNumbers } from './forms.ts';
import { examine, type GradientReport } from './report.ts';
import { type Subject, type Watch, watched } from './subject.ts';

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
  const sum = examine(sumSubject(who, model, data, n, w), settings);
  const further = sum.verdict === 'correct' ? [{ code: 'right-in-sum' as const, numbers: {} }] : [];
  // a batch of another size tells a mean from a sum that happens to agree, and a batch of one is what perSample hands over
  const reports = [...new Set([n, Math.ceil(n / 2), 1])].map((samples) => ({
    ...examine(rowsSubject(who, model, data, samples, w), settings, further),
    samples,
    sum,
  }));
  const all = [...reports, { ...sum, samples: n, sum }];
  const shown = all.reduce((a, b) => (rank[b.verdict] > rank[a.verdict] ? b : a));
  return { ...shown, evaluations: all.reduce((total, { evaluations }) => total + evaluations, 0) };
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
function sumSubject(who: string, model: Model, data: Data, n: number, w: Numbers): Subject {
  const watch: Watch = { evaluations: 0 };
  const batch = batchOf(who, model, data, n, watch);
  const gradient = (values: Float64Array): unknown => {
    const sums = new Float64Array(values.length);
    readNumbers(batch.gradient(values))?.values.forEach((value, k) => {
      sums[k % sums.length] += value;
    });
    return float64(sums, [...w.shape]);
  };
  return watched(who, flat(w), { cost: (values) => batch.cost(batch.nn(values, 0, n)), gradient }, watch);
}

/**
 * The cost as a function of one copy of w for each sample. Where all copies agree, its gradient is what the rows should be, in
 * every reduction, and for every model whose prediction of a sample looks at that sample alone.
 */
function rowsSubject(who: string, model: Model, data: Data, n: number, w: Numbers): Subject {
  const watch: Watch = { evaluations: 0 };
  const batch = batchOf(who, model, data, n, watch);
  const d = w.values.length;
  const copies = (values: Readonly<Float64Array>): Float64Array =>
    Float64Array.from({ length: n * d }, (_, k) => values[k % d]);
  const known: { w: Float64Array; y: number }[] = [];
  const cost = (values: Float64Array): number => {
    for (let i = 0; i < n; i++) {
      if (known[i]?.w.every((weight, j) => Object.is(weight, values[i * d + j]))) continue;
      const own = values.slice(i * d, (i + 1) * d);
      known[i] = { w: own, y: batch.nn(own, i, i + 1)[0] };
    }
    return batch.cost(Float64Array.from(known, ({ y }) => y));
  };
  const form = flat({ values: copies(w.values), shape: [n, ...w.shape] });
  const gradient = (values: Float64Array): unknown => batch.gradient(values.slice(0, d));
  return { ...watched(who, form, { cost, gradient }, watch), project: copies, data: chainOf(batch, d) };
}
