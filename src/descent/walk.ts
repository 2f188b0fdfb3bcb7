import { assertAtLeast, describe, wrongKind, wrongValue } from '../internal/assert.ts';
import { isJson } from '../internal/json.ts';
import { gradientDescent } from '../rules/gradientDescent.ts';
import type { Json, Schedule, Weights } from '../types.ts';
import { type Batches, isFullBatch, openEpoch } from './batches.ts';
import { Recorder } from './history.ts';
import { limitSentence } from './limit.ts';
import { DataObjective, SumsObjective } from './objective.ts';
import { type DescentOptions, readOptions, type Settings } from './options.ts';
import { type DescentState, saved, saveRule } from './state.ts';

/** How a run ended. */
export type Status = 'completed' | 'converged' | 'diverged' | 'stopped';

/** A run in the making: `advance` makes one update, until `status` says how the run ended. Updates make no arrays. */
export class Walk<W extends Weights> {
  readonly history: Recorder<W>;
  status: Status | undefined;
  reason = '';
  step: number;
  epoch: number;
  readonly settings: Settings<W>;
  /** The weights as they are, as they were before the last update, and what the last update was made of. */
  w: Float64Array;
  before: Float64Array;
  readonly gradient: Float64Array;
  readonly deltaW: Float64Array;
  learningRate = 0;
  /** The last w whose cost is known to be finite, to end at when the run leaves the finite numbers. */
  readonly checkpoint: { w: Float64Array; step: number; epoch: number; cost: number };
  /** The batch of the last update. */
  batches: Batches | undefined;
  batch = 0;
  private readonly who: string;
  private readonly isScalar: boolean;
  private readonly lastEpoch: number;
  private readonly canSweep: boolean;
  private readonly handed: Float64Array;
  private ruleState: unknown;
  // the epoch under way: its batches, how many of them are done, and what takes it up again after a stop
  private isOpen = false;
  private done: number;
  private readonly epochStart: Float64Array;
  private epochRandom: Json | undefined;

  /** `data` take the place of the options' own. */
  constructor(
    who: string,
    options: DescentOptions<W>,
    data: Pick<DescentOptions<W>, 'x' | 't' | 'sums'> = options,
  ) {
    this.who = who;
    this.settings = readOptions(who, options, data);
    const { start, epochs } = this.settings;
    this.isScalar = typeof start.w === 'number';
    this.w = toArray(start.w);
    const d = this.w.length;
    this.before = new Float64Array(d);
    this.gradient = new Float64Array(d);
    this.handed = new Float64Array(d);
    this.deltaW = new Float64Array(d);
    this.step = start.step;
    this.epoch = start.epoch;
    this.lastEpoch = start.epoch + epochs;
    this.ruleState = start.rule.state;
    this.done = start.unfinished?.updates ?? 0;
    this.epochStart = toArray(start.unfinished?.w ?? start.w);
    this.epochRandom = start.random;
    this.history = new Recorder(this.isScalar ? undefined : d);
    this.canSweep = this.isScalar && canSweep(this.settings);

    const cost = this.cost();
    if (!Number.isFinite(cost)) {
      if (this.settings.objective instanceof DataObjective) this.settings.objective.assertFinite();
      throw wrongValue(who, 'w', 'have a finite cost to start from', describe(cost));
    }
    if (epochs === 0) this.end('completed', 'ran 0 of 0 epochs');
    this.checkpoint = { w: this.w.slice(), step: this.step, epoch: this.epoch, cost };
    this.record(cost);
  }

  /** The cost of the present w over all the data. */
  cost(): number {
    return this.settings.objective.cost(this.w, 0);
  }

  /** Weights as a user sees them: a number, or a fresh array. */
  forUser(w: Float64Array): W {
    return (this.isScalar ? w[0] : w.slice()) as W;
  }

