import { lowestBit } from './grain.ts';
import { axis } from './lines.ts';
import { locate } from './locate.ts';
import { factor, isLoose, loosest, scaleOf, steepnessOf, tightest } from './scales.ts';
import { type Search, type Slope, searchSlope } from './slope.ts';
import type { Subject } from './subject.ts';

// up to so many numbers, each has its own slope; of more, a sample has, and all are looked at in groups
const [inFull, sampled] = [256, 24];

/** The slopes of the cost, and what they allow to be said. */
export interface Survey {
  /** By coordinate: all of them, or a sample and those where a group led. */
  slopes: ReadonlyMap<number, Slope>;
  /** How large the gradient is, and how steep the cost is about the point. */
  scale: number;
  steepness: number;
  /** The error that matters, relative to its entry. */
  tolerance: number;
  /** Whether the gradient is in single precision throughout: its errors are then relative to the scale. */
  isSingle: boolean;
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
  const bad = analytic.findIndex((value) => !Number.isFinite(value));
  if (bad >= 0 && !some.includes(bad)) some.push(bad);
  const searches = new Map<number, Search>(some.map((k) => [k, searchSlope(axis(subject, k, origin))]));
  const found = (): Slope[] => [...searches.values()].map((search) => search.found);
  for (const search of searches.values()) {
    while (isLoose(search.found, scaleOf(found()), asked) && search.further());
  }
  const scale = scaleOf(found());
  const steepness = steepnessOf(found());
  // an error must stand out by the factor after the slope's own error has made it smaller
  const blur = (factor + 1) * Math.max(...found().map(({ bound }) => bound));
  // in single precision a sum is off by many roundings, and not in its own last place alone
  const isSingle = asked === undefined && isSinglePrecision(analytic);
  const tolerance = asked ?? (isSingle ? loosest : Math.min(loosest, Math.max(tightest, blur / scale || 0)));
  const largest = Math.max(...found().map(({ value }) => Math.abs(value) || 0));
  const seen = blur + tolerance * largest;
  const slopes = (): Map<number, Slope> => new Map([...searches].map(([k, search]) => [k, search.found]));
  if (searches.size === n) return { slopes: slopes(), scale, steepness, tolerance, isSingle, blur, seen };

  const located = locate(subject, { analytic, origin, tolerance, scale, random });
  for (const k of located.suspects) searches.set(k, searchSlope(axis(subject, k, origin)));
  return {
    slopes: slopes(),
    scale: Math.max(scale, located.scale),
    steepness: Math.max(steepness, located.scale),
    tolerance,
    isSingle,
    blur: Math.max(blur, located.blur),
    seen: Math.max(seen, located.seen),
  };
}

/** Numbers that fill single precision and not a bit more; round ones are no evidence of it. */
function isSinglePrecision(values: Readonly<Float64Array>): boolean {
  const isFull = (value: number): boolean => Math.abs(value) / lowestBit(value) > 2 ** 18;
  return values.every((value) => Math.fround(value) === value) && values.some(isFull);
}
