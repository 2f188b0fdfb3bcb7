import {
  assertFinite,
  assertNumber,
  assertWord,
  describe,
  wrongKind,
  wrongValue,
} from '../internal/assert.ts';
import { renew, seedByList, seedByNumber, temper } from '../internal/mersenneTwister.ts';
import { polarPair } from '../internal/polarPair.ts';
import { isTypedArray } from '../internal/views.ts';
import type { Json, RandomSource, Vector } from '../types.ts';

/**
 * Where a NumPy stream stands, plain JSON: the parts of the tuple that Python's `get_state()` returns and `set_state` takes.
 * `position` is how many of the key's 624 words are used up; `hasNormal` is 1 where the second normal of a pair is still
 * to come, and `normal` is that one.
 */
export type NumpyState = [
  name: 'MT19937',
  key: number[],
  position: number,
  hasNormal: number,
  normal: number,
];

/** A source made by {@link numpyRandom}. */
export interface NumpyRandom extends RandomSource {
  /** The next word of the twister, a whole number from 0 to 2³² − 1. */
  word(): number;
  /** The next of `randn`'s normals. */
  normal(): number;
  normals(values: Float64Array): void;
  /** Where the stream stands; Python's `np.random.set_state` takes it as it is. */
  state(): NumpyState;
}

/** {@link numpyRandom} and its way back from a saved state. */
export interface NumpyRandomFactory {
  /**
   * The stream that `np.random.seed(seed)` starts.
   *
   * @param seed - a whole number from 0 to 2³² − 1, or a list of at least one of them
   */
  (seed: number | Vector): NumpyRandom;
  /**
   * The source that goes on, to the bit, where a saved one stood.
   *
   * @param state - what `random.state()` returned, or a run's `state.random`, or the tuple of Python's `get_state()` as a
   * list, its key by `tolist()`; text is to be parsed first
   * @returns a source like those of {@link numpyRandom}
   * @throws TypeError where a part is missing or of the wrong kind
   * @throws RangeError where a part has a value that no such state has
   * @example
   * ```ts
   * import { numpyRandom } from 'gradus';
   * const random = numpyRandom(42);
   * const text = JSON.stringify(random.state());
   * console.log(numpyRandom.fromState(JSON.parse(text))() === random()); // true
   * ```
   */
  fromState(state: Json | undefined): NumpyRandom;
}

function fromSeed(seed: number | Vector): NumpyRandom {
  return source(readSeed(seed), 624, 0, 0);
}

function readSeed(seed: unknown): Int32Array {
  const who = 'numpyRandom';
  if (typeof seed === 'number') {
    assertWord(who, 'seed', seed);
    return seedByNumber(seed);
  }
  if (!Array.isArray(seed) && !isTypedArray(seed)) {
    throw wrongKind(who, 'seed', 'be a whole number from 0 to 2 ** 32 - 1 or a list of them', seed);
  }
  if (seed.length === 0) throw wrongValue(who, 'seed', 'have at least 1 number', 0);
  for (const [i, number] of seed.entries()) assertWord(who, `seed[${i}]`, number);
  return seedByList(seed);
}

function fromState(state: Json | undefined): NumpyRandom {
  const who = 'numpyRandom.fromState';
  if (!Array.isArray(state) || state.length !== 5) {
    throw wrongKind(who, 'state', "be the 5 parts of the tuple that NumPy's get_state() returns", state);
  }
  const [name, key, position, hasNormal, normal] = state;
  if (typeof name !== 'string') throw wrongKind(who, 'state[0]', 'be a string', name);
  if (name !== 'MT19937') throw wrongValue(who, 'state[0]', "be 'MT19937'", describe(name));
  if (!Array.isArray(key) || key.length !== 624)
    throw wrongKind(who, 'state[1]', 'be an array of 624 words', key);
  for (const [k, word] of key.entries()) assertWord(who, `state[1][${k}]`, word);
  // zeros renew themselves for ever
  if (key.every((word) => word === 0)) throw wrongValue(who, 'state[1]', 'have a word above 0', '624 zeros');
  assertNumber(who, 'state[2]', position);
  if (!(Number.isInteger(position) && position >= 0 && position <= 624)) {
    throw wrongValue(who, 'state[2]', 'be a whole number from 0 to 624', position);
  }
  assertNumber(who, 'state[3]', hasNormal);
  if (hasNormal !== 0 && hasNormal !== 1) throw wrongValue(who, 'state[3]', 'be 0 or 1', hasNormal);
  assertFinite(who, 'state[4]', normal);
  return source(Int32Array.from(key as number[]), position, hasNormal, normal);
}

