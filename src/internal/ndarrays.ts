// The only door to ndarray-ops, which compiles functions from strings: a page that forbids that has two files to replace,
// this one and float64.ts.
import type { NdArray } from 'ndarray';
import ops from 'ndarray-ops';
import type { Float64NdArray } from '../types.ts';
import { describe, wrongKind, wrongValue } from './assert.ts';
import { float64 } from './float64.ts';
import { assertInside, isNdarray, isTypedArray, sizeOf, words } from './views.ts';

/**
 * `value` as a float64 ndarray to read from: a Float64Array or a view of one as it is, anything else packed into a
 * fresh one. A number becomes shape []. What is not a number is refused with its index, never converted.
 */
export function read(who: string, name: string, value: unknown): Float64NdArray {
  if (typeof value === 'number') return float64(Float64Array.of(value), []);
  if (value instanceof Float64Array) return float64(value);
  if (isTypedArray(value)) return float64(new Float64Array(value));
  if (Array.isArray(value)) return readPlain(who, name, value);
  if (isNdarray(value)) return readNdarray(who, name, value);
  throw wrongKind(who, name, 'be a number, an array or an ndarray', value);
}

/** The values of a view in row order, in a fresh array. */
export function pack(view: NdArray): Float64NdArray {
  const packed = float64(new Float64Array(sizeOf(view.shape)), [...view.shape]);
  ops.assign(packed, view);
  return packed;
}

/** The samples `indices` of x, [n] or [n, d], in a fresh array. */
export function take(x: Float64NdArray, indices: ArrayLike<number>): Float64NdArray {
  const shape = [indices.length, ...x.shape.slice(1)];
  const taken = float64(new Float64Array(sizeOf(shape)), shape);
  gather(taken, x, indices, 0, indices.length);
  return taken;
}

/** Writes the samples order[from] … order[to − 1] of x, [n] or [n, d], to the beginning of packed `into`. */
export function gather(
  into: Float64NdArray,
  x: Float64NdArray,
  order: ArrayLike<number>,
  from: number,
  to: number,
): void {
  const [, d = 1] = x.shape;
  const [sampleStride, inputStride = 0] = x.stride;
  for (let k = from, at = 0; k < to; k++) {
    const row = x.offset + order[k] * sampleStride;
    for (let j = 0; j < d; j++, at++) into.data[at] = x.data[row + j * inputStride];
  }
}

function readPlain(who: string, name: string, value: unknown[]): Float64NdArray {
  const isRow = (row: unknown): row is ArrayLike<unknown> => Array.isArray(row) || isTypedArray(row);
  const d = isRow(value[0]) ? value[0].length : undefined;
  if (d === undefined) return collect(who, name, [value.length], (i) => value[i]);
  for (const [i, row] of value.entries()) {
    if (isRow(row) && row.length === d) continue;
    const got = isRow(row) ? `${row.length}` : describe(row);
    throw wrongValue(who, name, `have ${d} values in every row like row 0`, `${got} in row ${i}`);
  }
  return collect(who, name, [value.length, d], (i, j) => (value as unknown[][])[i][j]);
}

function readNdarray(who: string, name: string, view: NdArray): Float64NdArray {
  if (view.shape.length > 2) {
    throw wrongValue(who, name, 'have at most 2 dimensions', `shape ${words(view.shape)}`);
  }
  assertInside(who, name, view);
  if (view.data instanceof Float64Array) return view as Float64NdArray;
  if (isTypedArray(view.data)) return pack(view);
  return collect(who, name, [...view.shape], (i, j) => view.get(i, j));
}

function collect(
  who: string,
  name: string,
  shape: number[],
  at: (i: number, j: number) => unknown,
): Float64NdArray {
  const values = new Float64Array(sizeOf(shape));
  const d = shape[1] ?? 1;
  for (let k = 0; k < values.length; k++) {
    const j = k % d;
    const i = (k - j) / d;
    const value = at(i, j);
    if (typeof value !== 'number') {
      const index = shape.length === 2 ? words([i, j]) : i;
      throw new TypeError(`${who}: ${name} must hold numbers, got ${describe(value)} at index ${index}`);
    }
    values[k] = value;
  }
  return float64(values, shape);
}
