import { readWeights } from '../internal/finite.ts';
import type {
  ArrayInput,
  Float64NdArray,
  LeastSquaresSums,
  Model,
  Rule,
  Schedule,
  Strategy,
  Weights,
} from '../types.ts';
import type { EntryJson, History } from './history.ts';
import { DataObjective } from './objective.ts';
import type { Settings } from './options.ts';
import { type DescentState, type SavedWeights, saved } from './state.ts';
import type { Status, Walk } from './walk.ts';

/** A run that has ended. */
export interface Descent<W extends Weights = Weights> {
  /** The last w: a number, or a Float64Array [d]. */
  readonly w: W;
  /** The cost of that w over all the data. */
  readonly cost: number;
  /** The recorded (w, cost), from the start to the end. */
  readonly history: History<W>;
  /**
   * How it ended: `'completed'`, all epochs were run; `'converged'`, w moved within the tolerance over an epoch;
   * `'stopped'`, onEntry returned false; `'diverged'`, it left the finite numbers.
   */
  readonly status: Status;
  /** Why it ended, as a sentence. */
  readonly reason: string;
  /**
   * Where it stands, as plain JSON: `from` of a further run. Of a run that diverged it is the last finite w, with the
   * rule's memory emptied and a new epoch to begin, so that it can be tried again with other settings.
   */
  readonly state: DescentState<W>;
  /** What it was made of, with defaults in place. Neither printed, nor compared, nor part of its JSON. */
  readonly settings: RunSettings;
  /**
   * The cost of any w over all the data, computed as those of the history are: at an entry's w it is that entry's, to the bit.
   *
   * @throws RangeError where w has another number of weights than the run, or is not finite
   * @throws TypeError where w is of the wrong kind
   */
  costAt(w: W extends number ? number : ArrayInput): number;
  /** The whole run as plain JSON. */
  toJSON(): DescentJson<W>;
}

/** What a run was made of: what `descend` was handed, with defaults in place. */
export interface RunSettings {
  /** The inputs, where the run had data: as they were read, which may be the caller's own array. */
  readonly x?: Float64NdArray;
  /** The targets, likewise. */
  readonly t?: Float64NdArray;
  /** The sums, where the run had those. */
  readonly sums?: LeastSquaresSums;
  /** What was fitted. */
  readonly model: Model;
  /** When w was updated. */
  readonly strategy: Strategy;
  /** How far it moved. */
  readonly rule: Rule;
  /** The learning rate, a number or a function of the step. */
  readonly learningRate: number | Schedule;
}

/** A {@link Descent} as plain JSON; of many weights each w is a plain array. */
export interface DescentJson<W extends Weights = Weights> {
  /** How it ended. */
  status: Status;
  /** Why it ended. */
  reason: string;
  /** The last w. */
  w: SavedWeights<W>;
  /** The cost of that w. */
  cost: number;
  /** The recorded entries. */
  history: EntryJson<W>[];
  /** Where it stands. */
  state: DescentState<W>;
}

/** The run that a walk has become at its end. A class for toJSON alone: runs are compared and printed by their fields. */
export class Run<W extends Weights> implements Descent<W> {
  readonly status: Status;
  readonly reason: string;
  readonly w: W;
  readonly cost: number;
  readonly history: History<W>;
  readonly state: DescentState<W>;
  /** Private, and so neither compared nor printed: a run is that by how it went. */
  readonly #settings: Settings<W>;

  constructor(walk: Walk<W>) {
    this.status = walk.status as Status;
    this.reason = walk.reason;
    ({ w: this.w, cost: this.cost } = walk.history.at(-1));
    this.history = walk.history;
    this.state = walk.state();
    this.#settings = walk.settings;
  }

  get settings(): RunSettings {
    return settingsOf(this.#settings);
  }

  /** A function of its own each time, which can be handed on. */
  get costAt(): Descent<W>['costAt'] {
    const { objective } = this.#settings;
    const d = typeof this.w === 'number' ? undefined : this.w.length;
    return (w) => objective.cost(readWeights('run.costAt', w, d), 0);
  }

  toJSON(): DescentJson<W> {
    const { status, reason, w, cost, history, state } = this;
    return { status, reason, w: saved(w), cost, history: history.toJSON(), state };
  }
}

function settingsOf<W extends Weights>({
  objective,
  strategy,
  rule,
  learningRate,
}: Settings<W>): RunSettings {
  const { model } = objective;
  const data =
    objective instanceof DataObjective ? { x: objective.x, t: objective.t } : { sums: objective.sums };
  return Object.freeze({ ...data, model, strategy, rule, learningRate });
}
