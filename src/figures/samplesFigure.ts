import { type SamplesInput, samplesRows } from './data/samplesData.ts';
import { finish } from './parts/finish.ts';
import { type FigureOptions, readLooks, type ThinOptions } from './parts/options.ts';
import type { Figure } from './parts/specification.ts';
import { words } from './parts/words.ts';
import { samplesNotes, samplesView } from './views/samplesView.ts';

/**
 * The lecture's first picture: the samples, t over x, with the line that their targets were drawn about.
 *
 * @param samples - x and t, and the target line as its w or as a function of x
 * @param options - looks, and `most` samples
 * @returns a Vega-Lite 6 specification, plain JSON
 * @throws RangeError where x and t are empty, not finite or of different lengths, or an option is out of its range
 * @throws TypeError where an argument is of the wrong kind
 * @example
 * ```ts
 * import { samplesFigure } from 'gradus/figures';
 * console.log(samplesFigure({ x: [0.1, 0.9], t: [0.3, 1.7], target: 2 }).layer.length); // 2
 * ```
 */
export function samplesFigure(samples: SamplesInput, options: FigureOptions & ThinOptions = {}): Figure {
  const looks = readLooks('samplesFigure', options, ['most']);
  const { points, samples: n, target } = samplesRows('samplesFigure', samples, options);
  const say = words[looks.locale];
  const lines = target.length === 0 ? [] : [{ name: say.target, points: target, color: looks.colors[0] }];
  const view = samplesView(points, say.sample, lines, looks);
  const notes = samplesNotes(view, points.length, n, say);
  return finish(looks, say.samples, notes, view);
}
