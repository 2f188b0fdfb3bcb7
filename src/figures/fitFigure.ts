import { type FitInput, fitRows } from './data/fitData.ts';
import { finish } from './parts/finish.ts';
import { type FigureOptions, readLooks, type ThinOptions } from './parts/options.ts';
import type { Figure } from './parts/specification.ts';
import { words } from './parts/words.ts';
import { type NamedLine, samplesNotes, samplesView } from './views/samplesView.ts';

/**
 * The lecture's last picture: the samples, the line that their targets were drawn about, and the fitted line.
 *
 * @param samples - x and t, the fitted line, and the target line where there is one, each as its w or as a function of x
 * @param options - looks, and `most` samples
 * @returns a Vega-Lite 6 specification, plain JSON
 * @throws RangeError where x and t are empty, not finite or of different lengths, or an option is out of its range
 * @throws TypeError where an argument is of the wrong kind
 * @example
 * ```ts
 * import { descend } from 'gradus';
 * import { fitFigure } from 'gradus/figures';
 * const [x, t] = [[0.1, 0.5, 0.9], [0.3, 0.9, 1.7]];
 * const { w } = descend({ x, t, w: 0.1, learningRate: 0.05, epochs: 30 });
 * console.log(fitFigure({ x, t, target: 2, fitted: w }).title?.text); // The fitted line beside the target line
 * ```
 */
export function fitFigure(samples: FitInput, options: FigureOptions & ThinOptions = {}): Figure {
  const looks = readLooks('fitFigure', options, ['most']);
  const { points, samples: n, target, fitted } = fitRows('fitFigure', samples, options);
  const say = words[looks.locale];
  const [first, second = first] = looks.colors;
  const lines: NamedLine[] = [
    ...(target.length === 0 ? [] : [{ name: say.target, points: target, color: first }]),
    { name: say.fitted, points: fitted, color: second },
  ];
  const view = samplesView(points, say.sample, lines, looks);
  const notes = samplesNotes(view, points.length, n, say);
  return finish(looks, target.length === 0 ? say.fitAlone : say.fit, notes, view);
}
