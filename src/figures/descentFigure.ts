import { descentRows } from './data/descentData.ts';
import { finish } from './parts/finish.ts';
import {
  type CurveOptions,
  type FigureOptions,
  readLooks,
  readScale,
  type ScaleOptions,
  type ThinOptions,
  type UpToOptions,
} from './parts/options.ts';
import { type FigureRun, readRun } from './parts/run.ts';
import type { Figure } from './parts/specification.ts';
import { words } from './parts/words.ts';
import { descentAxes, descentView } from './views/descentView.ts';
import { pathNotes } from './views/notes.ts';

/**
 * The lecture's picture of descent: the cost curve, on it the points of the run, each labelled w(k) as far as labels have
 * room, and the way between them.
 *
 * The range follows the path, as far to both sides of where the cost is least; a path that leaves for good, as one that diverges
 * does, is drawn up to where it last cost at most ten times what it did at first. Costs ten thousand times apart and more are
 * drawn on a logarithmic scale, unless the least of them are only rounding. What is left out is said below the title.
 *
 * @param run - a run with one weight that is a number
 * @param options - looks; `range` and `points` of the curve; `most` entries; `scale`; `upTo` a step, whose point then has a label
 * @returns a Vega-Lite 6 specification, plain JSON
 * @throws RangeError where the run has many weights, or an option is out of its range
 * @throws TypeError where an argument is of the wrong kind
 * @example
 * ```ts
 * import { descend } from 'gradus';
 * import { descentFigure } from 'gradus/figures';
 * const run = descend({ x: [1, 2], t: [2, 4], w: 0, learningRate: 0.05, epochs: 3 });
 * console.log(descentFigure(run, { locale: 'zh' }).title?.text); // 在损失曲线上做梯度下降
 * ```
 */
export function descentFigure(
  run: FigureRun<number>,
  options: FigureOptions & CurveOptions & ThinOptions & ScaleOptions & UpToOptions = {},
): Figure {
  const who = 'descentFigure';
  const looks = readLooks(who, options, ['range', 'points', 'most', 'scale', 'upTo']);
  const path = readRun(who, 'run', run, 1);
  const data = descentRows(who, path, options);
  // slides share the axes of the whole run
  const whole = options.upTo === undefined ? data : descentRows(who, path, { ...options, upTo: undefined });
  const say = words[looks.locale];
  const axes = descentAxes(who, [whole], readScale(who, options), looks.height);
  const view = descentView(data, looks, axes, options.upTo !== undefined);
  return finish(looks, say.descent, pathNotes(data, axes.y.isLog, say), view);
}
