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

export function assertGradient(options: GradientCheck<number>): void;
export function assertGradient<At extends Point>(options: GradientCheck<At>): void;
export function assertGradient<At>(options: GradientCheck<At>): void {
  const report = checkGradient(options as unknown as GradientCheck<number>);
  if (report.verdict === 'correct') return;
  const parts = {
    name: 'AssertionError',
    code: 'ERR_ASSERTION',
    actual: report.entries.map(({ analytic }) => analytic),
    expected: report.entries.map(({ numeric }) => numeric),
    operator: 'assertGradient',
    report,
  };
  throw Object.assign(new Error(report.message), parts);
}
