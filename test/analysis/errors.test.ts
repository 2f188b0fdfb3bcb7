import { describe, expect, test } from 'vitest';
import {
  addSums,
  type Chunk,
  descend,
  leastSquares,
  leastSquaresSums,
  perSample,
  steps,
} from '../../src/index.ts';
import { testMessages } from '../support/messages.ts';

// what a JavaScript caller can hand over, without a word from the type checker
// biome-ignore lint/suspicious/noExplicitAny: the wrong kinds are the point
const any = (value: unknown): any => value;
const sums = { n: 2, xx: 5, xt: 12, tt: 29 };
const many = {
  n: 2,
  xx: [
    [2, 3],
    [3, 5],
  ],
  xt: [1, 2],
  tt: 3,
};
const settings = { sums, w: 0, learningRate: 0.1, epochs: 1 };

testMessages({
  'data that cannot be fitted': [
    [() => leastSquares([], []), 'RangeError: leastSquares: x must have at least 1 sample, got 0'],
    [() => leastSquares([1, 2], [1]), 'RangeError: leastSquares: t must have 2 samples like x, got 1'],
    [
      () => leastSquares(any(1), [1]),
      'RangeError: leastSquares: x must be a vector or a matrix, got a number',
    ],
    [
      () => leastSquares([1, Number.NaN], [1, 2]),
      'RangeError: leastSquares: x must hold finite numbers, got NaN at index 1',
    ],
    [
      () => leastSquares([[1], [2]], [1, Infinity]),
      'RangeError: leastSquares: t must hold finite numbers, got Infinity at index 1',
    ],
    [
      () => leastSquares([1e200, 1], [1, 1]),
      'RangeError: leastSquares: x and t must have squares that are well within the doubles, got an overflow',
    ],
    [
      () => leastSquares([1e-200, 0], [1, 1]),
      'RangeError: leastSquares: x and t must have squares that are well within the doubles, got an underflow',
    ],
    [
      () => leastSquares([1, 2], [2, 5]).cost(any([1])),
      'TypeError: leastSquares.cost: w must be a number, got an array of 1',
    ],
    [
      () => leastSquares([1, 2], [2, 5]).cost(Number.NaN),
      'RangeError: leastSquares.cost: w must be a finite number, got NaN',
    ],
    [
      () => leastSquares([[1, 2]], [2]).cost([1]),
      'RangeError: leastSquares.cost: w must have 2 weights, got 1',
    ],
    [
      () => leastSquares([[1, 2]], [2]).cost([[1, 2]]),
      'RangeError: leastSquares.cost: w must have 2 weights, got shape [1, 2]',
    ],
    [
      () => leastSquaresSums([1, 2], [1, Number.NaN]),
      'RangeError: leastSquaresSums: t must hold finite numbers, got NaN at index 1',
    ],
    [
      () => leastSquaresSums(any('12'), [1]),
      'TypeError: leastSquaresSums: x must be a number, an array or an ndarray, got the string "12"',
    ],
  ],
  'sums that are none': [
    [() => leastSquares(any(null)), 'TypeError: leastSquares: sums must be an object, got null'],
    [
      () => leastSquares(any([1, 2])),
      'TypeError: leastSquares: t must be a number, an array or an ndarray, got undefined',
    ],
    [
      () => leastSquares({ ...sums, n: 0 }),
      'RangeError: leastSquares: sums.n must be a whole number of at least 1, got 0',
    ],
    [
      () => leastSquares({ ...sums, n: 1.5 }),
      'RangeError: leastSquares: sums.n must be a whole number of at least 1, got 1.5',
    ],
    [
      () => leastSquares({ ...sums, n: any(2n) }),
      'TypeError: leastSquares: sums.n must be a number, got the bigint 2n',
    ],
    [
      () => leastSquares({ ...sums, tt: Number.NaN }),
      'RangeError: leastSquares: sums.tt must be a finite number, got NaN',
    ],
    [
      () => leastSquares({ ...sums, xt: any(undefined) }),
      'TypeError: leastSquares: sums.xt must be a number, got undefined',
    ],
    [
      () => leastSquares({ ...many, xt: [1] }),
      'RangeError: leastSquares: sums.xt must have 2 numbers, got 1',
    ],
    [
      () => leastSquares({ ...many, xt: any(1) }),
      'TypeError: leastSquares: sums.xt must be an array of numbers, got 1',
    ],
    [
      () =>
        leastSquares({
          ...many,
          xx: [
            [2, 3],
            [3, any('5')],
          ],
        }),
      'TypeError: leastSquares: sums.xx[1][1] must be a number, got the string "5"',
    ],
    [
      () =>
        leastSquares({
          ...many,
          xx: [
            [2, 3],
            [2, 5],
          ],
        }),
      'RangeError: leastSquares: sums.xx[1][0] must be sums.xx[0][1], 3, got 2',
    ],
    [
      () => leastSquares({ ...sums, xx: any({}) }),
      'TypeError: leastSquares: sums.xx must be a number, or d rows of d numbers, got an object',
    ],
    [
      () => leastSquares({ ...sums, xx: -5 }),
      'RangeError: leastSquares: sums.xx must be a sum of squares, at least 0, got -5',
    ],
    [
      () => leastSquares({ ...sums, tt: -1 }),
      'RangeError: leastSquares: sums.tt must be a sum of squares, at least 0, got -1',
    ],
    [
      () => leastSquares({ ...sums, tt: 1 }),
      'RangeError: leastSquares: sums.xt must have a square of at most sums.xx · sums.tt, as sums over the same samples have, got 12',
    ],
    [
      () => leastSquares({ ...many, xt: [1, 9] }),
      'RangeError: leastSquares: sums.xt[1] must have a square of at most sums.xx[1][1] · sums.tt, as sums over the same samples have, got 9',
    ],
    [
      () =>
        leastSquares({
          ...many,
          xx: [
            [2, 9],
            [9, 5],
          ],
        }),
      'RangeError: leastSquares: sums.xx[1][0] must have a square of at most sums.xx[1][1] · sums.xx[0][0], as sums over the same samples have, got 9',
    ],
    [
      () => leastSquaresSums(any([[1, 2]])),
      'TypeError: leastSquaresSums: the arguments must be of x and t, or of an async iterable of chunks { x, t }, got an array of 1',
    ],
    [
      () => leastSquares({ n: 1, xx: [], xt: [], tt: 1 }),
      'RangeError: leastSquares: sums.xx must have at least 1 row, got 0',
    ],
    [
      () => leastSquares({ ...sums, tt: 1e300 }),
      'RangeError: leastSquares: sums.tt must be well within the doubles, below 2 ** 900, got 1e+300',
    ],
    [() => leastSquares([[], []], [1, 2]), 'RangeError: leastSquares: x must have at least 1 column, got 0'],
    [
      () => leastSquares([1e-130, 2e-130], [3e-195, 6e-195]),
      'RangeError: leastSquares: x and t must have squares that are well within the doubles, got an underflow',
    ],
    [
      () => leastSquaresSums([1e151, 1], [1, 1]),
      'RangeError: leastSquaresSums: x and t must have squares that are well within the doubles, got an overflow',
    ],
    [
      () => leastSquaresSums([1, 1], [1e-160, 0]),
      'RangeError: leastSquaresSums: x and t must have squares that are well within the doubles, got an underflow',
    ],
    [() => addSums(), 'RangeError: addSums: parts must be at least 1, got 0'],
    [
      () => addSums<number | Float64Array>(sums, any(many)),
      'RangeError: addSums: the size of part 1 must be like that of part 0, a number, got 2',
    ],
    [() => addSums(sums, any(7)), 'TypeError: addSums: part 1 must be an object, got 7'],
  ],
  'runs on sums': [
    [
      () => descend(any({ ...settings, x: [1] })),
      'TypeError: descend: sums must come without x and t, or x and t without sums, got an object',
    ],
    [
      () => descend({ ...settings, sums: { ...sums, n: 0 } }),
      'RangeError: descend: sums.n must be a whole number of at least 1, got 0',
    ],
    [
      () => descend({ ...settings, strategy: perSample() }),
      'RangeError: descend: an epoch of strategy perSample must be one batch of all 2 samples on sums, which hold no single ones, got 2 of 1',
    ],
    [
      () => descend(any({ ...settings, w: [0] })),
      'RangeError: descend: w must be a number where sums are of one input, got shape [1]',
    ],
    [
      () => descend(any({ ...settings, sums: many, w: [0] })),
      'RangeError: descend: w must have 2 weights like sums have inputs, got 1',
    ],
    [
      () => steps(any(settings)),
      'TypeError: steps: options must hold x and t, of which a trace shows the samples, got an object',
    ],
  ],
});

