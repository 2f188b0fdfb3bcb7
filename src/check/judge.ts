import { extrapolate } from './extrapolate.ts';
import { findKink } from './kink.ts';
import { oneSided } from './oneSided.ts';
import type { Line, Rung, Slope } from './slope.ts';

// three rungs to extrapolate, and three below them for the noise: with two, luck hides it once in a thousand
const wide = 6;
/** A relative bound up to which a slope is known. */
export const known = 1e-3;
// values that rise that much from one distance to the next are a wall, or a penalty, and no part of the cost
const wall = 1e6;

/** A slope, and what is to be known for taking the search further. */
export interface Judged extends Slope {
  /** The bound relative to the scale. */
  relative: number;
  /** Whether the bound is noise for the most part, which longer steps lessen, or truncation. */
  isNoisy: boolean;
}

/** The slope that the rungs, the longest first, allow. */
export function judge(line: Line, unit: number, all: readonly Rung[]): Judged {
  const { origin } = line;
  const grain = grainOf(line);
  const rungs = withinWalls(origin, grain, all);
  if (rungs.length < wide) return oneSided(origin, all);
  const slopes = rungs.map((rung) => moveOf(origin, rung) / rung.h);
  const candidates = candidatesOf(rungs, slopes, grain);
  const least = Math.min(...candidates.map(({ relative }) => relative));
  // of those about as good relatively, the best absolutely: some functions look alike at every distance
  const {
    noise,
    scale: steepest,
    ...best
  } = candidates
    .filter(({ relative }) => relative <= 4 * least)
    .reduce((a, b) => (b.bound < a.bound ? b : a));
  // what happens further off than the point's own size says nothing of how steep it is here
  const near = slopes.filter((_, k) => rungs[k].h >= best.step && rungs[k].h <= unit).slice(-3);
  const scale = Math.max(Math.abs(best.value), ...near);
  const isKnown = best.relative <= known;

  // rungs without any movement, although by the best slope there should be some beyond the rounding that is known of
  const level = rungs.find(
    (rung, k) => rung.h <= unit && rungs.slice(k).every((lower) => isLevel(origin, lower)),
  );
  if (level !== undefined && !isKnown) {
    const obstacle = looksRounded(rungs, slopes, unit) ? 'precision-lost' : undefined;
    return { ...best, value: 0, bound: (4 * grain) / level.h, step: level.h, scale: 0, obstacle };
  }
  if (level !== undefined && Math.abs(best.value) * level.h >= 16 * grain) {
    // it goes evenly further off: rounded to a grain that it does not show, or just beside a kink
    const bound = Math.abs(best.value);
    return { ...best, scale, bound, relative: 1, obstacle: 'precision-lost', isNoisy: true };
  }
  const kink = findKink(origin, rungs, noise, grain);
  // a bound that wide is none: it rests on too little
  const found = isKnown
    ? best
    : { ...best, bound: Math.max(best.bound, steepest), obstacle: 'precision-lost' as const };
  return { scale, ...found, ...kink };
}

/** The rungs with values to both sides, up to where the cost rises as no cost does. */
function withinWalls(origin: number, grain: number, all: readonly Rung[]): Rung[] {
  const rungs = all.filter(({ right, left }) => Number.isFinite(right) && Number.isFinite(left));
  const moves = rungs.map((rung) => moveOf(origin, rung));
  const isWall = (k: number): boolean =>
    !Number.isFinite(moves[k]) || (moves[k + 1] > 1024 * grain && moves[k] > wall * moves[k + 1]);
  return rungs.slice(moves.reduce((from, _, k) => (k + 1 < moves.length && isWall(k) ? k + 1 : from), 0));
}

interface Candidate extends Judged {
  noise: number;
}

/** The slope of every three rungs, with the noise that the rungs below them show. */
function candidatesOf(rungs: readonly Rung[], slopes: readonly number[], grain: number): Candidate[] {
  const quotients = rungs.map(({ h, right, left }) => (right - left) / (2 * h));
  return rungs.slice(0, 1 - wide).map((_, k) => {
    const three = rungs.slice(k, k + 3);
    const { h } = three[2];
    const { value, coarser } = extrapolate(
      three.map((rung) => (rung.h / h) ** 2),
      quotients.slice(k, k + 3),
    );
    const highest = Math.max(...three.flatMap(({ right, left }) => [Math.abs(right), Math.abs(left)]));
    // what is left of the truncation at the rungs below is no noise
    const bend = quotients[k + 2] - value;
    const deviations = rungs
      .slice(k + 3)
      .map((rung, i) => Math.abs(quotients[k + 3 + i] - value - bend * (rung.h / h) ** 2) * rung.h);
    const noise = Math.max(2 ** -52 * highest, grain, ...deviations);
    const scale = Math.max(Math.abs(value), ...slopes.slice(k, k + 3));
    const truncation = Math.abs(value - coarser);
    const bound = truncation + (4 * noise) / h;
    const relative = bound < Infinity && scale > 0 ? bound / scale : Infinity;
    return { value, bound, step: h, scale, noise, relative, isNoisy: 4 * noise > truncation * h };
  });
}

/** Whether movements that are 0 close to the point may be those of a straight line, rounded: all are off by two of its steps at most. */
function looksRounded(rungs: readonly Rung[], slopes: readonly number[], unit: number): boolean {
  const near = rungs.flatMap(({ h }, k) => (h <= unit ? [{ h, slope: slopes[k] }] : []));
  const quantum = Math.min(...near.map(({ h, slope }) => h * slope || Infinity));
  const [longest] = near;
  return (
    longest.slope > 0 && near.every(({ h, slope }) => Math.abs(slope - longest.slope) * h <= 2 * quantum)
  );
}

/** The distance between neighbouring values about the point: by the doubles, or by what the cost has shown. */
export function grainOf({ origin, grain }: Line): number {
  return Math.max(2 ** -52 * Math.abs(origin), grain() / 2);
}

/** Whether the cost is the same at both sides as at the point. */
export function isLevel(origin: number, { right, left }: Rung): boolean {
  return right === origin && left === origin;
}

/** How far the cost moves at one distance, to the side where it moves more. */
export function moveOf(origin: number, { right, left }: Rung): number {
  return Math.max(Math.abs(right - origin), Math.abs(left - origin));
}
