import { factor, rounding } from './scales.ts';
import type { Survey } from './survey.ts';

/** One entry of the gradient beside the slope that it should be. */
export interface Compared {
  k: number;
  analytic: number;
  numeric: number;
  bound: number;
  step: number;
  isWrong: boolean;
}

/** Each entry that has a slope, and whether it is off by more than that slope and rounding may be. */
export function compare(
  analytic: Readonly<Float64Array>,
  { slopes, scale, steepness, tolerance, isSingle }: Survey,
): Compared[] {
  return [...slopes].map(([k, { value, bound, step, obstacle }]) => {
    const size = Math.max(Math.abs(analytic[k]), Math.abs(value), isSingle ? scale : 0);
    const slack = factor * bound + tolerance * size + rounding * steepness;
    // where nothing moved, and there was no rounding to hide it, nothing is known
    const isKnown = obstacle !== 'precision-lost' && (steepness > 0 || bound > 0);
    const isOff = isKnown && Math.abs(analytic[k] - value) > slack;
    const isWrong = isOff || !Number.isFinite(analytic[k]);
    return { k, analytic: analytic[k], numeric: value, bound, step, isWrong };
  });
}

/** The entry that is furthest off; of those that are wrong, if there are any. */
export function worstOf(compared: readonly Compared[]): Compared {
  const error = ({ analytic, numeric }: Compared): number => {
    const off = Math.abs(analytic - numeric);
    return Number.isNaN(off) ? Infinity : off;
  };
  return compared.reduce((a, b) => {
    if (a.isWrong !== b.isWrong) return a.isWrong ? a : b;
    return error(b) > error(a) ? b : a;
  });
}
