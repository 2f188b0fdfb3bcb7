import type { Descent } from '../../descent/run.ts';
import type { Cycle, EpochMap } from '../../internal/quadratic/EpochMap.ts';
import type { Distance, Findings } from './codes.ts';
import { hoveringOf } from './hovering.ts';
import { type LeastSquaresRun, leastSquaresOf, type OwnEpochs } from './leastSquaresOf.ts';
import { grows, limitOf, regimeOf } from './limitOf.ts';
import { type Progress, progressOf } from './progress.ts';
import { like, toArray } from './weights.ts';

/** A code with the numbers that belong to it. */
export type Finding = { [Code in keyof Findings]: { code: Code; numbers: Findings[Code] } }[keyof Findings];

/** The learning rate is called slow where it is this many times below the best, and the best slow where it leaves so much. */
const slow = 5;

/** What is to be said of one run. */
export function findingOf(run: Descent, closeness: number): Finding {
  const { settings, status } = run;
  const progress = progressOf(run.history);
  const learningRate = rateOf(run);
  const { updates, hasMoved, isDense } = progress;
  const isStill = updates === 0 || settings.learningRate === 0 || (!hasMoved && isDense);
  if (isStill && status !== 'diverged') {
    return { code: 'standing', numbers: { updates, learningRate, cost: run.cost } };
  }
  const problem = leastSquaresOf(settings, typeof run.w === 'number');
  if (problem?.own === undefined || typeof settings.learningRate !== 'number') {
    return unpredicted(run, problem, progress);
  }
  return predicted(run, problem, problem.own, learningRate, closeness, progress);
}

/** The learning rate of the last update: of a schedule, that of the first where there was none. */
export function rateOf({ settings: { learningRate }, history }: Descent): number {
  return typeof learningRate === 'number' ? learningRate : learningRate(Math.max(0, history.at(-1).step - 1));
}

function unpredicted(run: Descent, problem: LeastSquaresRun | undefined, progress: Progress): Finding {
  if (run.status === 'diverged') return diverged(run, progress);
  const range = problem && hoveringOf(run, problem, progress);
  if (problem !== undefined && range !== undefined) {
    const [minimizer, lowest, highest] = [problem.minimizer, range.lowest, range.highest].map((w) =>
      like(run.w, w),
    );
    return { code: 'hovering', numbers: { minimizer, lowest, highest } };
  }
  const { epochs, updates, startCost, endCost, lowestCost, lowestStep } = progress;
  const known = problem === undefined ? {} : { minimumCost: problem.minimumCost };
  const numbers = { epochs, updates, startCost, endCost, lowestCost, lowestStep, ...known };
  if (endCost === startCost) return { code: 'cost-unchanged', numbers };
  return { code: endCost < startCost ? 'cost-fell' : 'cost-rose', numbers };
}

function diverged({ history }: Descent, { firstGrowth }: Progress): Finding {
  const growth = firstGrowth === undefined ? {} : { firstGrowth };
  return { code: 'diverged', numbers: { step: history.at(-1).step, ...growth } };
}

function predicted(
  run: Descent,
  problem: LeastSquaresRun,
  own: OwnEpochs,
  learningRate: number,
  closeness: number,
  progress: Progress,
): Finding {
  const map = own.at(learningRate);
  const factor = finite(map.factor);
  const regime = regimeOf(own, learningRate, map);
  if (regime === 'at-the-limit') {
    const { limit } = limitOf(problem, own, learningRate);
    return { code: 'at-the-limit', numbers: { factor, learningRate, limit } };
  }
  if (regime === 'grows') {
    const { firstGrowth } = progress;
    const growth = firstGrowth === undefined ? {} : { firstGrowth };
    const numbers = { factor, learningRate, ...limitOf(problem, own, learningRate), ...growth };
    return { code: 'diverging', numbers };
  }
  // what grew on the way may have left the doubles before it could shrink
  if (run.status === 'diverged') return diverged(run, progress);
  const here = map.cycle();
  const distance = distanceOf(run, problem, own, map, here, closeness);
  return own.isFullBatch
    ? inOne(problem, map, distance, learningRate)
    : inBatches(run, problem, own, map, distance, here, learningRate);
}

