import { assertObject, assertOptions } from '../../internal/assert.ts';
import type { ArrayInput } from '../../types.ts';
import { type Line, readLine } from '../parts/line.ts';
import { readMost, type ThinOptions } from '../parts/options.ts';
import { spread } from '../parts/thin.ts';
import { readSamples } from '../parts/vector.ts';

/** Samples to draw, with the line that their targets were drawn about. */
export interface SamplesInput {
  /** The inputs [n]: at least one, finite. */
  x: ArrayInput;
  /** The targets [n], finite. */
  t: ArrayInput;
  /** The target line: its w, or y as a function of x. */
  target?: Line | undefined;
}

/** What `samplesFigure` draws. */
export interface SamplesData {
  /** The samples that are drawn, and how many there are. */
  points: { x: number; t: number }[];
  samples: number;
  /** The target line from 0 over all inputs; empty where none was handed over. */
  target: { x: number; y: number }[];
}

/**
 * The plot-ready data of `samplesFigure`, for another plotting library.
 *
 * @param samples - x and t, and the target line
 * @param options - `most`
 * @returns rows for points and for the line
 * @throws RangeError where x and t are empty, not finite or of different lengths, or most is below 10
 * @throws TypeError where an argument is of the wrong kind
 * @example
 * ```ts
 * import { samplesData } from 'gradus/figures';
 * console.log(samplesData({ x: [1, 2], t: [2, 5], target: 2 }).target); // [ { x: 0, y: 0 }, { x: 2, y: 4 } ]
 * ```
 */
export function samplesData(samples: SamplesInput, options: ThinOptions = {}): SamplesData {
  assertOptions('samplesData', options, ['most']);
  return samplesRows('samplesData', samples, options);
}

export function samplesRows(who: string, samples: SamplesInput, options: ThinOptions): SamplesData {
  assertObject(who, 'samples', samples);
  const points = readSamples(who, samples);
  const { target } = samples;
  const inputs = points.map(({ x }) => x);
  return {
    points: spread(points, readMost(who, options)),
    samples: points.length,
    target: target === undefined ? [] : readLine(who, 'target', target, inputs),
  };
}
