import type { Entry, Weights } from '../types.ts';
import type { History } from './history.ts';
import { type DescentState, saved } from './state.ts';
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
  status: Status;
  reason: string;
  w: DescentState<W>['w'];
  cost: number;
  history: { step: number; epoch: number; w: DescentState<W>['w']; cost: number }[];
  state: DescentState<W>;
}

/** The run that a walk has become at its end. */
export function finish<W extends Weights>(walk: Walk<W>): Descent<W> {
  const { history, reason } = walk;
  const status = walk.status as Status;
  const { w, cost } = history.at(-1);
  const state = walk.state();
  return {
    w,
    cost,
    history,
    status,
    reason,
    state,
    toJSON: () => ({ status, reason, w: saved(w), cost, history: Array.from(history, toPlain), state }),
  };
}

function toPlain<W extends Weights>(entry: Entry<W>): DescentJson<W>['history'][number] {
  return { ...entry, w: saved(entry.w) };
}
