import type { Batch } from './batch.ts';
import type { Data, Seen } from './evidence.ts';
import { readNumbers } from './forms.ts';
import { type Line, searchSlope } from './slope.ts';

// the samples among which the largest is looked for
const looked = 32;

/** The links of a model's chain rule, each by differences: with one left out, what would the gradient's rows be? */
export function chainOf(
  batch: Batch,
  w: Readonly<Float64Array>,
  batchOfOne: (i: number) => Batch,
): Omit<Data, 'isRightInSum'> {
  const d = w.length;
  const { samples, x, t } = batch;
  const none = { values: new Float64Array(samples), shape: [samples] };
  const slopeOf = (at: number, f: (value: number) => number): number => {
    // a model may refuse predictions that no weights would give
    const valueAt = (value: number): number => {
      try {
        return f(value);
      } catch {
        return Number.NaN;
      }
    };
    const line: Line = {
      origin: valueAt(at),
      grain: () => 0,
      unit: Math.abs(at) || 1,
      exactly: (h) => at + h - at,
      at: (s) => valueAt(at + s),
    };
    return searchSlope(line).found.value;
  };
  const replace = (values: Readonly<Float64Array>, i: number, value: number): Float64Array =>
    values.map((old, k) => (k === i ? value : old));
  /** Of one sample: the derivative of the cost by its prediction, with t and without, and of the prediction by each weight. */
  const links = (
    values: Readonly<Float64Array>,
    i: number,
  ): { outer: number; bare: number; inner: number[]; x: number[] } => {
    const w = values.slice(0, d);
    const y = batch.nn(w);
    const [outer, bare] = [t, none].map((targets) =>
      slopeOf(y[i], (value) => batch.cost(replace(y, i, value), targets)),
    );
    const inner = Array.from(w, (weight, j) =>
      slopeOf(weight, (value) => batch.nn(replace(w, j, value), [i])[0]),
    );
    return { outer, bare, inner, x: [...x.values.slice(i * d, (i + 1) * d)] };
  };
  const known = new Map<Seen, ReturnType<typeof links>[]>();
  const of = (seen: Seen, k: number): ReturnType<typeof links> => {
    const all = known.get(seen) ?? [];
    known.set(seen, all);
    const i = Math.floor(k / d);
    all[i] ??= links(seen.values, i);
    return all[i];
  };
  /** How the prediction answers to x w: 1 for a linear model, the derivative of its activation for others. */
  const activation = ({ inner, x: input }: ReturnType<typeof links>): number => {
    const size = input.reduce((sum, value) => sum + value * value, 0);
    return input.reduce((sum, value, j) => sum + value * inner[j], 0) / size;
  };
  return {
    samples,
    inputOf: (k) => x.values[k],
    factorAlone() {
      const steepest = Array.from({ length: Math.min(samples, looked) }, (_, i) => {
        const { outer, inner } = links(w, i);
        const [size, j] = inner.reduce(
          ([top, at], value, k) => (Math.abs(value) > top ? [Math.abs(value), k] : [top, at]),
          [0, 0],
        );
        return { i, j, size: Math.abs(outer) * size };
      }).reduce((a, b) => (b.size > a.size ? b : a));
      const { i, j } = steepest;
      const one = batchOfOne(i);
      const slope = slopeOf(w[j], (value) => one.cost(one.nn(replace(w, j, value))));
      const factor = (readNumbers(one.gradient(w))?.values[j] ?? Number.NaN) / slope;
      return Number.isFinite(factor) && factor !== 0 ? factor : undefined;
    },
    hasHalf() {
      // of one sample a mean is a sum
      const one = batchOfOne(0);
      const [y] = one.nn(new Float64Array(d).fill(0.5));
      const outer = slopeOf(y, (value) => one.cost(Float64Array.of(value)));
      return Math.abs(outer - (y - t.values[0])) <= 1e-6 * Math.abs(outer);
    },
    forgotten: () => [
      { code: 'target-forgotten', predict: (seen, k) => of(seen, k).bare * of(seen, k).inner[k % d] },
      { code: 'x-forgotten', predict: (seen, k) => of(seen, k).outer * activation(of(seen, k)) },
      { code: 'activation-forgotten', predict: (seen, k) => of(seen, k).outer * of(seen, k).x[k % d] },
    ],
  };
}
