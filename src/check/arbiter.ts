import { type Compared, worstOf } from './compare.ts';
import { axis, diagonal } from './lines.ts';
import { factor, isLoose, required } from './scales.ts';
import { type Line, type Slope, searchSlope } from './slope.ts';
import type { Subject } from './subject.ts';
import type { Survey } from './survey.ts';
import { type Remainder, taylorRemainder } from './taylor.ts';

/** What the second arbiter says: how the Taylor remainder vanishes, and whether that contradicts what the slopes said. */
export interface Opinion {
  remainder: Remainder | undefined;
  contradicts: boolean;
}

const noiseOf = ({ bound, step }: Slope): number => (bound * step) / 4;

/** Along the entry that is furthest off: for a gradient that is wrong the remainder must not vanish as for a right one. */
export function opinionOnWrong(
  subject: Subject,
  origin: number,
  compared: readonly Compared[],
  { slopes }: Survey,
): Opinion {
  const { k, analytic, numeric } = worstOf(compared);
  const remainder = taylorRemainder(axis(subject, k, origin), analytic, noiseOf(slopes.get(k) as Slope));
  const isRight = remainder !== undefined && remainder.order > 1.5;
  return { remainder, contradicts: isRight && remainder.error < Math.abs(analytic - numeric) / 4 };
}

/** Along a random direction: for a right gradient, the cost must follow it there as well. */
export function opinionOnRight(
  subject: Subject,
  origin: number,
  analytic: Readonly<Float64Array>,
  { slopes, scale, tolerance }: Survey,
  random: () => number,
): Opinion {
  const only = subject.at.length === 1 ? slopes.get(0) : undefined;
  const direction = new Map([...slopes.keys()].map((k) => [k, only !== undefined || random() >= 0 ? 1 : -1]));
  const line = only === undefined ? diagonal(subject, direction, origin) : axis(subject, 0, origin);
  const found = only ?? closest(line, scale);
  let [sum, size] = [0, 0];
  for (const [k, sign] of direction) {
    sum += sign * analytic[k];
    size += Math.abs(analytic[k]);
  }
  const remainder = taylorRemainder(line, sum, noiseOf(found));
  // right along each axis, and yet no plane: the partial derivatives are there, a gradient is not
  const slack = factor * found.bound + tolerance * size + required * scale;
  const isPlane = found.obstacle === undefined && Math.abs(found.value - sum) <= slack;
  const isWrong = remainder !== undefined && remainder.order < 1.5 && remainder.error > required * scale;
  return { remainder, contradicts: isWrong && !isPlane };
}

function closest(line: Line, scale: number): Slope {
  const search = searchSlope(line);
  while (isLoose(search.found, scale) && search.further());
  return search.found;
}
