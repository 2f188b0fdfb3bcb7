import { describe, expect, test } from 'vitest';
import {
  descend,
  integers,
  makeRegression,
  type NumpyRandom,
  numpyRandom,
  permutation,
  randn,
  uniform,
} from '../../src/index.ts';
import { hashes, sha256 } from '../support/hashes.ts';
import { lectureLog } from '../support/lecture-log.ts';
import numpy from './numpy/random.json' with { type: 'json' };

const MILLION = 1_000_000;
const CHUNK = 100_000;

/** NumPy's call by ours. */
function call(random: NumpyRandom, [name, ...args]: [name: string, ...numbers: number[]]): number[] {
  const calls: Record<string, () => ArrayLike<number>> = {
    random_sample: () => uniform(0, 1, args[0], random).data,
    uniform: () => uniform(args[0], args[1], args[2], random).data,
    randn: () => randn(args[0], random).data,
    randint: () => integers(args[0], args[1], args[2], random).data,
    permutation: () => permutation(args[0], random),
  };
  return Array.from(calls[name]());
}

describe.each(numpy.mixed.map((golden) => ({ name: JSON.stringify(golden.seed).slice(0, 20), ...golden })))(
  'RandomState($name)',
  ({ seed, seeded, calls, state, key }) => {
    test('gives the same in calls of all kinds, and stands where NumPy stands', async () => {
      const random = numpyRandom(seed);
      expect(await sha256(new Uint8Array(Uint32Array.from(random.state()[1]).buffer))).toBe(seeded);
      for (const { call: made, result } of calls) {
        expect({ made, result: call(random, made as [string, ...number[]]) }).toEqual({ made, result });
      }
      const [, words, ...rest] = random.state();
      expect(rest).toEqual(state);
      expect(await sha256(new Uint8Array(Uint32Array.from(words).buffer))).toBe(key);
    });
  },
);

describe.each(numpy.millions)('a million draws of RandomState($seed)', (golden) => {
  const { seed } = golden;

  test('uniforms', async () => {
    const { data } = uniform(0, 1, MILLION, numpyRandom(seed));
    expect(await hashes(data, CHUNK)).toEqual(golden.uniforms.hashes);
    expect(data[MILLION - 1]).toBe(golden.uniforms.last);
    // each is a multiple of 2⁻⁵³, so that the sum in these is exact
    let sum = 0n;
    for (const u of data) sum += BigInt(u * 2 ** 53);
    expect(String(sum)).toBe(golden.uniforms.sum);
  });

  test('whole numbers', async () => {
    const { data } = integers(0, 1_000_003, MILLION, numpyRandom(seed));
    expect(await hashes(data, CHUNK)).toEqual(golden.integers.hashes);
    expect(data[MILLION - 1]).toBe(golden.integers.last);
    expect(String(data.reduce((total, value) => total + value))).toBe(golden.integers.sum);
  });

  test('an order', async () => {
    expect(await hashes(permutation(MILLION, numpyRandom(seed)), CHUNK)).toEqual(golden.permutation.hashes);
  });

  test('normals, but for the few where glibc does not round its logarithm correctly', async () => {
    const { last, sum, others, hashes: expected } = golden.normals;
    const { data } = randn(MILLION, numpyRandom(seed));
    expect(others.length).toBeLessThanOrEqual(1000);
    for (const [i, value] of others) {
      expect(data[i]).not.toBe(value);
      // two units in the last place
      expect(Math.abs(data[i] - value)).toBeLessThanOrEqual(2 ** -51 * Math.abs(value));
      data[i] = value;
    }
    // with NumPy's own in those places, all of it is NumPy's to the bit
    expect(await hashes(data, CHUNK)).toEqual(expected);
    expect(data[MILLION - 1]).toBe(last);
    // 10⁶ roundings of a sum that stays below 10⁴
    expect(Math.abs(data.reduce((total, value) => total + value) - sum)).toBeLessThan(1e6 * 2 ** -53 * 1e4);
  });
});

test('permutation(1000)', () => {
  expect([...permutation(1000, numpyRandom(1))]).toEqual(numpy.permutation1000);
});

describe("a state from Python's get_state(), taken between the two normals of a pair", () => {
  const { state, randn: normals, uniform: uniforms, then } = numpy.saved;

  test('goes on as Python goes on', () => {
    const random = numpyRandom.fromState(state);
    expect([...randn(3, random).data]).toEqual(normals);
    expect([...uniform(0, 1, 3, random).data]).toEqual(uniforms);
    expect(random.state()).toEqual(then);
  });

  test('is the state here after the same calls', () => {
    const random = numpyRandom(42);
    randn(3, random);
    expect(random.state()).toEqual(state);
  });
});

describe.each(numpy.lecture)("the lecture's script after np.random.seed($seed)", ({ seed, x, t, log }) => {
  const data = makeRegression({ samples: 20, w: 2, noise: 0.2, random: numpyRandom(seed) });

  test('has the same points', () => {
    expect([...data.x.data]).toEqual(x);
    expect([...data.t.data]).toEqual(t);
  });

  test('prints the same log', () => {
    const { history } = descend({ ...data, w: 0.1, learningRate: 0.05, epochs: 3 });
    expect(lectureLog(history, 0.05)).toEqual(log);
  });
});
