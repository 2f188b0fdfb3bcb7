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
  const tStride = t.stride[0] ?? 0;
  if (w.shape.length === 0) {
    return vectorRows(w.data[w.offset], x, sampleStride, t, tStride, n, factor, divisor);
  }
  const rows = new Float64Array(n * d);
  for (let i = 0, p = x.offset, q = t.offset; i < n; i++, p += sampleStride, q += tStride) {
    const residual = dot(x.data, p, inputStride, w.data, w.offset, w.stride[0], d) - t.data[q];
    for (let j = 0; j < d; j++) {
      rows[i * d + j] = (factor * x.data[p + j * inputStride] * residual) / divisor;
    }
  }
  return rows;
}

/** factor · xᵢ (xᵢw − tᵢ) / divisor for one weight; without a division four at a time, which saves a third of the time. */
function vectorRows(
  w: number,
  { data: x, offset: xAt }: Float64NdArray,
  xStride: number,
  { data: t, offset: tAt }: Float64NdArray,
  tStride: number,
  n: number,
  factor: number,
  divisor: number,
): Float64Array {
  const rows = new Float64Array(n);
  let i = 0;
  let p = xAt;
  let q = tAt;
  if (divisor === 1) {
    for (; i + 4 <= n; i += 4) {
      const x0 = x[p];
      const t0 = t[q];
      p += xStride;
      q += tStride;
      const x1 = x[p];
      const t1 = t[q];
      p += xStride;
      q += tStride;
      const x2 = x[p];
      const t2 = t[q];
      p += xStride;
      q += tStride;
      const x3 = x[p];
      const t3 = t[q];
      p += xStride;
      q += tStride;
      rows[i] = factor * x0 * (x0 * w - t0);
      rows[i + 1] = factor * x1 * (x1 * w - t1);
      rows[i + 2] = factor * x2 * (x2 * w - t2);
      rows[i + 3] = factor * x3 * (x3 * w - t3);
    }
  }
  for (; i < n; i++, p += xStride, q += tStride) {
    rows[i] = (factor * x[p] * (x[p] * w - t[q])) / divisor;
  }
  return rows;
}
