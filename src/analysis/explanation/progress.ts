import type { History } from '../../descent/history.ts';
import type { Weights } from '../../types.ts';
import type { Measured } from './codes.ts';

/** What a history shows of how the cost went. */
export interface Progress extends Omit<Measured, 'minimumCost'> {
  /** The step at which the cost first was above that of an epoch before; where ends of epochs are not recorded, of an entry before. */
  firstGrowth: number | undefined;
  hasMoved: boolean;
  /** Whether every update is recorded. */
  isDense: boolean;
  /** Where in the history epochs end, the start among them; empty where that is not known. */
  ends: number[];
}

export function progressOf(history: History<Weights>): Progress {
  const [step, epoch, cost, w] = [history.step, history.epoch, history.cost, history.w].map(
    (column) => column.data,
  );
  const d = w.length / step.length;
  const last = step.length - 1;
  let lowest = 0;
  let hasMoved = false;
  let isDense = true;
  // recorded epoch by epoch, all entries are ends; the last need not be, of a run that was stopped
  let isByEpoch = true;
  const ends = [0];
  for (let i = 1; i <= last; i++) {
    if (step[i] !== step[i - 1] + 1) isDense = false;
    if (epoch[i] !== epoch[i - 1] + 1) isByEpoch = false;
    if (epoch[i] > epoch[i - 1]) ends.push(i);
    if (cost[i] < cost[lowest]) lowest = i;
    for (let j = 0; j < d; j++) hasMoved ||= w[i * d + j] !== w[j];
  }
  // a run that was resumed within an epoch does not start at the end of one
  const lengths = ends.slice(1).map((end, k) => step[end] - step[ends[k]]);
  if (step[0] > 0 && lengths.length > 1 && lengths[0] !== lengths[1]) ends.shift();
  const isKnown = (isDense || isByEpoch) && ends.length > 1;
  const looked = isKnown ? ends : Array.from(step, (_, i) => i);
  const growth = looked.findIndex((i, k) => k > 0 && cost[i] > cost[looked[k - 1]]);
  return {
    epochs: epoch[last] - epoch[0],
    updates: step[last] - step[0],
    startCost: cost[0],
    endCost: cost[last],
    lowestCost: cost[lowest],
    lowestStep: step[lowest],
    firstGrowth: growth === -1 ? undefined : step[looked[growth]],
    hasMoved,
    isDense,
    ends: isKnown ? ends : [],
  };
}
