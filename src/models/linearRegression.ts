import { assertOptions, describe, wrongKind, wrongValue } from '../internal/assert.ts';
import { float64 } from '../internal/float64.ts';
import { accumulate } from '../internal/kernels/accumulate.ts';
import { descendSamples } from '../internal/kernels/descendSamples.ts';
import { gradientRows } from '../internal/kernels/gradientRows.ts';
import { sumOfSquares } from '../internal/kernels/sumOfSquares.ts';
import { fitSums } from '../internal/quadratic/fit.ts';
import { summarize } from '../internal/quadratic/summarize.ts';
import { readBeside, readPair, readSamples } from '../internal/samples.ts';
import { nn } from '../primitives/nn.ts';
import type { ArrayInput, Float64NdArray, Model } from '../types.ts';

/** Which squared error: with ½ or without, a sum or a mean over the samples. */
export type Reduction = 'sum' | 'mean' | 'half' | 'half-mean';

/** {@link linearRegression} as a {@link Model}; its functions take every form of array that the primitives take. */
export interface LinearRegression extends Model {
  /** The convention that was asked for. */
  readonly reduction: Reduction;
  nn(x: ArrayInput, w: number | ArrayInput): Float64NdArray;
  cost(y: ArrayInput, t: ArrayInput): number;
  gradient(w: number | ArrayInput, x: ArrayInput, t: number | ArrayInput): Float64NdArray;
  curvature(n: number): number;
  /** As in {@link Model}. Inherited, as the three below: a model spread from this one is without them. */
  accumulate: NonNullable<Model['accumulate']>;
  /** As in {@link Model}. */
  summarize: NonNullable<Model['summarize']>;
  /** As in {@link Model}. */
  summarizeSums: NonNullable<Model['summarizeSums']>;
  /** As in {@link Model}. */
  descendSamples: NonNullable<Model['descendSamples']>;
}

type Capabilities = Pick<LinearRegression, 'accumulate' | 'summarize' | 'summarizeSums' | 'descendSamples'>;

// what each reduction multiplies the derivative of a square by, and whether it divides by n
const conventions = {
  sum: { factor: 2, mean: false },
  mean: { factor: 2, mean: true },
  half: { factor: 1, mean: false },
  'half-mean': { factor: 1, mean: true },
} as const;

/**
 * Linear regression: y = x w with squared error, in the four conventions in use.
 *
 * | reduction | cost | gradient, one row per sample | curvature(n) |
 * |---|---|---|---|
 * | `'sum'`, the default and the lecture's | Σᵢ (tᵢ − yᵢ)² | 2xᵢ (yᵢ − tᵢ) | 2 |
 * | `'mean'` | Σᵢ (tᵢ − yᵢ)² / n | 2xᵢ (yᵢ − tᵢ) / n | 2 / n |
 * | `'half'` | ½ Σᵢ (tᵢ − yᵢ)² | xᵢ (yᵢ − tᵢ) | 1 |
 * | `'half-mean'` | Σᵢ (tᵢ − yᵢ)² / 2n | xᵢ (yᵢ − tᵢ) / n | 1 / n |
 *
 * n is the number of samples handed over: in a run, those of the batch. In each convention the rows sum to the gradient
 * of the cost, and `curvature(n)` Σᵢ xᵢxᵢᵀ is its Hessian.
 *
 * @param options - `reduction`, `'sum'` where it is left out
 * @returns the model, without state; the shapes of its functions are those of `nn`, `cost` and `gradient`
 * @throws RangeError for another reduction; from `cost` and `gradient` also for a mean over no samples
 * @throws TypeError where options are not an object, or reduction is not a string
 * @example
 * ```ts
 * import { linearRegression } from 'gradus';
 * const model = linearRegression({ reduction: 'half-mean' });
 * const [x, t] = [[1, 2], [2, 5]];
 * console.log(model.cost(model.nn(x, 3), t)); // 0.5
 * console.log(model.gradient(3, x, t).data); // Float64Array(2) [ 0.5, 1 ]
 * ```
 */
export function linearRegression(options: { reduction?: Reduction | undefined } = {}): LinearRegression {
  assertOptions('linearRegression', options, ['reduction']);
  const { reduction = 'sum' } = options;
  if (typeof reduction !== 'string')
    throw wrongKind('linearRegression', 'reduction', 'be a string', reduction);
  if (!Object.hasOwn(conventions, reduction)) {
    throw wrongValue(
      'linearRegression',
      'reduction',
      `be 'sum', 'mean', 'half' or 'half-mean'`,
      describe(reduction),
    );
  }
  const { factor, mean } = conventions[reduction];
  const divisor = (who: string, name: string, n: number): number => {
    if (mean && n === 0) throw wrongValue(who, name, 'have at least 1 sample to take the mean of', 0);
    return mean ? n : 1;
  };
  const model = {
    reduction,
    nn,
    cost(y: ArrayInput, t: ArrayInput): number {
      const pair = readPair('cost', y, t);
      const n = pair.y.shape[0];
      return sumOfSquares(1, pair.y, pair.t, 0, n) / ((2 / factor) * divisor('cost', 'y', n));
    },
    gradient(w: number | ArrayInput, x: ArrayInput, t: number | ArrayInput): Float64NdArray {
      const samples = readSamples('gradient', x, w);
      const targets = readBeside('gradient', 't', t, 'x', samples.perSample);
      const n = divisor('gradient', 'x', samples.n);
      return float64(gradientRows(samples, targets, factor, n), [...samples.x.shape]);
    },
    curvature: (n: number): number => factor / (mean ? n : 1),
  };
  // of squares over which the cost of n samples is their sum
  const over = (n: number): number => (2 / factor) * (mean ? n : 1);
  const capabilities: Capabilities = {
    accumulate(gradient, w, x, t, from, to) {
      accumulate(gradient, w, x, t, from, to, factor, mean ? to - from : 1);
    },
    summarize: (x, t) => summarize(x, t, over(x.shape[0])),
    summarizeSums: (sums) => fitSums(sums, over(sums.n)).quadratic,
    // a batch of one is its own mean
    descendSamples(path, at, w, learningRate, x, t, order, from, to) {
      descendSamples(path, at, w, learningRate, x, t, order, from, to, factor);
    },
  };
  // inherited, so that a model spread from this one is without them, and frozen, so that nothing is assigned beside them:
  // they would compute this one's gradient, not the new one's
  return Object.freeze(Object.assign(Object.create(capabilities) as Capabilities, model));
}
