import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addSums,
  type Chunk,
  descend,
  fullBatch,
  gradientDescent,
  type LeastSquaresSums,
  leastSquares,
  leastSquaresSums,
  linearRegression,
  makeRegression,
  miniBatch,
  momentum,
  perSample,
  seededRandom,
  withBias,
} from '../../src/index.ts';
import nist from '../reference/nist/nist.json' with { type: 'json' };
import { exactDot } from '../support/exact.ts';
import { each, models, rules } from '../support/implementations.ts';

// products of smaller ones would lose digits below the doubles
const value = fc.double({ min: -1e6, max: 1e6, noNaN: true }).map((x) => (Math.abs(x) < 1e-100 ? 0 : x));
const samples = fc.array(fc.tuple(value, value), { minLength: 1, maxLength: 60 });
const columns = (pairs: [number, number][]): { x: number[]; t: number[] } => ({
  x: pairs.map(([x]) => x),
  t: pairs.map(([, t]) => t),
});

async function* inChunks<T>(values: T[]): AsyncGenerator<T, void, void> {
  for (const item of values) yield item;
}

/** Two doubles that are equal or neighbours. */
const isNext = (a: number, b: number): boolean =>
  Math.abs(a - b) <= 2 ** -52 * Math.max(Math.abs(a), Math.abs(b));

describe('leastSquaresSums', () => {
  test('is exact arithmetic rounded once', () => {
    fc.assert(
      fc.property(samples, (pairs) => {
        const { x, t } = columns(pairs);
        const sums = leastSquaresSums(x, t);
        expect(sums.n).toBe(x.length);
        for (const [found, exact] of [
          [sums.xx, exactDot(x, x)],
          [sums.tt, exactDot(t, t)],
        ]) {
          expect(isNext(found, exact)).toBe(true);
        }
        // the terms of Σxt cancel, and what is lost is a rounding of the sum in twice the digits
        const size = exactDot(x.map(Math.abs), t.map(Math.abs));
        expect(Math.abs(sums.xt - exactDot(x, t))).toBeLessThanOrEqual(
          2 ** -52 * Math.abs(sums.xt) + 2 ** -98 * size,
        );
      }),
    );
  });

  test('is plain JSON, of many weights as well', () => {
    const rows = [
      [1, 2],
      [1, 3],
      [1, 5],
    ];
    const sums = leastSquaresSums(rows, [1, 2, 4]);
    expect(sums).toEqual({
      n: 3,
      xx: [
        [3, 10],
        [10, 38],
      ],
      xt: [7, 28],
      tt: 21,
    });
    expect(JSON.parse(JSON.stringify(sums))).toEqual(sums);
  });

  test('of chunks equals that of the whole to the bit, wherever they are cut', async () => {
    await fc.assert(
      fc.asyncProperty(samples, fc.array(fc.nat(60), { maxLength: 5 }), async (pairs, cuts) => {
        const edges = [0, ...cuts.filter((cut) => cut < pairs.length), pairs.length].sort((a, b) => a - b);
        const chunks = edges
          .slice(1)
          .map((end, k) => columns(pairs.slice(edges[k], end)))
          .filter(({ x }) => x.length > 0);
        const { x, t } = columns(pairs);
        expect(await leastSquaresSums(inChunks(chunks))).toEqual(leastSquaresSums(x, t));
        const rows = chunks.map((chunk) => ({ x: withBias(chunk.x), t: chunk.t }));
        expect(await leastSquaresSums(inChunks(rows))).toEqual(leastSquaresSums(withBias(x), t));
      }),
      { numRuns: 50 },
    );
  });

  test('asks of small numbers only that the whole be within the doubles', async () => {
    const chunks = inChunks([
      { x: [1e-140], t: [1] },
      { x: [1], t: [1e-170] },
    ]);
    expect(await leastSquaresSums(chunks)).toEqual(leastSquaresSums([1e-140, 1], [1, 1e-170]));
  });

  test('passes over chunks without samples', async () => {
    const chunks = inChunks([
      { x: [] as number[], t: [] as number[] },
      { x: [1, 2], t: [2, 5] },
      { x: [], t: [] },
    ]);
    expect(await leastSquaresSums(chunks)).toEqual(leastSquaresSums([1, 2], [2, 5]));
  });

  test('tells how far it is', async () => {
    const seen: unknown[] = [];
    const chunks = inChunks([
      { x: [1], t: [2] },
      { x: [2, 3], t: [5, 6] },
    ]);
    await leastSquaresSums(chunks, { onProgress: (progress) => seen.push(progress) });
    expect(seen).toEqual([
      { chunks: 1, samples: 1 },
      { chunks: 2, samples: 3 },
    ]);
  });
});

