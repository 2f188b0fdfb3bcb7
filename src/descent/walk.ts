import { assertAtLeast, assertNumber, describe, wrongKind, wrongValue } from '../internal/assert.ts';
import { float64 } from '../internal/float64.ts';
import { isJson } from '../internal/json.ts';
import { read, take } from '../internal/ndarrays.ts';
import { sumRows } from '../internal/sums.ts';
import { isSameShape, words } from '../internal/views.ts';
import type { Float64NdArray, Json, Weights } from '../types.ts';
import { type Batches, batchIndices, openEpoch } from './batches.ts';
import { Recorder } from './history.ts';
import { limitSentence } from './limit.ts';
import { type DescentOptions, readOptions, type Settings } from './options.ts';
import { type DescentState, saved, saveRule } from './state.ts';

/** How a run ended. */
export type Status = 'completed' | 'converged' | 'diverged' | 'stopped';

/** One update, with what it was made of. */
export interface Update {
  step: number;
  indices: number[];
  x: Float64NdArray;
  t: Float64NdArray;
  gradient: Float64NdArray;
  gradientSum: Float64Array;
  learningRate: number;
  deltaW: Float64Array;
  before: Float64Array;
  after: Float64Array;
}

/** A run in the making: `advance` makes one update, until `status` says how the run ended. */
export class Walk<W extends Weights> {
  readonly history: Recorder<W>;
  status: Status | undefined;
  reason = '';
  step: number;
  epoch: number;
  readonly settings: Settings<W>;
  readonly #who: string;
  readonly #isScalar: boolean;
  readonly #lastEpoch: number;
  #w: Float64Array;
  #ruleState: unknown;
  // the last w whose cost is known to be finite, to end at when the run leaves the finite numbers
  checkpoint: { w: Float64Array; step: number; epoch: number; cost: number };
  // the epoch under way: its batches, how many of them are done, and what takes it up again after a stop
  #batches: Batches | undefined;
  #done: number;
  #epochStart: Float64Array;
  #epochRandom: Json | undefined;

