import type { Float64NdArray } from '../../types.ts';
import { dot } from './dot.ts';

/** max ‖xᵢ‖² over the samples of x, [n] or [n, d]. */
export function largestSquaredNorm({ data, offset, shape, stride }: Float64NdArray): number {
  const [n, d = 1] = shape;
  const [sampleStride, inputStride = 0] = stride;
  let largest = 0;
  for (let i = 0; i < n; i++) {
    const row = offset + i * sampleStride;
    largest = Math.max(largest, dot(data, row, inputStride, data, row, inputStride, d));
  }
  return largest;
}
