import type { Samples } from '../samples.ts';
import { dot } from './dot.ts';

/** yᵢ = Σⱼ xᵢⱼ wⱼ for each sample, the products added in NumPy's order: `(x * w).sum(axis=1)`. */
export function predict({ x, w, n, d, sampleStride, inputStride }: Samples): Float64Array {
  const y = new Float64Array(n);
  const inputs = x.data;
  if (w.shape.length === 0) {
    const weight = w.data[w.offset];
    for (let i = 0, p = x.offset; i < n; i++, p += sampleStride) y[i] = inputs[p] * weight;
    return y;
  }
  for (let i = 0, p = x.offset; i < n; i++, p += sampleStride) {
    y[i] = dot(inputs, p, inputStride, w.data, w.offset, w.stride[0], d);
  }
  return y;
}
