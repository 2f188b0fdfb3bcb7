import { checkGradient, type GradientCheck, type Point } from './checkGradient.ts';
import type { GradientReport } from './report.ts';

/** An error of the kind that test runners show as a failed assertion; `report` is what the check found. */
export interface GradientAssertionError extends Error {
  name: 'AssertionError';
  code: 'ERR_ASSERTION';
  /** The entries of the gradient, and the slopes that they should be. */
  actual: number[];
  expected: number[];
  operator: 'assertGradient';
  report: GradientReport;
}

/**
 * {@link checkGradient} for test runners without matchers: node:test, mocha, Deno. Returns where the gradient is correct, and
 * throws otherwise, where it cannot be told as well.
 *
 * @param options - those of {@link checkGradient}
 * @throws GradientAssertionError, an Error with the name AssertionError: its message is the report's, and `report` all of it
 * @throws what {@link checkGradient} throws
 * @example
 * ```ts
 * import { assertGradient } from 'gradus/check';
 * const cost = ([a, b]: number[]) => a * a * b;
 * assertGradient({ cost, gradient: ([a, b]) => [2 * a * b, a * a], at: [1.5, -2] });
 * try {
 *   assertGradient({ cost, gradient: ([a, b]) => [a * a, 2 * a * b], at: [1.5, -2] });
 * } catch (error) {
 *   if (error instanceof Error) console.log(error.name, error.message.includes('swapped')); // AssertionError true
 * }
 * ```
 */
export function assertGradient(options: GradientCheck<number>): void;
/** The same for arrays and ndarrays. */
export function assertGradient<At extends Point>(options: GradientCheck<At>): void;
export function assertGradient<At>(options: GradientCheck<At>): void {
  const report = checkGradient(options as unknown as GradientCheck<number>);
  if (report.verdict === 'correct') return;
  const error = Object.assign(new Error(report.message), {
    name: 'AssertionError',
    code: 'ERR_ASSERTION',
    actual: report.entries.map(({ analytic }) => analytic),
    expected: report.entries.map(({ numeric }) => numeric),
    operator: 'assertGradient',
  });
  // not enumerable: a runner that prints an error's properties would say everything twice
  Object.defineProperty(error, 'report', { value: report });
  // the failure is the caller's, who stands above this function; not every engine can say so
  Error.captureStackTrace?.(error, assertGradient);
  throw error;
}
