import { assertFinite, assertObject, assertWhole, wrongKind, wrongValue } from '../internal/assert.ts';
import type { Json, RandomSource, Rule, Weights } from '../types.ts';

/** The weights of a {@link DescentState}: a number for one, a plain array for many. */
export type SavedWeights<W extends Weights> = W extends number ? number : number[];

/** Where a run stands, as plain JSON: hand it to `descend` or `steps` as `from`, and the run goes on to the bit. */
export interface DescentState<W extends Weights = Weights> {
  w: SavedWeights<W>;
  /** The updates made so far. */
  step: number;
  /** The epochs completed so far. */
  epoch: number;
  /** What the rule remembers. */
  rule: Json;
  /** Where the source of randomness stands, if it has `state()`: after the last epoch, or before an unfinished one. */
  random?: Json;
  /** Only for a run that was stopped within an epoch: the updates made in it, and the w at its start. */
  unfinished?: { updates: number; w: SavedWeights<W> };
}

/** Weights as JSON keeps them. */
export function saved<W extends Weights>(w: W): SavedWeights<W> {
  return (typeof w === 'number' ? w : Array.from(w)) as SavedWeights<W>;
}

/** A copy by way of JSON, so that a state resumed at once and a state resumed from a file are the same. */
export function jsonCopy<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}

/** The saved state, checked and copied. */
export function readState<W extends Weights>(who: string, from: unknown, rule: Rule): DescentState<W> {
  assertObject(who, 'from', from);
  const state = jsonCopy(from) as unknown as DescentState<W>;
  assertSavedWeights(who, 'from.w', from.w);
  assertWhole(who, 'from.step', state.step, 0);
  assertWhole(who, 'from.epoch', state.epoch, 0);
  const d = typeof state.w === 'number' ? 1 : (state.w as number[]).length;
  const keys = (memory: unknown): string => `{${Object.keys(memory ?? {}).join(', ')}}`;
  const [given, fresh] = [keys(state.rule), keys(rule.init(d))];
  if (given !== fresh) throw wrongValue(who, 'from.rule', `be a state ${fresh} of ${rule.name}`, given);
  if (state.unfinished !== undefined) {
    assertWhole(who, 'from.unfinished.updates', state.unfinished.updates, 1);
    assertSavedWeights(who, 'from.unfinished.w', state.unfinished.w);
  }
  return state;
}

function assertSavedWeights(who: string, what: string, w: unknown): void {
  if (typeof w === 'number') {
    assertFinite(who, what, w);
    return;
  }
  if (!Array.isArray(w) || w.length === 0)
    throw wrongKind(who, what, 'be a number or an array of numbers', w);
  for (const [j, weight] of w.entries()) assertFinite(who, `${what}[${j}]`, weight);
}

/**
 * The source for a resumed run: the one handed in, if it stands where the saved one stood. A source without `state()`
 * serves as long as nothing is drawn, since the stream that was saved cannot be gone on with.
 */
export function resumeRandom(who: string, random: RandomSource, saved: Json | undefined): RandomSource {
  if (typeof random.state !== 'function') {
    return () => {
      throw new TypeError(
        `${who}: random must have state() to resume a run that shuffles, as seededRandom.fromState(state.random) has`,
      );
    };
  }
  if (saved !== undefined && canonical(random.state()) !== canonical(saved)) {
    throw new RangeError(
      `${who}: random must stand where from.random stands, as seededRandom.fromState(state.random) does`,
    );
  }
  return random;
}

// a database may hand a JSON object's keys back in another order
function canonical(value: Json): string {
  return JSON.stringify(value, (_, part) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
