import type { Float64NdArray } from '../../types.ts';
import type { Samples } from '../samples.ts';
import { dot } from './dot.ts';

/**
 * The rows factor · xᵢⱼ (yᵢ − tᵢ) / divisor, one per sample, multiplied from left to right as Python multiplies them.
 * A factor of 1 and a divisor of 1 change no bit.
 */
export function gradientRows(
  { x, w, n, d, sampleStride, inputStride }: Samples,
  t: Float64NdArray,
  factor: number,
  divisor: number,
): Float64Array {
  const rows = new Float64Array(n * d);
  const [inputs, targets, tStride] = [x.data, t.data, t.stride[0] ?? 0];
  if (w.shape.length === 0) {
    const weight = w.data[w.offset];
    for (let i = 0, p = x.offset, q = t.offset; i < n; i++, p += sampleStride, q += tStride) {
      const input = inputs[p];
      rows[i] = (factor * input * (input * weight - targets[q])) / divisor;
    }
    return rows;
  }
  for (let i = 0, p = x.offset, q = t.offset; i < n; i++, p += sampleStride, q += tStride) {
    const residual = dot(inputs, p, inputStride, w.data, w.offset, w.stride[0], d) - targets[q];
    for (let j = 0; j < d; j++) rows[i * d + j] = (factor * inputs[p + j * inputStride] * residual) / divisor;
  }
  return rows;
}
