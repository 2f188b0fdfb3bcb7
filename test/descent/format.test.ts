import { describe, expect, test } from 'vitest';
import {
  descend,
  formatHistory,
  formatStep,
  linearRegression,
  miniBatch,
  momentum,
  perSample,
  type StepsOptions,
  steps,
  type Weights,
  withBias,
} from '../../src/index.ts';
import { fixed, shortest } from '../../src/internal/decimal.ts';
import analysis from '../reference/numpy/analysis.json' with { type: 'json' };
import numbers from '../reference/numpy/numbers.json' with { type: 'json' };
import { testMessages } from '../support/messages.ts';
import { t, x } from '../support/points.ts';

const settings = { x, t, w: 0.1, learningRate: 0.05, epochs: 3 };

describe('numbers as Python prints them', () => {
  test.each(analysis.formatted)('$value', ({ value, fixed: digits, shortest: repr }) => {
    expect(fixed(Number(value), 6)).toBe(digits);
    // of a whole number Python prints a point where it is a float; JavaScript has no other numbers
    expect(shortest(Number(value))).toBe(repr.replace(/\.0$/, '').replace(/^-0$/, '0'));
  });

  test('what is not finite', () => {
    expect([Number.NaN, Infinity, -Infinity].map((v) => fixed(v, 6))).toEqual([
      'NaN',
      'Infinity',
      '-Infinity',
    ]);
    expect(shortest(Number.NaN)).toBe('NaN');
  });
});

describe('formatHistory', () => {
  test("prints the lecture's log as NumPy's run of it does", () => {
    expect(formatHistory(descend(settings)).split('\n')).toEqual(numbers.lecture.log);
  });

  test("prints the lecture's own table, from the sums that it implies", () => {
    const sums = { n: 20, xx: 8.59347345916631, xt: 16.89251519152226, tt: 33.45480475806737 };
    expect(formatHistory(descend({ sums, w: 0.1, learningRate: 0.05, epochs: 3 }))).toBe(
      [
        'lr=0.05\t w(0): 0.100000\t cost: 30.162236',
        'lr=0.05\t w(1): 1.703317\t cost: 0.840337',
        'lr=0.05\t w(2): 1.928828\t cost: 0.260257',
        'lr=0.05\t w(3): 1.960546\t cost: 0.248782',
      ].join('\n'),
    );
  });

  test('many weights, and a schedule: the rate that led to each line', () => {
    const run = descend({
      ...settings,
      x: withBias(x),
      w: [0, 0.1],
      learningRate: (k) => 1e-5 / (k + 1),
      epochs: 2,
    });
    expect(
      formatHistory(run)
        .replace(/cost.*/g, '')
        .split('\n'),
    ).toEqual([
      'lr=1e-05\t w(0): [0.000000, 0.100000]\t ',
      'lr=1e-05\t w(1): [0.000357, 0.100238]\t ',
      'lr=5e-06\t w(2): [0.000535, 0.100357]\t ',
    ]);
  });

  test('a run that was resumed goes on counting', () => {
    const second = descend({ ...settings, w: undefined, from: descend(settings).state, epochs: 1 });
    expect(formatHistory(second)).toMatch(/^lr=0.05\t w\(3\): .*\nlr=0.05\t w\(4\): /);
  });
});

function line<W extends Weights>(options: StepsOptions<W>, which: number): string {
  return formatStep([...(steps as (o: StepsOptions<W>) => Iterable<never>)(options)][which]);
}

