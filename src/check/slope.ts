// The derivative of a function along a line, with a bound of its error that is measured, not assumed. Central difference
// quotients on a ladder of steps are extrapolated to step 0, three rungs at a time; the rungs below them, whose steps are
// too small for the function's noise, tell how large that noise is.
// Sources: L. F. Richardson (1911) for the extrapolation; C. J. F. Ridders, Adv. Eng. Software 4 (1982), who reads the error
// off the extrapolation itself.
import { extrapolate } from './extrapolate.ts';
import { findKink } from './kink.ts';

/** A function along a line through the point that is checked. */
export interface Line {
  /** The value at a signed distance from the point; NaN where there is none. */
  at(s: number): number;
  /** The value at the point, which is finite. */
  origin: number;
  /** The distance between neighbouring values, as far as is known. */
  grain(): number;
  /** A length along the line, near which the search for good steps starts. */
  unit: number;
  /** The step nearest to h that the point can be moved by exactly, both ways; 0 where there is none. */
  exactly(h: number): number;
}

type Obstacle = 'kink' | 'domain-edge' | 'precision-lost';

export interface Slope {
  /** The derivative; at a kink the mean of both sides, at the edge of the domain that of one side. */
  value: number;
  /** How far off `value` may be. */
  bound: number;
  /** The smallest step of those that were extrapolated. */
  step: number;
  /** How steep the function is within these steps: what a derivative of 0 is to be compared with. */
  scale: number;
  /** What keeps the function from having a derivative that differences can find. */
  obstacle?: Obstacle | undefined;
}

/** The values at one distance, to both sides. */
export interface Rung {
  h: number;
  right: number;
  left: number;
}

const ratio = 4;
// not a round number: a function that computes in full then shows digits in all places, and one that does not gives itself away
const first = 0.61;
const [ordinary, added, most] = [11, 4, 27];
// three rungs to extrapolate, and three below them for the noise: with two, luck hides it once in a thousand
const wide = 6;
// relative bounds: below the one a slope is known, above the other nothing is known of it
const [known, lost] = [1e-3, 1e-2];
// beyond, in units, a cost may be another one altogether, and go evenly there
const furthest = 4;
// values that rise that much from one distance to the next are a wall, or a penalty, and no part of the cost
const wall = 1e6;
// a unit below which the cost may be expected not to move at all
const tiny = 1e-6;

/** A search for the slope at the line's origin that can be taken further. */
export interface Search {
  /** What is known so far. */
  found: Slope;
  /** Takes more steps, where that may help; false where it may not. */
  further(): boolean;
}

export function searchSlope(line: Line): Search {
  const { origin } = line;
  let { unit } = line;
  let rungs: Rung[] = [];
  let [top, bottom] = [1, 0];
  let isLonger: boolean | undefined;
  const add = (k: number): void => {
    const h = line.exactly(first * unit * ratio ** -k);
    if (h > 0 && h <= furthest * Math.max(unit, 1) && rungs.length < most)
      rungs.push({ h, right: line.at(h), left: line.at(-h) });
  };
  const start = (): void => {
    for (let k = 1; k <= ordinary; k++) add(k);
    [top, bottom] = [1, ordinary];
  };
  /** Adds rungs at one end. */
  const extend = (): boolean => {
    const before = rungs.length;
    for (let i = 0; i < added; i++) add(isLonger ? --top : ++bottom);
    rungs.sort((a, b) => b.h - a.h);
    return rungs.length > before;
  };
  start();
  let judged = judge(line, unit, rungs);
  return {
    get found() {
      return judged;
    },
    further() {
      const isFlat = rungs.every((rung) => isLevel(origin, rung));
      if (unit < tiny && rungs.every((rung) => hardlyMoves(line, rung))) {
        // what stands at 1e-30 may well be meant to move by 1
        [unit, rungs] = [1, []];
        start();
        judged = judge(line, unit, rungs);
        return true;
      }
      isLonger ??= isFlat || (judged.relative <= lost && judged.isNoisy);
      if (!extend()) {
        isLonger = !isLonger;
        if (!extend()) return false;
      }
      const before = judged.relative;
      judged = judge(line, unit, rungs);
      // on in that direction while it helps
      if (!isFlat && !(judged.relative < before / 4)) isLonger = !isLonger;
      return true;
    },
  };
}

interface Judged extends Slope {
  relative: number;
  isNoisy: boolean;
}

