import type { Float64NdArray } from '../../types.ts';
import { dot } from './dot.ts';
import { gradientSum } from './gradientSum.ts';

/**
 * Adds to `gradient` that of a batch, the samples from `from` up to `to`: Σᵢ factor · xᵢⱼ (yᵢ − tᵢ) / divisor for each j, as
 * `(2 * x * (y - t)).sum(axis=0)` adds them, which is row after row, and pairwise where there is one column.
 */
export function accumulate(
  gradient: Float64Array,
  w: Float64Array,
  x: Float64NdArray,
  t: Float64NdArray,
  from: number,
  to: number,
  factor: number,
  divisor: number,
): void {
  const d = w.length;
  if (d === 1) {
    gradient[0] += gradientSum(w[0], x, t, from, to - from, factor, divisor);
    return;
  }
  const inputs = x.data;
  const sampleStride = x.stride[0];
  const inputStride = x.stride[1];
  for (let i = from; i < to; i++) {
    const p = x.offset + i * sampleStride;
    const residual = dot(inputs, p, inputStride, w, 0, 1, d) - t.data[t.offset + i * t.stride[0]];
    for (let j = 0; j < d; j++) gradient[j] += (factor * inputs[p + j * inputStride] * residual) / divisor;
  }
}
