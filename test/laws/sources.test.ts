import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { integers, makeRegression, permutation, type RandomSource, randn, uniform } from '../../src/index.ts';
import { sources } from '../support/implementations.ts';

// each test asks for a seed's neighbour as well
const seeds = fc.nat({ max: 2 ** 32 - 2 });

const draws: Record<string, (random: RandomSource) => ArrayLike<number>> = {
  uniform: (random) => uniform(-1, 3, 7, random).data,
  randn: (random) => randn([3, 3], random).data,
  integers: (random) => integers(-5, 5, 7, random).data,
  permutation: (random) => permutation(7, random),
  makeRegression: (random) => makeRegression({ samples: 5, w: [1, 2], noise: 0.1, random }).t.data,
};

describe.each(Object.entries(sources))('%s', (_, { make, fromState }) => {
  test('gives numbers from 0, included, to 1, excluded', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const random = make(seed);
        for (let i = 0; i < 20; i++) {
          const u = random();
          expect(u >= 0 && u < 1).toBe(true);
        }
      }),
    );
  });

  test.each(Object.entries(draws))(
    'one seed gives one %s, and other sources do not disturb it',
    (_, draw) => {
      fc.assert(
        fc.property(seeds, (seed) => {
          const [a, b, other] = [make(seed), make(seed), make(seed + 1)];
          const first = Array.from(draw(a));
          draw(other);
          Math.random();
          expect(Array.from(draw(b))).toEqual(first);
          expect(Array.from(draw(make(seed + 1)))).not.toEqual(first);
        }),
      );
    },
  );

  test.each(Object.entries(draws))(
    'goes on from its state, by way of JSON, in the midst of %s',
    (_, draw) => {
      fc.assert(
        fc.property(seeds, fc.nat({ max: 50 }), (seed, before) => {
          const random = make(seed);
          for (let i = 0; i < before; i++) random();
          const state = JSON.parse(JSON.stringify(random.state?.()));
          const expected = [...Array.from(draw(random)), random()];
          const resumed = fromState(state);
          expect([...Array.from(draw(resumed)), resumed()]).toEqual(expected);
        }),
      );
    },
  );

  test('its state is a copy: drawing on does not change it', () => {
    const random = make(1);
    const state = random.state?.();
    const before = JSON.stringify(state);
    for (let i = 0; i < 1000; i++) random();
    expect(JSON.stringify(state)).toBe(before);
    expect(JSON.stringify(random.state?.())).not.toBe(before);
  });
});
