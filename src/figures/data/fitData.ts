import { assertObject, assertOptions, wrongKind } from '../../internal/assert.ts';
import { type Line, readLine } from '../parts/line.ts';
import type { ThinOptions } from '../parts/options.ts';
import { readVector } from '../parts/vector.ts';
import { type SamplesData, type SamplesInput, samplesRows } from './samplesData.ts';

/** Samples to draw, with the target line and the fitted one. */
export interface FitInput extends SamplesInput {
  /** The fitted line: its w, such as a run's, or y as a function of x. */
  fitted: Line;
}

/** What `fitFigure` draws. */
export interface FitData extends SamplesData {
  /** The fitted line from 0 over all inputs. */
  fitted: { x: number; y: number }[];
}

/**
 * The plot-ready data of `fitFigure`, for another plotting library.
 *
 * @param samples - x and t, the target line, and the fitted one
 * @param options - `most`
 * @returns rows for points and for both lines
 * @throws RangeError where x and t are empty, not finite or of different lengths, or most is below 10
 * @throws TypeError where an argument is of the wrong kind
 * @example
 * ```ts
 * import { fitData } from 'gradus/figures';
 * console.log(fitData({ x: [1, 2], t: [2, 5], fitted: 2.4 }).fitted); // [ { x: 0, y: 0 }, { x: 2, y: 4.8 } ]
 * ```
 */
export function fitData(samples: FitInput, options: ThinOptions = {}): FitData {
  assertOptions('fitData', options, ['most']);
  return fitRows('fitData', samples, options);
}

export function fitRows(who: string, samples: FitInput, options: ThinOptions): FitData {
  assertObject(who, 'samples', samples);
  if (samples.fitted === undefined)
    throw wrongKind(who, 'fitted', 'be a number or a function of x', undefined);
  const rows = samplesRows(who, samples, options);
  // over all inputs, of which not all need be drawn
  const inputs = readVector(who, 'x', samples.x);
  return { ...rows, fitted: readLine(who, 'fitted', samples.fitted, inputs) };
}
