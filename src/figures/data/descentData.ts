import { assertOptions } from '../../internal/assert.ts';
import {
  type CurveOptions,
  readCurveOptions,
  readMost,
  readUpTo,
  type ThinOptions,
  type UpToOptions,
} from '../parts/options.ts';
import { type FigureRun, type Path, readRun } from '../parts/run.ts';
import { spaced } from '../parts/spaced.ts';
import { thin } from '../parts/thin.ts';
import { rangesOf, visible } from '../parts/visible.ts';

/** A point of a path on its curve. */
export type PathPoint = {
  step: number;
  epoch: number;
  w: number;
  cost: number;
  /** `w(k)`, k being the step. */
  label: string;
};

/** What `descentFigure` draws. */
export interface DescentData {
  /** The cost curve, from the least w to the largest, each w of the path that is in its range among them. */
  curve: { w: number; cost: number }[];
  /** The path, thinned where it is long. */
  path: PathPoint[];
  /** The range of w. */
  range: [number, number];
  /** How many entries the picture is of, how many of them are in its range, and what it leaves out. */
  told: PathTold;
}

/** What is to be said of a path that is drawn. */
export interface PathTold {
  /** The entries, up to the step that was asked for. */
  entries: number;
  /** How many of them are left when those that lead out of the picture for good are gone. */
  held: number;
  /** The step of the last of these. */
  lastStep: number;
  /** How many of them are outside of a range that was asked for. */
  outside: number;
  /** At how many places of the curve the cost is no finite number. */
  infinite: number;
  /** The step of the last entry of a run that diverged. */
  divergedAfter?: number;
}

/**
 * The plot-ready data of `descentFigure`, for another plotting library.
 *
 * @param run - a run with one weight that is a number
 * @param options - `range`, `points`, `most` and `upTo`
 * @returns rows for the curve and for the path on it
 * @throws RangeError where the run has many weights, or an option is out of its range
 * @throws TypeError where an argument is of the wrong kind
 * @example
 * ```ts
 * import { descend } from 'gradus';
 * import { descentData } from 'gradus/figures';
 * const run = descend({ x: [1, 2], t: [2, 4], w: 0, learningRate: 0.05, epochs: 2 });
 * console.log(descentData(run).path.map(({ label, cost }) => `${label} ${cost}`)); // [ 'w(0) 20', 'w(1) 5', 'w(2) 1.25' ]
 * ```
 */
export function descentData(
  run: FigureRun<number>,
  options: CurveOptions & ThinOptions & UpToOptions = {},
): DescentData {
  assertOptions('descentData', options, ['range', 'points', 'most', 'upTo']);
  return descentRows('descentData', readRun('descentData', 'run', run, 1), options);
}

export function descentRows(
  who: string,
  path: Path,
  options: CurveOptions & ThinOptions & UpToOptions,
): DescentData {
  const { range } = readCurveOptions(who, options);
  const count = visible(path, range === undefined ? 10 : Infinity);
  return panelOf(who, path, count, range ?? rangesOf(path, path.entries.slice(0, count))[0], options);
}

/** A path of which the first `count` entries are in the picture, over a range. */
export function panelOf(
  who: string,
  path: Path,
  count: number,
  range: readonly [number, number],
  options: CurveOptions & ThinOptions & UpToOptions,
): DescentData {
  const { points } = readCurveOptions(who, options);
  const [most, upTo] = [readMost(who, options), readUpTo(who, options)];
  const [from, to] = range;
  const isInside = (w: number): boolean => from <= w && w <= to;
  const held = entriesUpTo(path.entries.slice(0, count), upTo).map(({ step, epoch, w: [w], cost }) => ({
    step,
    epoch,
    w,
    cost,
  }));
  const kept = thin(
    held.map(({ w }) => w),
    most,
  ).map((i) => held[i]);
  const ws = [...new Set([...spaced(from, to, points), ...kept.map(({ w }) => w).filter(isInside)])].sort(
    (a, b) => a - b,
  );
  const curve = ws.map((w) => ({ w, cost: path.costAt([w]) }));
  const finite = curve.filter(({ cost }) => Math.abs(cost) <= 1e300);
  return {
    curve: finite,
    path: kept.map((entry) => ({ ...entry, label: `w(${entry.step})` })),
    range: [from, to],
    told: {
      ...toldOf(path, held, upTo),
      outside: held.filter(({ w }) => !isInside(w)).length,
      infinite: curve.length - finite.length,
    },
  };
}

/** The start, and the entries up to a step. */
export function entriesUpTo<E extends { step: number }>(entries: readonly E[], upTo: number): E[] {
  return entries.filter(({ step }, i) => i === 0 || step <= upTo);
}

/** What is to be said of a path up to a step, of which `held` are in the picture. */
export function toldOf(
  { entries, divergedAfter }: Path,
  held: readonly { step: number }[],
  upTo: number,
): Omit<PathTold, 'outside' | 'infinite'> {
  return {
    entries: entriesUpTo(entries, upTo).length,
    held: held.length,
    lastStep: held[held.length - 1].step,
    ...(divergedAfter !== undefined && divergedAfter <= upTo && { divergedAfter }),
  };
}
