import { compareRows } from './data/compareData.ts';
import { finishRow } from './parts/finish.ts';
import {
  type CurveOptions,
  type FigureOptions,
  readLooks,
  readScale,
  type ScaleOptions,
  type ThinOptions,
} from './parts/options.ts';
import type { FigureRun } from './parts/run.ts';
import type { FigureRow } from './parts/specification.ts';
import { words } from './parts/words.ts';
import { descentAxes, descentView } from './views/descentView.ts';
import { pathNotes } from './views/notes.ts';

/**
 * The lecture's open question as a picture: runs side by side on the same cost curve, each drawn for as many epochs as all of
 * them have.
 *
 * @param runs - an object of runs by their names, each with one weight that is a number
 * @param options - looks, width and height being those of each picture, 260 and 260 where they are left out; `range` and `points`
 * of the curve; `most` entries of each run; `scale`
 * @returns a Vega-Lite 6 specification, plain JSON
 * @throws RangeError where there is no run, a run has many weights, or an option is out of its range
 * @throws TypeError where an argument is of the wrong kind
 * @example
 * ```ts
 * import { descend, perSample } from 'gradus';
 * import { compareFigure } from 'gradus/figures';
 * const settings = { x: [1, 2], t: [2, 5], w: 0, learningRate: 0.05, epochs: 3 };
 * const [all, each] = [descend(settings), descend({ ...settings, strategy: perSample() })];
 * console.log(compareFigure({ 'full batch': all, 'per sample': each }).hconcat.length); // 2
 * ```
 */
export function compareFigure(
  runs: Record<string, FigureRun<number>>,
  options: FigureOptions & CurveOptions & ThinOptions & ScaleOptions = {},
): FigureRow {
  const who = 'compareFigure';
  const size = { width: 260, height: 260 };
  const looks = readLooks(who, options, ['range', 'points', 'most', 'scale'], size);
  const { panels, epochs, isCut } = compareRows(who, runs, options);
  const say = words[looks.locale];
  const axes = descentAxes(who, panels, readScale(who, options), looks.height);
  const views = panels.map((panel) => ({
    title: { text: panel.run },
    ...descentView(panel, looks, axes, false),
  }));
  const notes = panels.flatMap((panel) =>
    pathNotes(panel, axes.y.isLog, say).map((note) => say.of(panel.run, note)),
  );
  return finishRow(looks, say.compare, [...(isCut ? [say.sameEpochs(epochs)] : []), ...notes], views);
}
