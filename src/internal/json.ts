import type { Json } from '../types.ts';
import { describe } from './assert.ts';

/**
 * Where a value would not survive JSON, in words, or undefined where all of it would: `{ least: Infinity }` gives
 * `Infinity at least`. JSON itself would drop, empty or change such a part without a word.
 */
function findNotJson(value: unknown, path: readonly string[] = []): string | undefined {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return undefined;
  if (typeof value === 'number' && Number.isFinite(value)) return undefined;
  if (Array.isArray(value) || isPlainObject(value)) {
    for (const [key, part] of Object.entries(value)) {
      // JSON drops an undefined property, which reads back the same
      if (part === undefined && !Array.isArray(value)) continue;
      const found = findNotJson(part, [...path, key]);
      if (found !== undefined) return found;
    }
    return undefined;
  }
  return path.length === 0 ? describe(value) : `${describe(value)} at ${path.join('.')}`;
}

/** Refuses what {@link findNotJson} finds. */
export function assertJson(who: string, what: string, value: unknown): asserts value is Json {
  const found = findNotJson(value);
  if (found !== undefined) throw new TypeError(`${who}: ${what} must be plain JSON, got ${found}`);
}

/** Whether a value survives JSON whole. */
export function isJson(value: unknown): value is Json {
  return findNotJson(value) === undefined;
}

/** A copy by way of JSON, so that a state resumed at once and a state resumed from a file are the same. */
export function jsonCopy<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}

/** JSON text in which the keys stand in order: a database may hand an object's keys back in another. */
export function canonical(value: Json): string {
  return JSON.stringify(value, (_, part) =>
    isPlainObject(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const prototype = Object.getPrototypeOf(value);
  // of another realm it is plain as well: what counts is that nothing stands above Object.prototype
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
