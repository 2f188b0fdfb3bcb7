import seedrandom from 'seedrandom';
import { describe, expect, test } from 'vitest';
import {
  integers,
  makeRegression,
  nn,
  permutation,
  type RandomSource,
  randn,
  seededRandom,
  uniform,
} from '../../src/index.ts';
import numbers from '../reference/numpy/numbers.json' with { type: 'json' };

/** A source that gives the listed numbers, and counts. */
function scripted(values: number[]): RandomSource & { taken: () => number } {
  let taken = 0;
  return Object.assign(() => values[taken++], { taken: () => taken });
}

describe('seededRandom', () => {
  test("is seedrandom's stream, as its README prints it", () => {
    // github.com/davidbau/seedrandom, README: new Math.seedrandom('hello.')
    const random = seededRandom('hello.');
    expect([random(), random()]).toEqual([0.9282578795792454, 0.3752569768646784]);
  });

  test.each([0, 42, '42', '', -1.5])('seed %j', (seed) => {
    const [ours, theirs] = [seededRandom(seed), seedrandom(seed as string)];
    for (let i = 0; i < 100; i++) expect(ours()).toBe(theirs());
  });

  test('touches nothing global', () => {
    const { random } = Math;
    seededRandom(1)();
    expect(Math.random).toBe(random);
    expect('seedrandom' in Math).toBe(false);
  });
});

describe('uniform', () => {
  test('is low + (high − low) u, in row order', () => {
    const { data, shape } = uniform(-1, 3, [2, 2], scripted([0, 0.25, 0.5, 0.75]));
    expect([...data]).toEqual([-1, 0, 1, 2]);
    expect(shape).toEqual([2, 2]);
  });

  test('fills any shape', () => {
    expect(uniform(0, 1, []).shape).toEqual([]);
    expect(uniform(0, 1, 0).shape).toEqual([0]);
    expect(uniform(0, 1, [2, 3, 4]).data).toHaveLength(24);
    expect(uniform(5, 5, 2).data).toEqual(Float64Array.of(5, 5));
  });
});

describe('randn', () => {
  test("on NumPy's uniforms gives NumPy's normals", () => {
    // all but the logarithm is the same arithmetic; an engine's own logarithm may be an ulp or two off, and the root
    // halves that
    const { data } = randn(60, scripted(numbers.polar.uniforms));
    for (const [i, expected] of numbers.polar.normals.entries()) {
      expect(Math.abs(data[i] - expected)).toBeLessThanOrEqual(2 ** -51 * Math.abs(expected));
    }
  });

  test('takes whole pairs, and leaves no normal behind', () => {
    const source = scripted(numbers.polar.uniforms);
    const three = randn(3, source).data;
    const next = randn(1, source).get(0);
    const five = randn(5, scripted(numbers.polar.uniforms)).data;
    expect([...three]).toEqual([...five.slice(0, 3)]);
    expect(next).toBe(five[4]);
  });

  test('a point on the unit circle itself is tried again, as in NumPy', () => {
    // u = 0 and ½ are v = −1 and 0, so that s = 1
    const [u1, u2] = [0.7, 0.4];
    expect([...randn(2, scripted([0, 0.5, u1, u2])).data]).toEqual([...randn(2, scripted([u1, u2])).data]);
  });

  test("takes a source's own normals, at once where it can, one by one where it cannot", () => {
    const having = (own: Partial<RandomSource>): RandomSource =>
      Object.assign(() => {
        throw new Error('a source that has normals is not asked for numbers');
      }, own);
    let last = 0;
    const normal = (): number => ++last;
    const normals = (values: Float64Array): void => values.set(Array.from(values, normal));
    expect([...randn(3, having({ normal })).data]).toEqual([1, 2, 3]);
    expect([...randn(3, having({ normals })).data]).toEqual([4, 5, 6]);
    expect(randn([2, 2], having({ normals, normal: () => Number.NaN })).get(1, 1)).toBe(10);
  });

  test('has mean 0 and variance 1', () => {
    // of 10⁵ normals the mean has standard deviation 0.0032 and the variance 0.0045: five of them
    const { data } = randn(100_000, seededRandom(1));
    const mean = data.reduce((sum, value) => sum + value, 0) / data.length;
    const variance = data.reduce((sum, value) => sum + (value - mean) ** 2, 0) / data.length;
    expect(Math.abs(mean)).toBeLessThan(0.016);
    expect(Math.abs(variance - 1)).toBeLessThan(0.023);
  });
});

describe('permutation', () => {
  test('is Fisher–Yates from the end', () => {
    // by hand: place 3 with ⌊0.5 · 4⌋ = 2, place 2 with ⌊0.9 · 3⌋ = 2, place 1 with ⌊0.1 · 2⌋ = 0
    expect([...permutation(4, scripted([0.5, 0.9, 0.1]))]).toEqual([1, 0, 3, 2]);
  });

  test('draws n − 1 numbers', () => {
    for (const [n, draws] of [
      [0, 0],
      [1, 0],
      [2, 1],
      [10, 9],
    ]) {
      const source = scripted(Array(20).fill(0.5));
      expect([...permutation(n, source)].sort((a, b) => a - b)).toEqual([...Array(n).keys()]);
      expect(source.taken()).toBe(draws);
    }
  });

  test('makes each order equally often', () => {
    // 24 orders, 24,000 draws: chi-square with 23 degrees of freedom is below 49.7 in 999 of 1,000 cases
    const counts = new Map<string, number>();
    const random = seededRandom(1);
    for (let i = 0; i < 24_000; i++) {
      const order = permutation(4, random).join();
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    const chiSquare = [...counts.values()].reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);
    expect(counts.size).toBe(24);
    expect(chiSquare).toBeLessThan(49.7);
  });
});

describe('integers', () => {
  test('is low + ⌊u (high − low)⌋, high excluded at any range', () => {
    const largest = 1 - 2 ** -53;
    expect([...integers(-2, 3, 3, scripted([0, 0.5, largest])).data]).toEqual([-2, 0, 2]);
    for (const range of [1, 3, 2 ** 31 + 1, 2 ** 52, 2 ** 53 - 1, 2 ** 53 - 111]) {
      expect(integers(0, range, 1, () => largest).get(0)).toBeLessThan(range);
    }
    expect(integers(0, 2 ** 53 - 1, 1, () => largest).get(0)).toBe(2 ** 53 - 2);
  });
});

describe('makeRegression', () => {
  test('draws x, then the noise of t', () => {
    const { x, t } = makeRegression({ samples: 7, w: 2, noise: 0.2, random: seededRandom(3) });
    const random = seededRandom(3);
    const inputs = uniform(0, 1, 7, random).data;
    const normals = randn(7, random).data;
    expect(x.data).toEqual(inputs);
    expect(t.data).toEqual(inputs.map((value, i) => value * 2 + normals[i] * 0.2));
  });

  test('without noise t is nn(x, w), for many weights too', () => {
    const { x, t } = makeRegression({ samples: 5, w: [1, -2, 3], noise: 0 });
    expect(x.shape).toEqual([5, 3]);
    expect(t.data).toEqual(nn(x, [1, -2, 3]).data);
  });
});
