import type { Float64NdArray } from '../types.ts';

/**
 * The sum of `length` values, `stride` apart, in NumPy's order: eight running sums over blocks of at most 128, and the
 * blocks added in pairs. The rounding error grows with log n instead of n, and the result is `np.sum`'s to the bit.
 * The order is that of pairwise_sum in numpy/core/src/umath/loops_utils.h.src. NumPy 2.4 uses it for any length; 1.24 for
 * up to 8192 values, and adds such chunks one after the other beyond.
 */
export function pairwiseSum(data: Float64Array, offset: number, length: number, stride: number): number {
  // NumPy's reduction starts from +0, so that a sum of negative zeros is 0
  return 0 + pairwise(data, offset, length, stride);
}

function pairwise(data: Float64Array, offset: number, length: number, stride: number): number {
  if (length > 128) {
    let half = Math.floor(length / 2);
    half -= half % 8;
    return (
      pairwise(data, offset, half, stride) + pairwise(data, offset + half * stride, length - half, stride)
    );
  }
  let sum = 0;
  let i = 0;
  if (length >= 8) {
    let s0 = data[offset];
    let s1 = data[offset + stride];
    let s2 = data[offset + 2 * stride];
    let s3 = data[offset + 3 * stride];
    let s4 = data[offset + 4 * stride];
    let s5 = data[offset + 5 * stride];
    let s6 = data[offset + 6 * stride];
    let s7 = data[offset + 7 * stride];
    for (i = 8; i + 8 <= length; i += 8) {
      const at = offset + i * stride;
      s0 += data[at];
      s1 += data[at + stride];
      s2 += data[at + 2 * stride];
      s3 += data[at + 3 * stride];
      s4 += data[at + 4 * stride];
      s5 += data[at + 5 * stride];
      s6 += data[at + 6 * stride];
      s7 += data[at + 7 * stride];
    }
    sum = s0 + s1 + (s2 + s3) + (s4 + s5 + (s6 + s7));
  }
  for (; i < length; i++) sum += data[offset + i * stride];
  return sum;
}

/**
 * The sum of the rows of a per-sample gradient, [n] or [n, d], as NumPy's `sum(axis=0)` adds them: pairwise for one
 * column, row after row for more.
 */
export function sumRows({ data, shape, stride, offset }: Float64NdArray): Float64Array {
  const [n, d = 1] = shape;
  if (d === 1) return Float64Array.of(pairwiseSum(data, offset, n, stride[0]));
  const sum = new Float64Array(d);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < d; j++) sum[j] += data[offset + i * stride[0] + j * stride[1]];
  }
  return sum;
}
