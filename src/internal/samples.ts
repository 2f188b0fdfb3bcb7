import type { Float64NdArray } from '../types.ts';
import { wrongValue } from './assert.ts';
import { float64 } from './float64.ts';
import { read } from './ndarrays.ts';
import { isSameShape, words } from './views.ts';

/** x as n samples of d inputs, whatever its form, beside the weights they meet. */
export interface Samples {
  x: Float64NdArray;
  w: Float64NdArray;
  n: number;
  d: number;
  /** The distance in x's data from a sample to the next, and from an input to the next. */
  sampleStride: number;
  inputStride: number;
  /** The shape of one value per sample: [n], or [] for a single sample. */
  perSample: number[];
}

/**
 * The forms of x and w that belong together: a number or a vector with one weight; one sample [d] or rows [n, d] with
 * d weights. Everything else is a RangeError that says which weights x asks for.
 */
export function readSamples(who: string, xInput: unknown, wInput: unknown): Samples {
  const x = read(who, 'x', xInput);
  const w = read(who, 'w', wInput);
  const [rows, columns] = [x.shape.length, w.shape.length];
  if (columns > 1) throw wrongValue(who, 'w', 'be a number or a vector', `shape ${words(w.shape)}`);

  if (columns === 0 && rows < 2) {
    const [n = 1] = x.shape;
    const [sampleStride = 0] = x.stride;
    return { x, w, n, d: 1, sampleStride, inputStride: 0, perSample: [...x.shape] };
  }
  const [d] = x.shape.slice(-1);
  if (columns === 0) throw wrongValue(who, 'w', `have ${d} weights like x has columns`, 'a number');
  if (rows === 0) throw wrongValue(who, 'w', 'be a number like x', `shape ${words(w.shape)}`);
  if (w.shape[0] !== d) {
    const asked =
      rows === 1
        ? `be a number, or have ${d} weights for x as one sample`
        : `have ${d} weights like x has columns`;
    throw wrongValue(who, 'w', asked, w.shape[0]);
  }
  if (rows === 1) {
    return { x, w, n: 1, d, sampleStride: 0, inputStride: x.stride[0], perSample: [] };
  }
  return {
    x,
    w,
    n: x.shape[0],
    d,
    sampleStride: x.stride[0],
    inputStride: x.stride[1],
    perSample: [x.shape[0]],
  };
}

/** A vector that has one value per sample of another argument, `like`; or a number beside a number. */
export function readBeside(
  who: string,
  name: string,
  input: unknown,
  like: string,
  perSample: readonly number[],
): Float64NdArray {
  const view = read(who, name, input);
  if (isSameShape(view.shape, perSample)) return view;
  if (perSample.length === 0)
    throw wrongValue(who, name, `be a number like ${like}`, `shape ${words(view.shape)}`);
  const [rank, n] = [view.shape.length, view.shape[0]];
  const got = rank === 1 ? n : rank === 0 ? 'a number' : `shape ${words(view.shape)}`;
  throw wrongValue(who, name, `have ${perSample[0]} samples like ${like}`, got);
}

/** Predictions y and targets t, both numbers or both [n], as vectors. */
export function readPair(
  who: string,
  yInput: unknown,
  tInput: unknown,
): { y: Float64NdArray; t: Float64NdArray } {
  const y = read(who, 'y', yInput);
  if (y.shape.length > 1) throw wrongValue(who, 'y', 'be a number or a vector', `shape ${words(y.shape)}`);
  return { y: asVector(y), t: asVector(readBeside(who, 't', tInput, 'y', y.shape)) };
}

function asVector(view: Float64NdArray): Float64NdArray {
  return view.shape.length === 0 ? float64(Float64Array.of(view.data[view.offset])) : view;
}
