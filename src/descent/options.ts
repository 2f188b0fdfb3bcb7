import {
  assertAtLeast,
  assertFinite,
  assertFunction,
  assertMethods,
  assertWhole,
  describe,
  wrongKind,
  wrongValue,
} from '../internal/assert.ts';
import { assertSource } from '../internal/draws.ts';
import { assertFiniteView, assertSome, readData, readSums } from '../internal/finite.ts';
import { pack, read } from '../internal/ndarrays.ts';
import { words } from '../internal/views.ts';
import { linearRegression } from '../models/linearRegression.ts';
import { nn } from '../primitives/nn.ts';
import { gradientDescent } from '../rules/gradientDescent.ts';
import { fullBatch } from '../strategies/fullBatch.ts';
import type {
  ArrayInput,
  Entry,
  LeastSquaresSums,
  Model,
  RandomSource,
  Rule,
  Schedule,
  Strategy,
  Weights,
} from '../types.ts';
import { DataObjective, SumsObjective } from './objective.ts';
import { type DescentState, readState, resumeRandom, saved, saveRule } from './state.ts';

/** The samples to fit. */
export interface DescentData {
  /**
   * The inputs: [n], or [n, d]; at least one sample, finite; never written to. Float64Arrays and views of them are read where they
   * lie, by models that only read: do not change them while the run is under way.
   */
  x: ArrayInput;
  /** The targets [n]; finite; never written to, and read as x is. */
  t: ArrayInput;
  /** There is no need of both. */
  sums?: undefined;
}

/** What is known of samples that are not here. */
export interface DescentSums<W extends Weights> {
  /** The sums, as `leastSquaresSums` or a database computes them; of at least one sample, finite. */
  sums: LeastSquaresSums<W>;
  /** There is no need of both. */
  x?: undefined;
  /** There is no need of both. */
  t?: undefined;
}

/** What `descend` and `steps` take, but for the data and where the run starts. */
export interface DescentSettings<W extends Weights> {
  /** A finite number of at least 0, or a function of the step that returns one; step 0 is the first update. */
  learningRate: number | Schedule;
  /** The epochs to run, a whole number of at least 0; with `from` those still to run. */
  epochs: number;
  /** What is fitted; `linearRegression()`, the lecture's, where it is left out. */
  model?: Model | undefined;
  /** When w is updated; `fullBatch()` where it is left out. */
  strategy?: Strategy | undefined;
  /** How far w moves; `gradientDescent()` where it is left out. */
  rule?: Rule | undefined;
  /** The source that a shuffling strategy draws from; `Math.random` where it is left out. */
  random?: RandomSource | undefined;
  /**
   * Which (w, cost) are recorded: `'update'`, each, where it is left out; `'epoch'`, those after an epoch; a whole number
   * k, those whose step is a multiple of k. The start and the end always are.
   */
  record?: 'update' | 'epoch' | number | undefined;
  /** Ends the run as converged when no weight has moved more than this over an epoch; at least 0. */
  tolerance?: number | undefined;
  /** Called with each entry as it is recorded, the start's too; returning false stops the run. */
  onEntry?: ((entry: Entry<W>) => unknown) | undefined;
}

/** Where a run starts: at `w`, or `from` the state of an earlier run, which then replaces w. */
export type DescentStart<W extends Weights> =
  | { w: W extends number ? number : ArrayInput; from?: undefined }
  | { w?: (W extends number ? number : ArrayInput) | undefined; from: DescentState<W> };

/** What `descend` takes: the samples or their sums, a start, and the settings. */
export type DescentOptions<W extends Weights> = (DescentData | DescentSums<W>) &
  DescentSettings<W> &
  DescentStart<W>;

/** The options, checked, with defaults in place. */
export interface Settings<W extends Weights> {
  objective: DataObjective | SumsObjective;
  /** The start, with the state of the rule and the counts so far. */
  start: DescentState<W>;
  learningRate: number | Schedule;
  epochs: number;
  strategy: Strategy;
  rule: Rule;
  random: RandomSource;
  record: 'update' | 'epoch' | number;
  tolerance: number | undefined;
  onEntry: ((entry: Entry<W>) => unknown) | undefined;
}

const capabilities = ['curvature', 'accumulate', 'summarize', 'summarizeSums', 'descendSamples'] as const;

const lecture = linearRegression();

