import ndarray from 'ndarray';
import { describe, expect, test } from 'vitest';
import { assertGradient, checkGradient, checkModel } from '../../src/check/index.ts';
import { linearRegression } from '../../src/index.ts';
import { matchers } from '../../src/vitest/index.ts';
import { testMessages } from '../support/messages.ts';

// what a JavaScript caller can hand over, without a word from the type checker
// biome-ignore lint/suspicious/noExplicitAny: the wrong kinds are the point
const any = (value: unknown): any => value;
const cost = (w: number): number => w * w;
const gradient = (w: number): number => 2 * w;
const check = (options: object): unknown => checkGradient(any({ cost, gradient, at: 1, ...options }));
const model = linearRegression();
const data = { x: [1, 2, 3], t: [2, 4, 6], w: 1 };
const checkData = (options: object): unknown => checkModel(model, any({ ...data, ...options }));
const close = (...args: unknown[]): unknown => any(matchers.toBeAllClose)(...args);

testMessages({
  'what checkGradient is given': [
    [
      () => checkGradient(any(undefined)),
      'TypeError: checkGradient: options must be an object, got undefined',
    ],
    [() => check({ cost: 3 }), 'TypeError: checkGradient: cost must be a function of a point, got 3'],
    [
      () => check({ gradient: [1] }),
      'TypeError: checkGradient: gradient must be a function of a point, got an array of 1',
    ],
    [
      () => check({ eps: 1e-6 }),
      'TypeError: checkGradient: options must be of cost, gradient, at, relativeTolerance, seed, locale, got eps',
    ],
    [
      () => check({ at: undefined }),
      'TypeError: checkGradient: at must be a number, an array of numbers or an ndarray, got undefined',
    ],
    [
      () => check({ at: 'here' }),
      'TypeError: checkGradient: at must be a number, an array of numbers or an ndarray, got the string "here"',
    ],
    [
      () => check({ at: [1, '2'] }),
      'TypeError: checkGradient: at must be a number, an array of numbers or an ndarray, got an array of 2',
    ],
    [
      () => check({ at: [[1], [2, 3]] }),
      'TypeError: checkGradient: at must be a number, an array of numbers or an ndarray, got an array of 2',
    ],
    [() => check({ at: [] }), 'RangeError: checkGradient: at must hold at least one number, got none'],
    [() => check({ at: [[], []] }), 'RangeError: checkGradient: at must hold at least one number, got none'],
    [() => check({ at: Number.NaN }), 'RangeError: checkGradient: at must be finite, got NaN at index 0'],
    [
      () => check({ at: [1, Infinity] }),
      'RangeError: checkGradient: at must be finite, got Infinity at index 1',
    ],
    [
      () =>
        check({
          at: [
            [1, 2],
            [3, Number.NaN],
          ],
        }),
      'RangeError: checkGradient: at must be finite, got NaN at index [1, 1]',
    ],
    [
      () => check({ at: Int32Array.of(1) }),
      'TypeError: checkGradient: at must hold numbers that can be moved by a little, in a Float64Array say, got a value of class Int32Array',
    ],
    [
      () => check({ at: ndarray(new Uint8Array(2)) }),
      'TypeError: checkGradient: at must hold numbers that can be moved by a little, in a Float64Array say, got a value of class Uint8Array',
    ],
    [
      () => check({ at: ndarray(new Float64Array(2), [3]) }),
      'RangeError: checkGradient: at must lie inside its data of length 2, got indices 0 to 2',
    ],
    [
      () => check({ relativeTolerance: '1e-5' }),
      'TypeError: checkGradient: relativeTolerance must be a number, got the string "1e-5"',
    ],
    [
      () => check({ relativeTolerance: 0 }),
      'RangeError: checkGradient: relativeTolerance must be above 0 and below 1, got 0',
    ],
    [
      () => check({ relativeTolerance: 1 }),
      'RangeError: checkGradient: relativeTolerance must be above 0 and below 1, got 1',
    ],
    [
      () => check({ seed: -1 }),
      'RangeError: checkGradient: seed must be a whole number from 0 to 2 ** 32 - 1, got -1',
    ],
    [() => check({ seed: 'a' }), 'TypeError: checkGradient: seed must be a number, got the string "a"'],
    [
      () => check({ locale: 'fr' }),
      `RangeError: checkGradient: locale must be 'en' or 'zh', got the string "fr"`,
    ],
    [
      () => assertGradient(any({ cost, gradient })),
      'TypeError: checkGradient: at must be a number, an array of numbers or an ndarray, got undefined',
    ],
  ],
  'what the functions return': [
    [
      () => check({ cost: () => undefined }),
      'TypeError: checkGradient: cost must return a number, got undefined',
    ],
    [
      () => check({ cost: () => [1] }),
      'TypeError: checkGradient: cost must return a number, got an array of 1',
    ],
    [
      () => check({ cost: () => '1' }),
      'TypeError: checkGradient: cost must return a number, got the string "1"',
    ],
    [
      () => check({ gradient: () => undefined }),
      'TypeError: checkGradient: gradient must return numbers in the form of at, got undefined',
    ],
    [
      () => check({ gradient: () => ['1'] }),
      'TypeError: checkGradient: gradient must return numbers in the form of at, got an array of 1',
    ],
    [
      () =>
        check({
          cost: () => {
            throw new RangeError('no cost');
          },
        }),
      'Error: checkGradient: cost threw at the point to be checked: no cost',
    ],
    [
      () =>
        check({
          gradient: () => {
            throw 'no gradient';
          },
        }),
      'Error: checkGradient: gradient threw at the point to be checked: no gradient',
    ],
  ],
  'what checkModel is given': [
    [() => checkModel(any(null), data), 'TypeError: checkModel: model must be an object, got null'],
    [
      () => checkModel(any({ ...model, nn: 1 }), data),
      'TypeError: checkModel: model.nn must be a function, got 1',
    ],
    [
      () => checkModel(model, any(undefined)),
      'TypeError: checkModel: options must be an object, got undefined',
    ],
    [
      () => checkData({ y: 1 }),
      'TypeError: checkModel: options must be of x, t, w, relativeTolerance, seed, locale, got y',
    ],
    [
      () => checkData({ x: 'x' }),
      'TypeError: checkModel: x must hold numbers, in rows of one length, got the string "x"',
    ],
    [() => checkData({ x: [], t: [] }), 'RangeError: checkModel: x must hold at least one number, got none'],
    [() => checkData({ t: [1, 2, Number.NaN] }), 'RangeError: checkModel: t must be finite, got NaN'],
    [
      () => checkData({ w: [[1]] }),
      'RangeError: checkModel: w must be a number or a vector, got shape [1, 1]',
    ],
    [
      () => checkData({ x: 1 }),
      'RangeError: checkModel: x must be a vector where w is a number, got shape []',
    ],
    [
      () => checkData({ w: [1, 2] }),
      'RangeError: checkModel: x must have 2 columns like w has weights, got shape [3]',
    ],
    [() => checkData({ t: [1, 2] }), 'RangeError: checkModel: t must have 3 samples like x, got shape [2]'],
    [
      () => checkModel({ ...model, cost: any(() => undefined) }, data),
      'TypeError: checkModel: cost must return a number, got undefined',
    ],
    [
      () => checkModel({ ...model, gradient: any(() => 'rows') }, data),
      'TypeError: checkModel: gradient must return numbers in the form of at, got the string "rows"',
    ],
    [
      () => checkModel({ ...model, nn: any(() => undefined) }, data),
      'TypeError: checkModel: the result of model.nn must be an array of numbers, got undefined',
    ],
    [
      () => checkModel({ ...model, nn: (x) => model.nn(x, 1).hi(1) }, data),
      'RangeError: checkModel: the result of model.nn must have shape [3], got [1]',
    ],
  ],
  'what toBeAllClose is given': [
    [
      () => close('a', 1),
      'TypeError: toBeAllClose: both sides must be numbers, arrays of numbers or ndarrays, got the string "a"',
    ],
    [
      () => close(1, null),
      'TypeError: toBeAllClose: both sides must be numbers, arrays of numbers or ndarrays, got null',
    ],
    [
      () => close(1, 1, { rtol: 1 }),
      'TypeError: toBeAllClose: options must be of relative, absolute, got rtol',
    ],
    [
      () => close(1, 1, { relative: -1 }),
      'RangeError: toBeAllClose: relative must be a finite number of at least 0, got -1',
    ],
    [
      () => close(1, 1, { absolute: Number.NaN }),
      'RangeError: toBeAllClose: absolute must be a finite number of at least 0, got NaN',
    ],
  ],
});

describe('an error of the functions', () => {
  const own = new RangeError('mine');
  const fail = (): never => {
    throw own;
  };

  test.each([
    ['cost', () => check({ cost: fail })],
    ['gradient', () => check({ gradient: fail })],
    ['model.nn', () => checkModel({ ...model, nn: fail }, data)],
    ['model.cost', () => checkModel({ ...model, cost: fail }, data)],
    ['model.gradient', () => checkModel({ ...model, gradient: fail }, data)],
  ])('of %s is kept as the cause', (_, call) => {
    let thrown: unknown;
    try {
      call();
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toMatchObject({ cause: own });
  });
});
