import fc from 'fast-check';
import ndarray, { type NdArray } from 'ndarray';
import { describe, expect, test } from 'vitest';
import { cost, deltaW, descend, gradient, nn, withBias } from '../../src/index.ts';
import { each, models } from '../support/implementations.ts';
import { plain, snapshot, viewOf } from '../support/views.ts';

type Case = { x: NdArray; w: NdArray; t: NdArray };

/** x [n, d], w [d] and t [n], or x [n] and w [] where d is undefined, each over a layout of its own. */
function samples(shape: { n: number; d: number | undefined }): fc.Arbitrary<Case> {
  const { n, d } = shape;
  return fc.record({
    x: viewOf(d === undefined ? [n] : [n, d]),
    w: viewOf(d === undefined ? [1] : [d]),
    t: viewOf([n]),
  });
}

const vectors = fc.integer({ min: 0, max: 20 }).chain((n) => samples({ n, d: undefined }));
const matrices = fc
  .record({ n: fc.integer({ min: 0, max: 12 }), d: fc.integer({ min: 1, max: 10 }) })
  .chain(samples);

/** What a function of the three gives for the views, and for packed copies of them, as plain values. */
const functions: Record<string, (x: NdArray, w: NdArray | number, t: NdArray) => NdArray | number> = {
  nn: (x, w) => nn(x, w),
  cost: (x, w, t) => cost(nn(x, w), t),
  gradient: (x, w, t) => gradient(w, x, t),
  deltaW: (x, w, t) => (typeof w === 'number' ? deltaW(w, x, t, 0.1) : deltaW(w, x, t, 0.1)),
  withBias: (x) => withBias(x),
};
for (const [name, model] of each(models)) {
  // a mean over no samples is refused
  const isEmpty = (x: NdArray): boolean => (x.shape?.[0] ?? (x as never as unknown[]).length) === 0;
  functions[`${name}.gradient`] = (x, w, t) =>
    isEmpty(x) ? 0 : model.gradient(w as never, x as never, t as never);
  functions[`${name}.cost`] = (x, w, t) =>
    isEmpty(x) ? 0 : model.cost(model.nn(x as never, w as never), t as never);
}

function values(result: NdArray | number): unknown {
  if (typeof result === 'number') return result;
  expect(result.data).toBeInstanceOf(Float64Array);
  return { shape: result.shape, values: [...(result.data as Float64Array)] };
}

function packed(view: NdArray): NdArray {
  return ndarray(Float64Array.from(plain(view).flat()), [...view.shape]);
}

describe.each(Object.entries(functions))('%s', (_, call) => {
  test.each([
    ['vectors', vectors],
    ['matrices', matrices],
  ] as const)('of views equals that of packed copies and of plain arrays: %s', (kind, cases) => {
    fc.assert(
      fc.property(cases, ({ x, w, t }) => {
        const weights = kind === 'vectors' ? w.get(0) : w;
        const expected = values(
          call(packed(x), typeof weights === 'number' ? weights : packed(w), packed(t)),
        );
        expect(values(call(x, weights, t))).toEqual(expected);
        // an empty plain array has lost its number of columns
        if (x.shape[0] === 0) return;
        const [px, pw, pt] = [
          plain(x),
          typeof weights === 'number' ? weights : plain(w),
          plain(t),
        ] as never[];
        expect(values(call(px, pw, pt))).toEqual(expected);
      }),
    );
  });

  test('writes to no input, and gives nothing of it away', () => {
    fc.assert(
      fc.property(matrices, ({ x, w, t }) => {
        const before = [x, w, t].map(snapshot);
        const result = call(x, w, t);
        if (typeof result !== 'number') {
          for (const input of [x, w, t]) {
            const buffers = [input.data, result.data].map((data) => (data as Float64Array).buffer ?? data);
            expect(buffers[0]).not.toBe(buffers[1]);
          }
          (result.data as Float64Array).fill(Number.NaN);
        }
        expect([x, w, t].map(snapshot)).toEqual(before);
      }),
    );
  });

  test('works on frozen plain arrays', () => {
    const freeze = (rows: number[][]): never => Object.freeze(rows.map((row) => Object.freeze(row))) as never;
    const [x, w, t] = [
      freeze([
        [1, 2],
        [3, 4],
      ]),
      Object.freeze([1, -1]) as never,
      Object.freeze([0, 1]) as never,
    ];
    expect(() => call(x, w, t)).not.toThrow();
  });
});

test('a run on views equals the run on packed copies, and writes to neither', () => {
  const cases = fc
    .record({ n: fc.integer({ min: 1, max: 8 }), d: fc.integer({ min: 1, max: 3 }) })
    .chain(samples);
  fc.assert(
    fc.property(cases, ({ x, w, t }) => {
      const before = [x, w, t].map(snapshot);
      const settings = { learningRate: 1e-7, epochs: 3 };
      const run = descend({ x, w, t, ...settings });
      const expected = descend({ x: packed(x), w: packed(w), t: packed(t), ...settings });
      expect(JSON.stringify(run)).toBe(JSON.stringify(expected));
      expect([x, w, t].map(snapshot)).toEqual(before);
    }),
  );
});

describe('numbers and shape []', () => {
  const zeroD = (value: number): NdArray => ndarray(Float64Array.of(-77, value), [], [], 1);

  test('a number, a vector of one and shape [] are one computation', () => {
    fc.assert(
      fc.property(fc.double(), fc.double(), fc.double(), (x, w, t) => {
        expect(nn([x], w).get(0)).toBe(nn(x, w));
        expect(nn(zeroD(x), w).get()).toBe(nn(x, w));
        expect(nn(zeroD(x), zeroD(w)).shape).toEqual([]);
        expect(gradient(w, [x], [t]).get(0)).toBe(gradient(w, x, t));
        expect(gradient(zeroD(w), zeroD(x), t).get()).toBe(gradient(w, x, t));
        // a sum starts from +0, as NumPy's does, so that only the sign of a zero may differ
        expect(cost([x], [t])).toBe(cost(x, t));
        expect(cost(zeroD(x), t)).toBe(cost(x, t));
        expect(deltaW(w, [x], [t], 0.1) + 0).toBe(deltaW(w, x, t, 0.1) + 0);
        expect(deltaW(zeroD(w), zeroD(x), zeroD(t), 0.1).get() + 0).toBe(deltaW(w, x, t, 0.1) + 0);
      }),
    );
  });

  test('one sample of many weights is a row', () => {
    fc.assert(
      fc.property(
        fc
          .integer({ min: 1, max: 12 })
          .chain((d) => fc.tuple(viewOf([d]), viewOf([d]), fc.double({ noNaN: true, min: -9, max: 9 }))),
        ([x, w, t]) => {
          const row = [plain(x)] as unknown as number[][];
          expect(nn(x, w).shape).toEqual([]);
          expect(nn(x, w).get()).toBe(nn(row, w).get(0));
          expect([...gradient(w, x, t).data]).toEqual([...gradient(w, row, [t]).data]);
          expect([...deltaW(w, x, t, 0.1).data]).toEqual([...deltaW(w, row, [t], 0.1).data]);
        },
      ),
    );
  });
});