/** The options, with the data apart: a caller of its own may hand over copies. */
export function readOptions<W extends Weights>(
  who: string,
  options: DescentOptions<W>,
  { x, t, sums }: { x?: unknown; t?: unknown; sums?: unknown },
): Settings<W> {
  const {
    model = lecture,
    strategy = fullBatch(),
    rule = gradientDescent(),
    random = Math.random,
    record = 'update',
    learningRate,
    epochs,
    tolerance,
    onEntry,
    from,
  } = options as DescentOptions<W>;

  assertMethods(who, 'model', model, ['nn', 'cost', 'gradient']);
  assertMethods(
    who,
    'model',
    model,
    capabilities.filter((name) => model[name] !== undefined),
  );
  assertMethods(who, 'strategy', strategy, ['epoch']);
  assertMethods(who, 'rule', rule, ['init', 'update']);
  assertSource(who, random);
  if (typeof learningRate !== 'function') assertAtLeast(who, 'learningRate', learningRate, 0);
  assertWhole(who, 'epochs', epochs, 0);
  if (record !== 'update' && record !== 'epoch') assertRecord(who, record);
  if (tolerance !== undefined) assertAtLeast(who, 'tolerance', tolerance, 0);
  if (onEntry !== undefined) assertFunction(who, 'onEntry', onEntry, 'be a function of an entry');

  const readStart = (): DescentState<W> =>
    from === undefined ? startAt<W>(who, options.w, rule) : readState<W>(who, from, rule);
  const data =
    sums === undefined ? onData(who, model, x, t, readStart) : onSums(who, model, { x, t, sums }, readStart);
  return {
    objective: data.objective,
    start: data.start,
    learningRate,
    epochs,
    strategy,
    rule,
    random: from === undefined ? random : resumeRandom(who, random, data.start.random),
    record,
    tolerance,
    onEntry,
  };
}

function onData<W extends Weights>(
  who: string,
  model: Model,
  xInput: unknown,
  tInput: unknown,
  readStart: () => DescentState<W>,
): Pick<Settings<W>, 'objective' | 'start'> {
  const { x, t } = readData(who, xInput, tInput);
  assertSome(who, x);
  const start = readStart();
  if (model.nn === nn) assertWeights(who, x.shape[1], start.w, false);
  // a model whose capabilities only read may have the caller's own data; any other gets copies
  const isOnlyRead = model.accumulate !== undefined && model.summarize !== undefined;
  const [inputs, targets] = isOnlyRead ? [x, t] : [pack(x), pack(t)];
  // squared error is finite only where all the data are, so that its cost at the start tells
  if (!(isOnlyRead && model.nn === nn && model.curvature !== undefined)) {
    assertFiniteView(who, 'x', x);
    assertFiniteView(who, 't', t);
  }
  const objective = new DataObjective(who, model, inputs, targets, typeof start.w === 'number');
  return { objective, start };
}

function onSums<W extends Weights>(
  who: string,
  model: Model,
  { x, t, sums: input }: { x?: unknown; t?: unknown; sums?: unknown },
  readStart: () => DescentState<W>,
): Pick<Settings<W>, 'objective' | 'start'> {
  if (x !== undefined || t !== undefined) {
    throw wrongKind(who, 'sums', 'come without x and t, or x and t without sums', input);
  }
  const sums = readSums(who, 'sums', input, 1);
  if (model.summarizeSums === undefined) {
    throw wrongValue(who, 'model', 'have summarizeSums to descend on sums', 'none');
  }
  const start = readStart();
  assertWeights(who, typeof sums.xx === 'number' ? undefined : sums.xx.length, start.w, true);
  const objective = new SumsObjective(model, model.summarizeSums(sums), sums);
  return { objective, start };
}

/** The library's own network has one weight per input; what weights another model has is its own affair. */
function assertWeights(who: string, d: number | undefined, w: number | number[], isSums: boolean): void {
  const got = typeof w === 'number' ? 'a number' : w.length;
  if (d === undefined && typeof w !== 'number') {
    const where = isSums ? 'sums are of one input' : 'x is a vector (withBias(x) makes it a matrix)';
    throw wrongValue(who, 'w', `be a number where ${where}`, `shape [${got}]`);
  }
  if (d !== undefined && got !== d) {
    throw wrongValue(
      who,
      'w',
      `have ${d} weights like ${isSums ? 'sums have inputs' : 'x has columns'}`,
      got,
    );
  }
}

function assertRecord(who: string, record: unknown): void {
  if (typeof record === 'string')
    throw wrongValue(who, 'record', `be 'update', 'epoch' or a number`, describe(record));
  assertWhole(who, 'record', record, 1);
}

function startAt<W extends Weights>(who: string, wInput: unknown, rule: Rule): DescentState<W> {
  if (wInput === undefined) throw wrongKind(who, 'w', 'be where to start, or from a state', wInput);
  const w = typeof wInput === 'number' ? wInput : readWeights(who, wInput);
  if (typeof w === 'number') assertFinite(who, 'w', w);
  const d = typeof w === 'number' ? 1 : w.length;
  return { w: saved(w as W), step: 0, epoch: 0, rule: saveRule(who, rule, rule.init(d)) };
}

function readWeights(who: string, input: unknown): Float64Array {
  const view = read(who, 'w', input);
  if (view.shape.length !== 1) {
    throw wrongValue(who, 'w', 'be a number or a vector', `shape ${words(view.shape)}`);
  }
  assertFiniteView(who, 'w', view);
  if (view.shape[0] === 0) throw wrongValue(who, 'w', 'have at least 1 weight', 0);
  return pack(view).data;
}
