import { describe, wrongKind, wrongValue } from '../../internal/assert.ts';
import { assertInside, isNdarray, isTypedArray, words } from '../../internal/views.ts';

/** A vector of finite numbers as a plain array, of whatever form it came in. */
export function readVector(who: string, name: string, value: unknown): number[] {
  const values = valuesOf(who, name, value);
  for (const [i, entry] of values.entries()) {
    if (typeof entry !== 'number') {
      throw new TypeError(`${who}: ${name} must hold numbers, got ${describe(entry)} at index ${i}`);
    }
    if (!Number.isFinite(entry)) {
      throw wrongValue(who, name, 'hold finite numbers', `${describe(entry)} at index ${i}`);
    }
  }
  return values as number[];
}

function valuesOf(who: string, name: string, value: unknown): unknown[] {
  if (Array.isArray(value) || isTypedArray(value)) return Array.from<unknown>(value);
  if (!isNdarray(value)) throw wrongKind(who, name, 'be an array or an ndarray', value);
  if (value.shape.length !== 1) throw wrongValue(who, name, 'be a vector', `shape ${words(value.shape)}`);
  assertInside(who, name, value);
  return Array.from({ length: value.shape[0] }, (_, i) => value.get(i));
}

/** Inputs x and as many targets t, at least one. */
export function readSamples(who: string, data: { x: unknown; t: unknown }): { x: number; t: number }[] {
  const [x, t] = [readVector(who, 'x', data.x), readVector(who, 't', data.t)];
  if (x.length !== t.length) throw wrongValue(who, 't', `have ${x.length} samples like x`, t.length);
  if (x.length === 0) throw wrongValue(who, 'x', 'have at least 1 sample', 0);
  return x.map((input, i) => ({ x: input, t: t[i] }));
}
