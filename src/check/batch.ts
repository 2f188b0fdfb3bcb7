import type { NdArray } from 'ndarray';
import { wrongKind, wrongValue } from '../internal/assert.ts';
import { float64 } from '../internal/float64.ts';
import { isSameShape, words } from '../internal/views.ts';
import type { Float64NdArray, Model } from '../types.ts';
import { type Numbers, readNumbers } from './forms.ts';
import type { Watch } from './subject.ts';

/** A model's functions over one batch: handed fresh ndarrays as the loop hands them, and read as plain numbers. */
export interface Batch {
  samples: number;
  x: Numbers;
  t: Numbers;
  /** The predictions of all samples, or of some. */
  nn(w: Readonly<Float64Array>, rows?: readonly number[]): Float64Array;
  /** The cost of predictions of all samples, for their own targets or for others. */
  cost(y: Readonly<Float64Array>, t?: Numbers): number;
  /** What the model returns, as it is. */
  gradient(w: Readonly<Float64Array>): unknown;
}

/** All samples that a model is checked on. */
export interface Data {
  x: Numbers;
  t: Numbers;
  /** Whether w is a vector, and x has rows. */
  isVector: boolean;
}

/** Some samples of x and t as a batch; `watch` is told which function wrote into its arguments. */
export function batchOf(
  who: string,
  model: Model,
  data: Data,
  indices: readonly number[],
  watch: Watch,
): Batch {
  const pick = ({ values, shape }: Numbers, rows: readonly number[]): Numbers => {
    const width = values.length / shape[0];
    const picked = rows.flatMap((i) => [...values.subarray(i * width, (i + 1) * width)]);
    return { values: Float64Array.from(picked), shape: [rows.length, ...shape.slice(1)] };
  };
  const [x, t] = [pick(data.x, indices), pick(data.t, indices)];
  const weights = (w: Readonly<Float64Array>): number | Float64NdArray =>
    data.isVector ? float64(w.slice()) : w[0];
  const array = ({ values, shape }: Numbers): Float64NdArray => float64(values.slice(), [...shape]);

  /** Calls one function of the model on arrays of its own, and looks at them afterwards. */
  const call = <T>(name: string, run: (...args: never[]) => T, args: unknown[]): T => {
    const before = args.map((arg) => readNumbers(arg)?.values);
    const result = run(...(args as never[]));
    const changed = args.some((arg, i) =>
      readNumbers(arg)?.values.some((value, k) => !Object.is(value, before[i]?.[k])),
    );
    if (changed) watch.mutates ??= `model.${name}`;
    return result;
  };
  return {
    samples: indices.length,
    x,
    t,
    nn(w, rows = indices.map((_, i) => i)) {
      const y: NdArray = call('nn', model.nn.bind(model), [array(pick(x, rows)), weights(w)]);
      const numbers = readNumbers(y);
      if (numbers === undefined) throw wrongKind(who, 'the result of model.nn', 'be an array of numbers', y);
      if (!isSameShape(numbers.shape, [rows.length])) {
        throw wrongValue(
          who,
          'the result of model.nn',
          `have shape ${words([rows.length])}`,
          words(numbers.shape),
        );
      }
      return numbers.values;
    },
    cost: (y, targets = t) => call('cost', model.cost.bind(model), [float64(y.slice()), array(targets)]),
    gradient: (w) => call('gradient', model.gradient.bind(model), [weights(w), array(x), array(t)]),
  };
}
