import type { Line } from './slope.ts';

const ratio = 8;
// other steps than those of the slope, so that the two agree for no shared reason
const first = 0.37;
const most = 14;

/** How the remainder of the first-order Taylor expansion vanishes along a line. */
export interface Remainder {
  /** 2 for a gradient that is right, 1 for one that is not: the power of the step, at the smallest steps that can be seen. */
  order: number;
  /** The remainder over the step there: an error of the slope cannot be larger. */
  error: number;
}

/**
 * The Taylor remainder test: |f(s) − f(0) − s · slope| over shrinking steps, until it drowns in noise. Undefined where it does
 * so at once, as for a function that is linear.
 */
export function taylorRemainder(line: Line, slope: number, noise: number): Remainder | undefined {
  const seen: { h: number; remainder: number }[] = [];
  for (let k = 1; k <= most; k++) {
    const h = line.exactly(first * line.unit * ratio ** -k);
    if (h === 0) break;
    const value = line.at(h);
    if (Number.isNaN(value)) continue;
    const remainder = Math.abs(value - line.origin - h * slope);
    if (!(remainder > 64 * Math.max(noise, 2 ** -52 * Math.max(Math.abs(value), Math.abs(h * slope))))) break;
    seen.push({ h, remainder });
  }
  const [a, b] = seen.slice(-2);
  if (b === undefined) return undefined;
  return { order: Math.log(a.remainder / b.remainder) / Math.log(a.h / b.h), error: b.remainder / b.h };
}
