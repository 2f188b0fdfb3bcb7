import type { Descent } from '../../descent/run.ts';
import { gradientDescent } from '../../rules/gradientDescent.ts';
import type { LeastSquaresRun } from './leastSquaresOf.ts';
import type { Progress } from './progress.ts';
import { toArray } from './weights.ts';

interface Range {
  lowest: Float64Array;
  highest: Float64Array;
}

/**
 * The range of w in the last epoch of plain descent that hovers about the minimizer, in orders that differ; undefined where it does
 * not, or where not every update of the last two epochs is recorded. It is looked for
 * - that no batch can grow anything, whatever the order: rate · Σ‖x‖² is at most 2, by its largest sample;
 * - that the minimizer is within the range;
 * - that the epoch before did not go much farther: one that comes from far away passes the minimizer as well.
 */
export function hoveringOf(
  { history, settings }: Descent,
  { minimizer, agree, largestSample }: LeastSquaresRun,
  { ends, isDense }: Progress,
): Range | undefined {
  const { rule, learningRate, model } = settings;
  if (rule !== gradientDescent() || typeof learningRate !== 'number' || agree || !isDense) return undefined;
  if (ends.length < 3 || ends[ends.length - 1] !== history.length - 1) return undefined;
  const [first, second, third] = ends.slice(-3);
  // a single update an epoch has no swing to show
  const updates = third - second;
  const size = Math.ceil((settings.t?.shape[0] ?? 1) / updates);
  const isBounded = learningRate * (model.curvature?.(size) ?? Infinity) * size * largestSample <= 2;
  if (updates < 2 || !isBounded) return undefined;
  const [before, last] = [rangeOf(history, first, second), rangeOf(history, second, third)];
  const hovers = minimizer.every((value, j) => {
    const [width, was] = [last.highest[j] - last.lowest[j], before.highest[j] - before.lowest[j]];
    return last.lowest[j] <= value && value <= last.highest[j] && was <= 1.5 * width;
  });
  return hovers ? last : undefined;
}

function rangeOf(history: Descent['history'], from: number, to: number): Range {
  const lowest = toArray(history.at(from).w);
  const highest = lowest.slice();
  for (let i = from + 1; i <= to; i++) {
    for (const [j, value] of toArray(history.at(i).w).entries()) {
      lowest[j] = Math.min(lowest[j], value);
      highest[j] = Math.max(highest[j], value);
    }
  }
  return { lowest, highest };
}
