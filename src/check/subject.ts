import { describe } from '../internal/assert.ts';
import type { Data } from './evidence.ts';
import { type Form, indexOf, type Numbers, readNumbers } from './forms.ts';
import { decimalsOf, lowestBit } from './grain.ts';

/** A cost and its gradient as functions of a flat list of numbers, with a watch on what they do. */
export interface Subject {
  who: string;
  at: Float64Array;
  shape: readonly number[];
  round(value: number): number;
  /** The cost; NaN where it is not finite or throws, unless that happens at the point itself. */
  cost(values: Readonly<Float64Array>): number;
  gradient(values: Readonly<Float64Array>): Numbers;
  /** A point of the kind that the gradient is meant for, from numbers anywhere near `at`. */
  project(values: Float64Array): Float64Array;
  /** The numbers that are varied, as their author knows them: what a message says of the point. */
  place: Readonly<Float64Array>;
  /** The index of the k-th entry, as its author knows it. */
  indexOf(k: number): number | number[];
  watch: Watch;
  /** Where the gradient is a model's: what is known of its samples. */
  data?: Data | undefined;
}

/** What was seen of the functions while they ran. */
export interface Watch {
  evaluations: number;
  /** The largest power of two of which every cost was a multiple; Infinity where none was other than 0. */
  grain: number;
  /** The decimals that every cost was rounded to, as far as is seen. */
  decimals: number;
  /** The name of the function that wrote into its argument. */
  mutates?: string | undefined;
  /** What the cost threw beside the point. */
  threw?: unknown;
}

export function newWatch(): Watch {
  return { evaluations: 0, grain: Infinity, decimals: 0 };
}

/** Watches over functions of a point in the form in which their author takes it. */
export function watched<At>(
  who: string,
  form: Form<At>,
  functions: { cost: (w: At) => unknown; gradient: (w: At) => unknown },
  watch: Watch = newWatch(),
): Subject {
  const call = (name: 'cost' | 'gradient', values: Readonly<Float64Array>): unknown => {
    const argument = form.make(values);
    const result = functions[name](argument);
    // read before anything else is called: it may be a buffer that is used again, or the argument itself
    const read = name === 'cost' ? result : readNumbers(result);
    if (!isSame(readNumbers(argument)?.values, values)) watch.mutates ??= name;
    if (name === 'gradient' && read === undefined) {
      throw new TypeError(`${who}: gradient must return numbers in the form of at, got ${describe(result)}`);
    }
    return read;
  };
  const isPoint = (values: Readonly<Float64Array>): boolean => isSame(values, form.values);
  // what the check itself says of a result is no failure of the function
  const isOwn = (error: unknown): boolean => error instanceof Error && error.message.startsWith(`${who}: `);
  const failure = (name: string, cause: unknown): unknown =>
    isOwn(cause)
      ? cause
      : new Error(`${who}: ${name} threw at the point to be checked: ${messageOf(cause)}`, { cause });
  return {
    who,
    at: form.values,
    shape: form.shape,
    round: form.round,
    place: form.values,
    indexOf: (k) => indexOf(k, form.shape),
    project: (values) => values,
    watch,
    cost(values) {
      watch.evaluations += 1;
      let result: unknown;
      try {
        result = call('cost', values);
      } catch (error) {
        if (isOwn(error) || isPoint(values)) throw failure('cost', error);
        watch.threw ??= error;
        return Number.NaN;
      }
      if (typeof result !== 'number')
        throw new TypeError(`${who}: cost must return a number, got ${describe(result)}`);
      if (!Number.isFinite(result)) return Number.NaN;
      watch.grain = Math.min(watch.grain, lowestBit(result));
      watch.decimals = decimalsOf(result, watch.decimals);
      return result;
    },
    gradient(values) {
      try {
        return call('gradient', values) as Numbers;
      } catch (error) {
        throw failure('gradient', error);
      }
    },
  };
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function isSame(a: Readonly<Float64Array> | undefined, b: Readonly<Float64Array>): boolean {
  return a !== undefined && a.length === b.length && a.every((value, i) => Object.is(value, b[i]));
}
