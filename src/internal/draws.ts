import type { RandomSource } from '../types.ts';
import { assertFunction, assertWhole, assertWord, describe, wrongKind, wrongValue } from './assert.ts';
import { sizeOf } from './views.ts';

/** The next number of a source, held to the contract [0, 1): a source that breaks it would bend every stream. */
export function draw(who: string, random: RandomSource): number {
  const u = random();
  if (!(typeof u === 'number' && u >= 0 && u < 1)) {
    throw new RangeError(`${who}: random must return numbers in [0, 1), got ${describe(u)}`);
  }
  return u;
}

/**
 * A whole number from 0 to range − 1: ⌊u · range⌋, or, from a source that has words, as NumPy's legacy generator draws it:
 * the last bits of a word (from 2³² on, of two words, the upper first), as many as range − 1 has, and again while they are
 * above range − 1. A range of 1 then takes no word.
 */
export function drawBelow(who: string, range: number, random: RandomSource): number {
  // u · range cannot round up to range: u ≤ 1 − 2⁻⁵³, and range · 2⁻⁵³ is more than half the gap between range and the double below
  if (random.word === undefined) return Math.floor(draw(who, random) * range);
  const most = range - 1;
  if (most === 0) return 0;
  // a word is above with a probability below one half: a hundred in a row come from a source that is stuck
  for (let tries = 0; tries < 100; tries++) {
    const value = most < 2 ** 32 ? drawBits(who, most, random) : drawTwoWords(who, most, random);
    if (value <= most) return value;
  }
  throw new RangeError(`${who}: random.word must vary, got 100 numbers above ${most}`);
}

function drawTwoWords(who: string, most: number, random: RandomSource): number {
  const upper = drawBits(who, Math.floor(most / 2 ** 32), random);
  return upper * 2 ** 32 + drawBits(who, 0xffffffff, random);
}

/** The last bits of a word, as many as `most` has. */
function drawBits(who: string, most: number, random: RandomSource): number {
  const word: unknown = (random as Required<RandomSource>).word();
  assertWord(who, 'the result of random.word', word);
  return (word & (0xffffffff >>> Math.clz32(most))) >>> 0;
}

export function assertSource(who: string, random: unknown): asserts random is RandomSource {
  assertFunction(who, 'random', random, 'be a function that returns numbers in [0, 1)');
  for (const name of ['word', 'normal', 'normals', 'state'] as const) {
    const method = (random as RandomSource)[name];
    if (method !== undefined) assertFunction(who, `random.${name}`, method, 'be a function');
  }
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