  /** Makes the next update. False where the run is over, or where the update left the finite numbers and ended it. */
  advance(): boolean {
    if (this.status !== undefined) return false;
    const batches = this.isOpen ? (this.batches as Batches) : this.openEpoch();
    const step = this.step + 1;
    this.batch = this.done;
    if (!this.update(batches)) return this.diverge('the gradient', step, batches);
    if (!areFinite(this.w)) return this.diverge('w', step, batches);
    this.step = step;
    this.done += 1;
    const isEpochEnd = this.done === batches.count;
    if (isEpochEnd) this.closeEpoch();
    const isDue = this.isDue(isEpochEnd);
    // the cost is looked at once an epoch even where it is not recorded, so that a run that leaves is stopped in time
    if (!isDue && !isEpochEnd) return true;
    const cost = this.cost();
    if (!Number.isFinite(cost)) return this.diverge('the cost', step, batches);
    this.check(cost);
    if (isDue) this.record(cost);
    return true;
  }

  /**
   * Makes updates in one go, to the bit those of `advance`, where each takes one sample and nothing looks on between them:
   * plain descent on one weight at one learning rate, all of it recorded. It stops before the last update of an epoch, which
   * closes it, and before one that leaves the finite numbers, which ends the run: those are for `advance`.
   */
  sweep(): void {
    const { batches, w, history } = this;
    const { objective, learningRate } = this.settings;
    // a w of −0 is the one that the shortcut does not keep to the bit
    if (!this.canSweep || !this.isOpen || batches?.size !== 1 || Object.is(w[0], -0)) return;
    const { model, x, t } = objective as DataObjective;
    const last = batches.count - 1;
    while (this.done < last) {
      const { weights, costs, at, length } = history.room();
      const end = Math.min(last, this.done + length);
      const asked = end - this.done;
      model.descendSamples?.(weights, at, w, learningRate as number, x, t, batches.order, this.done, end);
      const kept = (objective as DataObjective).fillCosts(costs, weights, at, asked);
      if (kept === 0) return;
      history.keep(kept, this.step + 1, this.epoch);
      w[0] = weights[at + kept - 1];
      this.step += kept;
      this.done += kept;
      this.check(costs[at + kept - 1]);
      if (kept < asked) return;
    }
  }

  /** Where the run stands, as plain JSON. */
  state(): DescentState<W> {
    const { random, rule } = this.settings;
    const isUnfinished = this.done > 0 && this.status !== 'diverged';
    const stream = isUnfinished ? this.epochRandom : random.state?.();
    return {
      w: saved(this.forUser(this.w)),
      step: this.step,
      epoch: this.epoch,
      rule: saveRule(this.who, rule, this.ruleState),
      ...(stream !== undefined && { random: stream }),
      ...(isUnfinished && { unfinished: { updates: this.done, w: saved(this.forUser(this.epochStart)) } }),
    };
  }

  private openEpoch(): Batches {
    const { strategy, random, objective } = this.settings;
    this.epochRandom = random.state?.();
    const batches = openEpoch(this.who, strategy, objective.n, random);
    if (objective instanceof SumsObjective && !isFullBatch(batches, objective.n)) {
      const expected = `be one batch of all ${objective.n} samples on sums, which hold no single ones`;
      const got = `${batches.count} of ${batches.size}`;
      throw wrongValue(this.who, `an epoch of strategy ${strategy.name}`, expected, got);
    }
    if (this.done >= batches.count) {
      const expected = `be below the ${batches.count} updates of an epoch`;
      throw wrongValue(this.who, 'from.unfinished.updates', expected, this.done);
    }
    this.batches = batches;
    this.isOpen = true;
    return batches;
  }

  private closeEpoch(): void {
    const { tolerance, epochs } = this.settings;
    const start = this.epochStart;
    let moved = 0;
    for (let j = 0; j < this.w.length; j++) {
      moved = Math.max(moved, Math.abs(this.w[j] - start[j]));
      start[j] = this.w[j];
    }
    this.epoch += 1;
    this.done = 0;
    this.isOpen = false;
    if (tolerance !== undefined && moved <= tolerance) {
      this.end(
        'converged',
        `over epoch ${this.epoch} no weight moved by more than the tolerance ${tolerance}`,
      );
    } else if (this.epoch === this.lastEpoch) {
      this.end('completed', `ran ${epochs} of ${epochs} epochs`);
    }
  }

