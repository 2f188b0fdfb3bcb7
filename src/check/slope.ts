// The derivative of a function along a line, with a bound of its error that is measured, not assumed. Central difference
// quotients on a ladder of steps are extrapolated to step 0, three rungs at a time; the rungs below them, whose steps are
// too small for the function's noise, tell how large that noise is.
// Sources: L. F. Richardson (1911) for the extrapolation; C. J. F. Ridders, Adv. Eng. Software 4 (1982), who reads the error
// off the extrapolation itself.
import { grainOf, isLevel, judge, moveOf } from './judge.ts';

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
// a relative bound above which nothing is known of a slope
const lost = 1e-2;
// beyond, in units, a cost may be another one altogether, and go evenly there
const furthest = 4;
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
      if (unit < tiny && rungs.every((rung) => moveOf(origin, rung) <= 1024 * grainOf(line))) {
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
