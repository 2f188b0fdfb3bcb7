import type { Slope } from './slope.ts';

/** A gradient's entry is wrong only where it is off by more than this many bounds of the numeric error. */
export const factor = 8;
/** The tightest and the loosest that errors are judged by where the caller does not say; below, single precision rounds. */
export const tightest = 1e-7;
export const loosest = 1e-5;
/** The relative error that a check must have been able to see before it says correct. */
export const required = 1e-3;
/** The same where every slope is zero as far as can be seen: then nothing but the bound tells zeros from a slope that is small. */
export const nearZero = 1e-9;
/** What rounding may do to a gradient computed in doubles, relative to its scale. */
export const rounding: number = 2 ** -44;

/** How large the gradient is: its largest entry that is told from 0, or where none is, how steep the cost is about the point. */
export function scaleOf(slopes: readonly Slope[]): number {
  const told = slopes.filter(({ value, bound }) => Math.abs(value) > factor * bound);
  return told.length > 0 ? Math.max(...told.map(({ value }) => Math.abs(value))) : steepnessOf(slopes);
}

/** How steep the cost is about the point, as well where its gradient is 0. */
export function steepnessOf(slopes: readonly Slope[]): number {
  return Math.max(0, ...slopes.map(({ value, scale }) => Math.max(Math.abs(value) || 0, scale)));
}

/** Whether a slope's bound is too wide for the tightest tolerance. */
export function isLoose({ bound }: Slope, scale: number, tolerance: number = tightest): boolean {
  return !(factor * bound <= tolerance * scale);
}
