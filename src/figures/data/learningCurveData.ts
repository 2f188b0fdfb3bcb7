import { assertObject, assertOptions, wrongValue } from '../../internal/assert.ts';
import { epochsOf } from '../parts/epochs.ts';
import { readMost, type ThinOptions } from '../parts/options.ts';
import { isRecorded, type Path, type RecordedRun, readRun } from '../parts/run.ts';
import { thin } from '../parts/thin.ts';
import { visible } from '../parts/visible.ts';

/** A run, or several by their names. */
export type Runs = RecordedRun | Record<string, RecordedRun>;

/** What `learningCurveFigure` draws. */
export interface LearningCurveData {
  /**
   * The costs of each run, thinned where it is long: `epoch` counts parts of an epoch as well, by the updates made. Where a record
   * does not tell how many updates an epoch has, it is the step instead, for all runs.
   */
  costs: { run: string; epoch: number; step: number; cost: number }[];
  /**
   * For each run its name, its entries, how many of them the picture's range holds and the step of the last of these, how many are
   * drawn, and the step after which it diverged, if it did.
   */
  runs: {
    run: string;
    entries: number;
    held: number;
    lastStep: number;
    drawn: number;
    divergedAfter?: number;
  }[];
  /** What `epoch` counts. */
  unit: 'epoch' | 'step';
}

/**
 * The plot-ready data of `learningCurveFigure`, for another plotting library.
 *
 * @param runs - a run, or an object of runs by their names, of however many weights
 * @param options - `most` entries of each run
 * @returns rows of costs, and what is to be said of each run
 * @throws RangeError where there is no run, or most is below 10
 * @throws TypeError where an argument is of the wrong kind
 * @example
 * ```ts
 * import { descend, perSample } from 'gradus';
 * import { learningCurveData } from 'gradus/figures';
 * const run = descend({ x: [1, 2], t: [2, 4], w: 0, learningRate: 0.05, epochs: 1, strategy: perSample() });
 * console.log(learningCurveData({ run }).costs.map(({ epoch, cost }) => `${epoch}: ${cost.toFixed(3)}`)); // [ '0: 20.000', '0.5: 16.200', '1: 5.832' ]
 * ```
 */
export function learningCurveData(runs: Runs, options: ThinOptions = {}): LearningCurveData {
  assertOptions('learningCurveData', options, ['most']);
  return learningCurveRows('learningCurveData', runs, options);
}

export function learningCurveRows(who: string, runs: Runs, options: ThinOptions): LearningCurveData {
  const most = readMost(who, options);
  const paths = readRuns(who, runs, undefined).map(({ name, path }) => ({
    name,
    path,
    epochs: epochsOf(path),
  }));
  const unit = paths.some(({ epochs }) => epochs === undefined) ? 'step' : 'epoch';
  const costs: LearningCurveData['costs'] = [];
  const told: LearningCurveData['runs'] = [];
  for (const { name, path, epochs = [] } of paths) {
    const { entries, divergedAfter } = path;
    // costs that grow without an end would leave no room for those that matter
    const held = visible(path, 10);
    const kept = thin(
      entries.slice(0, held).map(({ cost }) => cost),
      most,
    );
    for (const i of kept) {
      const { step, cost } = entries[i];
      costs.push({ run: name, epoch: unit === 'step' ? step : epochs[i], step, cost });
    }
    told.push({
      run: name,
      entries: entries.length,
      held,
      lastStep: entries[held - 1].step,
      drawn: kept.length,
      ...(divergedAfter !== undefined && { divergedAfter }),
    });
  }
  return { costs, runs: told, unit };
}

/** One run without a name, or several with theirs. */
export function readRuns(who: string, runs: unknown, weights: 1 | undefined): { name: string; path: Path }[] {
  assertObject(who, 'runs', runs);
  if (isRecorded(runs)) return [{ name: '', path: readRun(who, 'run', runs, weights) }];
  const names = Object.keys(runs);
  if (names.length === 0) throw wrongValue(who, 'runs', 'have at least 1 run', 0);
  return names.map((name) => ({ name, path: readRun(who, `runs.${name}`, runs[name], weights) }));
}
