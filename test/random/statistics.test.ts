// Whether the numbers look random, at a significance of 10⁻⁵ a test: with fixed seeds a test that passes always passes, and
// of sources without fault one in 10⁵ would fail. Where an expected number comes from: test/reference/statistics/make.py.
import { describe, expect, test } from 'vitest';
import { integers, permutation, type RandomSource, randn, uniform } from '../../src/index.ts';
import quantiles from '../reference/statistics/quantiles.json' with { type: 'json' };
import { sources } from '../support/implementations.ts';

const N = 100_000;
const { significance, ...chiSquareLimits } = quantiles.chiSquare;

/** Σ (observed − expected)² / expected over bins that are equally likely. */
function chiSquare(bins: ArrayLike<number>, count: number): number {
  const counts = new Float64Array(count);
  for (let i = 0; i < bins.length; i++) counts[bins[i]] += 1;
  const expected = bins.length / count;
  return counts.reduce((sum, observed) => sum + (observed - expected) ** 2 / expected, 0);
}

/** The number of a value's bin between limits that rise. */
const binOf =
  (limits: number[]) =>
  (value: number): number =>
    limits.filter((limit) => limit <= value).length;

/** How far the fraction of values below a quantile is from what it should be, at the most: Kolmogorov and Smirnov's D. */
function distance(values: Float64Array, limits: number[]): number {
  const sorted = values.slice().sort();
  let below = 0;
  const distances = limits.map((limit, i) => {
    while (sorted[below] < limit) below += 1;
    return Math.abs(below / values.length - (i + 1) / (limits.length + 1));
  });
  return Math.max(...distances);
}

// D is above this with a probability of at most the significance, for every n: P. Massart, The tight constant in the
// Dvoretzky–Kiefer–Wolfowitz inequality, Annals of Probability 18 (1990)
const distanceLimit = Math.sqrt(Math.log(2 / significance) / (2 * N));
const thousandths = Array.from({ length: 999 }, (_, i) => (i + 1) / 1000);

const seeds = [0, 1, 2, 3, 4];
const streams = Object.entries(sources).flatMap(([name, { make }]) =>
  seeds.map((seed) => ({ name, seed, make: (): RandomSource => make(seed) })),
);

test('the tests see a fault: uniforms that lean, a wider bell, a die that shuns its six', () => {
  const { make } = streams[0];
  const leaning = uniform(0, 1, N, make()).data.map((u) => u ** 1.05);
  expect(distance(leaning, thousandths)).toBeGreaterThan(distanceLimit);
  const wider = randn(N, make()).data.map((value) => value * 1.04);
  expect(distance(wider, quantiles.normal)).toBeGreaterThan(distanceLimit);
  const die = integers(0, 100, N, make()).data.map((value, i) => (value === 6 && i % 2 === 0 ? 7 : value));
  expect(chiSquare(die, 100)).toBeGreaterThan(chiSquareLimits[99]);
});

describe.each(streams)('$name($seed)', ({ make }) => {
  test('uniforms fill [0, 1) evenly', () => {
    const { data } = uniform(0, 1, N, make());
    expect(distance(data, thousandths)).toBeLessThan(distanceLimit);
    const hundredths = data.map((u) => Math.floor(100 * u));
    expect(chiSquare(hundredths, 100)).toBeLessThan(chiSquareLimits[99]);
  });

  test('a uniform says nothing of the next', () => {
    const { data } = uniform(0, 1, 2 * N, make());
    const cells = Array.from(
      { length: N },
      (_, i) => 10 * Math.floor(10 * data[2 * i]) + Math.floor(10 * data[2 * i + 1]),
    );
    expect(chiSquare(cells, 100)).toBeLessThan(chiSquareLimits[99]);
  });

  test('the last six of 52 bits are as random as the first', () => {
    const bits = uniform(0, 1, N, make()).data.map((u) => Math.floor(u * 2 ** 52) % 64);
    expect(chiSquare(bits, 64)).toBeLessThan(chiSquareLimits[63]);
  });

  test('normals fill the bell', () => {
    const { data } = randn(N, make());
    expect(distance(data, quantiles.normal)).toBeLessThan(distanceLimit);
    const hundredths = quantiles.normal.filter((_, i) => i % 10 === 9);
    expect(chiSquare(data.map(binOf(hundredths)), 100)).toBeLessThan(chiSquareLimits[99]);
  });

  test('the two normals of a pair say nothing of each other', () => {
    const { data } = randn(2 * N, make());
    const bins = data.map(binOf(quantiles.normal.filter((_, i) => i % 100 === 99)));
    const cells = Array.from({ length: N }, (_, i) => 10 * bins[2 * i] + bins[2 * i + 1]);
    expect(chiSquare(cells, 100)).toBeLessThan(chiSquareLimits[99]);
  });

  test('whole numbers fill their range evenly', () => {
    expect(chiSquare(integers(0, 1000, N, make()).data, 1000)).toBeLessThan(chiSquareLimits[999]);
  });

  test('each order comes equally often', () => {
    const random = make();
    const orders = Array.from({ length: 24_000 }, () => {
      const [a, b, c, d] = permutation(4, random);
      // the order's number in the factorial system
      const smaller = (value: number, ...rest: number[]): number =>
        rest.filter((other) => other < value).length;
      return 6 * a + 2 * smaller(b, c, d) + smaller(c, d);
    });
    expect(chiSquare(orders, 24)).toBeLessThan(chiSquareLimits[23]);
  });
});