describe('a signal', () => {
  const endless = (onEnd: () => void): AsyncIterable<Chunk<number[]>> => ({
    [Symbol.asyncIterator]: () => ({
      next: async () => ({ done: false, value: { x: [1], t: [2] } }),
      return: async () => {
        onEnd();
        return { done: true, value: undefined };
      },
    }),
  });

  test('ends the reading with its reason, and the iterable is told', async () => {
    const controller = new AbortController();
    let ended = 0;
    const reading = leastSquaresSums(
      endless(() => {
        ended += 1;
      }),
      {
        signal: controller.signal,
        onProgress: ({ chunks }) => chunks === 3 && controller.abort(new Error('enough')),
      },
    );
    await expect(reading).rejects.toThrow('enough');
    expect(ended).toBe(1);
  });

  test('ends the waiting for a chunk that does not come', async () => {
    const controller = new AbortController();
    const stuck: AsyncIterable<Chunk<number[]>> = {
      [Symbol.asyncIterator]: () => ({ next: () => new Promise(() => undefined) }),
    };
    const reading = leastSquaresSums(stuck, { signal: controller.signal });
    controller.abort(new Error('too long'));
    await expect(reading).rejects.toThrow('too long');
  });

  test('ends iterables that give and throw what is no promise', async () => {
    const one = { done: false, value: { x: [1], t: [2] } };
    const make = (next: () => unknown, end: () => unknown): AsyncIterable<Chunk<number[]>> =>
      ({ [Symbol.asyncIterator]: () => ({ next, return: end }) }) as never;
    const read = (chunks: AsyncIterable<Chunk<number[]>>): Promise<unknown> => {
      const controller = new AbortController();
      const onProgress = (): void => controller.abort(new Error('enough'));
      return leastSquaresSums(chunks, { signal: controller.signal, onProgress });
    };
    const fail = (): never => {
      throw new Error('disk');
    };
    await expect(
      read(
        make(
          () => one,
          () => ({}),
        ),
      ),
    ).rejects.toThrow('enough');
    await expect(read(make(() => one, fail))).rejects.toThrow('enough');
    await expect(read(make(fail, () => expect.unreachable()))).rejects.toThrow('disk');
    await expect(
      read(
        make(
          () => undefined,
          () => ({}),
        ),
      ),
    ).rejects.toThrow(TypeError);
    let isEnded = false;
    const slow = make(
      () => one,
      async () => {
        await new Promise((resolve) => setTimeout(resolve, 5));
        isEnded = true;
      },
    );
    const { signal } = new AbortController();
    await expect(leastSquaresSums(slow, { signal, onProgress: fail })).rejects.toThrow('disk');
    expect(isEnded).toBe(true);
  });

  test('given before, nothing is read', async () => {
    const never = leastSquaresSums(
      endless(() => undefined),
      { signal: AbortSignal.abort(new Error('before')) },
    );
    await expect(never).rejects.toThrow('before');
  });

  test('is listened to for as long as there is something to end', async () => {
    let [listeners, returned] = [0, 0];
    const signal = {
      aborted: false,
      reason: undefined,
      addEventListener: () => {
        listeners += 1;
      },
      removeEventListener: () => {
        listeners -= 1;
      },
    };
    let left = 3;
    const chunks = {
      [Symbol.asyncIterator]: () => ({
        next: async () => {
          left -= 1;
          return left < 0 ? { done: true, value: undefined } : { done: false, value: { x: [1], t: [2] } };
        },
        return: async () => {
          returned += 1;
          return { done: true, value: undefined };
        },
      }),
    } as AsyncIterable<Chunk<number[]>>;
    expect((await leastSquaresSums(chunks, { signal })).n).toBe(3);
    // an iterable that has come to its end by itself is not told to finish
    expect([listeners, returned]).toEqual([0, 0]);
  });

  test('that is not given changes nothing, and what the iterable throws comes through', async () => {
    const { signal } = new AbortController();
    expect((await leastSquaresSums(inChunks([{ x: [1], t: [2] }]), { signal })).n).toBe(1);
    const broken = {
      [Symbol.asyncIterator]: () => ({ next: () => Promise.reject(new Error('disk')) }),
    } as AsyncIterable<Chunk<number[]>>;
    await expect(leastSquaresSums(broken, { signal })).rejects.toThrow('disk');
  });
});

