import type { NdArray } from 'ndarray';

/** Any typed array of numbers; BigInt arrays are not numbers. */
export type TypedArray =
  | Float64Array
  | Float32Array
  | Int8Array
  | Int16Array
  | Int32Array
  | Uint8Array
  | Uint8ClampedArray
  | Uint16Array
  | Uint32Array;

/** A vector: a plain or a typed array. */
export type Vector = readonly number[] | TypedArray;

/** What counts as an array: a vector [n], nested rows [n, d], or an ndarray of any strides, offset and number type. */
export type ArrayInput = Vector | readonly Vector[] | NdArray;

/** What comes back: a fresh float64 ndarray. */
export type Float64NdArray = NdArray<Float64Array>;

/** A float64 ndarray [n], where the type can say so: it then says of least squares that there is one weight. */
export type Float64Vector = Float64NdArray & { shape: [n: number] };

/** A float64 ndarray [n, d], where the type can say so: it then says of least squares that there are many weights. */
export type Float64Matrix = Float64NdArray & { shape: [n: number, d: number] };

/** A value that survives `JSON.parse(JSON.stringify(value))`. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/**
 * A source of randomness: a function of no arguments that returns numbers in [0, 1), 0 included and 1 excluded.
 * `Math.random` is one; `seededRandom(seed)` and `numpyRandom(seed)` make others. What a source has beside that is used
 * where it is there.
 */
export interface RandomSource {
  (): number;
  /** The next 32 random bits, as a whole number from 0 to 2³² − 1: `integers` and `permutation` then draw as NumPy does. */
  word?(): number;
  /** The next standard normal: `randn` then takes these, and a source may keep the second of a pair for the next call. */
  normal?(): number;
  /** Fills `values` with what as many calls of `normal` would give, in less time. */
  normals?(values: Float64Array): void;
  /** Where the stream stands, as plain JSON: a run can then be saved, and resumed to the bit. */
  state?(): Json;
}

/** One weight, or many: what an {@link Entry} and a {@link Descent} hold. */
export type Weights = number | Float64Array;

/**
 * What is fitted. The loop always hands over arrays, for a batch of one too: `x` [n] or [n, d], `t` [n], and `w` as a
 * number or as an ndarray [d]. The gradient has one row per sample, and the batch's gradient is the sum of its rows.
 */
export interface Model {
  /** The prediction y [n]. */
  nn(x: Float64NdArray, w: number | Float64NdArray): NdArray;
  /** The cost of predictions y [n] for targets t [n]: one number. */
  cost(y: NdArray, t: Float64NdArray): number;
  /** The derivative of each sample's part of the cost: [n] for one weight, [n, d] for d weights. */
  gradient(w: number | Float64NdArray, x: Float64NdArray, t: Float64NdArray): NdArray;
  /**
   * For squared error only: the number c for which the Hessian of the cost over n samples is c Σ x xᵀ.
   * With it a run that diverges can name the learning rate's limit; without it the run claims none.
   */
  curvature?: ((n: number) => number) | undefined;
  /**
   * Makes updates fast: adds to `gradient` [d] the sum of the rows that `gradient(w, x, t)` gives for the samples from
   * `from` up to, not including, `to`, added in NumPy's order. x and t may be the caller's own, with any strides, and are
   * only read. Without it each batch is copied, and its rows summed by the loop.
   */
  accumulate?:
    | ((
        gradient: Float64Array,
        w: Float64Array,
        x: Float64NdArray,
        t: Float64NdArray,
        from: number,
        to: number,
      ) => void)
    | undefined;
  /**
   * Makes recording fast: all that `cost(nn(x, w), t)` needs of the data, told once. x and t may be the caller's own, and
   * are only read. Without it each recorded cost is summed over the data.
   */
  summarize?: ((x: Float64NdArray, t: Float64NdArray) => CostCurve) | undefined;
  /** The same of the sums alone, with the gradient: without it there is no descending on sums. */
  summarizeSums?: ((sums: LeastSquaresSums) => CostSurface) | undefined;
  /**
   * Makes one weight's plain descent sample after sample fast: w ← w − learningRate · gradient for the samples `from` up to
   * `to` of `order`, or of 0 … n − 1 where that is undefined. Each new w is written to `path`, from index `at` on; `w` [1] stays.
   */
  descendSamples?:
    | ((
        path: Float64Array,
        at: number,
        w: Float64Array,
        learningRate: number,
        x: Float64NdArray,
        t: Float64NdArray,
        order: ArrayLike<number> | undefined,
        from: number,
        to: number,
      ) => void)
    | undefined;
}

/** The cost over all the data, as a function of w alone. */
export interface CostCurve {
  /** The cost of the weights that stand in `w` from index `at` on. */
  cost(w: Float64Array, at: number): number;
}

/** A cost with its gradient, as functions of w alone. */
export interface CostSurface extends CostCurve {
  /** Adds to `gradient` [d] that of the cost at w [d]. */
  accumulate(gradient: Float64Array, w: Float64Array): void;
}

/**
 * All that least squares needs of the data, as plain JSON: the number of samples and sums over them. Sums add: those of two
 * halves, added entry by entry, are those of the whole.
 */
export interface LeastSquaresSums<W extends Weights = Weights> {
  /** The number of samples. */
  n: number;
  /** Σ x², or for d inputs Σ xⱼxₖ as d rows of d. */
  xx: W extends number ? number : number[][];
  /** Σ x t, or for d inputs Σ xⱼt. */
  xt: W extends number ? number : number[];
  /** Σ t². */
  tt: number;
}

/** One epoch: an order of samples, cut into batches of `size`. */
export interface Epoch {
  /** Sample indices from 0 to n − 1; left out, it is 0, 1, …, n − 1. The loop reads them until the epoch is over. */
  order?: ArrayLike<number> | undefined;
  /** Samples in a batch; the last batch takes what is left. */
  size: number;
  /** Leave out the last batch where it is smaller than `size`. */
  dropLast?: boolean | undefined;
}

/** When w is updated: an order of samples cut into batches, and nothing else. */
export interface Strategy {
  /** Names it in messages. */
  name: string;
  /** Asked once an epoch, with the number of samples and the run's source of randomness. */
  epoch(n: number, random: RandomSource): Epoch;
}

/** How far w moves: the loop subtracts the `deltaW` that `update` fills in. */
export interface Rule<State = unknown> {
  /** Names it in messages, and tells the states of one rule from those of another. */
  name: string;
  /** The state before the first update of d weights: plain JSON, so that a run can be saved. */
  init(d: number): State;
  /** Fills `deltaW` [d] from the batch's `gradient` [d] and the learning rate; may change `state`. */
  update(deltaW: Float64Array, gradient: Readonly<Float64Array>, learningRate: number, state: State): void;
}

/** The learning rate as a function of the step; `schedule(0)` serves the first update. */
export type Schedule = (step: number) => number;

/** One point of the history: w after `step` updates and `epoch` completed epochs, and the cost of that w over all the data. */
export interface Entry<W extends Weights = Weights> {
  /** Updates made. */
  step: number;
  /** Epochs completed. */
  epoch: number;
  /** A number, or a fresh Float64Array [d]. */
  w: W;
  /** The cost of this w over all the data. */
  cost: number;
}