  constructor(who: string, options: DescentOptions<W>) {
    this.#who = who;
    this.settings = readOptions(who, options);
    const { start, epochs } = this.settings;
    this.#isScalar = typeof start.w === 'number';
    this.#w = toArray(start.w);
    this.step = start.step;
    this.epoch = start.epoch;
    this.#lastEpoch = start.epoch + epochs;
    this.#ruleState = start.rule.state;
    this.#done = start.unfinished?.updates ?? 0;
    this.#epochStart = toArray(start.unfinished?.w ?? start.w);
    this.#epochRandom = start.random;
    this.history = new Recorder(this.#isScalar ? undefined : this.#w.length);

    const cost = this.cost();
    if (!Number.isFinite(cost))
      throw wrongValue(who, 'w', 'have a finite cost to start from', describe(cost));
    if (epochs === 0) this.#end('completed', 'ran 0 of 0 epochs');
    this.checkpoint = { w: this.#w, step: this.step, epoch: this.epoch, cost };
    this.#record(cost);
  }

  /** The cost of the present w over all the data. */
  cost(): number {
    const cost = this.settings.model.cost(this.predict(this.settings.x, this.#w), this.settings.t);
    assertNumber(this.#who, 'the result of model.cost', cost);
    return cost;
  }

  /** The model's predictions, one per sample. */
  predict(x: Float64NdArray, w: Float64Array): Float64NdArray {
    return this.#readResult('model.nn', this.settings.model.nn(x, this.forModel(w)), [x.shape[0]]);
  }

  /** Weights as a model takes them: a number, or a fresh ndarray [d]. */
  forModel(w: Float64Array): number | Float64NdArray {
    return this.#isScalar ? w[0] : float64(w.slice());
  }

  /** Weights as a user sees them: a number, or a fresh array. */
  forUser(w: Float64Array): W {
    return (this.#isScalar ? w[0] : w.slice()) as W;
  }

  /** Makes the next update. Undefined where the run is over, or where the update left the finite numbers and ended it. */
  advance(): Update | undefined {
    if (this.status !== undefined) return undefined;
    this.#batches ??= this.#openEpoch();
    const batches = this.#batches;
    const update = this.#update(batches);
    if (!areFinite(update.gradientSum)) return this.#diverge('the gradient', update, batches);
    if (!areFinite(update.after)) return this.#diverge('w', update, batches);
    this.#w = update.after;
    this.step = update.step;
    this.#done += 1;
    const isEpochEnd = this.#done === batches.count;
    if (isEpochEnd) this.#closeEpoch();
    const isDue = this.#isDue(isEpochEnd);
    // the cost is looked at once an epoch even where it is not recorded, so that a run that leaves is stopped in time
    if (!isDue && !isEpochEnd) return update;
    const cost = this.cost();
    if (!Number.isFinite(cost)) return this.#diverge('the cost', update, batches);
    this.checkpoint = { w: this.#w, step: this.step, epoch: this.epoch, cost };
    if (isDue) this.#record(cost);
    return update;
  }

  /** Where the run stands, as plain JSON. */
  state(): DescentState<W> {
    const { random, rule } = this.settings;
    const isUnfinished = this.#done > 0 && this.status !== 'diverged';
    const stream = isUnfinished ? this.#epochRandom : random.state?.();
    return {
      w: saved(this.forUser(this.#w)),
      step: this.step,
      epoch: this.epoch,
      rule: saveRule(this.#who, rule, this.#ruleState),
      ...(stream !== undefined && { random: stream }),
      ...(isUnfinished && { unfinished: { updates: this.#done, w: saved(this.forUser(this.#epochStart)) } }),
    };
  }

  #openEpoch(): Batches {
    const { strategy, random, x } = this.settings;
    this.#epochRandom = random.state?.();
    const batches = openEpoch(this.#who, strategy, x.shape[0], random);
    if (this.#done >= batches.count) {
      const expected = `be below the ${batches.count} updates of an epoch`;
      throw wrongValue(this.#who, 'from.unfinished.updates', expected, this.#done);
    }
    return batches;
  }

  #closeEpoch(): void {
    const { tolerance, epochs } = this.settings;
    const moved = this.#w.reduce(
      (most, weight, j) => Math.max(most, Math.abs(weight - this.#epochStart[j])),
      0,
    );
    this.epoch += 1;
    this.#done = 0;
    this.#batches = undefined;
    this.#epochStart = this.#w;
    if (tolerance !== undefined && moved <= tolerance) {
      this.#end(
        'converged',
        `over epoch ${this.epoch} no weight moved by more than the tolerance ${tolerance}`,
      );
    } else if (this.epoch === this.#lastEpoch) {
      this.#end('completed', `ran ${epochs} of ${epochs} epochs`);
    }
  }

  /** What the next update would be; the run itself does not move. */
  #update(batches: Batches): Update {
    const { model, rule, learningRate: rate } = this.settings;
    const before = this.#w;
    const step = this.step + 1;
    const indices = batchIndices(batches, this.#done);
    const x = take(this.settings.x, indices);
    const t = take(this.settings.t, indices);
    const shape = this.#isScalar ? [indices.length] : [indices.length, before.length];
    const rows = model.gradient(this.forModel(before), x, t);
    const gradient = this.#readResult('model.gradient', rows, shape);
    const gradientSum = sumRows(gradient);
    const learningRate = typeof rate === 'number' ? rate : rate(this.step);
    if (typeof rate !== 'number') assertAtLeast(this.#who, `learningRate(${this.step})`, learningRate, 0);

    const deltaW = new Float64Array(before.length);
    if (areFinite(gradientSum)) {
      const filled: unknown = rule.update(deltaW, gradientSum.slice(), learningRate, this.#ruleState);
      if (filled !== undefined && filled !== deltaW) {
        throw wrongKind(this.#who, `rule ${rule.name}`, 'fill deltaW and return nothing', filled);
      }
      const j = deltaW.findIndex(Number.isNaN);
      // of a memory that has overflowed NaN is no fault of the rule: the run has left the finite numbers
      if (j !== -1 && isJson(this.#ruleState)) {
        const got = `NaN for deltaW[${j}] at step ${step}`;
        throw wrongValue(this.#who, `rule ${rule.name}`, 'make no NaN of finite numbers', got);
      }
    }
    const after = before.map((weight, j) => weight - deltaW[j]);
    return { step, indices, x, t, gradient, gradientSum, learningRate, deltaW, before, after };
  }

  #readResult(method: string, result: unknown, shape: number[]): Float64NdArray {
    const view = read(this.#who, `the result of ${method}`, result);
    if (isSameShape(view.shape, shape)) return view;
    throw wrongValue(this.#who, `the result of ${method}`, `have shape ${words(shape)}`, words(view.shape));
  }

  #isDue(isEpochEnd: boolean): boolean {
    const { record } = this.settings;
    if (this.status !== undefined || record === 'update') return true;
    return record === 'epoch' ? isEpochEnd : this.step % record === 0;
  }

  #record(cost: number): void {
    this.history.push(this.step, this.epoch, this.#w, cost);
    if (this.settings.onEntry?.(this.history.at(-1)) === false && this.status !== 'diverged') {
      this.#end('stopped', `onEntry returned false at step ${this.step}`);
    }
  }

  /** Ends the run at its checkpoint. */
  #diverge(what: string, update: Update, batches: Batches): undefined {
    const { model, rule, x } = this.settings;
    const sentence = limitSentence(model, rule, x, batches, update.learningRate);
    this.#end('diverged', `${what} left the finite numbers at step ${update.step}${sentence}`);
    this.#ruleState = rule.init(this.#w.length); // what it remembered led out of the finite numbers
    const { w, step, epoch, cost } = this.checkpoint;
    [this.#w, this.step, this.epoch] = [w, step, epoch];
    if (this.history.at(-1).step < step) this.#record(cost);
    return undefined;
  }

  #end(status: Status, reason: string): void {
    this.status = status;
    this.reason = reason;
  }
}

function toArray(w: number | ArrayLike<number>): Float64Array {
  return typeof w === 'number' ? Float64Array.of(w) : Float64Array.from(w);
}

function areFinite(values: Float64Array): boolean {
  return values.every(Number.isFinite);
}
