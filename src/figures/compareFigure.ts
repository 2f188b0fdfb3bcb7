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
import { scaleOf, wantsLog } from './parts/scales.ts';
import type { FigureRow } from './parts/specification.ts';
import { words } from './parts/words.ts';
import { descentView, margin } from './views/descentView.ts';
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
  const size = { width: 260, height: 260 };
  const looks = readLooks('compareFigure', options, ['range', 'points', 'most', 'scale'], size);
  const { panels, epochs, isCut } = compareRows('compareFigure', runs, options);
  const { width, height, locale, labels, colors } = looks;
  const say = words[locale];
  const isLog = wantsLog(
    'compareFigure',
    panels.flatMap(({ path }) => path.map(({ cost }) => cost)),
    readScale('compareFigure', options),
    1e4,
    1e15,
  );
  const [low, high] = panels[0].range;
  const costs = panels.flatMap(({ path, curve }) =>
    [...curve, ...path.filter(({ w }) => low <= w && w <= high)].map(({ cost }) => cost),
  );
  const x = { isLog: false, low, high };
  const y = scaleOf(costs, isLog, height, margin.below, margin.above);
  const views = panels.map((panel) => {
    return {
      title: { text: panel.run },
      ...descentView(panel, {
        width,
        height,
        curve: colors[1 % colors.length],
        path: colors[0],
        x,
        y,
        labels: { x: labels.x ?? 'w', y: labels.y ?? `${say.cost}(w)` },
        isNow: false,
      }),
    };
  });
  const notes = panels.flatMap((panel) =>
    pathNotes(panel, isLog, say).map((note) => say.of(panel.run, note)),
  );
  return finishRow(looks, say.compare, [...(isCut ? [say.sameEpochs(epochs)] : []), ...notes], views);
}