describe('addSums', () => {
  test('of parts is what the whole gives, but for a rounding, in any order', () => {
    fc.assert(
      fc.property(fc.array(samples, { minLength: 1, maxLength: 6 }), (parts) => {
        const each = parts.map(columns).map(({ x, t }) => leastSquaresSums(x, t));
        const { x, t } = columns(parts.flat());
        const whole = leastSquaresSums(x, t);
        const sum = addSums(...each);
        expect(sum.n).toBe(whole.n);
        // each part was rounded once, and the sum once more
        expect(Math.abs(sum.xx - whole.xx)).toBeLessThanOrEqual(2 ** -52 * whole.xx);
        expect(Math.abs(sum.tt - whole.tt)).toBeLessThanOrEqual(2 ** -52 * whole.tt);
        const size = exactDot(x.map(Math.abs), t.map(Math.abs));
        expect(Math.abs(sum.xt - whole.xt)).toBeLessThanOrEqual(2 ** -52 * size);
        expect(isNext(addSums(...each.reverse()).xx, sum.xx)).toBe(true);
      }),
    );
  });

  test('loses nothing of parts that are small beside the others', () => {
    const [one, tiny] = [1, 2 ** -53].map((xx) => ({ n: 1, xx, xt: 0, tt: 1 }));
    expect(addSums(one, tiny, tiny).xx).toBe(1 + 2 ** -52);
  });

  test('adds matrices entry by entry and leaves its arguments', () => {
    const parts = [leastSquaresSums([[1, 2]], [3]), leastSquaresSums([[4, 5]], [6])];
    const before = JSON.stringify(parts);
    expect(addSums(...parts)).toEqual(
      leastSquaresSums(
        [
          [1, 2],
          [4, 5],
        ],
        [3, 6],
      ),
    );
    expect(JSON.stringify(parts)).toBe(before);
  });
});

