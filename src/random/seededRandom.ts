import type seedrandom from 'seedrandom';
// the generator alone: the package's index brings six others, a tenth of a bundle
// @ts-expect-error its types describe the index, which is this function with the others hung onto it
import arc4 from 'seedrandom/seedrandom.js';
import { assertFinite, assertObject, wrongKind } from '../internal/assert.ts';
import type { Json, RandomSource } from '../types.ts';

/** Where a seeded stream stands: seedrandom's ARC4 state, plain JSON. */
export type SeededState = { i: number; j: number; S: number[] };

/** A source made by {@link seededRandom}. */
export interface SeededRandom extends RandomSource {
  state(): SeededState;
}

/** {@link seededRandom} and its way back from a saved state. */
export interface SeededRandomFactory {
  (seed: number | string): SeededRandom;
  /** The source that goes on, to the bit, where the saved one stood: from `random.state()`, or the `random` of a run's state. */
  fromState(state: Json | undefined): SeededRandom;
}

const generate: typeof seedrandom = arc4;

function fromSeed(seed: number | string): SeededRandom {
  if (typeof seed === 'number') assertFinite('seededRandom', 'seed', seed);
  else if (typeof seed !== 'string') throw wrongKind('seededRandom', 'seed', 'be a number or a string', seed);
  // the package's types admit strings only, its code tells numbers from strings
  return source(generate(seed as string, { state: true }));
}

function fromState(state: Json | undefined): SeededRandom {
  const who = 'seededRandom.fromState';
  assertObject(who, 'state', state);
  const { i, j, S } = state as unknown as SeededState;
  const bytes = [i, j, ...(Array.isArray(S) ? S : [])];
  const valid = bytes.every((byte) => Number.isInteger(byte) && byte >= 0 && byte < 256);
  if (!valid || bytes.length !== 258 || new Set(S).size !== 256) {
    throw new RangeError(
      `${who}: state must be what state() returned: bytes i and j, and in S each byte once`,
    );
  }
  return source(generate('', { state: { i, j, S } }));
}

function source(generator: seedrandom.StatefulPRNG<SeededState>): SeededRandom {
  return Object.assign(() => generator(), { state: () => generator.state() });
}

/**
 * A seeded source of randomness: the ARC4 stream of the package seedrandom, in doubles of 52 random bits or more. The
 * same seed gives the same stream on every engine. Independent of every other source; nothing global is touched.
 *
 * @param seed - a finite number or a string; 42 and '42' are different seeds, 0 and '' are seeds like any other
 * @returns a function whose results are in [0, 1), 0 included and 1 excluded, with `state()`
 * @throws TypeError where the seed is neither a number nor a string
 * @throws RangeError where the seed is NaN or infinite, or a state is not one that `state()` returned
 * @example
 * ```ts
 * import { seededRandom } from 'gradus';
 * const random = seededRandom(42);
 * console.log(random()); // 0.0016341939679719736
 * const saved = JSON.stringify(random.state());
 * const next = random();
 * console.log(seededRandom.fromState(JSON.parse(saved))() === next); // true
 * ```
 */
export const seededRandom: SeededRandomFactory = /* @__PURE__ */ Object.assign(fromSeed, { fromState });
