import type { NdArray } from 'ndarray';
import {
  assertFunction,
  assertNumber,
  assertOptions,
  assertWord,
  describe,
  wrongValue,
} from '../internal/assert.ts';
import type { ArrayInput } from '../types.ts';
import { readForm } from './forms.ts';
import { examine, type GradientReport, type Settings } from './report.ts';
import { watched } from './subject.ts';
import type { Locale } from './words.ts';

/** Where a gradient is checked: a number, a vector, rows or an ndarray of any shape, of numbers that can be moved by a little. */
export type Point =
  | number
  | readonly number[]
  | Float64Array
  | Float32Array
  | readonly (readonly number[] | Float64Array | Float32Array)[]
  | NdArray;

/** How a check is made; all of it may be left out. */
export interface CheckSettings {
  /** How large an error must be to matter, relative to its entry; left out, it is what the measured error allows, from 1e-7 to 1e-5. */
  relativeTolerance?: number | undefined;
  /** A whole number from 0 to 2³² − 1 for the directions and points that the check draws; 0 where it is left out. */
  seed?: number | undefined;
  /** The language of the hints: `'en'`, or `'zh'`. */
  locale?: Locale | undefined;
}

/** What {@link checkGradient} looks at. */
export interface GradientCheck<At> extends CheckSettings {
  /** The cost of a point: one number. It is given a fresh copy of `at`, moved a little, at every call. */
  cost: (w: At) => number;
  /** The gradient of the cost at a point: numbers in the shape of `at`. */
  gradient: (w: At) => number | ArrayInput;
  /** The point at which to check. */
  at: At;
}

export function checkGradient(options: GradientCheck<number>): GradientReport;
export function checkGradient<At extends Point>(options: GradientCheck<At>): GradientReport;
export function checkGradient<At>(options: GradientCheck<At>): GradientReport {
  const who = 'checkGradient';
  assertOptions(who, options, ['cost', 'gradient', 'at', ...settingNames]);
  const { cost, gradient, at } = options;
  assertFunction(who, 'cost', cost, 'be a function of a point');
  assertFunction(who, 'gradient', gradient, 'be a function of a point');
  return examine(watched(who, readForm(who, at), { cost, gradient }), readSettings(who, options));
}

export const settingNames: readonly string[] = ['relativeTolerance', 'seed', 'locale'];

export function readSettings(
  who: string,
  { relativeTolerance, seed = 0, locale = 'en' }: CheckSettings,
): Settings {
  assertWord(who, 'seed', seed);
  if (relativeTolerance !== undefined) {
    assertNumber(who, 'relativeTolerance', relativeTolerance);
    if (!(relativeTolerance > 0 && relativeTolerance < 1))
      throw wrongValue(who, 'relativeTolerance', 'be above 0 and below 1', relativeTolerance);
  }
  if (locale !== 'en' && locale !== 'zh')
    throw wrongValue(who, 'locale', `be 'en' or 'zh'`, describe(locale));
  return { seed, relativeTolerance, locale };
}
