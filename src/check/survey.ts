import { axis } from './lines.ts';
import { locate } from './locate.ts';
import { factor, isLoose, loosest, scaleOf, tightest } from './scales.ts';
import { type Search, type Slope, searchSlope } from './slope.ts';
import type { Subject } from './subject.ts';

// up to so many numbers, each has its own slope; of more, a sample has, and all are looked at in groups
const [inFull, sampled] = [256, 24];

/** The slopes of the cost, and what they allow to be said. */
export interface Survey {
  /** By coordinate: all of them, or a sample and those where a group led. */
  slopes: ReadonlyMap<number, Slope>;
  /** How large the gradient is about the point. */
  scale: number;
  /** The error that matters, relative to its entry. */
  tolerance: number;
  /** The largest error of a slope that must be reckoned with. */
  blur: number;
  /** The smallest error of an entry that would be seen. */
  seen: number;
}

/** Measures the slopes, those that need it more closely once the scale is known. */
export function survey(
  subject: Subject,
  analytic: Readonly<Float64Array>,
  origin: number,
  random: () => number,
  asked: number | undefined,
): Survey {
  const n = subject.at.length;
  const some =
    n <= inFull
      ? Array.from(analytic, (_, k) => k)
      : Array.from({ length: sampled }, () => Math.floor(((random() + 1) / 2) * n));
  const searches = new Map<number, Search>(some.map((k) => [k, searchSlope(axis(subject, k, origin))]));
  const found = (): Slope[] => [...searches.values()].map((search) => search.found);
  for (const search of searches.values()) {
    while (isLoose(search.found, scaleOf(found()), asked) && search.further());
  }
  const scale = scaleOf(found());
  const blur = factor * Math.max(...found().map(({ bound }) => bound));
  const tolerance = asked ?? Math.min(loosest, Math.max(tightest, blur / scale || 0));
  const largest = Math.max(...found().map(({ value }) => Math.abs(value) || 0));
  const seen = Math.max(blur, tolerance * largest);
  const slopes = (): Map<number, Slope> => new Map([...searches].map(([k, search]) => [k, search.found]));
  if (searches.size === n) return { slopes: slopes(), scale, tolerance, blur, seen };

  const located = locate(subject, { analytic, origin, tolerance, scale, random });
  for (const k of located.suspects) searches.set(k, searchSlope(axis(subject, k, origin)));
  return {
    slopes: slopes(),
    scale,
    tolerance,
    blur: Math.max(blur, located.blur),
    seen: Math.max(seen, located.seen),
  };
}
