import type { RandomSource } from '../types.ts';
import { assertFunction, assertWhole, describe, wrongKind, wrongValue } from './assert.ts';
import { sizeOf } from './ndarrays.ts';

/** The next number of a source, held to the contract [0, 1): a source that breaks it would bend every stream. */
export function draw(who: string, random: RandomSource): number {
  const u = random();
  if (!(typeof u === 'number' && u >= 0 && u < 1)) {
    throw new RangeError(`${who}: random must return numbers in [0, 1), got ${describe(u)}`);
  }
  return u;
}

export function assertSource(who: string, random: unknown): asserts random is RandomSource {
  assertFunction(who, 'random', random, 'be a function that returns numbers in [0, 1)');
}

/** A shape to fill: a length, or a list of lengths of which [] is a single value. */
export function readShape(who: string, shape: unknown): number[] {
  if (typeof shape !== 'number' && !Array.isArray(shape)) {
    throw wrongKind(who, 'shape', 'be a length or an array of lengths', shape);
  }
  const lengths = typeof shape === 'number' ? [shape] : [...shape];
  for (const length of lengths) assertWhole(who, 'shape', length, 0);
  // the longest typed array that every engine in use allows
  if (sizeOf(lengths) > 2 ** 32)
    throw wrongValue(who, 'shape', 'hold at most 2 ** 32 values', sizeOf(lengths));
  return lengths;
}