describe('chunks', () => {
  async function* inChunks(...chunks: unknown[]): AsyncGenerator<Chunk, void, void> {
    for (const chunk of chunks) yield chunk as Chunk;
  }
  const one = { x: [1], t: [2] };

  test.each([
    [[], {}, 'RangeError: leastSquaresSums: x must have at least 1 sample, got 0'],
    [[one, 7], {}, 'TypeError: leastSquaresSums: chunk 1 must be an object, got 7'],
    [
      [one, { x: [1, 2], t: [1, Number.NaN] }],
      {},
      'RangeError: leastSquaresSums of chunk 1: t must hold finite numbers, got NaN at index 1',
    ],
    [
      [one, { x: [[1, 2]], t: [2] }],
      {},
      'RangeError: leastSquaresSums of chunk 1: x must be a vector like those before, got 2 columns',
    ],
    [
      [
        { x: [[1, 2]], t: [2] },
        { x: [[1, 2, 3]], t: [2] },
      ],
      {},
      'RangeError: leastSquaresSums of chunk 1: x must be 2 columns like those before, got 3 columns',
    ],
    [
      [one],
      { onProgress: 7 },
      'TypeError: leastSquaresSums: onProgress must be a function of the progress, got 7',
    ],
    [[one], { signal: {} }, 'TypeError: leastSquaresSums: signal must be an AbortSignal, got an object'],
    [
      [one],
      { onprogress: () => 0 },
      'TypeError: leastSquaresSums: options must be of onProgress, signal, got onprogress',
    ],
  ])('%j %j: %s', async (chunks, options, message) => {
    const reading = leastSquaresSums(inChunks(...chunks), options as object);
    await expect(reading.catch(String)).resolves.toBe(message);
  });
});