function judge(line: Line, unit: number, all: readonly Rung[]): Judged {
  const { origin } = line;
  const grain = grainOf(line);
  const inside = all.filter(({ right, left }) => Number.isFinite(right) && Number.isFinite(left));
  const moves = inside.map(({ right, left }) => Math.max(Math.abs(right - origin), Math.abs(left - origin)));
  const isWall = (k: number): boolean =>
    !Number.isFinite(moves[k]) || (moves[k + 1] > 1024 * grain && moves[k] > wall * moves[k + 1]);
  const rungs = inside.slice(
    inside.reduce((from, _, k) => (k + 1 < inside.length && isWall(k) ? k + 1 : from), 0),
  );
  if (rungs.length < wide) return oneSided(origin, all);
  const quotients = rungs.map(({ h, right, left }) => (right - left) / (2 * h));
  const slopes = rungs.map(
    ({ h, right, left }) => Math.max(Math.abs(right - origin), Math.abs(left - origin)) / h,
  );
  const candidates = rungs.slice(0, 1 - wide).map((_, k) => {
    const three = rungs.slice(k, k + 3);
    const { h } = three[2];
    const { value, coarser } = extrapolate(
      three.map((rung) => (rung.h / h) ** 2),
      quotients.slice(k, k + 3),
    );
    const highest = Math.max(...three.flatMap(({ right, left }) => [Math.abs(right), Math.abs(left)]));
    const bend = quotients[k + 2] - value;
    const deviations = rungs
      .slice(k + 3)
      .map((rung, i) => Math.abs(quotients[k + 3 + i] - value - bend * (rung.h / h) ** 2) * rung.h);
    const noise = Math.max(2 ** -52 * highest, grain, ...deviations);
    const scale = Math.max(Math.abs(value), ...slopes.slice(k, k + 3));
    const truncation = Math.abs(value - coarser);
    const bound = truncation + (4 * noise) / h;
    return {
      value,
      bound,
      step: h,
      scale,
      noise,
      relative: bound < Infinity && scale > 0 ? bound / scale : Infinity,
      isNoisy: 4 * noise > truncation * h,
    };
  });
  const least = Math.min(...candidates.map(({ relative }) => relative));
  // of those about as good relatively, the best absolutely: some functions look alike at every distance
  const { noise, ...best } = candidates
    .filter(({ relative }) => relative <= 4 * least)
    .reduce((a, b) => (b.bound < a.bound ? b : a));
  // what happens further off than the point's own size says nothing of how steep it is here
  const steepest = best.scale;
  best.scale = Math.max(
    Math.abs(best.value),
    ...slopes.filter((_, k) => rungs[k].h >= best.step && rungs[k].h <= unit).slice(-3),
  );

  // rungs without any movement, although by the best slope there should be some beyond the rounding that is known of
  const level = rungs.find(
    (rung, k) => rung.h <= unit && rungs.slice(k).every((lower) => isLevel(origin, lower)),
  );
  if (level !== undefined) {
    const isExplained = Math.abs(best.value) * level.h < 16 * grain;
    // it goes evenly further off: rounded to a grain that it does not show, or just beside a kink
    if (best.relative < known && !isExplained) {
      return { ...best, bound: Math.abs(best.value), relative: 1, obstacle: 'precision-lost', isNoisy: true };
    }
    if (!(best.relative < known)) {
      const obstacle = looksRounded(
        rungs.map(({ h }) => h),
        slopes,
        unit,
      )
        ? 'precision-lost'
        : undefined;
      return { ...best, value: 0, bound: (4 * grain) / level.h, step: level.h, scale: 0, obstacle };
    }
  }
  // a bound that wide is none: it rests on too little
  if (best.relative > known)
    Object.assign(best, { bound: Math.max(best.bound, steepest), obstacle: 'precision-lost' });
  return { ...best, ...findKink(origin, rungs, noise, grain) };
}

/** Whether movements that are 0 close to the point may be those of a straight line, rounded: all are off by two of its steps at most. */
function looksRounded(distances: readonly number[], slopes: readonly number[], unit: number): boolean {
  const near = distances.flatMap((h, k) => (h <= unit ? [{ h, move: h * slopes[k] }] : []));
  const quantum = Math.min(...near.map(({ move }) => move || Infinity));
  const [{ h, move }] = near;
  return move > 0 && near.every((rung) => Math.abs(rung.move - (move / h) * rung.h) <= 2 * quantum);
}

/** Whether the values at one distance are within some roundings of that at the point. */
function hardlyMoves(line: Line, { right, left }: Rung): boolean {
  const [a, b] = [Math.abs(right - line.origin), Math.abs(left - line.origin)];
  return Math.max(a, b) <= 1024 * grainOf(line);
}

function grainOf({ origin, grain }: Line): number {
  return Math.max(2 ** -52 * Math.abs(origin), grain() / 2);
}

function isLevel(origin: number, { right, left }: Rung): boolean {
  return right === origin && left === origin;
}

/** The derivative of the one side where there are values: good enough to contradict, never to confirm. */
function oneSided(origin: number, all: readonly Rung[]): Judged {
  const sides = [1, -1].map((sign) =>
    all
      .map(({ h, right, left }) => ({ h, quotient: ((sign === 1 ? right : left) - origin) / (sign * h) }))
      .filter(({ quotient }) => Number.isFinite(quotient)),
  );
  const side = sides[0].length >= sides[1].length ? sides[0] : sides[1];
  const common = { obstacle: 'domain-edge', isNoisy: false, relative: 0 } as const;
  const best = side.slice(0, -4).reduce<Judged>(
    (best, _, k) => {
      const three = side.slice(k, k + 3);
      const { h } = three[2];
      const { value, coarser } = extrapolate(
        three.map((rung) => rung.h / h),
        three.map(({ quotient }) => quotient),
      );
      const deviations = side.slice(k + 3).map((rung) => Math.abs(rung.quotient - value) * rung.h);
      const bound =
        Math.abs(value - coarser) + (4 * Math.max(2 ** -52 * Math.abs(origin), ...deviations)) / h;
      const scale = Math.max(...three.map(({ quotient }) => Math.abs(quotient)));
      return bound < best.bound ? { ...common, value, bound, step: h, scale } : best;
    },
    { ...common, value: Number.NaN, bound: Infinity, step: Number.NaN, scale: 0 },
  );
  return best.bound <= known * best.scale ? best : { ...best, bound: Infinity };
}
