import { describe, wrongValue } from '../internal/assert.ts';
import { float64 } from '../internal/float64.ts';
import type { Entry, Float64NdArray, Weights } from '../types.ts';
import { type SavedWeights, saved } from './state.ts';

/**
 * The recorded (w, cost) of a run, from its start to its end. Iterate it, take an {@link Entry} with `at`, or take whole
 * columns as ndarrays, ready to plot. Entries and columns are fresh copies: changing one changes no history.
 *
 * @example
 * ```ts
 * import { descend } from 'gradus';
 * const { history } = descend({ x: [1, 2], t: [2, 4], w: 0, learningRate: 0.05, epochs: 2 });
 * for (const { step, w, cost } of history) console.log(step, w, cost);
 * console.log(history.at(-1).w, history.w.shape);
 * ```
 * prints
 * ```text
 * 0 0 20
 * 1 1 5
 * 2 1.5 1.25
 * 1.5 [ 3 ]
 * ```
 */
export interface History<W extends Weights = Weights> extends Iterable<Entry<W>> {
  /** How many entries there are; at least 1. */
  readonly length: number;
  /** The updates made before each entry: [entries]. */
  readonly step: Float64NdArray;
  /** The epochs completed before each entry: [entries]. */
  readonly epoch: Float64NdArray;
  /** The weights: [entries] for one, [entries, d] for many. */
  readonly w: Float64NdArray;
  /** The cost of each entry's w over all the data: [entries]. */
  readonly cost: Float64NdArray;
  /**
   * The entry at an index; a negative one counts from the end, so that `at(-1)` is the end.
   *
   * @throws RangeError where there is no such entry
   */
  at(index: number): Entry<W>;
  /** The entries as plain JSON; of many weights each w is a plain array. */
  toJSON(): EntryJson<W>[];
}

/** An {@link Entry} as plain JSON. */
export interface EntryJson<W extends Weights> {
  /** Updates made. */
  step: number;
  /** Epochs completed. */
  epoch: number;
  /** A number, or a plain array. */
  w: SavedWeights<W>;
  /** The cost of this w over all the data. */
  cost: number;
}

/** The history while it is written. */
export class Recorder<W extends Weights> implements History<W> {
  private readonly d: number | undefined;
  private readonly steps: number[] = [];
  private readonly epochs: number[] = [];
  private readonly weights: number[] = [];
  private readonly costs: number[] = [];

  /** For d weights, or for one where d is undefined. */
  constructor(d: number | undefined) {
    this.d = d;
  }

  push(step: number, epoch: number, w: Float64Array, cost: number): void {
    this.steps.push(step);
    this.epochs.push(epoch);
    for (const weight of w) this.weights.push(weight);
    this.costs.push(cost);
  }

  get length(): number {
    return this.steps.length;
  }

  get step(): Float64NdArray {
    return float64(Float64Array.from(this.steps));
  }

  get epoch(): Float64NdArray {
    return float64(Float64Array.from(this.epochs));
  }

  get w(): Float64NdArray {
    const shape = this.d === undefined ? [this.length] : [this.length, this.d];
    return float64(Float64Array.from(this.weights), shape);
  }

  get cost(): Float64NdArray {
    return float64(Float64Array.from(this.costs));
  }

  at(index: number): Entry<W> {
    const last = this.length - 1;
    const i = index < 0 ? index + this.length : index;
    if (!(Number.isInteger(i) && i >= 0 && i <= last)) {
      throw wrongValue(
        'history.at',
        'index',
        `be a whole number from ${-last - 1} to ${last}`,
        describe(index),
      );
    }
    const d = this.d ?? 1;
    const weights = Float64Array.from(this.weights.slice(i * d, (i + 1) * d));
    const w = (this.d === undefined ? weights[0] : weights) as W;
    return { step: this.steps[i], epoch: this.epochs[i], w, cost: this.costs[i] };
  }

  toJSON(): EntryJson<W>[] {
    return Array.from(this, (entry) => ({ ...entry, w: saved(entry.w) }));
  }

  *[Symbol.iterator](): Iterator<Entry<W>> {
    for (let i = 0; i < this.length; i++) yield this.at(i);
  }
}
