import type { Weights } from '../types.ts';
import type { EntryJson, History } from './history.ts';
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
  /** The whole run as plain JSON. */
  toJSON(): DescentJson<W>;
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

  constructor(walk: Walk<W>) {
    this.status = walk.status as Status;
    this.reason = walk.reason;
    ({ w: this.w, cost: this.cost } = walk.history.at(-1));
    this.history = walk.history;
    this.state = walk.state();
  }

  toJSON(): DescentJson<W> {
    const { status, reason, w, cost, history, state } = this;
    return { status, reason, w: saved(w), cost, history: history.toJSON(), state };
  }
}
