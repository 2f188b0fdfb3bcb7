import { inspect, isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from 'vitest';
import { descend } from '../../src/index.ts';

const settings = { x: [1, 2], t: [2, 4], w: 0, learningRate: 0.05, epochs: 2 };

describe('to the tools of Node.js', () => {
  const run = descend(settings);

  test('a run shows what it came to, not what it was made of', () => {
    expect(inspect(run)).toContain('completed');
    expect(inspect(run)).not.toContain('settings');
  });

  test('a history is its entries', () => {
    expect(inspect(run.history)).toBe(inspect([...run.history]));
  });

  test('runs are equal that hold the same', () => {
    const other = descend({ ...settings, learningRate: 0.02 });
    expect(isDeepStrictEqual(run, descend(settings))).toBe(true);
    expect(isDeepStrictEqual(run.history, other.history)).toBe(false);
  });
});
