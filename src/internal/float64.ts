// The only door to ndarray, which compiles its views from strings.
import ndarray from 'ndarray';
import type { Float64NdArray } from '../types.ts';

/** A packed float64 ndarray over `data`, which is not copied. */
export function float64(data: Float64Array, shape: number[] = [data.length]): Float64NdArray {
  return ndarray(data, shape);
}
