import type { Float64NdArray } from '../../types.ts';
import { sumError } from '../sumError.ts';
import { block } from '../sums.ts';

/** Σx², Σxr and Σr² for one input x and the residuals r = t − x w. */
export interface ResidualMoments {
  xx: number;
  xr: number;
  rr: number;
}

/**
 * The three sums in one pass: plain ones over blocks of 128 samples, in two running sums each, and what the addition of
 * blocks loses added up beside it. So Σx² and Σr² are right to 70 · 2⁻⁵³ of their size, whatever n.
 */
export function residualMoments(w: number, x: Float64NdArray, t: Float64NdArray): ResidualMoments {
  const n = x.shape[0];
  const sums = new Float64Array(3);
  const total = new Float64Array(3);
  const lost = new Float64Array(3);
  for (let from = 0; from < n; from += block) {
    blockMoments(sums, w, x, t, from, Math.min(block, n - from));
    for (let j = 0; j < 3; j++) {
      const sum = total[j] + sums[j];
      lost[j] += sumError(total[j], sums[j], sum);
      total[j] = sum;
    }
  }
  return { xx: total[0] + lost[0], xr: total[1] + lost[1], rr: total[2] + lost[2] };
}

function blockMoments(
  sums: Float64Array,
  w: number,
  x: Float64NdArray,
  t: Float64NdArray,
  from: number,
  length: number,
): void {
  const inputs = x.data;
  const xStride = x.stride[0];
  const targets = t.data;
  const tStride = t.stride[0];
  let p = x.offset + from * xStride;
  let q = t.offset + from * tStride;
  let xx0 = 0;
  let xx1 = 0;
  let xr0 = 0;
  let xr1 = 0;
  let rr0 = 0;
  let rr1 = 0;
  for (let i = 1; i < length; i += 2) {
    const x0 = inputs[p];
    const r0 = targets[q] - x0 * w;
    p += xStride;
    q += tStride;
    const x1 = inputs[p];
    const r1 = targets[q] - x1 * w;
    p += xStride;
    q += tStride;
    xx0 += x0 * x0;
    xx1 += x1 * x1;
    xr0 += x0 * r0;
    xr1 += x1 * r1;
    rr0 += r0 * r0;
    rr1 += r1 * r1;
  }
  if (length % 2 === 1) {
    const input = inputs[p];
    const residual = targets[q] - input * w;
    xx0 += input * input;
    xr0 += input * residual;
    rr0 += residual * residual;
  }
  sums[0] = xx0 + xx1;
  sums[1] = xr0 + xr1;
  sums[2] = rr0 + rr1;
}