describe('descend on sums', () => {
  test.each([
    ['NoInt1', nist.NoInt1],
    ['NoInt2', nist.NoInt2],
  ] as const)('%s: every w and cost of exact arithmetic', (_, { x, t, runs }) => {
    const sums = leastSquaresSums(x, t);
    const end = leastSquares(x, t).minimizer;
    for (const { lr, w, cost } of runs) {
      const { history } = descend({ sums, w: 0, learningRate: lr, epochs: 30 });
      [...history].forEach((entry, i) => {
        // as on the data: 30 updates of factor at most 1.05 in size add up less than 45 roundings, of w or its distance from the end
        expect(Math.abs(entry.w - w[i])).toBeLessThanOrEqual(
          1e-14 * Math.max(Math.abs(w[i]), Math.abs(w[i] - end)),
        );
        // the minimum is what is left of Σt²
        expect(Math.abs(entry.cost - cost[i])).toBeLessThanOrEqual(2e-14 * cost[i] + 2 ** -51 * sums.tt);
      });
    }
  });

  test.each(each(models).flatMap((model) => each(rules).map((rule) => [model, rule] as const)))(
    '%s, %s: the run on the data, but for roundings',
    ([, model], [, rule]) => {
      const data = makeRegression({ samples: 50, w: [1, 2], noise: 0.5, random: seededRandom(3) });
      const settings = { w: [0.5, 0], learningRate: 0.004, epochs: 40, model, rule };
      const [onData, onSums] = [
        descend({ ...settings, x: data.x, t: data.t }),
        descend({ ...settings, sums: leastSquaresSums<Float64Array>(data.x, data.t) }),
      ];
      expect(onSums.history.length).toBe(41);
      for (let k = 0; k <= 40; k++) {
        const [a, b] = [onData.history.at(k), onSums.history.at(k)];
        expect([b.step, b.epoch]).toEqual([a.step, a.epoch]);
        // a gradient of 50 rows rounds some 50 times, 40 updates of a run that contracts
        for (const [j, weight] of a.w.entries()) expect(Math.abs(weight - b.w[j])).toBeLessThan(1e-12);
        expect(Math.abs(a.cost - b.cost)).toBeLessThan(1e-12 * onData.history.at(0).cost);
      }
    },
  );

  const sums: LeastSquaresSums<number> = { n: 2, xx: 5, xt: 12, tt: 29 };

  test('goes on from a state, stops, converges and diverges as on data', () => {
    const settings = { sums, learningRate: 0.05 };
    const whole = descend({ ...settings, w: 0, epochs: 30 });
    const first = descend({ ...settings, w: 0, epochs: 10 });
    const second = descend({ ...settings, from: first.state, epochs: 20 });
    expect([...first.history, ...[...second.history].slice(1)]).toEqual([...whole.history]);
    expect(descend({ ...settings, w: 0, epochs: 100, tolerance: 1e-9 }).status).toBe('converged');
    const stopped = descend({ ...settings, w: 0, epochs: 9, onEntry: ({ step }) => step < 4 });
    expect([stopped.status, stopped.history.length]).toEqual(['stopped', 5]);
    const diverged = descend({ sums, w: 0, learningRate: 0.5, epochs: 5000 });
    expect(diverged.reason).toMatch(
      /the limit of the learning rate is 0\.200000 for full batch here, and 0\.100000 holds$/,
    );
    expect([...diverged.history].every(({ cost }) => Number.isFinite(cost))).toBe(true);
  });

  test.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])(
    'of columns that depend on each other goes as on the data: %i',
    (k) => {
      // what is left of the second pivot is a rounding, above 0 or below
      const rows = [1, 2, 3, 4, 5, 6, 7].map((value) => [value / 7, (value / 7) * (k / 10 + 0.3), 1 / 3]);
      const t = [1, 3, 2, 5, 4, 6, 8];
      const settings = { w: [1, 0, 0], learningRate: 0.05, epochs: 50 };
      const [a, b] = [
        descend({ ...settings, x: rows, t }),
        descend({ ...settings, sums: leastSquaresSums(rows, t) }),
      ];
      for (const [j, weight] of a.w.entries()) expect(Math.abs(weight - b.w[j])).toBeLessThan(1e-12);
      expect(Math.abs(a.cost - b.cost)).toBeLessThan(1e-12);
      expect(leastSquares(leastSquaresSums(rows, t)).minimizer[1]).toBe(0);
    },
  );

  test('takes full batch, by name or by default', () => {
    const run = descend({
      sums,
      w: 0,
      learningRate: 0.05,
      epochs: 1,
      strategy: fullBatch(),
      rule: gradientDescent(),
    });
    // 2 (5 · 0 − 12) = −24, times 0.05
    expect(run.w).toBeCloseTo(1.2, 15);
    expect(() => descend({ sums, w: 0, learningRate: 0.05, epochs: 1, strategy: perSample() })).toThrow(
      RangeError,
    );
  });

  test('takes any strategy that makes one batch of all, whatever its name', () => {
    const settings = { sums, w: 0, learningRate: 0.05, epochs: 3 };
    const run = descend({ ...settings, strategy: miniBatch(2) });
    expect([...run.history]).toEqual([...descend(settings).history]);
    const strategy = { name: 'fullBatch', epoch: () => ({ size: 1 }) };
    expect(() => descend({ ...settings, strategy })).toThrow('must be one batch of all 2 samples on sums');
  });

  test('needs a model that can do with sums', () => {
    const { nn, cost, gradient } = linearRegression();
    const model = { nn, cost, gradient };
    expect(() => descend({ sums, w: 0, learningRate: 0.05, epochs: 1, model })).toThrow(
      'descend: model must have summarizeSums to descend on sums, got none',
    );
    const rule = momentum({ momentum: 0.9 });
    expect(descend({ sums, w: 0, learningRate: 0.01, epochs: 1000, rule }).w).toBeCloseTo(2.4, 12);
  });

  test("reproduces the lecture's printed table, made from another draw than its points", () => {
    // sums fitted to all printed digits
    const table = { n: 20, xx: 8.59347345916631, xt: 16.89251519152226, tt: 33.45480475806737 };
    const { history } = descend({ sums: table, w: 0.1, learningRate: 0.05, epochs: 3 });
    const printed = Array.from(history, ({ w, cost }) => [w.toFixed(6), cost.toFixed(6)]);
    expect(printed.slice(0, 4)).toEqual([
      ['0.100000', '30.162236'],
      ['1.703317', '0.840337'],
      ['1.928828', '0.260257'],
      ['1.960546', '0.248782'],
    ]);
    expect(leastSquares(table).minimizer).toBeCloseTo(16.89251519152226 / 8.59347345916631, 14);
  });
});
