import { assertOptions, assertWhole } from '../../internal/assert.ts';
import { contours } from '../parts/contours.ts';
import { readMost, readUpTo, type ThinOptions, type UpToOptions } from '../parts/options.ts';
import { type FigureRun, type Path, readRun } from '../parts/run.ts';
import { largest, least } from '../parts/scales.ts';
import { thin } from '../parts/thin.ts';
import { rangesOf, visible } from '../parts/visible.ts';
import { entriesUpTo, type PathTold, toldOf } from './descentData.ts';

/** How contours are found. */
export interface ContourOptions {
  /** The cost is computed on a grid of so many times so many points, a whole number of at least 3; 81 where it is left out. */
  points?: number | undefined;
  /** How many contours, a whole number of at least 1; 10 where it is left out. */
  levels?: number | undefined;
}

/** What `contourFigure` draws. */
export interface ContourData {
  /** Points of equal cost, in the order of the line that they are on. */
  contours: { line: number; order: number; cost: number; w0: number; w1: number }[];
  /** The path, thinned where it is long. */
  path: { step: number; epoch: number; w0: number; w1: number; cost: number; label: string }[];
  /** The ranges of both weights. */
  ranges: [[number, number], [number, number]];
  /** What is to be said of the path. */
  told: PathTold;
}

/**
 * The plot-ready data of `contourFigure`, for another plotting library. The square roots of the costs above the least are evenly
 * spaced, so that the contours of a quadratic are.
 *
 * @param run - a run with two weights
 * @param options - `points` of the grid, `levels`, `most` entries, and `upTo`
 * @returns rows for the contours and for the path
 * @throws RangeError where the run has not two weights, or an option is out of its range
 * @throws TypeError where an argument is of the wrong kind
 * @example
 * ```ts
 * import { descend, withBias } from 'gradus';
 * import { contourData } from 'gradus/figures';
 * const run = descend({ x: withBias([0, 1]), t: [1, 3], w: [0, 0], learningRate: 0.1, epochs: 2 });
 * console.log(contourData(run).path.map(({ w0, w1 }) => `${w0.toFixed(2)} ${w1.toFixed(2)}`)); // [ '0.00 0.00', '0.80 0.60', '1.16 0.92' ]
 * ```
 */
export function contourData(
  run: FigureRun<Float64Array | readonly number[]>,
  options: ContourOptions & ThinOptions & UpToOptions = {},
): ContourData {
  assertOptions('contourData', options, ['points', 'levels', 'most', 'upTo']);
  return contourRows('contourData', readRun('contourData', 'run', run, 2), options);
}

export function contourRows(
  who: string,
  path: Path,
  options: ContourOptions & ThinOptions & UpToOptions,
): ContourData {
  const { points = 81, levels = 10 } = options;
  assertWhole(who, 'points', points, 3);
  assertWhole(who, 'levels', levels, 1);
  const most = readMost(who, options);
  const upTo = readUpTo(who, options);
  const all = path.entries.slice(0, visible(path, 10));
  const [first, second] = rangesOf(path, all);
  const held = entriesUpTo(all, upTo);
  const at = (range: readonly [number, number], i: number): number =>
    range[0] + ((range[1] - range[0]) * i) / (points - 1);
  const costOf = (column: number, row: number): number => path.costAt([at(first, column), at(second, row)]);
  const costs = Array.from({ length: points }, (_, row) =>
    Array.from({ length: points }, (_, column) => costOf(column, row)),
  );
  const finite = costs.flat().filter((cost) => Math.abs(cost) <= 1e300);
  const lowest = least([...finite, ...all.map(({ cost }) => cost)]);
  // of costs that are all the same there is nothing to draw
  const top = finite.length === 0 ? 0 : Math.sqrt(Math.max(0, largest(finite) - lowest));
  const lines = Array.from({ length: top > 0 ? levels : 0 }, (_, k) => {
    const cost = lowest + ((top * (k + 0.5)) / levels) ** 2;
    return contours(costOf, costs, cost).map((line) => ({ cost, line }));
  }).flat();
  const kept = thin(
    held.map(({ cost }) => cost),
    most,
  ).map((i) => held[i]);
  return {
    contours: lines.flatMap(({ cost, line }, k) =>
      line.map(({ x, y }, order) => ({
        line: k,
        order,
        cost,
        w0: at(first, x),
        w1: at(second, y),
      })),
    ),
    path: kept.map(({ step, epoch, w: [w0, w1], cost }) => ({
      step,
      epoch,
      w0,
      w1,
      cost,
      label: `w(${step})`,
    })),
    ranges: [first, second],
    told: { ...toldOf(path, held, upTo), outside: 0, infinite: points * points - finite.length },
  };
}
