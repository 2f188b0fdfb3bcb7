import type { NdArray } from 'ndarray';
import type { TypedArray } from '../types.ts';
import { wrongValue } from './assert.ts';

/** How many values a shape holds. */
export function sizeOf(shape: readonly number[]): number {
  return shape.reduce((product, length) => product * length, 1);
}

/** Whether two shapes are the same. */
export function isSameShape(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((length, axis) => length === b[axis]);
}

/** A shape in words: `[20, 3]`. */
export function words(shape: readonly number[]): string {
  return `[${shape.join(', ')}]`;
}

export function isTypedArray(value: unknown): value is TypedArray {
  // by its tag: BigInt arrays and DataView are views as well, and instanceof fails across realms
  return ArrayBuffer.isView(value) && /^(?!Big).*Array$/.test((value as TypedArray)[Symbol.toStringTag]);
}

export function isNdarray(value: unknown): value is NdArray {
  // by its parts: the caller's ndarray may be another copy of the package
  const { data, shape, stride, offset, get } = (value ?? {}) as NdArray;
  return (
    typeof data === 'object' &&
    Array.isArray(shape) &&
    Array.isArray(stride) &&
    Number.isInteger(offset) &&
    typeof get === 'function'
  );
}

// ndarray itself checks no lengths: a view past its data would read undefined, and compute with NaN
export function assertInside(who: string, name: string, { data, shape, stride, offset }: NdArray): void {
  if (sizeOf(shape) === 0) return;
  const reach = shape.map((length, axis) => (length - 1) * stride[axis]);
  const first = reach.reduce((index, step) => index + Math.min(step, 0), offset);
  const last = reach.reduce((index, step) => index + Math.max(step, 0), offset);
  if (first >= 0 && last < data.length) return;
  throw wrongValue(who, name, `lie inside its data of length ${data.length}`, `indices ${first} to ${last}`);
}
