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
  batches: Batches,
  learningRate: number,
): string {
  if (model.curvature === undefined || rule !== gradientDescent()) return '';
  const [n, d = 1] = x.shape;
  const b = Math.min(batches.size, batches.length);
  // an eigenvalue costs O(d³): a sentence is not worth minutes
  const isExact = isFullBatch(batches, n) && d <= 64;
  const largest = isExact
    ? model.curvature(n) * largestEigenvalue(gram(x))
    : model.curvature(b) * b * largestSquaredNorm(x);
  const limit = 2 / largest;
  if (!(limit > 0 && limit < Infinity && learningRate > limit)) return '';
  const [edge, safe] = [limit, limit / 2].map((rate) => rate.toPrecision(6));
  return isExact
    ? `; the limit of the learning rate is ${edge} for full batch here, and ${safe} holds`
    : `; below a learning rate of ${edge} no batch of ${b} can diverge here, and ${safe} holds`;
}

/** Whether a batch is all the samples, each once, in whatever order. */
function isFullBatch({ order, length, size }: Batches, n: number): boolean {
  return size >= n && length === n && (order === undefined || new Set(Array.from(order)).size === n);
}

/** Σᵢ xᵢxᵢᵀ for packed x: [d][d]. */
function gram(x: Float64NdArray): number[][] {
  const [n, d = 1] = x.shape;
  const products = new Float64Array(n);
  const matrix = Array.from({ length: d }, () => new Array<number>(d));
  for (let j = 0; j < d; j++) {
    for (let k = j; k < d; k++) {
      for (let i = 0; i < n; i++) products[i] = x.data[i * d + j] * x.data[i * d + k];
      matrix[j][k] = matrix[k][j] = pairwiseSum(products, 0, n, 1);
    }
  }
  return matrix;
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
