import { assertNumber, wrongKind, wrongValue } from '../internal/assert.ts';
import { assertFiniteView } from '../internal/finite.ts';
import { float64 } from '../internal/float64.ts';
import { gather, read, take } from '../internal/ndarrays.ts';
import { sumRows } from '../internal/sums.ts';
import { isSameShape, words } from '../internal/views.ts';
import type { CostCurve, CostSurface, Float64NdArray, LeastSquaresSums, Model } from '../types.ts';
import { type Batches, batchEnd, batchIndices } from './batches.ts';

/** What a walk goes down on: the cost of any w, and the gradient of any batch. */
interface Objective extends CostCurve {
  /** The number of samples. */
  readonly n: number;
  readonly model: Model;
  /** Adds to `gradient` that of batch k. */
  accumulate(gradient: Float64Array, w: Float64Array, batches: Batches, k: number): void;
}

/** A batch in arrays of its own, with the gradient row by row. */
export interface Batch {
  indices: number[];
  x: Float64NdArray;
  t: Float64NdArray;
  gradient: Float64NdArray;
}

/** A model's cost and gradient on data: by its capabilities where it has them, and otherwise by its three functions. */
export class DataObjective implements Objective {
  readonly n: number;
  readonly model: Model;
  readonly x: Float64NdArray;
  readonly t: Float64NdArray;
  private readonly who: string;
  private readonly isScalar: boolean;
  private readonly curve: CostCurve | undefined;
  // the batch of the last update, where it had to be made
  private made: Batch | undefined;
  // where the samples of a batch in another order are brought together
  private gathered: { x: Float64NdArray; t: Float64NdArray } | undefined;

  constructor(who: string, model: Model, x: Float64NdArray, t: Float64NdArray, isScalar: boolean) {
    this.who = who;
    this.isScalar = isScalar;
    this.model = model;
    this.x = x;
    this.t = t;
    this.n = x.shape[0];
    this.curve = model.summarize?.(x, t);
    if (this.curve !== undefined && typeof this.curve?.cost !== 'function') {
      throw wrongKind(who, 'the result of model.summarize', 'have a function cost', this.curve);
    }
  }

  /** Refuses data that are not finite, with the first such index. */
  assertFinite(): void {
    assertFiniteView(this.who, 'x', this.x);
    assertFiniteView(this.who, 't', this.t);
  }

  cost(w: Float64Array, at: number): number {
    const { curve, model, who } = this;
    if (curve === undefined) {
      const cost = model.cost(this.predict(this.x, w), this.t);
      assertNumber(who, 'the result of model.cost', cost);
      return cost;
    }
    const cost = curve.cost(w, at);
    assertNumber(who, 'the cost that model.summarize gives', cost);
    return cost;
  }

  /** Whether the model can make updates in one go, and their costs be told without its functions. */
  get canSweep(): boolean {
    return this.model.descendSamples !== undefined && this.curve !== undefined;
  }

  /** Fills in the costs of as many single weights; gives how many, up to the first that is not finite. */
  fillCosts(costs: Float64Array, weights: Float64Array, at: number, count: number): number {
    const curve = this.curve as CostCurve;
    for (let k = 0; k < count; k++) {
      const cost = curve.cost(weights, at + k);
      if (!Number.isFinite(cost) || !Number.isFinite(weights[at + k])) return k;
      costs[at + k] = cost;
    }
    return count;
  }

  accumulate(gradient: Float64Array, w: Float64Array, batches: Batches, k: number): void {
    const { model } = this;
    if (model.accumulate === undefined) {
      this.made = this.take(w, batches, k);
      const sum = sumRows(this.made.gradient);
      for (let j = 0; j < gradient.length; j++) gradient[j] += sum[j];
      return;
    }
    const [from, to] = [k * batches.size, batchEnd(batches, k)];
    if (batches.order === undefined) {
      model.accumulate(gradient, w, this.x, this.t, from, to);
      return;
    }
    const { x, t } = this.room(Math.min(batches.size, batches.length), to - from);
    gather(x, this.x, batches.order, from, to);
    gather(t, this.t, batches.order, from, to);
    model.accumulate(gradient, w, x, t, 0, to - from);
  }

  /** The batch of the update just made, which started at these weights. */
  batch(w: Float64Array, batches: Batches, k: number): Batch {
    return this.made ?? this.take(w, batches, k);
  }

  /** The model's predictions, one per sample. */
  predict(x: Float64NdArray, w: Float64Array): Float64NdArray {
    return this.readResult('model.nn', this.model.nn(x, this.forModel(w)), [x.shape[0]]);
  }

  private take(w: Float64Array, batches: Batches, k: number): Batch {
    const indices = batchIndices(batches, k);
    const x = take(this.x, indices);
    const t = take(this.t, indices);
    const shape = this.isScalar ? [indices.length] : [indices.length, w.length];
    const rows = this.model.gradient(this.forModel(w), x, t);
    return { indices, x, t, gradient: this.readResult('model.gradient', rows, shape) };
  }

  /** Where the samples of a batch are brought together: room for `most`, made anew where it has not room for `length`. */
  private room(most: number, length: number): { x: Float64NdArray; t: Float64NdArray } {
    if (this.gathered !== undefined && this.gathered.t.data.length >= length) return this.gathered;
    const indices = new Uint8Array(most);
    this.gathered = { x: take(this.x, indices), t: take(this.t, indices) };
    return this.gathered;
  }

  /** Weights as a model takes them: a number, or a fresh ndarray [d]. */
  private forModel(w: Float64Array): number | Float64NdArray {
    return this.isScalar ? w[0] : float64(w.slice());
  }

  private readResult(method: string, result: unknown, shape: number[]): Float64NdArray {
    const view = read(this.who, `the result of ${method}`, result);
    if (isSameShape(view.shape, shape)) return view;
    throw wrongValue(this.who, `the result of ${method}`, `have shape ${words(shape)}`, words(view.shape));
  }
}

/** A model's cost and gradient on sums alone: all the samples are one batch. */
export class SumsObjective implements Objective {
  readonly n: number;
  readonly model: Model;
  readonly sums: LeastSquaresSums;
  private readonly surface: CostSurface;

  constructor(model: Model, surface: CostSurface, sums: LeastSquaresSums) {
    this.n = sums.n;
    this.model = model;
    this.sums = sums;
    this.surface = surface;
  }

  cost(w: Float64Array, at: number): number {
    return this.surface.cost(w, at);
  }

  accumulate(gradient: Float64Array, w: Float64Array): void {
    this.surface.accumulate(gradient, w);
  }
}
