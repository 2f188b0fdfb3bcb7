import { block, cut } from '../sums.ts';

/** Σⱼ aⱼ bⱼ, the products added in NumPy's order: `(a * b).sum()`. */
export function dot(
  a: Float64Array,
  aAt: number,
  aStride: number,
  b: Float64Array,
  bAt: number,
  bStride: number,
  length: number,
): number {
  if (length > block) {
    const half = cut(length);
    return (
      dot(a, aAt, aStride, b, bAt, bStride, half) +
      dot(a, aAt + half * aStride, aStride, b, bAt + half * bStride, bStride, length - half)
    );
  }
  const eights = length >> 3;
  let sum = 0;
  if (eights > 0) {
    sum = fourProducts(a, aAt, aStride, b, bAt, bStride, eights);
    sum += fourProducts(a, aAt + 4 * aStride, aStride, b, bAt + 4 * bStride, bStride, eights);
  }
  for (let j = 8 * eights; j < length; j++) sum += a[aAt + j * aStride] * b[bAt + j * bStride];
  return sum;
}

function fourProducts(
  a: Float64Array,
  aAt: number,
  aStride: number,
  b: Float64Array,
  bAt: number,
  bStride: number,
  eights: number,
): number {
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  for (let k = 0, p = aAt, q = bAt; k < eights; k++, p += 8 * aStride, q += 8 * bStride) {
    s0 += a[p] * b[q];
    s1 += a[p + aStride] * b[q + bStride];
    s2 += a[p + 2 * aStride] * b[q + 2 * bStride];
    s3 += a[p + 3 * aStride] * b[q + 3 * bStride];
  }
  return s0 + s1 + (s2 + s3);
}
