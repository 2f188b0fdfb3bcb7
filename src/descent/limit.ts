import { eigenvalues } from '../internal/eigenvalues.ts';
import { dot } from '../internal/kernels/dot.ts';
import { largestSquaredNorm } from '../internal/kernels/largestSquaredNorm.ts';
import { gradientDescent } from '../rules/gradientDescent.ts';
import type { Rule } from '../types.ts';
import { type Batches, isFullBatch } from './batches.ts';
import { type DataObjective, SumsObjective } from './objective.ts';

/**
 * What is known of the largest learning rate, as a sentence; '' where nothing is, or where `learningRate` is within it.
 * Gradient descent on squared error contracts while learningRate · λ < 2 for each eigenvalue λ of the Hessian
 * c Σ xᵢxᵢᵀ. In a smaller batch of b samples no eigenvalue exceeds c b max ‖xᵢ‖², which gives a bound that suffices.
 */
export function limitSentence(
  { objective, rule }: { objective: DataObjective | SumsObjective; rule: Rule },
  batches: Batches,
  learningRate: number,
): string {
  const { model, n } = objective;
  if (model.curvature === undefined || rule !== gradientDescent()) return '';
  const b = Math.min(batches.size, batches.length);
  const products = isFullBatch(batches, n) ? gram(objective) : undefined;
  const largest =
    products === undefined
      ? model.curvature(b) * b * largestSample(objective)
      : model.curvature(n) * (eigenvalues(products).at(-1) as number);
  const limit = 2 / largest;
  if (!(limit > 0 && limit < Infinity && learningRate > limit)) return '';
  const [edge, safe] = [limit, limit / 2].map((rate) => rate.toPrecision(6));
  return products === undefined
    ? `; below a learning rate of ${edge} no batch of ${b} can diverge here, and ${safe} holds`
    : `; the limit of the learning rate is ${edge} for full batch here, and ${safe} holds`;
}

/** Σᵢ xᵢxᵢᵀ, [d][d]; nothing above 64 weights, where an eigenvalue, which costs O(d³), would take minutes for a sentence. */
function gram(objective: DataObjective | SumsObjective): number[][] | undefined {
  if (objective instanceof SumsObjective) {
    const { xx } = objective.sums;
    return typeof xx === 'number' ? [[xx]] : xx.length > 64 ? undefined : xx;
  }
  const { data, offset, shape, stride } = objective.x;
  const [n, d = 1] = shape;
  const [sampleStride, inputStride = 0] = stride;
  if (d > 64) return undefined;
  const product = (j: number, k: number): number => {
    const [a, b] = [offset + j * inputStride, offset + k * inputStride];
    return dot(data, a, sampleStride, data, b, sampleStride, n);
  };
  return Array.from({ length: d }, (_, j) => Array.from({ length: d }, (_, k) => product(j, k)));
}

/** max ‖xᵢ‖²; where there are only sums, the mean instead: all of them are one batch, and n means bound its eigenvalues. */
function largestSample(objective: DataObjective | SumsObjective): number {
  if (objective instanceof SumsObjective) {
    const rows = objective.sums.xx as number[][];
    return rows.reduce((trace, row, j) => trace + row[j], 0) / objective.n;
  }
  return largestSquaredNorm(objective.x);
}