describe('formatStep', () => {
  test('one sample: every number of the formula', () => {
    expect(line({ ...settings, strategy: perSample() }, 1)).toBe(
      [
        'i = 1',
        'y = x w(1) = 0.309563 · 0.253280 = 0.078406',
        '2 x (y − t) = 2 · 0.309563 · (0.078406 − 0.619639) = −0.335091',
        'Δw = 0.05 · (−0.335091) = −0.016755',
        'w(2) = w(1) − Δw = 0.253280 − (−0.016755) = 0.270035',
        'cost(w(1)) = 18.244590, cost(w(2)) = 17.882018',
      ].join('\n'),
    );
  });

  test('many samples: the first two, and the last', () => {
    expect(line(settings, 0).split('\n').slice(0, 4)).toEqual([
      'i = 0, 1, …, 19',
      'y = x w(0) = 0.091603, 0.030956, …, 0.093044',
      'Σ 2 x (y − t) = 2 · 0.916027 · (0.091603 − 1.764917) + 2 · 0.309563 · (0.030956 − 0.619639) + … + 2 · 0.930435 · (0.093044 − 1.805474)',
      '              = −23.805739',
    ]);
  });

  test('a few samples, and a target below 0', () => {
    const [, , gradient] = line({ x: [1, 2], t: [-1, 1], w: 1, learningRate: 1, epochs: 1 }, 0).split('\n');
    expect(gradient).toBe(
      'Σ 2 x (y − t) = 2 · 1.000000 · (1.000000 − (−1.000000)) + 2 · 2.000000 · (2.000000 − 1.000000)',
    );
  });

  test('many weights', () => {
    expect(line({ x: [[1, 0.5]], t: [1], w: [0, 2], learningRate: 0.5, epochs: 1 }, 0)).toBe(
      [
        'i = 0',
        'y = x w(0) = [1.000000, 0.500000] · [0.000000, 2.000000] = 1.000000',
        '2 x (y − t) = 2 · [1.000000, 0.500000] · (1.000000 − 1.000000) = [0.000000, 0.000000]',
        'Δw = 0.5 · [0.000000, 0.000000] = [0.000000, 0.000000]',
        'w(1) = w(0) − Δw = [0.000000, 2.000000] − [0.000000, 0.000000] = [0.000000, 2.000000]',
        'cost(w(0)) = 0.000000, cost(w(1)) = 0.000000',
      ].join('\n'),
    );
  });

  test('another reduction is not written as the lecture’s formula', () => {
    const model = linearRegression({ reduction: 'mean' });
    const [, y, gradient, move] = line({ ...settings, model, strategy: miniBatch(2) }, 0).split('\n');
    expect(y).toMatch(/^y = x w\(0\) = /);
    expect(gradient).toMatch(/^Σ gradient = \(−1\.532801\) \+ \(−0\.182234\) = −1\.715035$/);
    expect(move).toBe('Δw = 0.05 · (−1.715035) = −0.085752');
  });

  test('nor is another rule', () => {
    const rule = momentum({ momentum: 0.9 });
    const [first, second] = [0, 1].map((k) => line({ ...settings, rule }, k).split('\n')[4]);
    expect(first).toBe('Δw = 0.05 · (−23.805739) = −1.190287');
    expect(second).toMatch(/^Δw = −1\.\d{6}$/);
  });

  test('nor another network', () => {
    const affine = {
      ...linearRegression(),
      nn: (x: { data: Float64Array }, w: number) => [...x.data].map((v) => v * w + 1) as never,
    };
    const text = line(
      { x: [1, 2], t: [1, 3], w: 1, learningRate: 0.1, epochs: 1, model: affine as never },
      0,
    );
    expect(text.split('\n')[1]).toBe('y = 2.000000, 3.000000');
  });

  test('a network of more weights than inputs', () => {
    const quadratic = {
      nn: (x: { data: Float64Array }, w: { data: Float64Array }) =>
        [...x.data].map((v) => w.data[0] + w.data[1] * v * v) as never,
      cost: linearRegression().cost,
      gradient: (_: unknown, x: { data: Float64Array }) => [...x.data].map((v) => [1, v]) as never,
    };
    const text = line(
      { x: [2], t: [1], w: [1, 1], learningRate: 0.1, epochs: 1, model: quadratic as never },
      0,
    );
    expect(text.split('\n').slice(1, 3)).toEqual(['y = 5.000000', 'gradient = [1.000000, 2.000000]']);
  });
});

// biome-ignore lint/suspicious/noExplicitAny: the wrong kinds are the point
const any = (value: unknown): any => value;
testMessages({
  formatHistory: [
    [
      () => formatHistory(any(undefined)),
      'TypeError: formatHistory: run must be a run that descend or steps returned, got undefined',
    ],
    [
      () => formatHistory(any(descend(settings).history)),
      'TypeError: formatHistory: run must be a run that descend or steps returned, got a value of class Recorder',
    ],
  ],
  formatStep: [
    [
      () => formatStep(any(null)),
      'TypeError: formatStep: trace must be a trace that steps yielded, got null',
    ],
    [
      () => formatStep(any({ step: 1 })),
      'TypeError: formatStep: trace must be a trace that steps yielded, got an object',
    ],
  ],
});
