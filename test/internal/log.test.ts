import { describe, expect, test } from 'vitest';
import { log } from '../../src/internal/log.ts';
import logarithms from '../reference/log/logarithms.json' with { type: 'json' };
import { hashed } from '../support/hashed.ts';
import { hashes } from '../support/hashes.ts';

/** The arguments of test/reference/log/make.py, to the bit. */
const groups: Record<keyof typeof logarithms.groups, (count: number) => Float64Array> = {
  inside: (count) => hashed(count, 11),
  nearOne: (count) => hashed(count, 12).map((u, i) => 1 + (u - 0.5) * 2 ** -(i % 52)),
  subnormals: (count) => hashed(count, 13).map((u) => Math.max(Math.floor(u * 2 ** 52), 1) * 2 ** -1074),
  anywhere(count) {
    const exponents = hashed(count, 15);
    return hashed(count, 14).map((u, i) => {
      return (1 + Math.floor(u * 2 ** 52) / 2 ** 52) * 2 ** (Math.floor(exponents[i] * 2046) - 1022);
    });
  },
  edges(count) {
    const offsets = hashed(count, 18);
    return hashed(count, 17).map((u, i) => {
      return ((62.5 + Math.floor(u * 4)) / 64) * (1 + (offsets[i] - 0.5) * 2 ** -11);
    });
  },
  powersOfTwo() {
    const powers = Array.from({ length: 2098 }, (_, i) => 2 ** (i - 1074));
    const below = powers.slice(1).map((power) => neighbour(power, -1n));
    return Float64Array.from([...powers, ...below, ...powers.map((power) => neighbour(power, 1n))]);
  },
};

function neighbour(x: number, step: bigint): number {
  const values = Float64Array.of(x);
  new BigUint64Array(values.buffer)[0] += step;
  return values[0];
}

describe('ln x is the double nearest to it, as MPFR rounds it', () => {
  test.each(Object.entries(logarithms.groups))('%s', async (name, { count, hashes: expected }) => {
    const results = groups[name as keyof typeof groups](count).map(log);
    expect(results).toHaveLength(count);
    expect(await hashes(results, 10_000)).toEqual(expected);
  });

  test('the hardest to round: 64 bits alike after the round bit, and 199 more', () => {
    const { hard } = logarithms;
    expect(hard).toHaveLength(200);
    expect(hard[0].sameBits).toBe(64);
    expect(hard.map(({ x }) => log(x))).toEqual(hard.map(({ ln }) => ln));
  });

  test('ln 1 is 0', () => {
    expect(log(1)).toBe(0);
  });
});
