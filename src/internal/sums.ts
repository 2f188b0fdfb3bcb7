import type { Float64NdArray } from '../types.ts';

/** The samples that NumPy adds without cutting them in two. */
export const block = 128;

/** Where NumPy cuts a sum of more than {@link block} values: about the middle, at a multiple of eight. */
export function cut(length: number): number {
  const half = Math.floor(length / 2);
  return half - (half % 8);
}

/**
 * The sum of `length` values, `stride` apart, in NumPy's order: eight running sums over blocks of at most 128, and the
 * blocks added in pairs. The rounding error grows with log n instead of n, and the result is `np.sum`'s to the bit.
 * The order is that of pairwise_sum in numpy/core/src/umath/loops_utils.h.src. NumPy 2.4 uses it for any length; 1.24 for
 * up to 8192 values, and adds such chunks one after the other beyond.
 *
 * The kernels beside this file add in the same order what they compute, in four functions of the same build: the eight
 * running sums are taken four by four, since more do not fit into the registers. They start from +0, as NumPy's do, so
 * that a sum of negative zeros is 0.
 */
export function pairwiseSum(data: Float64Array, offset: number, length: number, stride: number): number {
  if (length > block) {
    const half = cut(length);
    return (
      pairwiseSum(data, offset, half, stride) +
      pairwiseSum(data, offset + half * stride, length - half, stride)
    );
  }
  return blockSum(data, offset, length, stride);
}

function blockSum(data: Float64Array, offset: number, length: number, stride: number): number {
  const eights = length >> 3;
  let sum = fourSums(data, offset, stride, eights) + fourSums(data, offset + 4 * stride, stride, eights);
  for (let i = 8 * eights; i < length; i++) sum += data[offset + i * stride];
  return sum;
}

/** Four of the eight running sums: those of the first four of every eight values. */
function fourSums(data: Float64Array, offset: number, stride: number, eights: number): number {
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  for (let k = 0, at = offset; k < eights; k++, at += 8 * stride) {
    s0 += data[at];
    s1 += data[at + stride];
    s2 += data[at + 2 * stride];
    s3 += data[at + 3 * stride];
  }
  return s0 + s1 + (s2 + s3);
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
