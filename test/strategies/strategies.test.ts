import { expect, test } from 'vitest';
import {
  descend,
  fullBatch,
  miniBatch,
  perSample,
  type Strategy,
  seededRandom,
  steps,
} from '../../src/index.ts';
import { t, x } from '../support/points.ts';

/** The batches of the first epochs. */
function batches(strategy: Strategy, n: number, epochs = 1): number[][] {
  const options = { x: x.slice(0, n), t: t.slice(0, n), w: 0, learningRate: 0.01, epochs };
  return Array.from(steps({ ...options, strategy, random: seededRandom(1) }), ({ indices }) => indices);
}

test.each<[string, Strategy, number[][]]>([
  ['fullBatch', fullBatch(), [[0, 1, 2, 3, 4]]],
  ['perSample', perSample(), [[0], [1], [2], [3], [4]]],
  ['miniBatch(2): the last batch takes what is left', miniBatch(2), [[0, 1], [2, 3], [4]]],
  [
    'miniBatch(2) that drops it',
    miniBatch(2, { dropLast: true }),
    [
      [0, 1],
      [2, 3],
    ],
  ],
  ['miniBatch(5) that has nothing to drop', miniBatch(5, { dropLast: true }), [[0, 1, 2, 3, 4]]],
  ['miniBatch(9): all of them', miniBatch(9), [[0, 1, 2, 3, 4]]],
])('%s', (_, strategy, expected) => {
  expect(batches(strategy, 5)).toEqual(expected);
});

test('a shuffle is drawn afresh each epoch', () => {
  const [first, second] = batches(miniBatch(20, { shuffle: true }), 20, 2);
  expect(first).not.toEqual(second);
});

test('a size above the samples drops them all, which is refused when they are known', () => {
  const strategy = miniBatch(6, { dropLast: true });
  expect(() => descend({ x: [1], t: [1], w: 0, learningRate: 0, epochs: 1, strategy })).toThrow(
    new RangeError('miniBatch: size must be at most the 1 samples with dropLast, got 6'),
  );
});
