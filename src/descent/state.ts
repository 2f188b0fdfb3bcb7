import {
  assertFinite,
  assertObject,
  assertWhole,
  describe,
  wrongKind,
  wrongValue,
} from '../internal/assert.ts';
import { assertJson, canonical, jsonCopy } from '../internal/json.ts';
import type { Json, RandomSource, Rule, Weights } from '../types.ts';

/** The weights of a {@link DescentState}: a number for one, a plain array for many. */
export type SavedWeights<W extends Weights> = W extends number ? number : number[];

/** Where a run stands, as plain JSON: hand it to `descend` or `steps` as `from`, and the run goes on to the bit. */
export interface DescentState<W extends Weights> {
  /** The weights. */
  w: SavedWeights<W>;
  /** The updates made so far. */
  step: number;
  /** The epochs completed so far. */
  epoch: number;
  /** The rule's name, and what it remembers. */
  rule: { name: string; state: Json };
  /** Where the source of randomness stands, if it has `state()`: after the last epoch, or before an unfinished one. */
  random?: Json;
  /** Only for a run that was stopped within an epoch: the updates made in it, and the w at its start. */
  unfinished?: { updates: number; w: SavedWeights<W> };
}

/** Weights as JSON keeps them. */
export function saved<W extends Weights>(w: W): SavedWeights<W> {
  return (typeof w === 'number' ? w : Array.from(w)) as SavedWeights<W>;
}

/** What a rule remembers, as a copy that is sure to survive JSON. */
export function saveRule(who: string, { name }: Rule, state: unknown): { name: string; state: Json } {
  assertJson(who, `the state of rule ${name}`, state);
  return { name, state: jsonCopy(state) };
}

/** The saved state, checked and copied. */
export function readState<W extends Weights>(who: string, from: unknown, rule: Rule): DescentState<W> {
  assertObject(who, 'from', from);
  if ('history' in from) throw wrongValue(who, 'from', "be a run's state", 'the run itself');
  const d = assertSavedWeights(who, 'from.w', from.w);
  assertWhole(who, 'from.step', from.step, 0);
  assertWhole(who, 'from.epoch', from.epoch, 0);
  assertObject(who, 'from.rule', from.rule);
  if (from.rule.name !== rule.name) {
    throw wrongValue(who, 'from.rule', `be a state of ${rule.name}`, `one of ${String(from.rule.name)}`);
  }
  if (from.unfinished !== undefined) {
    assertObject(who, 'from.unfinished', from.unfinished);
    assertWhole(who, 'from.unfinished.updates', from.unfinished.updates, 1);
    const started = assertSavedWeights(who, 'from.unfinished.w', from.unfinished.w);
    if (started !== d)
      throw wrongValue(who, 'from.unfinished.w', 'be like from.w', describe(from.unfinished.w));
  }
  assertJson(who, 'from', from);
  return jsonCopy(from) as unknown as DescentState<W>;
}

/** How many weights there are; undefined for the one that is a number. */
function assertSavedWeights(who: string, what: string, w: unknown): number | undefined {
  if (typeof w === 'number') {
    assertFinite(who, what, w);
    return undefined;
  }
  if (!Array.isArray(w) || w.length === 0) {
    throw wrongKind(who, what, 'be a number or an array of numbers', w);
  }
  for (const [j, weight] of w.entries()) assertFinite(who, `${what}[${j}]`, weight);
  return w.length;
}

/**
 * The source for a resumed run: the one handed in, if it stands where the saved one stood. A source without `state()`
 * serves as long as nothing is drawn, since the stream that was saved cannot be gone on with.
 */
export function resumeRandom(who: string, random: RandomSource, saved: Json | undefined): RandomSource {
  if (typeof random.state !== 'function') {
    return () => {
      throw new TypeError(
        `${who}: random must have state() to resume a run that shuffles, as fromState(state.random) of seededRandom or numpyRandom has`,
      );
    };
  }
  if (saved !== undefined && canonical(random.state()) !== canonical(saved)) {
    throw new RangeError(
      `${who}: random must stand where from.random stands, as fromState(state.random) of seededRandom or numpyRandom does`,
    );
  }
  return random;
}
