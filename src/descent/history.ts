import { describe, wrongValue } from '../internal/assert.ts';
import { float64 } from '../internal/float64.ts';
import type { Entry, Float64NdArray, Weights } from '../types.ts';
import { Column, Progression } from './columns.ts';
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
  private readonly steps: Progression = new Progression();
  private readonly epochs: Progression = new Progression();
  private readonly weights: Column = new Column();
  private readonly costs: Column = new Column();

  /** For d weights, or for one where d is undefined. */
  constructor(d: number | undefined) {
    this.d = d;
  }

  push(step: number, epoch: number, w: Float64Array, cost: number): void {
    this.steps.push(step);
    this.epochs.push(epoch);
    for (let j = 0; j < w.length; j++) this.weights.push(w[j]);
    this.costs.push(cost);
  }

  /** Where the next entries of one weight go: from `at` on there is room for `length` weights, and for their costs. */
  room(): { weights: Float64Array; costs: Float64Array; at: number; length: number } {
    const { weights, costs } = this;
    if (costs.used === costs.tail.length) {
      weights.grow();
      costs.grow();
    }
    // the block at a time, so that the costs find the weights in the cache
    const length = Math.min(costs.tail.length - costs.used, 1024);
    return { weights: weights.tail, costs: costs.tail, at: costs.used, length };
  }

  /** Keeps `count` of the entries that were written to the room: updates from `step` on, within one epoch. */
  keep(count: number, step: number, epoch: number): void {
    this.steps.pushRun(step, 1, count);
    this.epochs.pushRun(epoch, 0, count);
    this.weights.used += count;
    this.costs.used += count;
  }

  get length(): number {
    return this.costs.length;
  }

  get step(): Float64NdArray {
    return float64(this.steps.values());
  }

  get epoch(): Float64NdArray {
    return float64(this.epochs.values());
  }

  get w(): Float64NdArray {
    const shape = this.d === undefined ? [this.length] : [this.length, this.d];
    return float64(this.weights.values(), shape);
  }

  get cost(): Float64NdArray {
    return float64(this.costs.values());
  }

  at(index: number): Entry<W> {
    const last = this.length - 1;
    const i = index < 0 ? index + this.length : index;
    if (!(Number.isInteger(i) && i >= 0 && i <= last)) {
      const range = `be a whole number from ${-last - 1} to ${last}`;
      throw wrongValue('history.at', 'index', range, describe(index));
    }
    const { d, weights } = this;
    const w =
      d === undefined ? weights.at(i) : Float64Array.from({ length: d }, (_, j) => weights.at(i * d + j));
    return { step: this.steps.at(i), epoch: this.epochs.at(i), w: w as W, cost: this.costs.at(i) };
  }

  toJSON(): EntryJson<W>[] {
    return Array.from(this, (entry) => ({ ...entry, w: saved(entry.w) }));
  }

  *[Symbol.iterator](): Iterator<Entry<W>> {
    for (let i = 0; i < this.length; i++) yield this.at(i);
  }
}

// what Node.js prints of a history: the entries, and not how they are kept
Object.defineProperty(Recorder.prototype, Symbol.for('nodejs.util.inspect.custom'), {
  value(this: Recorder<Weights>) {
    return this.toJSON();
  },
});
