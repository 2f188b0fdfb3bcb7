import type { Float64NdArray } from '../../types.ts';
import { block, cut } from '../sums.ts';

/**
 * Σᵢ (tᵢ − xᵢw)² over `length` samples from `from` on, in NumPy's order: `((t - x * w) ** 2).sum()`. A w of 1 changes no
 * bit, so that with it x may be predictions.
 */
export function sumOfSquares(
  w: number,
  x: Float64NdArray,
  t: Float64NdArray,
  from: number,
  length: number,
): number {
  if (length > block) {
    const half = cut(length);
    return sumOfSquares(w, x, t, from, half) + sumOfSquares(w, x, t, from + half, length - half);
  }
  const inputs = x.data;
  const xStride = x.stride[0];
  const p = x.offset + from * xStride;
  const targets = t.data;
  const tStride = t.stride[0];
  const q = t.offset + from * tStride;
  const eights = length >> 3;
  let sum = fourSquares(w, inputs, p, xStride, targets, q, tStride, eights);
  sum += fourSquares(w, inputs, p + 4 * xStride, xStride, targets, q + 4 * tStride, tStride, eights);
  for (let i = 8 * eights; i < length; i++) {
    const residual = targets[q + i * tStride] - inputs[p + i * xStride] * w;
    sum += residual * residual;
  }
  return sum;
}

/** Four of the eight running sums. */
function fourSquares(
  w: number,
  x: Float64Array,
  xAt: number,
  xStride: number,
  t: Float64Array,
  tAt: number,
  tStride: number,
  eights: number,
): number {
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  for (let k = 0, p = xAt, q = tAt; k < eights; k++, p += 8 * xStride, q += 8 * tStride) {
    const r0 = t[q] - x[p] * w;
    const r1 = t[q + tStride] - x[p + xStride] * w;
    const r2 = t[q + 2 * tStride] - x[p + 2 * xStride] * w;
    const r3 = t[q + 3 * tStride] - x[p + 3 * xStride] * w;
    s0 += r0 * r0;
    s1 += r1 * r1;
    s2 += r2 * r2;
    s3 += r3 * r3;
  }
  return s0 + s1 + (s2 + s3);
}
