import { mostDecimals } from './grain.ts';
import type { Line } from './slope.ts';
import type { Subject } from './subject.ts';

/** The cost along the k-th coordinate. */
export function axis(
  subject: Subject,
  k: number,
  origin: number,
  at: Readonly<Float64Array> = subject.at,
): Line {
  const here = at[k];
  // below, rounding to the form's numbers would take more of the step than the extrapolation bears
  const least = Math.abs(here) * (subject.round(0.1) === 0.1 ? 2 ** -48 : 2 ** -20);
  return {
    origin,
    grain: () => grainOf(subject),
    // below, a fraction of it would soon be none
    unit: Math.abs(here) < 1e-301 ? 1 : Math.abs(here),
    exactly(h) {
      // rounded where doubles lie wider apart, which is away from 0: towards 0 it is then exact as well
      const step = subject.round(Math.abs(here) + h) - Math.abs(here);
      return step >= least && step < 1e300 ? step : 0;
    },
    at(s) {
      const point = at.slice();
      point[k] = here + s;
      return subject.cost(point);
    },
  };
}

/** The cost along several coordinates at once, each forwards or backwards. */
export function diagonal(subject: Subject, direction: ReadonlyMap<number, number>, origin: number): Line {
  const { at, round } = subject;
  const sizes = [...direction.keys()].map((k) => Math.abs(at[k]));
  const largest = Math.max(...sizes);
  const least = largest * (round(0.1) === 0.1 ? 2 ** -40 : 2 ** -16);
  return {
    origin,
    grain: () => grainOf(subject),
    unit: Math.sqrt(sizes.reduce((sum, size) => sum + size * size, 0) / sizes.length) || 1,
    exactly: (h) => (h >= least && h < 1e300 ? h : 0),
    at(s) {
      const point = at.slice();
      for (const [k, sign] of direction) point[k] = round(at[k] + sign * s);
      return subject.cost(point);
    },
  };
}

/** A point within `size` of the one that is checked, relative to each of its numbers. */
export function beside({ at, round }: Subject, size: number, random: () => number): Float64Array {
  return at.map((value) => round(value + size * random() * (Math.abs(value) || 1)));
}

/** The grain of the cost, in binary or in decimals, as far as it has shown; of a cost that was 0 throughout, none. */
function grainOf({ watch: { grain, decimals } }: Subject): number {
  if (grain === Infinity) return 0;
  return decimals <= mostDecimals ? Math.max(grain, 10 ** -decimals) : grain;
}
