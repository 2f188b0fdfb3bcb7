import type {} from 'vitest';
import { type CheckSettings, checkGradient, type GradientCheck, type Point } from '../check/checkGradient.ts';
import { checkModel, type ModelCheck } from '../check/checkModel.ts';
import type { GradientReport } from '../check/report.ts';
import type { ArrayInput, Model } from '../types.ts';
import { type Closeness, findDistance } from './allClose.ts';

/** What a matcher tells its runner. */
export interface MatcherResult {
  /** Whether the expectation holds; its runner turns it round for `.not`. */
  pass: boolean;
  /** What is shown where it does not. */
  message(): string;
}

/** What a runner tells a matcher: whether `.not` stands before it. */
export interface MatcherState {
  isNot?: boolean | undefined;
}

/** Where {@link GradientMatchers.toBeGradientOf} checks, and how. */
export interface GradientMatchOptions<At> extends CheckSettings {
  at: At;
}

/** The matchers as a test calls them. */
export interface GradientMatchers<R = void> {
  /** The received gradient is that of `cost` at `at`: {@link checkGradient} says `correct`. */
  toBeGradientOf<At extends Point>(cost: (w: At) => number, options: GradientMatchOptions<At>): R;
  /** The received model's gradient is that of its cost, sample by sample and in sum: {@link checkModel} says `correct`. */
  toHaveCorrectGradient(options: ModelCheck): R;
  /** Numbers of one shape, each within `absolute + relative · |expected|`. NaN is close to nothing, an infinity to itself alone. */
  toBeAllClose(expected: number | ArrayInput, options?: Closeness): R;
}

/** The matchers as a runner calls them: with its state, and what was received. */
export type Matchers = {
  /** See {@link GradientMatchers.toBeGradientOf}. */
  toBeGradientOf(this: MatcherState, gradient: unknown, cost: unknown, options: object): MatcherResult;
  /** See {@link GradientMatchers.toHaveCorrectGradient}. */
  toHaveCorrectGradient(this: MatcherState, model: unknown, options: object): MatcherResult;
  /** See {@link GradientMatchers.toBeAllClose}. */
  toBeAllClose(this: MatcherState, actual: unknown, expected: unknown, options?: Closeness): MatcherResult;
};

declare module 'vitest' {
  // biome-ignore lint/suspicious/noExplicitAny: merged declarations must have the same parameters
  interface Matchers<T = any> extends GradientMatchers {}
}

// what cannot be told fails both ways
function judged({ isNot = false }: MatcherState, report: GradientReport): MatcherResult {
  const pass = report.verdict === 'inconclusive' ? isNot : report.verdict === 'correct';
  return {
    pass,
    message: () =>
      pass && report.verdict === 'correct'
        ? `${report.message}\n  and was expected not to be`
        : report.message,
  };
}

/**
 * Matchers for `expect.extend`, in vitest, jest and bun: `expect(gradient).toBeGradientOf(cost, { at })`,
 * `expect(model).toHaveCorrectGradient({ x, t, w })`, `expect(actual).toBeAllClose(expected, { relative, absolute })`. With
 * `.not`, a gradient must be wrong; one of which the check cannot tell fails with `.not` and without. In vitest the types
 * come with the import.
 */
export const matchers: Matchers = {
  toBeGradientOf(gradient, cost, options) {
    return judged(this, checkGradient({ ...options, cost, gradient } as GradientCheck<number>));
  },
  toHaveCorrectGradient(model, options) {
    return judged(this, checkModel(model as Model, options as ModelCheck));
  },
  toBeAllClose(actual, expected, options = {}) {
    const distance = findDistance(actual, expected, options);
    return {
      pass: distance === undefined,
      message: () => distance ?? 'every value is close, and was expected not to be',
    };
  },
};
