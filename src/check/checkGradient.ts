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

/**
 * Checks a gradient against the cost that it is meant for: right, wrong, or not to be told.
 *
 * Each entry ∂cost/∂wⱼ is compared with difference quotients (cost(w + h eⱼ) − cost(w − h eⱼ)) / 2h over a range of steps h,
 * extrapolated to h = 0, which carry a bound of their own error: it holds truncation, rounding and the noise that the cost
 * itself shows. `wrong` is said where an entry is off by more than 8 such bounds and by more than the relative tolerance;
 * `correct` only where an error of 1e-3 of the gradient's scale would have been seen (`resolution` says how small a one), and
 * where the Taylor remainder along a random direction does not contradict; otherwise `inconclusive`, with the reasons. For an
 * entry 22 costs are evaluated in the ordinary case, and 54 at most. Above 256 entries it samples 24, and looks at all of
 * them in random groups, so that one wrong entry is found and named.
 *
 * A wrong gradient is compared with the classic mistakes, each tested at further points: `diagnosis`.
 *
 * @param options - `cost` and `gradient` as functions of a point, and the point `at`: a number, an array or a typed array of
 *   doubles or singles, nested rows, or an ndarray of any shape and strides. Both functions are given a fresh copy in that
 *   same form at every call. The gradient returns numbers in that shape, in any of these forms
 * @returns the report, plain data
 * @throws TypeError where an option is of the wrong kind or unknown, where `cost` returns no number, or `gradient` no numbers
 * @throws RangeError where `at` is empty or not finite, or a setting is out of its range
 * @throws Error where `cost` or `gradient` throws at the point itself; its own error is the `cause`. Beside the point it
 *   counts as the edge of the domain
 * @example
 * ```ts
 * import { checkGradient } from 'gradus/check';
 * const cost = (w: number) => (3 * w - 6) ** 2;
 * const { verdict, diagnosis } = checkGradient({ cost, gradient: (w) => 3 * (3 * w - 6), at: 1 });
 * console.log(verdict, diagnosis[0].code); // wrong missing-factor-2
 * console.log(checkGradient({ cost, gradient: (w) => 6 * (3 * w - 6), at: 1 }).verdict); // correct
 * ```
 */
export function checkGradient(options: GradientCheck<number>): GradientReport;
/** The same for arrays and ndarrays. */
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
