import { axis, diagonal } from './lines.ts';
import { type Located, locate } from './locate.ts';
import { choices } from './random.ts';
import type { Reason, Verdict } from './report.ts';
import { factor, isLoose, loosest, required, rounding, scaleOf, tightest } from './scales.ts';
import { type Search, type Slope, searchSlope } from './slope.ts';
import type { Subject } from './subject.ts';
import { type Remainder, taylorRemainder } from './taylor.ts';

/** Up to so many numbers, each has its own slope; of more, a sample has, and all are looked at in groups. */
const coordinatesInFull = 256;
const sampled = 24;

/** One entry of the gradient beside the slope that it should be. */
export interface Compared {
  k: number;
  analytic: number;
  numeric: number;
  bound: number;
  step: number;
  isWrong: boolean;
}

export interface Findings {
  verdict: Verdict;
  reasons: Reason[];
  compared: Compared[];
  relativeTolerance: number;
  resolution: number;
  /** The remainder along a random direction where the gradient looks right, along the worst entry where it looks wrong. */
  remainder?: Remainder | undefined;
  groups?: Located['groups'] | undefined;
}

/** Compares the gradient, which has the point's shape, with the slopes of the cost. */
export function inspect(
  subject: Subject,
  analytic: Readonly<Float64Array>,
  seed: number,
  asked: number | undefined,
): Findings {
  const { at } = subject;
  const random = choices(seed);
  const reasons = new Set<Reason>();
  const origin = subject.cost(at);
  if (Number.isNaN(origin) || !analytic.every(Number.isFinite)) reasons.add('not-finite');
  if (Number.isNaN(origin)) {
    return {
      verdict: analytic.every(Number.isFinite) ? 'inconclusive' : 'wrong',
      reasons: [...reasons],
      compared: [],
      relativeTolerance: asked ?? loosest,
      resolution: Infinity,
    };
  }
  // two points off every round number, where a cost shows all the digits that it has
  for (const _ of [1, 2])
    subject.cost(at.map((value) => subject.round(value + 0.1 * random() * (Math.abs(value) || 1))));
  const isSettled = (): boolean => Object.is(subject.cost(at), origin);
  let isFunction = isSettled();

  const some =
    at.length <= coordinatesInFull
      ? at.map((_, k) => k)
      : at.slice(0, sampled).map(() => Math.floor(((random() + 1) / 2) * at.length));
  const searches = new Map<number, Search>([...some].map((k) => [k, searchSlope(axis(subject, k, origin))]));
  const slopes = (): Slope[] => [...searches.values()].map(({ found }) => found);
  for (const search of searches.values()) {
    while (isLoose(search.found, scaleOf(slopes()), asked) && search.further());
  }
  const scale = scaleOf(slopes());
  let blur = factor * Math.max(...slopes().map(({ bound }) => bound));
  const tolerance = asked ?? Math.min(loosest, Math.max(tightest, blur / scale || 0));

  const compare = (k: number, { value, bound, step, obstacle }: Slope): Compared => {
    const slack =
      factor * bound + tolerance * Math.max(Math.abs(analytic[k]), Math.abs(value)) + rounding * scale;
    // where nothing moved, and nothing is known of the rounding, nothing is known
    const isOff =
      obstacle !== 'precision-lost' && (scale > 0 || bound > 0) && Math.abs(analytic[k] - value) > slack;
    return {
      k,
      analytic: analytic[k],
      numeric: value,
      bound,
      step,
      isWrong: isOff || !Number.isFinite(analytic[k]),
    };
  };
  let seen = Math.max(blur, tolerance * Math.max(...slopes().map(({ value }) => Math.abs(value) || 0)));
  let groups: Located['groups'] | undefined;
  if (searches.size < at.length) {
    const located = locate(subject, { analytic, origin, tolerance, scale, random });
    groups = located.groups;
    seen = Math.max(seen, located.seen);
    blur = Math.max(blur, located.blur);
    for (const k of located.suspects) searches.set(k, searchSlope(axis(subject, k, origin)));
  }
  const compared = [...searches].map(([k, { found }]) => compare(k, found));
  // no scale: the cost was the same wherever it was looked at
  const resolution = scale > 0 ? seen / scale : seen > 0 ? Infinity : 0;

  for (const { bound, obstacle } of slopes()) {
    if (obstacle === 'domain-edge' || !(factor * bound <= required * scale))
      reasons.add(obstacle ?? 'precision-lost');
  }
  // about a minimum a gradient of zeros is right, and nothing but the bound tells it from one that is merely small
  const isNearZero = compared.every(({ numeric, bound }) => Math.abs(numeric) <= factor * bound);
  const enough = isNearZero ? loosest : (asked ?? required);
  if (reasons.size === 0 && blur > Math.min(required, enough) * scale) reasons.add('precision-lost');

  let isWrong = compared.some((entry) => entry.isWrong);
  let remainder: Remainder | undefined;
  if (isWrong) {
    const worst = worstOf(compared);
    const { found } = searches.get(worst.k) as Search;
    remainder = taylorRemainder(
      axis(subject, worst.k, origin),
      worst.analytic,
      (found.bound * found.step) / 4,
    );
    const error = Math.abs(worst.analytic - worst.numeric);
    if (remainder !== undefined && remainder.order > 1.5 && remainder.error < error / 4) {
      isWrong = false;
      reasons.add('precision-lost');
    }
  } else if (reasons.size === 0) {
    const direction = new Map([...searches.keys()].map((k) => [k, random() < 0 ? -1 : 1]));
    const line = at.length === 1 ? axis(subject, 0, origin) : diagonal(subject, direction, origin);
    const sum =
      at.length === 1
        ? analytic[0]
        : [...direction].reduce((total, [k, sign]) => total + sign * analytic[k], 0);
    const search = at.length === 1 ? (searches.get(0) as Search) : searchSlope(line);
    while (isLoose(search.found, scale) && search.further());
    const { found } = search;
    remainder = taylorRemainder(line, sum, (found.bound * found.step) / 4);
    // right along each axis, and yet not a plane: the partial derivatives are there, a gradient is not
    const size = [...direction.keys()].reduce((total, k) => total + Math.abs(analytic[k]), 0);
    const slack = factor * found.bound + tolerance * size + required * scale;
    const isPlane = found.obstacle === undefined && Math.abs(found.value - sum) <= slack;
    if (!isPlane && remainder !== undefined && remainder.order < 1.5 && remainder.error > required * scale)
      reasons.add('kink');
  }
  isFunction &&= isSettled();
  if (!isFunction) reasons.add('non-deterministic');
  const again = subject.gradient(at).values;
  const isSteady = again.every((value, k) => !(Math.abs(value - analytic[k]) > rounding * scale));
  if (!isSteady) reasons.add('non-deterministic');
  if (subject.watch.mutates !== undefined) reasons.add('mutates-its-argument');
  const verdict =
    isWrong && (isFunction || reasons.has('not-finite'))
      ? 'wrong'
      : reasons.size > 0
        ? 'inconclusive'
        : 'correct';
  return {
    verdict,
    reasons: [...reasons],
    compared,
    relativeTolerance: tolerance,
    resolution,
    remainder,
    groups,
  };
}

/** The entry that is furthest off. */
export function worstOf(compared: readonly Compared[]): Compared {
  const error = ({ analytic, numeric }: Compared): number => {
    const off = Math.abs(analytic - numeric);
    return Number.isNaN(off) ? Infinity : off;
  };
  return compared.reduce((a, b) =>
    Number(b.isWrong) > Number(a.isWrong) || (b.isWrong === a.isWrong && error(b) > error(a)) ? b : a,
  );
}