  /** w ← w − deltaW; false where the gradient is not finite, and w stays. */
  private update(batches: Batches): boolean {
    const { objective, rule, learningRate: rate } = this.settings;
    const { gradient, deltaW } = this;
    const handed = this.handed;
    for (let j = 0; j < gradient.length; j++) gradient[j] = 0;
    objective.accumulate(gradient, this.w, batches, this.done);
    this.learningRate = typeof rate === 'number' ? rate : this.rateAt(rate);
    for (let j = 0; j < gradient.length; j++) {
      if (!Number.isFinite(gradient[j])) return false;
      // a copy: the rule may write into what it is handed
      handed[j] = gradient[j];
      deltaW[j] = 0;
    }
    const filled: unknown = rule.update(deltaW, handed, this.learningRate, this.ruleState);
    if (filled !== undefined && filled !== deltaW) {
      throw wrongKind(this.who, `rule ${rule.name}`, 'fill deltaW and return nothing', filled);
    }
    const before = this.w;
    const after = this.before;
    for (let j = 0; j < deltaW.length; j++) {
      if (Number.isNaN(deltaW[j])) this.refuseNaN(j);
      after[j] = before[j] - deltaW[j];
    }
    this.before = before;
    this.w = after;
    return true;
  }

  private rateAt(schedule: Schedule): number {
    const rate = schedule(this.step);
    assertAtLeast(this.who, `learningRate(${this.step})`, rate, 0);
    return rate;
  }

  private refuseNaN(j: number): void {
    // of a memory that has overflowed NaN is no fault of the rule: the run has left the finite numbers
    if (!isJson(this.ruleState)) return;
    const got = `NaN for deltaW[${j}] at step ${this.step + 1}`;
    throw wrongValue(this.who, `rule ${this.settings.rule.name}`, 'make no NaN of finite numbers', got);
  }

  private isDue(isEpochEnd: boolean): boolean {
    const { record } = this.settings;
    if (this.status !== undefined || record === 'update') return true;
    return record === 'epoch' ? isEpochEnd : this.step % record === 0;
  }

  /** The present w is one to end at. */
  private check(cost: number): void {
    const { checkpoint } = this;
    for (let j = 0; j < this.w.length; j++) checkpoint.w[j] = this.w[j];
    checkpoint.step = this.step;
    checkpoint.epoch = this.epoch;
    checkpoint.cost = cost;
  }

  private record(cost: number): void {
    this.history.push(this.step, this.epoch, this.w, cost);
    const { onEntry } = this.settings;
    if (onEntry === undefined || onEntry(this.history.at(-1)) !== false) return;
    // a run that is over for a reason of its own is so when it is taken up again
    if (this.status === undefined || this.status === 'completed') {
      this.end('stopped', `onEntry returned false at step ${this.step}`);
    }
  }

  /** Ends the run at its checkpoint. */
  private diverge(what: string, at: number, batches: Batches): false {
    const sentence = limitSentence(this.settings, batches, this.learningRate);
    this.end('diverged', `${what} left the finite numbers at step ${at}${sentence}`);
    this.ruleState = this.settings.rule.init(this.w.length); // what it remembered led out of the finite numbers
    const { w, step, epoch, cost } = this.checkpoint;
    this.w.set(w);
    this.step = step;
    this.epoch = epoch;
    if (this.history.at(-1).step < step) this.record(cost);
    return false;
  }

  private end(status: Status, reason: string): void {
    this.status = status;
    this.reason = reason;
  }
}

/** Whether updates may be made in one go where each takes one sample. */
function canSweep<W extends Weights>(settings: Settings<W>): boolean {
  const { objective, rule, learningRate, record, onEntry } = settings;
  return (
    objective instanceof DataObjective &&
    objective.canSweep &&
    rule === gradientDescent() &&
    typeof learningRate === 'number' &&
    record === 'update' &&
    onEntry === undefined
  );
}

function toArray(w: number | ArrayLike<number>): Float64Array {
  return typeof w === 'number' ? Float64Array.of(w) : Float64Array.from(w);
}

function areFinite(values: Float64Array): boolean {
  for (let j = 0; j < values.length; j++) {
    if (!Number.isFinite(values[j])) return false;
  }
  return true;
}
