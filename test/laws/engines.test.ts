import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { t, x } from '../support/points.ts';

// what ECMAScript leaves to the engine's approximation: https://tc39.es/ecma262/#sec-function-properties-of-the-math-object
const approximate = [
  ...['acos', 'acosh', 'asin', 'asinh', 'atan', 'atan2', 'atanh', 'cbrt', 'cos', 'cosh', 'exp', 'expm1'],
  ...['hypot', 'log', 'log10', 'log1p', 'log2', 'pow', 'sin', 'sinh', 'tan', 'tanh'],
] as const;

/** Every stream, and the lecture's runs, of a library loaded afresh. */
async function everything(): Promise<unknown> {
  vi.resetModules();
  const gradus = await import('../../src/index.ts');
  const { sources, strategies, rules, each } = await import('../support/implementations.ts');
  const streams = Object.entries(sources).map(([name, { make, fromState }]) => {
    const random = make(7);
    const draws = [
      gradus.uniform(-1, 3, 1000, random).data,
      gradus.randn(1001, random).data,
      gradus.integers(0, 1e12, 1000, random).data,
      gradus.permutation(1000, random),
      gradus.makeRegression({ samples: 9, w: [1, 2], noise: 0.2, random }).t.data,
    ];
    return [name, draws, random.state?.(), fromState(random.state?.())()];
  });
  const runs = each(strategies).flatMap(([, strategy]) =>
    each(rules).map(([, rule]) => {
      const random = gradus.numpyRandom(7);
      const options = { x, t, w: 0.1, learningRate: 0.05, epochs: 3, strategy, rule, random };
      return gradus.descend(options).toJSON();
    }),
  );
  const many = { x: gradus.withBias(x), t, w: [0, 0], learningRate: 0.5, epochs: 1000, record: 100 };
  return [streams, runs, gradus.descend(many).toJSON()];
}

describe('no number goes through a function that engines may round as they please', () => {
  let usual: unknown;
  beforeEach(async () => {
    usual = await everything();
    for (const name of approximate) {
      vi.spyOn(Math, name).mockImplementation(() => {
        throw new Error(`Math.${name} was called`);
      });
    }
  });
  afterEach(() => vi.restoreAllMocks());

  test('streams and runs are the same without them', async () => {
    expect(() => Math.log(2)).toThrow('Math.log was called');
    expect(await everything()).toEqual(usual);
  });
});
