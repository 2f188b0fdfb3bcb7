import {
  assertAtLeast,
  assertFunction,
  assertObject,
  assertWhole,
  describe,
  wrongKind,
  wrongValue,
} from '../internal/assert.ts';
import { assertSource } from '../internal/draws.ts';
import { pack, read } from '../internal/ndarrays.ts';
import { readBeside } from '../internal/samples.ts';
import { words } from '../internal/views.ts';
import { linearRegression } from '../models/linearRegression.ts';
import { nn } from '../primitives/nn.ts';
import { gradientDescent } from '../rules/gradientDescent.ts';
import { fullBatch } from '../strategies/fullBatch.ts';
import type {
  ArrayInput,
  Entry,
  Float64NdArray,
  Model,
  RandomSource,
  Rule,
  Schedule,
  Strategy,
  Weights,
} from '../types.ts';
import { type DescentState, readState, resumeRandom, saved, saveRule } from './state.ts';

/** What `descend` and `steps` take, but for where the run starts. */
export interface DescentSettings<W extends Weights> {
  /** The inputs: [n], or [n, d]; at least one sample, finite; never written to. */
  x: ArrayInput;
  /** The targets [n]; finite; never written to. */
  t: ArrayInput;
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

/** What `descend` and `steps` take: the settings, and a start: `w`, or the `from` of an earlier run, which then replaces w. */
export type DescentOptions<W extends Weights> = DescentSettings<W> &
  (
    | { w: W extends number ? number : ArrayInput; from?: undefined }
    | { w?: (W extends number ? number : ArrayInput) | undefined; from: DescentState<W> }
  );

/** The options, checked: data packed and copied, defaults in place. */
export interface Settings<W extends Weights> {
  x: Float64NdArray;
  t: Float64NdArray;
  /** The start, with the state of the rule and the counts so far. */
  start: DescentState<W>;
  learningRate: number | Schedule;
  epochs: number;
  model: Model;
  strategy: Strategy;
  rule: Rule;
  random: RandomSource;
  record: 'update' | 'epoch' | number;
  tolerance: number | undefined;
  onEntry: ((entry: Entry<W>) => unknown) | undefined;
}

export function readOptions<W extends Weights>(who: string, options: DescentOptions<W>): Settings<W> {
  assertObject(who, 'options', options);
  const {
    model = linearRegression(),
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

  const capabilities = (model as Partial<Model> | null)?.curvature === undefined ? [] : ['curvature'];
  assertMethods(who, 'model', model, ['nn', 'cost', 'gradient', ...capabilities]);
  assertMethods(who, 'strategy', strategy, ['epoch']);
  assertMethods(who, 'rule', rule, ['init', 'update']);
  assertSource(who, random);
  if (typeof learningRate !== 'function') assertAtLeast(who, 'learningRate', learningRate, 0);
  assertWhole(who, 'epochs', epochs, 0);
  if (record !== 'update' && record !== 'epoch') assertRecord(who, record);
  if (tolerance !== undefined) assertAtLeast(who, 'tolerance', tolerance, 0);
  if (onEntry !== undefined) assertFunction(who, 'onEntry', onEntry, 'be a function of an entry');

  const { x, t } = readData(who, options.x, options.t);
  const start = from === undefined ? readStart<W>(who, options.w, rule) : readState<W>(who, from, rule);
  if (model.nn === nn) assertWeights(who, x, start.w);
  return {
    x,
    t,
    start,
    learningRate,
    epochs,
    model,
    strategy,
    rule,
    random: from === undefined ? random : resumeRandom(who, random, start.random),
    record,
    tolerance,
    onEntry,
  };
}

function assertMethods(who: string, what: string, value: unknown, methods: readonly string[]): void {
  assertObject(who, what, value);
  for (const method of methods) assertFunction(who, `${what}.${method}`, value[method], 'be a function');
}

/** The library's own network has one weight per input; what weights another model has is its own affair. */
function assertWeights(who: string, x: Float64NdArray, w: number | number[]): void {
  const [, d] = x.shape;
  const got = typeof w === 'number' ? 'a number' : w.length;
  if (d === undefined && typeof w !== 'number') {
    throw wrongValue(
      who,
      'w',
      'be a number where x is a vector (withBias(x) makes it a matrix)',
      `shape [${got}]`,
    );
  }
  if (d !== undefined && got !== d) throw wrongValue(who, 'w', `have ${d} weights like x has columns`, got);
}

function assertRecord(who: string, record: unknown): void {
  if (typeof record === 'string')
    throw wrongValue(who, 'record', `be 'update', 'epoch' or a number`, describe(record));
  assertWhole(who, 'record', record, 1);
}

function readData(who: string, xInput: unknown, tInput: unknown): { x: Float64NdArray; t: Float64NdArray } {
  const x = read(who, 'x', xInput);
  if (x.shape.length === 0) throw wrongValue(who, 'x', 'be a vector or a matrix', 'a number');
  const [n] = x.shape;
  if (n === 0) throw wrongValue(who, 'x', 'have at least 1 sample', 0);
  const t = readBeside(who, 't', tInput, 'x', [n]);
  return { x: finiteCopy(who, 'x', x), t: finiteCopy(who, 't', t) };
}

function finiteCopy(who: string, name: string, view: Float64NdArray): Float64NdArray {
  const packed = pack(view);
  const k = packed.data.findIndex((value) => !Number.isFinite(value));
  if (k === -1) return packed;
  const [, d] = packed.shape;
  const index = d === undefined ? k : words([Math.floor(k / d), k % d]);
  throw wrongValue(who, name, 'hold finite numbers', `${describe(packed.data[k])} at index ${index}`);
}

function readStart<W extends Weights>(who: string, wInput: unknown, rule: Rule): DescentState<W> {
  if (wInput === undefined) throw wrongKind(who, 'w', 'be where to start, or from a state', wInput);
  const view = read(who, 'w', wInput);
  if (view.shape.length !== (typeof wInput === 'number' ? 0 : 1)) {
    throw wrongValue(who, 'w', 'be a number or a vector', `shape ${words(view.shape)}`);
  }
  const w = finiteCopy(who, 'w', view).data;
  if (w.length === 0) throw wrongValue(who, 'w', 'have at least 1 weight', 0);
  return {
    w: saved((typeof wInput === 'number' ? w[0] : w) as W),
    step: 0,
    epoch: 0,
    rule: saveRule(who, rule, rule.init(w.length)),
  };
}
