import type { Float64NdArray } from '../../types.ts';
import { productError } from '../productError.ts';
import { sumError } from '../sumError.ts';
import { block } from '../sums.ts';
import { ProductSum } from './ProductSum.ts';

/** Σ (tᵢ − xᵢw)², each residual rounded once, for weights that have digits beyond those of doubles. */
export function residualSquares(
  x: Float64NdArray,
  t: Float64NdArray,
  w: Float64Array,
  wLow: Float64Array,
): number {
  const [n] = x.shape;
  const [sampleStride, inputStride = 0] = x.stride;
  const squares = new ProductSum();
  const residual = new Float64Array(block);
  for (let from = 0; from < n; from += block) {
    const length = Math.min(block, n - from);
    for (let i = 0; i < length; i++) {
      const p = x.offset + (from + i) * sampleStride;
      const target = t.data[t.offset + (from + i) * t.stride[0]];
      residual[i] = residualOf(target, x.data, p, inputStride, w, wLow);
    }
    squares.add(residual, 0, 1, residual, 0, 1, length);
  }
  return squares.value[0];
}

/** t − Σⱼ xⱼ wⱼ, in twice the digits. */
export function residualOf(
  t: number,
  x: Float64Array,
  xAt: number,
  xStride: number,
  w: Float64Array,
  wLow: Float64Array,
): number {
  let [high, low] = [t, 0];
  for (let j = 0, p = xAt; j < w.length; j++, p += xStride) {
    const product = x[p] * w[j];
    const rest = high - product;
    low += sumError(high, -product, rest) - productError(x[p], w[j], product) - x[p] * wLow[j];
    high = rest;
  }
  return high + low;
}
