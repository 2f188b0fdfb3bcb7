import { assertObject, wrongKind } from '../internal/assert.ts';
import { float64 } from '../internal/float64.ts';
import { pack, read } from '../internal/ndarrays.ts';
import type { Float64NdArray, Weights } from '../types.ts';
import type { Batches } from './batches.ts';
import type { DataObjective } from './objective.ts';
import type { DescentData, DescentSettings, DescentStart } from './options.ts';
import { type Descent, Run } from './run.ts';
import { Walk } from './walk.ts';

/** What `steps` takes: the samples, a start, and the settings. */
export type StepsOptions<W extends Weights> = DescentData & DescentSettings<W> & DescentStart<W>;

/** One update with every value on the way, each a fresh copy. */
export interface StepTrace<W extends Weights = Weights> {
  /** The number of this update, from 1: the step of the entry that it leads to. */
  step: number;
  /** The epochs completed after it. */
  epoch: number;
  /** The batch's sample indices. */
  indices: number[];
  /** The batch's inputs: [m] or [m, d]. */
  x: Float64NdArray;
  /** The batch's targets: [m]. */
  t: Float64NdArray;
  /** The model's predictions for the batch, at the w before: [m]. */
  y: Float64NdArray;
  /** y − t: [m]. */
  residual: Float64NdArray;
  /** The gradient, one row per sample: [m] or [m, d]. */
  gradient: Float64NdArray;
  /** The sum of its rows. */
  gradientSum: W;
  /** The learning rate of this update. */
  learningRate: number;
  /** What the rule made of both. */
  deltaW: W;
  /** w before the update. */
  wBefore: W;
  /** wBefore − deltaW. */
  wAfter: W;
  /** The cost of wBefore over all the data. */
  costBefore: number;
  /** The cost of wAfter over all the data; within an epoch that is not recorded it may have overflowed to Infinity. */
  cost: number;
}

/**
 * The same run as {@link descend}, one update at a time, for slides and debuggers: a generator of traces, whose return
 * value is the run: `const run = yield* steps(options)` in a generator of one's own, or the `value` of the `next()` that is
 * `done`. Its numbers are those of `descend` to the bit.
 *
 * @param options - those of `descend`
 * @returns a generator: the options are read and the start is recorded at once, each `next()` makes one update; an update
 * that leaves the finite numbers gives no trace
 * @throws RangeError and TypeError as `descend`
 * @example
 * ```ts
 * import { steps } from 'gradus';
 * for (const trace of steps({ x: [1, 2], t: [2, 4], w: 0, learningRate: 0.05, epochs: 2 })) {
 *   console.log(`${trace.wBefore} - ${trace.learningRate} * ${trace.gradientSum} = ${trace.wAfter}`);
 * }
 * ```
 * prints
 * ```text
 * 0 - 0.05 * -20 = 1
 * 1 - 0.05 * -10 = 1.5
 * ```
 */
export function steps(options: StepsOptions<number>): Generator<StepTrace<number>, Descent<number>, void>;
/**
 * The same for many weights: x [n, d] and w [d].
 *
 * @param options - those of `descend`
 * @returns a generator of traces, whose weights are Float64Arrays [d]
 * @throws RangeError and TypeError as `descend`
 * @example
 * ```ts
 * import { steps } from 'gradus';
 * for (const trace of steps({ x: [[1, 2]], t: [1], w: [0, 0], learningRate: 0.5, epochs: 1 })) {
 *   console.log(trace.gradientSum); // Float64Array(2) [ -2, -4 ]
 * }
 * ```
 */
export function steps(
  options: StepsOptions<Float64Array>,
): Generator<StepTrace<Float64Array>, Descent<Float64Array>, void>;
/** The same where the type does not say whether w is one weight or many; see the other signatures. */
export function steps(options: StepsOptions<Weights>): Generator<StepTrace, Descent, void>;
export function steps<W extends Weights>(
  options: StepsOptions<W>,
): Generator<StepTrace<W>, Descent<W>, void> {
  assertObject('steps', 'options', options);
  if ((options as { sums?: unknown }).sums !== undefined) {
    throw wrongKind('steps', 'options', 'hold x and t, of which a trace shows the samples', options.sums);
  }
  // the data as they are now: a generator's caller is at work between two updates
  const data = { x: pack(read('steps', 'x', options.x)), t: pack(read('steps', 't', options.t)) };
  return traces(new Walk('steps', options, data));
}

function* traces<W extends Weights>(walk: Walk<W>): Generator<StepTrace<W>, Descent<W>, void> {
  let costBefore = walk.checkpoint.cost;
  while (walk.advance()) {
    const made = trace(walk, costBefore);
    costBefore = made.cost;
    yield made;
  }
  return new Run(walk);
}

function trace<W extends Weights>(walk: Walk<W>, costBefore: number): StepTrace<W> {
  const objective = walk.settings.objective as DataObjective;
  const { indices, x, t, gradient } = objective.batch(walk.before, walk.batches as Batches, walk.batch);
  const y = pack(objective.predict(x, walk.before));
  return {
    step: walk.step,
    epoch: walk.epoch,
    indices,
    x,
    t,
    y,
    residual: float64(y.data.map((prediction, i) => prediction - t.data[i])),
    gradient: pack(gradient),
    gradientSum: walk.forUser(walk.gradient),
    learningRate: walk.learningRate,
    deltaW: walk.forUser(walk.deltaW),
    wBefore: walk.forUser(walk.before),
    wAfter: walk.forUser(walk.w),
    costBefore,
    cost: walk.checkpoint.step === walk.step ? walk.checkpoint.cost : walk.cost(),
  };
}
