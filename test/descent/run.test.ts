import { describe, expect, test } from 'vitest';
import {
  cost,
  descend,
  fullBatch,
  gradientDescent,
  leastSquaresSums,
  linearRegression,
  type Model,
  nn,
  perSample,
  withBias,
} from '../../src/index.ts';
import { testMessages } from '../support/messages.ts';
import { t, x } from '../support/points.ts';

const base = { x, t, w: 0.1, learningRate: 0.05, epochs: 3 };

describe('what a run was made of', () => {
  test('is there with its defaults, and not in the way', () => {
    const run = descend(base);
    const { x: inputs, t: targets, sums, strategy, rule, learningRate, model } = run.settings;
    expect([...(inputs?.data ?? [])]).toEqual(x);
    expect([...(targets?.data ?? [])]).toEqual(t);
    expect(sums).toBeUndefined();
    expect([strategy.name, learningRate]).toEqual([fullBatch().name, 0.05]);
    expect(rule).toBe(gradientDescent());
    expect((model as { reduction?: string }).reduction).toBe('sum');
    expect(Object.keys(run)).toEqual(['status', 'reason', 'w', 'cost', 'history', 'state']);
    expect(JSON.stringify(run)).not.toContain('settings');
    expect(descend(base)).toEqual(run);
    expect(Object.isFrozen(run.settings)).toBe(true);
  });

  test('on sums it has those', () => {
    const sums = leastSquaresSums(x, t);
    expect(descend({ sums, w: 0.1, learningRate: 0.05, epochs: 1 }).settings.sums).toEqual(sums);
  });
});

describe('the cost of any w', () => {
  test('is that of the entries, to the bit, and of the data', () => {
    const run = descend({ ...base, strategy: perSample() });
    const { costAt } = run;
    for (const entry of run.history) expect(costAt(entry.w)).toBe(entry.cost);
    expect(costAt(1.234)).toBe(cost(nn(x, 1.234), t));
  });

  test('of many weights, of sums, and of a model of one’s own', () => {
    const many = descend({ ...base, x: withBias(x), w: [0, 0] });
    for (const { w, cost } of many.history) expect(many.costAt(w)).toBe(cost);
    expect(many.costAt([0, 0.5])).toBeCloseTo(cost(nn(x, 0.5), t), 12);
    const { x: _x, t: _t, ...rest } = base;
    expect(descend({ ...rest, sums: leastSquaresSums(x, t) }).costAt(1)).toBeCloseTo(cost(nn(x, 1), t), 12);
    const model: Model = { ...linearRegression(), cost: () => 7 };
    expect(descend({ ...base, model }).costAt(1)).toBe(7);
  });
});

// biome-ignore lint/suspicious/noExplicitAny: the wrong kinds are the point
const any = (value: unknown): any => value;
testMessages({
  costAt: [
    [() => descend(base).costAt(any('1')), 'TypeError: run.costAt: w must be a number, got the string "1"'],
    [() => descend(base).costAt(Number.NaN), 'RangeError: run.costAt: w must be a finite number, got NaN'],
    [
      () => descend({ ...base, x: withBias(x), w: [0, 0] }).costAt([1]),
      'RangeError: run.costAt: w must have 2 weights, got 1',
    ],
  ],
});
