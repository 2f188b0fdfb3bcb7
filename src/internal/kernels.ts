import type { Float64NdArray } from '../types.ts';
import type { Samples } from './samples.ts';
import { pairwiseSum } from './sums.ts';

/** yᵢ = Σⱼ xᵢⱼ wⱼ for each sample, the products added in NumPy's order: `(x * w).sum(axis=1)`. */
export function predict({ x, w, n, d, sampleStride, inputStride }: Samples): Float64Array {
  const y = new Float64Array(n);
  if (w.shape.length === 0) {
    const weight = w.data[w.offset];
    for (let i = 0; i < n; i++) y[i] = x.data[x.offset + i * sampleStride] * weight;
    return y;
  }
  const products = new Float64Array(d);
  for (let i = 0; i < n; i++) {
    const row = x.offset + i * sampleStride;
    for (let j = 0; j < d; j++) {
      products[j] = x.data[row + j * inputStride] * w.data[w.offset + j * w.stride[0]];
    }
    y[i] = pairwiseSum(products, 0, d, 1);
  }
  return y;
}

/** Σᵢ (tᵢ − yᵢ)², in NumPy's order. */
export function sumOfSquares(y: Float64NdArray, t: Float64NdArray): number {
  const n = y.shape[0] ?? 1;
  const squares = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const residual = t.data[t.offset + i * (t.stride[0] ?? 0)] - y.data[y.offset + i * (y.stride[0] ?? 0)];
    squares[i] = residual * residual;
  }
  return pairwiseSum(squares, 0, n, 1);
}

/**
 * The rows factor · xᵢⱼ (yᵢ − tᵢ) / divisor, one per sample, multiplied from left to right as Python multiplies them.
 * A factor of 1 and a divisor of 1 change no bit.
 */
export function gradientRows(
  samples: Samples,
  t: Float64NdArray,
  factor: number,
  divisor: number,
): Float64Array {
  const { x, n, d, sampleStride, inputStride } = samples;
  const y = predict(samples);
  const rows = new Float64Array(n * d);
  for (let i = 0; i < n; i++) {
    const row = x.offset + i * sampleStride;
    const residual = y[i] - t.data[t.offset + i * (t.stride[0] ?? 0)];
    for (let j = 0; j < d; j++) {
      rows[i * d + j] = (factor * x.data[row + j * inputStride] * residual) / divisor;
    }
  }
  return rows;
}
