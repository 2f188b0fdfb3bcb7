import { assertOptions } from '../../internal/assert.ts';
import { epochsOf } from '../parts/epochs.ts';
import { type CurveOptions, readCurveOptions, type ThinOptions } from '../parts/options.ts';
import { type FigureRun, isRecorded, type Path } from '../parts/run.ts';
import { rangesOf, visible } from '../parts/visible.ts';
import { type DescentData, panelOf } from './descentData.ts';
import { readRuns } from './learningCurveData.ts';

/** What `compareFigure` draws. */
export interface CompareData {
  /** For each run its name and what `descentFigure` would draw, all over the same range of w. */
  panels: ({ run: string } & DescentData)[];
  /** How many epochs of each are drawn: as many as all have. */
  epochs: number;
  /** Whether a run has more. */
  isCut: boolean;
}

/**
 * The plot-ready data of `compareFigure`, for another plotting library.
 *
 * @param runs - an object of runs by their names, each with one weight that is a number
 * @param options - `range`, `points` and `most`
 * @returns for each run the curve and the path on it
 * @throws RangeError where there is no run, a run has many weights, or an option is out of its range
 * @throws TypeError where an argument is of the wrong kind
 * @example
 * ```ts
 * import { descend } from 'gradus';
 * import { compareData } from 'gradus/figures';
 * const settings = { x: [1, 2], t: [2, 4], w: 0, epochs: 2 };
 * const [small, large] = [0.05, 0.15].map((learningRate) => descend({ ...settings, learningRate }));
 * console.log(compareData({ small, large }).panels.map(({ run, path }) => `${run} ${path[2].w}`)); // [ 'small 1.5', 'large 1.5' ]
 * ```
 */
export function compareData(
  runs: Record<string, FigureRun<number>>,
  options: CurveOptions & ThinOptions = {},
): CompareData {
  assertOptions('compareData', options, ['range', 'points', 'most']);
  return compareRows('compareData', runs, options);
}

export function compareRows(
  who: string,
  runs: Record<string, FigureRun<number>>,
  options: CurveOptions & ThinOptions,
): CompareData {
  if (isRecorded(runs)) {
    throw new TypeError(`${who}: runs must be runs by their names, got the run itself`);
  }
  const named = readRuns(who, runs, 1);
  const lengthOf = ({ entries }: Path): number => entries[entries.length - 1].epoch - entries[0].epoch;
  const lengths = named.map(({ path }) => lengthOf(path));
  // a run that diverged need not end the others
  const whole = named
    .filter(({ path }) => path.divergedAfter === undefined)
    .map(({ path }) => lengthOf(path));
  const epochs = Math.min(...(whole.length > 0 ? whole : lengths));
  const paths = named.map(({ path }) => ({ ...path, entries: firstEpochs(path, epochs) }));
  // of a run that diverges less is drawn than alone, so that the others can be seen
  const counts = paths.map((path) => visible(path, options.range === undefined ? 3 : Infinity));
  const ends = paths.flatMap((path, k) => rangesOf(path, path.entries.slice(0, counts[k]))[0]);
  const { range = [Math.min(...ends), Math.max(...ends)] as const } = readCurveOptions(who, options);
  return {
    panels: paths.map((path, k) => ({
      run: named[k].name,
      ...panelOf(who, path, counts[k], range, options),
    })),
    epochs,
    isCut: lengths.some((length) => length > epochs),
  };
}

/** The entries of the first so many epochs. */
function firstEpochs(path: Path, epochs: number): Path['entries'] {
  const { entries } = path;
  const exact = epochsOf(path);
  const end = (exact?.[0] ?? entries[0].epoch) + epochs;
  // where it is not told which entry ends an epoch, only those before are sure to belong to it
  const isIn = (_: unknown, i: number): boolean =>
    exact === undefined
      ? entries[i].epoch < end || (i === entries.length - 1 && entries[i].epoch === end)
      : exact[i] <= end + 1e-9;
  return entries.filter((entry, i) => i === 0 || isIn(entry, i));
}