function source(key: Int32Array, usedUp: number, isNormalLeft: number, normalLeft: number): NumpyRandom {
  const words = new Int32Array(624);
  const pair = Float64Array.of(0, normalLeft);
  let position = usedUp;
  let hasNormal = isNormalLeft;
  temper(key, words);

  function next(): number {
    if (position === 624) {
      renew(key, words);
      position = 0;
    }
    return words[position++];
  }

  // 53 bits of two words, which are nearly always both there
  function random(): number {
    const k = position;
    if (k > 622) return acrossKeys();
    position = k + 2;
    return ((words[k] >>> 5) * 67108864 + (words[k + 1] >>> 6)) / 9007199254740992;
  }

  function acrossKeys(): number {
    const high = next() >>> 5;
    return (high * 67108864 + (next() >>> 6)) / 9007199254740992;
  }

  function normal(): number {
    if (hasNormal === 1) {
      hasNormal = 0;
      return pair[1];
    }
    polarPair(random, pair);
    hasNormal = 1;
    return pair[0];
  }

  function normals(values: Float64Array): void {
    // by its tag: instanceof fails across realms, and another type would round what is written into it
    if (values?.[Symbol.toStringTag] !== 'Float64Array') {
      throw wrongKind('numpyRandom', 'values', 'be a Float64Array', values);
    }
    let i = 0;
    if (hasNormal === 1 && values.length > 0) values[i++] = normal();
    for (; i + 1 < values.length; i += 2) {
      polarPair(random, pair);
      values[i] = pair[0];
      values[i + 1] = pair[1];
    }
    if (i < values.length) values[i] = normal();
  }

  return Object.assign(random, {
    word: () => next() >>> 0,
    normal,
    normals,
    state(): NumpyState {
      // a run asks for it at every epoch, and Array.from takes ten times as long
      const saved = new Array<number>(624);
      for (let k = 0; k < 624; k++) saved[k] = key[k] >>> 0;
      // NumPy sets a normal that is used up to 0
      return ['MT19937', saved, position, hasNormal, hasNormal === 1 ? pair[1] : 0];
    },
  });
}

/**
 * The stream of `numpy.random.RandomState(seed)`, which `numpy.random.seed(seed)` starts as well: the same uniforms, whole
 * numbers and orders to the bit on every engine, and the same normals but for about 1 in 3,000, which differ by one or
 * two units in the last place (docs/random.md says why). Sources are independent of each other; nothing global is touched.
 *
 * | in Python, `state = RandomState(seed)` | here, `random = numpyRandom(seed)` |
 * |---|---|
 * | `state.random_sample()` | `random()` |
 * | `state.uniform(low, high, n)` | `uniform(low, high, n, random)` |
 * | `state.randn(n)` | `randn(n, random)` |
 * | `state.randint(low, high, n)` | `integers(low, high, n, random)` |
 * | `state.permutation(n)` | `permutation(n, random)` |
 * | `state.get_state()` | `random.state()`, back by `numpyRandom.fromState` |
 *
 * @param seed - a whole number from 0 to 2³² − 1, both included, or a list of at least one of them; 7 and [7] are different
 * seeds, as in NumPy
 * @returns a function whose results are in [0, 1), 0 included and 1 excluded, with `word()`, `normal()`, `normals(values)`
 * and `state()`
 * @throws RangeError where a number is not whole or out of range, or a list is empty
 * @throws TypeError where the seed is neither a number nor a list of numbers
 * @example
 * ```ts
 * import { numpyRandom, randn, uniform } from 'gradus';
 * const random = numpyRandom(42);
 * console.log(uniform(0, 1, 2, random).data); // Float64Array(2) [ 0.3745401188473625, 0.9507143064099162 ]
 * console.log(randn(1, random).data); // Float64Array(1) [ 0.6476885381006925 ]
 * ```
 */
export const numpyRandom: NumpyRandomFactory = /* @__PURE__ */ Object.assign(fromSeed, { fromState });
