import {
  assertFinite,
  assertFunction,
  assertNumber,
  assertObject,
  wrongKind,
  wrongValue,
} from '../../internal/assert.ts';
import type { Entry, Weights } from '../../types.ts';

/** A run whose costs are drawn, of however many weights. What `descend` and `steps` return is one. */
export interface RecordedRun {
  /** The entries, at least one. */
  readonly history: Iterable<{ step: number; epoch: number; cost: number }>;
  /** `'diverged'` is said in the figure. */
  readonly status: string;
}

/**
 * A run that is drawn over its weights. What `descend` and `steps` return is one; so is one put together by hand, say of a history
 * read from JSON and the `cost` of `leastSquares`.
 */
export interface FigureRun<W extends Weights | readonly number[]> extends RecordedRun {
  /** The entries, at least one. */
  readonly history: Iterable<{ step: number; epoch: number; w: W; cost: number }>;
  /** The cost of any w. */
  costAt(w: W extends number ? number : number[]): number;
}

/** Whether a value has a history, as a run has; runs by their names may be called that, but are none. */
export function isRecorded(value: unknown): boolean {
  return Symbol.iterator in Object((value as Partial<RecordedRun> | null | undefined)?.history);
}

/** A run's entries with w as an array, of as many weights as were asked for. */
export interface Path {
  entries: (Omit<Entry, 'w'> & { w: number[] })[];
  /** The step of the last entry of a run that diverged. */
  divergedAfter: number | undefined;
  /** The cost of a w, which may be no finite number. */
  costAt(w: number[]): number;
}

/** Reads a run of so many weights: 1 is a number, and of `undefined` w is not looked at. */
export function readRun(who: string, what: string, run: unknown, weights: 1 | 2 | undefined): Path {
  assertObject(who, what, run);
  const { history, status, costAt } = run as Partial<FigureRun<Weights>>;
  if (typeof history !== 'object' || !(Symbol.iterator in history)) {
    throw wrongKind(who, `${what}.history`, 'be a history', history);
  }
  if (weights !== undefined) assertFunction(who, `${what}.costAt`, costAt, 'be a function of w');
  const all: Partial<Entry<Weights>>[] = [...history];
  if (all.length === 0) throw wrongValue(who, `${what}.history`, 'have at least 1 entry', 0);
  const entries = all.map((entry, i) => {
    const where = `entry ${i} of ${what}.history`;
    assertObject(who, where, entry);
    const { step, epoch, w, cost } = entry as Partial<Entry<Weights>>;
    assertFinite(who, `step of ${where}`, step);
    assertFinite(who, `epoch of ${where}`, epoch);
    assertFinite(who, `cost of ${where}`, cost);
    return { step, epoch, w: weights === undefined ? [] : readWeights(who, what, where, w, weights), cost };
  });
  const [{ w, cost }] = entries;
  for (const value of [...w, cost]) {
    if (Math.abs(value) > 1e300) throw wrongValue(who, what, 'start within 1e300 of 0', value);
  }
  return {
    entries,
    divergedAfter: status === 'diverged' ? entries[entries.length - 1].step : undefined,
    // called on the run: it may be a method
    costAt: (w) => {
      const cost: unknown = (run as unknown as FigureRun<Weights>).costAt(
        (weights === 1 ? w[0] : w) as never,
      );
      assertNumber(who, `the result of ${what}.costAt`, cost);
      return cost;
    },
  };
}

function readWeights(who: string, what: string, where: string, w: unknown, weights: 1 | 2): number[] {
  const isNumber = typeof w === 'number';
  if (!isNumber && !Number.isInteger((w as ArrayLike<number> | null | undefined)?.length)) {
    throw wrongKind(who, `w of ${where}`, 'be a number or an array of numbers', w);
  }
  const values = isNumber ? [w] : Array.from(w as ArrayLike<number>);
  if (isNumber !== (weights === 1) || values.length !== weights) {
    const expected = weights === 1 ? 'be of one weight that is a number' : `be of ${weights} weights`;
    throw wrongValue(who, what, expected, isNumber ? 'a number' : `${values.length} weights`);
  }
  for (const value of values) assertFinite(who, `w of ${where}`, value);
  return values;
}
