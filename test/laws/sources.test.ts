import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  descend,
  integers,
  makeRegression,
  miniBatch,
  permutation,
  type RandomSource,
  randn,
  uniform,
} from '../../src/index.ts';
import { sources } from '../support/implementations.ts';

// each test asks for a seed's neighbour as well
const seeds = fc.nat({ max: 2 ** 32 - 2 });

const draws: Record<string, (random: RandomSource) => ArrayLike<number>> = {
  uniform: (random) => uniform(-1, 3, 7, random).data,
  randn: (random) => randn([3, 3], random).data,
  integers: (random) => integers(-5, 5, 7, random).data,
  permutation: (random) => permutation(7, random),
  'one normal': (random) => randn([], random).data,
  makeRegression: (random) => makeRegression({ samples: 5, w: [1, 2], noise: 0.1, random }).t.data,
};

// so that a state is also taken within a pair of normals, and after an odd number of words
const calls = fc.array(fc.constantFrom(...Object.keys(draws)), { maxLength: 10 });

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
        fc.property(seeds, calls, (seed, before) => {
          const random = make(seed);
          for (const name of before) draws[name](random);
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

  test('a resumed, shuffled descent is the whole one', () => {
    const settings = { x: [0.9, 0.3, 0.7, 0.2], t: [1.8, 0.6, 1.5, 0.4], learningRate: 0.1 };
    const options = { ...settings, strategy: miniBatch(3, { shuffle: true }) };
    fc.assert(
      fc.property(seeds, fc.nat({ max: 9 }), (seed, epochs) => {
        const whole = descend({ ...options, w: 0, epochs: 10, random: make(seed) });
        const first = descend({ ...options, w: 0, epochs, random: make(seed) });
        const from = JSON.parse(JSON.stringify(first.state));
        const second = descend({ ...options, from, epochs: 10 - epochs, random: fromState(from.random) });
        expect(second.state).toEqual(whole.state);
      }),
    );
  });
});

// what a source may have beside the numbers in [0, 1)
type Full = RandomSource & Required<RandomSource>;
const having = (name: keyof RandomSource) =>
  Object.entries(sources).filter(([, { make }]) => name in make(1));

describe.each(having('word'))('the words of %s', (_, { make }) => {
  test('are whole numbers of 32 bits', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { word } = make(seed) as Full;
        for (let i = 0; i < 50; i++) {
          const bits = word();
          expect(Number.isInteger(bits) && bits >= 0 && bits < 2 ** 32).toBe(true);
        }
      }),
    );
  });

  test('are what integers takes the last bits of: once for a power of two, never for a range of one', () => {
    fc.assert(
      fc.property(seeds, fc.nat({ max: 32 }), fc.integer({ min: -5, max: 5 }), (seed, bits, low) => {
        const [random, twin] = [make(seed), make(seed) as Full];
        const [value] = integers(low, low + 2 ** bits, 1, random).data;
        expect(value).toBe(bits === 0 ? low : low + (twin.word() % 2 ** bits));
        expect(random()).toBe(twin());
      }),
    );
  });

  test('are what permutation takes the last bits of, again while they are above the place', () => {
    fc.assert(
      fc.property(seeds, fc.nat({ max: 40 }), (seed, n) => {
        const [random, { word }] = [make(seed), make(seed) as Full];
        const order = [...Array(n).keys()];
        for (let i = n - 1; i > 0; i--) {
          const bits = i.toString(2).length;
          let j = word() % 2 ** bits;
          while (j > i) j = word() % 2 ** bits;
          [order[i], order[j]] = [order[j], order[i]];
        }
        expect([...permutation(n, random)]).toEqual(order);
      }),
    );
  });
});

describe.each(having('normal'))('the normals of %s', (_, { make }) => {
  test('are what randn gives, in any number of calls', () => {
    fc.assert(
      fc.property(seeds, fc.array(fc.nat({ max: 5 }), { maxLength: 6 }), (seed, lengths) => {
        const [random, { normal }] = [make(seed), make(seed) as Full];
        const drawn = lengths.flatMap((length) => [...randn(length, random).data]);
        expect(drawn).toEqual(drawn.map(() => normal()));
      }),
    );
  });

  test('fill an array as they come one by one', () => {
    fc.assert(
      fc.property(seeds, fc.array(fc.nat({ max: 5 }), { maxLength: 6 }), (seed, lengths) => {
        const [random, twin] = [make(seed), make(seed)] as Full[];
        for (const length of lengths) {
          const values = new Float64Array(length);
          random.normals(values);
          expect([...values]).toEqual([...values].map(() => twin.normal()));
          // a number in between leaves the second of a pair where it is
          expect(random()).toBe(twin());
        }
        expect(random.state()).toEqual(twin.state());
      }),
    );
  });
});
