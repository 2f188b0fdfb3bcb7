import type { NdArray } from 'ndarray';
import { wrongKind, wrongValue } from '../internal/assert.ts';
import { assertInside, isNdarray, isSameShape, isTypedArray, words } from '../internal/views.ts';

/** The numbers of a value in row order, and its shape. */
export interface Numbers {
  values: Float64Array;
  shape: readonly number[];
}

/** A point as numbers, and the way back to the form in which its functions take it. */
export interface Form<At> extends Numbers {
  /** A fresh point of the same form. */
  make(values: Readonly<Float64Array>): At;
  /** The nearest number that the form can hold. */
  round(value: number): number;
}

/** Reads a number, a vector, nested rows of one length or an ndarray; undefined where the value is none of these. */
export function readNumbers(value: unknown): Numbers | undefined {
  if (typeof value === 'number') return { values: Float64Array.of(value), shape: [] };
  if (isTypedArray(value)) return { values: Float64Array.from(value), shape: [value.length] };
  if (isNdarray(value)) return numbersOf(valuesOf(value), [...value.shape]);
  if (!Array.isArray(value)) return undefined;
  const plain = numbersOf(Array.from(value), [value.length]);
  if (plain !== undefined) return plain;
  const parts = value.map(readNumbers);
  const inner = parts[0]?.shape ?? [];
  if (!parts.every((part): part is Numbers => part !== undefined && isSameShape(part.shape, inner)))
    return undefined;
  return {
    values: Float64Array.from(parts.flatMap((part) => [...part.values])),
    shape: [parts.length, ...inner],
  };
}

function numbersOf(values: readonly unknown[], shape: readonly number[]): Numbers | undefined {
  const isNumber = (value: unknown): value is number => typeof value === 'number';
  return values.every(isNumber) ? { values: Float64Array.from(values), shape } : undefined;
}

/** A view's values in row order, from a plain store or from one with get. */
function valuesOf(view: NdArray): unknown[] {
  const { data } = view;
  if (Array.isArray(data) || isTypedArray(data)) return places(view).map((place) => data[place]);
  return places(view).map((place) => data.get(place));
}

/** Reads the point to be checked, and refuses one whose numbers cannot be moved by a little. */
export function readForm<At>(who: string, at: At): Form<At> {
  if (isNdarray(at)) assertInside(who, 'at', at);
  const numbers = readNumbers(at);
  const store = isNdarray(at) ? at.data : at;
  if (numbers === undefined || (isNdarray(at) && !Array.isArray(store) && !isTypedArray(store))) {
    throw wrongKind(who, 'at', 'be a number, an array of numbers or an ndarray', at);
  }
  if (isTypedArray(store) && !/^Float(32|64)Array$/.test(store[Symbol.toStringTag])) {
    throw wrongKind(who, 'at', 'hold numbers that can be moved by a little, in a Float64Array say', store);
  }
  const { values, shape } = numbers;
  if (values.length === 0) throw wrongValue(who, 'at', 'hold at least one number', 'none');
  const bad = values.findIndex((value) => !Number.isFinite(value));
  if (bad >= 0)
    throw wrongValue(who, 'at', 'be finite', `${values[bad]} at index ${formatIndex(indexOf(bad, shape))}`);
  const isSingle = isTypedArray(store) && store[Symbol.toStringTag] === 'Float32Array';
  const fill = filler(at);
  return {
    values,
    shape,
    make: (fresh) => fill(fresh, 0) as At,
    round: isSingle ? Math.fround : (value) => value,
  };
}

/** The index of the k-th number: a number in a vector, a list of numbers in more dimensions. */
export function indexOf(k: number, shape: readonly number[]): number | number[] {
  if (shape.length < 2) return k;
  const index: number[] = [];
  for (let rest = k, axis = shape.length - 1; axis >= 0; axis--) {
    index.unshift(rest % shape[axis]);
    rest = Math.floor(rest / shape[axis]);
  }
  return index;
}

export function formatIndex(index: number | readonly number[]): string {
  return typeof index === 'number' ? String(index) : words(index);
}

/** Where a view's numbers lie in its data, in row order. */
function places({ shape, stride, offset }: NdArray): number[] {
  return shape.reduce<number[]>(
    (starts, length, axis) => {
      const next: number[] = [];
      for (const start of starts) for (let i = 0; i < length; i++) next.push(start + i * stride[axis]);
      return next;
    },
    [offset],
  );
}

/** How to fill what is like `like` with the numbers from the k-th on. */
function filler(like: unknown): (values: Readonly<Float64Array>, k: number) => unknown {
  if (isTypedArray(like)) return (values, k) => like.slice().map((_, i) => values[k + i]);
  if (Array.isArray(like)) {
    const size = readNumbers(like[0])?.values.length ?? 0;
    const parts = like.map(filler);
    return (values, k) => parts.map((part, i) => part(values, k + i * size));
  }
  if (!isNdarray(like)) return (values, k) => values[k];
  const where = places(like);
  return (values, k) => {
    const data = (like.data as Float64Array).slice();
    where.forEach((place, i) => {
      data[place] = values[k + i];
    });
    // the view's own class, strides and offset: a page may have several copies of the package
    return Object.assign(Object.create(Object.getPrototypeOf(like)), like, {
      data,
      shape: [...like.shape],
      stride: [...like.stride],
    });
  };
}
