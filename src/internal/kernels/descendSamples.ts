import type { Float64NdArray } from '../../types.ts';

/**
 * Gradient descent on one weight, sample after sample: w ← w − learningRate · factor · xᵢ (xᵢw − tᵢ), for the samples
 * `from` up to `to` of `order`, or of 0 … n − 1 where there is none. Each w is written to `path`, from `at` on.
 *
 * An update of gradient descent waits for the one before, and so it counts what stands between: here w stays in a register.
 * A sum of one gradient, as the loop takes it, would turn −0 into 0; that changes a w of −0, which must not come here, and no
 * other.
 */
export function descendSamples(
  path: Float64Array,
  at: number,
  w: Float64Array,
  learningRate: number,
  x: Float64NdArray,
  t: Float64NdArray,
  order: ArrayLike<number> | undefined,
  from: number,
  to: number,
  factor: number,
): void {
  const inputs = x.data;
  const xStride = x.stride[0];
  const targets = t.data;
  const tStride = t.stride[0];
  // read from an array it is a double to the engine, which then makes no object of each
  let weight = w[0];
  for (let k = from, k2 = at; k < to; k++, k2++) {
    const i = order === undefined ? k : order[k];
    const input = inputs[x.offset + i * xStride];
    const target = targets[t.offset + i * tStride];
    weight -= learningRate * (factor * input * (input * weight - target));
    path[k2] = weight;
  }
}