function distanceOf(
  run: Descent,
  { scale }: LeastSquaresRun,
  own: OwnEpochs,
  { factor, log }: EpochMap,
  { fixedPoint }: Cycle,
  asked: number,
): Distance {
  // within an epoch w is elsewhere than at its ends
  const w = toArray(run.state.unfinished?.w ?? run.w);
  const distance = own.distance(w, fixedPoint);
  const end = own.lead(w, fixedPoint);
  // an update that is below the rounding of w, or of the sums that it is made of, no longer leads on
  const rounding = 2 ** -51 * Math.hypot(...end) + 2 ** -52 * rateOf(run) * scale;
  const left = 1 - Math.abs(factor);
  // along a flat direction that may be far away, and no end at all
  const closeness = left > 2 ** -40 ? Math.max(asked, rounding / left) : asked;
  // a factor of 0 takes one epoch, and one of 1 more than can be counted
  const most = Number.MAX_SAFE_INTEGER;
  const epochs = log < 0 ? Math.max(1, Math.ceil(Math.log(closeness / distance) / log)) : most;
  const epochsToGo = distance <= closeness ? 0 : Math.min(epochs, most);
  return { factor, fixedPoint: like(run.w, end), distance, closeness, epochsToGo };
}

/** Full batch. */
function inOne(
  { smallest, largest }: LeastSquaresRun,
  { factor }: EpochMap,
  distance: Distance,
  learningRate: number,
): Finding {
  // the steepest direction is the one that lasts; a turn that leaves next to nothing is rounding at the best learning rate
  const turn = learningRate * largest - 1;
  if (turn > 1e-9 && turn >= Math.abs(factor) * (1 - 1e-9))
    return { code: 'overshooting', numbers: distance };
  const best = 2 / (smallest + largest);
  if (distance.epochsToGo === 0) return { code: 'converging', numbers: distance };
  if (learningRate * slow <= best) {
    const numbers = { ...distance, learningRate, bestLearningRate: best, times: best / learningRate };
    return { code: 'converging-slowly', numbers };
  }
  const condition = largest / smallest;
  const bestFactor = (condition - 1) / (condition + 1);
  if (bestFactor < 1 - 1 / slow) return { code: 'converging', numbers: distance };
  return { code: 'ill-conditioned', numbers: { ...distance, condition, bestFactor } };
}

/** Per sample or in mini-batches, in an order that stays. */
function inBatches(
  run: Descent,
  problem: LeastSquaresRun,
  own: OwnEpochs,
  { log }: EpochMap,
  distance: Distance,
  { fixedPoint, lowest, highest }: Cycle,
  learningRate: number,
): Finding {
  // along directions in which w cannot move all of them are where w is
  const end = own.lead(toArray(run.w), fixedPoint);
  const led = (w: Float64Array): Float64Array => w.map((value, j) => value + (end[j] - fixedPoint[j]));
  const minimizer = like(run.w, own.lead(toArray(run.w), problem.minimizer));
  const swing = Math.hypot(...highest.map((value, j) => value - lowest[j]));
  if (!problem.agree && distance.distance <= swing / 2) {
    const range = { lowest: like(run.w, led(lowest)), highest: like(run.w, led(highest)) };
    const halfIsCloser = isCloserAtHalf(problem, own, learningRate, { fixedPoint, lowest, highest });
    const numbers = {
      minimizer,
      fixedPoint: distance.fixedPoint,
      ...range,
      factor: distance.factor,
      halfIsCloser,
    };
    return { code: 'hovering', numbers };
  }
  const fullBatch = problem.fullBatch(learningRate);
  if (Math.abs(log - fullBatch.log) <= 1e-12) return { code: 'converging', numbers: distance };
  const numbers = { ...distance, fullBatchFactor: finite(fullBatch.factor), minimizer };
  return { code: log > fullBatch.log ? 'slower-than-full-batch' : 'faster-than-full-batch', numbers };
}

/** Whether at half the learning rate a run would come to rest nearer to the minimizer, and swing less. */
function isCloserAtHalf(
  { minimizer }: LeastSquaresRun,
  own: OwnEpochs,
  learningRate: number,
  here: Cycle,
): boolean {
  const map = own.at(learningRate / 2);
  if (grows(own, learningRate / 2, map)) return false;
  const half = map.cycle();
  const farthest = ({ lowest, highest }: Cycle): number =>
    Math.max(...minimizer.map((value, j) => Math.max(highest[j] - value, value - lowest[j])));
  return (
    farthest(half) < farthest(here) &&
    own.distance(half.fixedPoint, minimizer) <= own.distance(here.fixedPoint, minimizer)
  );
}

/** JSON has no infinite numbers. */
export function finite(factor: number): number {
  return Math.max(-Number.MAX_VALUE, Math.min(factor, Number.MAX_VALUE));
}
