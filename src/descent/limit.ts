import { largestEigenvalue } from '../internal/largestEigenvalue.ts';
import { pairwiseSum } from '../internal/sums.ts';
import { gradientDescent } from '../rules/gradientDescent.ts';
import type { Float64NdArray, Model, Rule } from '../types.ts';
import type { Batches } from './batches.ts';

/**
 * What is known of the largest learning rate, as a sentence; '' where nothing is, or where `learningRate` is within it.
 * Gradient descent on squared error contracts while learningRate · λ < 2 for each eigenvalue λ of the Hessian
 * c Σ xᵢxᵢᵀ. In a smaller batch of b samples no eigenvalue exceeds c b max ‖xᵢ‖², which gives a bound that suffices.
 */
export function limitSentence(
  model: Model,
  rule: Rule,
  x: Float64NdArray,
  { order, length, size }: Batches,
  learningRate: number,
): string {
  if (model.curvature === undefined || rule !== gradientDescent()) return '';
  const n = x.shape[0];
  const isFullBatch = order === undefined && size >= n;
  const b = Math.min(size, length);
  const largest = isFullBatch
    ? model.curvature(n) * largestEigenvalue(gram(x))
    : model.curvature(b) * b * largestSquaredNorm(x);
  const limit = 2 / largest;
  if (!(limit > 0 && limit < Infinity && learningRate > limit)) return '';
  const [edge, safe] = [limit, limit / 2].map((rate) => rate.toPrecision(6));
  return isFullBatch
    ? `; the limit of the learning rate is ${edge} for full batch here, and ${safe} holds`
    : `; below a learning rate of ${edge} no batch of ${b} can diverge here, and ${safe} holds`;
}

/** Σᵢ xᵢxᵢᵀ for packed x, row after row: [d][d]. */
function gram(x: Float64NdArray): number[][] {
  const [n, d = 1] = x.shape;
  const columns = Array.from({ length: d }, (_, j) => j);
  const products = new Float64Array(n);
  return columns.map((j) =>
    columns.map((k) => {
      for (let i = 0; i < n; i++) products[i] = x.data[i * d + j] * x.data[i * d + k];
      return pairwiseSum(products, 0, n, 1);
    }),
  );
}

function largestSquaredNorm(x: Float64NdArray): number {
  const [n, d = 1] = x.shape;
  let largest = 0;
  for (let i = 0; i < n; i++) {
    const squares = x.data.subarray(i * d, (i + 1) * d).map((value) => value * value);
    largest = Math.max(largest, pairwiseSum(squares, 0, d, 1));
  }
  return largest;
}
