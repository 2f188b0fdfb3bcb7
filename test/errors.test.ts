import ndarray from 'ndarray';
import {
  cost,
  deltaW,
  descend,
  fullBatch,
  gradient,
  integers,
  type Json,
  linearRegression,
  makeRegression,
  miniBatch,
  momentum,
  nn,
  numpyRandom,
  permutation,
  perSample,
  type RandomSource,
  type Rule,
  randn,
  type Strategy,
  seededRandom,
  steps,
  uniform,
  withBias,
} from '../src/index.ts';
import { type Failures, testMessages } from './support/messages.ts';
import { t, x } from './support/points.ts';

// what a JavaScript caller can hand over, without a word from the type checker
// biome-ignore lint/suspicious/noExplicitAny: the wrong kinds are the point
const any = (value: unknown): any => value;

const settings = { x, t, w: 0.1, learningRate: 0.05, epochs: 3 };
const run = (options: object): unknown => descend(any({ ...settings, ...options }));
const strategy = (epoch: unknown): Strategy => ({ name: 'mine', epoch: () => any(epoch) });
const rule = (update: Rule['update']): Rule => ({ name: 'mine', init: () => ({}), update });
const withAt = (values: number[], i: number, value: number): number[] =>
  Object.assign([...values], { [i]: value });
const twenty = Array(20).fill(0);
const saved = descend({ ...settings, rule: momentum({ momentum: 0.9 }) }).state;
const plainState = descend(settings).state;
const numpyState = numpyRandom(1).state();
/** A state with one of its five parts replaced. */
const withPart = (i: number, part: unknown): Json => any(Object.assign([...numpyState], { [i]: part }));
/** A source with one more thing to it. */
const sourceWith = (name: string, result: unknown): RandomSource =>
  any(Object.assign(() => 0.5, { [name]: result }));
const shuffled = { strategy: perSample({ shuffle: true }) };

const table: Failures = {
  'the wrong kind': [
    [() => nn(any('2'), 3), 'TypeError: nn: x must be a number, an array or an ndarray, got the string "2"'],
    [() => nn(2, any(undefined)), 'TypeError: nn: w must be a number, an array or an ndarray, got undefined'],
    [() => nn(any(null), 3), 'TypeError: nn: x must be a number, an array or an ndarray, got null'],
    [() => nn(any({}), 3), 'TypeError: nn: x must be a number, an array or an ndarray, got an object'],
    [
      () => nn(any(new Date(0)), 3),
      'TypeError: nn: x must be a number, an array or an ndarray, got a value of class Date',
    ],
    [
      () =>
        nn(
          any(() => 1),
          3,
        ),
      'TypeError: nn: x must be a number, an array or an ndarray, got a function',
    ],
    [() => nn(any(2n), 3), 'TypeError: nn: x must be a number, an array or an ndarray, got the bigint 2n'],
    [
      () => nn(any(Symbol('x')), 3),
      'TypeError: nn: x must be a number, an array or an ndarray, got a symbol',
    ],
    [() => nn(any(true), 3), 'TypeError: nn: x must be a number, an array or an ndarray, got true'],
    [
      () => nn(any(new BigInt64Array(2)), 3),
      'TypeError: nn: x must be a number, an array or an ndarray, got a value of class BigInt64Array',
    ],
    [() => nn(any([1, '2']), 3), 'TypeError: nn: x must hold numbers, got the string "2" at index 1'],
    [
      () => nn(any(Object.assign([], { 0: 1, 2: 2 })), 3),
      'TypeError: nn: x must hold numbers, got undefined at index 1',
    ],
    [
      () =>
        nn(
          any([
            [1, 2],
            [3, null],
          ]),
          [1, 1],
        ),
      'TypeError: nn: x must hold numbers, got null at index [1, 1]',
    ],
    [
      () => nn(any(ndarray(any(['a']))), 3),
      'TypeError: nn: x must hold numbers, got the string "a" at index 0',
    ],
    [() => nn(any([1, [2]]), 3), 'TypeError: nn: x must hold numbers, got an array of 1 at index 1'],
    [
      () => cost(any('y'), 1),
      'TypeError: cost: y must be a number, an array or an ndarray, got the string "y"',
    ],
    [
      () => gradient(1, 1, any('t')),
      'TypeError: gradient: t must be a number, an array or an ndarray, got the string "t"',
    ],
    [
      () => deltaW(1, 1, 1, any('0.1')),
      'TypeError: deltaW: learningRate must be a number, got the string "0.1"',
    ],
    [
      () => run({ x: any('x') }),
      'TypeError: descend: x must be a number, an array or an ndarray, got the string "x"',
    ],
    [() => descend(any(undefined)), 'TypeError: descend: options must be an object, got undefined'],
    [() => steps(any(3)), 'TypeError: steps: options must be an object, got 3'],
    [
      () => run({ w: undefined }),
      'TypeError: descend: w must be where to start, or from a state, got undefined',
    ],
    [
      () => run({ learningRate: '0.1' }),
      'TypeError: descend: learningRate must be a number, got the string "0.1"',
    ],
    [
      () => run({ learningRate: () => '1' }),
      'TypeError: descend: learningRate(0) must be a number, got the string "1"',
    ],
    [() => run({ epochs: undefined }), 'TypeError: descend: epochs must be a number, got undefined'],
    [() => run({ model: {} }), 'TypeError: descend: model.nn must be a function, got undefined'],
    [() => run({ model: 3 }), 'TypeError: descend: model must be an object, got 3'],
    [() => run({ strategy: fullBatch }), 'TypeError: descend: strategy must be an object, got a function'],
    [
      () => run({ rule: { init: () => ({}) } }),
      'TypeError: descend: rule.update must be a function, got undefined',
    ],
    [
      () => run({ random: 42 }),
      'TypeError: descend: random must be a function that returns numbers in [0, 1), got 42',
    ],
    [
      () => run({ record: 'all' }),
      `RangeError: descend: record must be 'update', 'epoch' or a number, got the string "all"`,
    ],
    [() => run({ tolerance: null }), 'TypeError: descend: tolerance must be a number, got null'],
    [() => run({ onEntry: true }), 'TypeError: descend: onEntry must be a function of an entry, got true'],
    [
      () => run(strategyOption(null)),
      'TypeError: descend: an epoch of strategy mine must be an object, got null',
    ],
    [
      () => run(strategyOption({})),
      'TypeError: descend: the size from strategy mine must be a number, got undefined',
    ],
    [
      () => run(strategyOption({ size: 1, order: 7 })),
      'TypeError: descend: the order from strategy mine must be an array of sample indices, got 7',
    ],
    [
      () => run({ model: { ...linearRegression(), cost: () => 'low' } }),
      'TypeError: descend: the result of model.cost must be a number, got the string "low"',
    ],
    [() => perSample(any(true)), 'TypeError: perSample: options must be an object, got true'],
    [() => perSample({ shuffle: any(1) }), 'TypeError: perSample: shuffle must be true or false, got 1'],
    [() => miniBatch(any('5')), 'TypeError: miniBatch: size must be a number, got the string "5"'],
    [
      () => miniBatch(5, { dropLast: any('no') }),
      'TypeError: miniBatch: dropLast must be true or false, got the string "no"',
    ],
    [() => momentum(any(0.9)), 'TypeError: momentum: options must be an object, got 0.9'],
    [
      () => linearRegression(any('mean')),
      'TypeError: linearRegression: options must be an object, got the string "mean"',
    ],
    [
      () => uniform(0, 1, any('3')),
      'TypeError: uniform: shape must be a length or an array of lengths, got the string "3"',
    ],
    [
      () => randn(3, any({})),
      'TypeError: randn: random must be a function that returns numbers in [0, 1), got an object',
    ],
    [
      () => seededRandom(any(undefined)),
      'TypeError: seededRandom: seed must be a number or a string, got undefined',
    ],
    [
      () => integers(0, 3, 1, sourceWith('word', 5)),
      'TypeError: integers: random.word must be a function, got 5',
    ],
    [
      () =>
        randn(
          3,
          sourceWith('normal', () => '2'),
        ),
      'TypeError: randn: the result of random.normal must be a number, got the string "2"',
    ],
    [
      () =>
        integers(
          0,
          3,
          1,
          sourceWith('word', () => 3n),
        ),
      'TypeError: integers: the result of random.word must be a number, got the bigint 3n',
    ],
    [() => randn(3, sourceWith('normal', 1)), 'TypeError: randn: random.normal must be a function, got 1'],
    [
      () => randn(3, sourceWith('normals', 'all')),
      'TypeError: randn: random.normals must be a function, got the string "all"',
    ],
    [
      () => run({ random: sourceWith('state', null) }),
      'TypeError: descend: random.state must be a function, got null',
    ],
    [
      () => numpyRandom(any('a')),
      'TypeError: numpyRandom: seed must be a whole number from 0 to 2 ** 32 - 1 or a list of them, got the string "a"',
    ],
    [
      () => numpyRandom(any(undefined)),
      'TypeError: numpyRandom: seed must be a whole number from 0 to 2 ** 32 - 1 or a list of them, got undefined',
    ],
    [
      () => numpyRandom(any(BigInt64Array.of(1n))),
      'TypeError: numpyRandom: seed must be a whole number from 0 to 2 ** 32 - 1 or a list of them, got a value of class BigInt64Array',
    ],
    [() => numpyRandom(any(['a'])), 'TypeError: numpyRandom: seed[0] must be a number, got the string "a"'],
    [() => numpyRandom(any([[1]])), 'TypeError: numpyRandom: seed[0] must be a number, got an array of 1'],
    [
      () => numpyRandom.fromState(any({ i: 0, j: 0, S: [] })),
      "TypeError: numpyRandom.fromState: state must be the 5 parts of the tuple that NumPy's get_state() returns, got an object",
    ],
    [
      () => numpyRandom.fromState(JSON.stringify(numpyState)),
      `TypeError: numpyRandom.fromState: state must be the 5 parts of the tuple that NumPy's get_state() returns, got a string of ${JSON.stringify(numpyState).length} characters`,
    ],
    [
      () => makeRegression(any({ samples: 3, w: 2, noise: 0, seed: 7 })),
      'TypeError: makeRegression: options must be of samples, w, noise, random, got seed',
    ],
    [
      () => numpyRandom.fromState(undefined),
      "TypeError: numpyRandom.fromState: state must be the 5 parts of the tuple that NumPy's get_state() returns, got undefined",
    ],
    [
      () => numpyRandom.fromState(numpyState.slice(0, 3)),
      "TypeError: numpyRandom.fromState: state must be the 5 parts of the tuple that NumPy's get_state() returns, got an array of 3",
    ],
    [
      () => numpyRandom.fromState(withPart(1, [1, 2])),
      'TypeError: numpyRandom.fromState: state[1] must be an array of 624 words, got an array of 2',
    ],
    [
      () => numpyRandom.fromState(withPart(1, withAt(numpyState[1], 0, any('1')))),
      'TypeError: numpyRandom.fromState: state[1][0] must be a number, got the string "1"',
    ],
    [
      () => numpyRandom.fromState([...numpyState, 0]),
      "TypeError: numpyRandom.fromState: state must be the 5 parts of the tuple that NumPy's get_state() returns, got an array of 6",
    ],
    [
      () => numpyRandom.fromState(withPart(0, 5)),
      'TypeError: numpyRandom.fromState: state[0] must be a string, got 5',
    ],
    [
      () => numpyRandom.fromState(withPart(1, [...numpyState[1], 1])),
      'TypeError: numpyRandom.fromState: state[1] must be an array of 624 words, got an array of 625',
    ],
    [
      () => numpyRandom.fromState(withPart(3, true)),
      'TypeError: numpyRandom.fromState: state[3] must be a number, got true',
    ],
    [
      () => numpyRandom(1).normals(any(new Float32Array(2))),
      'TypeError: numpyRandom: values must be a Float64Array, got a value of class Float32Array',
    ],
    [() => numpyRandom(1).normals(any(3)), 'TypeError: numpyRandom: values must be a Float64Array, got 3'],
    [
      () => numpyRandom(1).normals(any(undefined)),
      'TypeError: numpyRandom: values must be a Float64Array, got undefined',
    ],
    [
      () => numpyRandom.fromState(withPart(2, '0')),
      'TypeError: numpyRandom.fromState: state[2] must be a number, got the string "0"',
    ],
    [
      () => numpyRandom.fromState(withPart(4, null)),
      'TypeError: numpyRandom.fromState: state[4] must be a number, got null',
    ],
    [
      () => seededRandom.fromState(any(numpyState)),
      'TypeError: seededRandom.fromState: state must be an object, got an array of 5',
    ],
    [
      () => seededRandom.fromState(any('s')),
      'TypeError: seededRandom.fromState: state must be an object, got the string "s"',
    ],
    [() => run({ from: 'state' }), 'TypeError: descend: from must be an object, got the string "state"'],
    [
      () => run({ from: { ...saved, w: [] } }),
      'TypeError: descend: from.w must be a number or an array of numbers, got an array of 0',
    ],
    [
      () => run({ rule: { name: 'mine', init: () => ({ v: new Float64Array(1) }), update: () => {} } }),
      'TypeError: descend: the state of rule mine must be plain JSON, got a value of class Float64Array at v',
    ],
    [
      () => run({ rule: { name: 'mine', init: () => [{ least: Infinity }], update: () => {} } }),
      'TypeError: descend: the state of rule mine must be plain JSON, got Infinity at 0.least',
    ],
    [
      () => run({ rule: { name: 'mine', init: () => undefined, update: () => {} } }),
      'TypeError: descend: the state of rule mine must be plain JSON, got undefined',
    ],
    [
      () => run({ rule: { name: 'mine', init: () => ({}), update: (_: unknown, g: Float64Array) => g } }),
      'TypeError: descend: rule mine must fill deltaW and return nothing, got a value of class Float64Array',
    ],
    [
      () => run({ model: { ...linearRegression(), curvature: 2 } }),
      'TypeError: descend: model.curvature must be a function, got 2',
    ],
    [() => perSample(any({ shufle: true })), 'TypeError: perSample: options must be of shuffle, got shufle'],
    [
      () => momentum(any({ momentum: 0.9, damping: 1 })),
      'TypeError: momentum: options must be of momentum, dampening, nesterov, got damping',
    ],
    [
      () => run(strategyOption({ size: 5, dropLast: 'no' })),
      'TypeError: descend: dropLast from strategy mine must be true or false, got the string "no"',
    ],
    [
      () => linearRegression({ reduction: any(['mean']) }),
      'TypeError: linearRegression: reduction must be a string, got an array of 1',
    ],
    [
      () => run({ from: { ...plainState, unfinished: null } }),
      'TypeError: descend: from.unfinished must be an object, got null',
    ],
    [
      () => run({ from: { ...plainState, w: 0n } }),
      'TypeError: descend: from.w must be a number or an array of numbers, got the bigint 0n',
    ],
    [
      () => run({ from: { ...plainState, random: () => 1 } }),
      'TypeError: descend: from must be plain JSON, got a function at random',
    ],
  ],
  'lengths and shapes': [
    [() => gradient(1, x, t.slice(1)), 'RangeError: gradient: t must have 20 samples like x, got 19'],
    [() => deltaW(1, x, t.slice(1), 0.1), 'RangeError: deltaW: t must have 20 samples like x, got 19'],
    [() => cost(x, t.slice(1)), 'RangeError: cost: t must have 20 samples like y, got 19'],
    [() => cost(x, 3), 'RangeError: cost: t must have 20 samples like y, got a number'],
    [() => cost(3, x), 'RangeError: cost: t must be a number like y, got shape [20]'],
    [() => cost([[1]], [1]), 'RangeError: cost: y must be a number or a vector, got shape [1, 1]'],
    [
      () => gradient(1, [1, 2], [[1, 2]]),
      'RangeError: gradient: t must have 2 samples like x, got shape [1, 2]',
    ],
    [() => gradient(1, any(1), [1]), 'RangeError: gradient: t must be a number like x, got shape [1]'],
    [() => gradient([1, 2], [1, 2], [1]), 'RangeError: gradient: t must be a number like x, got shape [1]'],
    [() => nn([[1, 2, 3]], [1, 2]), 'RangeError: nn: w must have 3 weights like x has columns, got 2'],
    [() => nn([[1, 2, 3]], 1), 'RangeError: nn: w must have 3 weights like x has columns, got a number'],
    [
      () => nn([1, 2, 3], [1]),
      'RangeError: nn: w must be a number, or have 3 weights for x as one sample, got 1',
    ],
    [() => nn(any(1), [1]), 'RangeError: nn: w must be a number like x, got shape [1]'],
    [() => nn([[1]], [[1]]), 'RangeError: nn: w must be a number or a vector, got shape [1, 1]'],
    [
      () => nn([[1, 2], [3]], [1, 1]),
      'RangeError: nn: x must have 2 values in every row like row 0, got 1 in row 1',
    ],
    [
      () => nn(any([[1, 2], 3]), [1, 1]),
      'RangeError: nn: x must have 2 values in every row like row 0, got 3 in row 1',
    ],
    [
      () => nn(ndarray(new Float64Array(8), [2, 2, 2]), [1, 1]),
      'RangeError: nn: x must have at most 2 dimensions, got shape [2, 2, 2]',
    ],
    [
      () => nn(ndarray(new Float64Array(4), [5]), 1),
      'RangeError: nn: x must lie inside its data of length 4, got indices 0 to 4',
    ],
    [
      () => nn(ndarray(new Float64Array(4), [3], [-1], 1), 1),
      'RangeError: nn: x must lie inside its data of length 4, got indices -1 to 1',
    ],
    [() => withBias(any(3)), 'RangeError: withBias: x must be a vector or a matrix, got a number'],
    [() => run({ t: t.slice(1) }), 'RangeError: descend: t must have 20 samples like x, got 19'],
    [() => run({ t: 1 }), 'RangeError: descend: t must have 20 samples like x, got a number'],
    [() => run({ t: [t] }), 'RangeError: descend: t must have 20 samples like x, got shape [1, 20]'],
    [() => run({ x: 1 }), 'RangeError: descend: x must be a vector or a matrix, got a number'],
    [() => run({ x: [], t: [] }), 'RangeError: descend: x must have at least 1 sample, got 0'],
    [() => run({ w: [] }), 'RangeError: descend: w must have at least 1 weight, got 0'],
    [
      () => run({ w: ndarray(Float64Array.of(1), []) }),
      'RangeError: descend: w must be a number or a vector, got shape []',
    ],
    [
      () => run({ w: [0, 0] }),
      'RangeError: descend: w must be a number where x is a vector (withBias(x) makes it a matrix), got shape [2]',
    ],
    [
      () => run({ model: { ...linearRegression(), nn: () => ndarray(new Float64Array(3)) } }),
      'RangeError: descend: the result of model.nn must have shape [20], got [3]',
    ],
    [() => run({ w: [[1]] }), 'RangeError: descend: w must be a number or a vector, got shape [1, 1]'],
    [
      () => run({ x: withBias(x), w: [0, 0, 0] }),
      'RangeError: descend: w must have 2 weights like x has columns, got 3',
    ],
    [
      () => run({ x: withBias(x) }),
      'RangeError: descend: w must have 2 weights like x has columns, got a number',
    ],
    [
      () => run({ model: { ...linearRegression(), gradient: () => ndarray(new Float64Array(3)) } }),
      'RangeError: descend: the result of model.gradient must have shape [20], got [3]',
    ],
    [
      () => makeRegression({ samples: 3, w: [[1]], noise: 0 }),
      'RangeError: makeRegression: w must be a number or a vector, got shape [1, 1]',
    ],
    [
      () => linearRegression({ reduction: 'mean' }).cost([], []),
      'RangeError: cost: y must have at least 1 sample to take the mean of, got 0',
    ],
    [
      () => linearRegression({ reduction: 'half-mean' }).gradient(1, [], []),
      'RangeError: gradient: x must have at least 1 sample to take the mean of, got 0',
    ],
  ],
  'numbers that are not finite': [
    [
      () => run({ from: { ...plainState, epoch: Number.NaN } }),
      'RangeError: descend: from.epoch must be a whole number of at least 0, got NaN',
    ],
    [
      () => run({ t: withAt(t, 7, Number.NaN) }),
      'RangeError: descend: t must hold finite numbers, got NaN at index 7',
    ],
    [
      () => run({ x: withAt(x, 0, Infinity) }),
      'RangeError: descend: x must hold finite numbers, got Infinity at index 0',
    ],
    [
      () => run({ x: withBias(withAt(x, 3, -Infinity)), w: [0, 0] }),
      'RangeError: descend: x must hold finite numbers, got -Infinity at index [3, 1]',
    ],
    [() => run({ w: Number.NaN }), 'RangeError: descend: w must be a finite number, got NaN'],
    [() => run({ w: 1e200 }), 'RangeError: descend: w must have a finite cost to start from, got Infinity'],
    [
      () => run({ learningRate: Number.NaN }),
      'RangeError: descend: learningRate must be a finite number of at least 0, got NaN',
    ],
    [
      () => run({ learningRate: -0.1 }),
      'RangeError: descend: learningRate must be a finite number of at least 0, got -0.1',
    ],
    [
      () => run({ learningRate: (step: number) => (step === 2 ? Number.NaN : 0.1) }),
      'RangeError: descend: learningRate(2) must be a finite number of at least 0, got NaN',
    ],
    [
      () => run({ tolerance: Number.NaN }),
      'RangeError: descend: tolerance must be a finite number of at least 0, got NaN',
    ],
    [() => uniform(Number.NaN, 1, 3), 'RangeError: uniform: low must be a finite number, got NaN'],
    [() => seededRandom(Number.NaN), 'RangeError: seededRandom: seed must be a finite number, got NaN'],
    [
      () => makeRegression({ samples: 3, w: 2, noise: -1 }),
      'RangeError: makeRegression: noise must be a finite number of at least 0, got -1',
    ],
    [
      () => run({ rule: rule((deltaW) => deltaW.fill(Number.NaN)) }),
      'RangeError: descend: rule mine must make no NaN of finite numbers, got NaN for deltaW[0] at step 1',
    ],
    [
      () => [...steps({ ...settings, rule: rule((deltaW) => deltaW.fill(Number.NaN)) })],
      'RangeError: steps: rule mine must make no NaN of finite numbers, got NaN for deltaW[0] at step 1',
    ],
  ],
  counts: [
    [() => run({ epochs: -1 }), 'RangeError: descend: epochs must be a whole number of at least 0, got -1'],
    [() => run({ epochs: 1.5 }), 'RangeError: descend: epochs must be a whole number of at least 0, got 1.5'],
    [
      () => run({ epochs: Infinity }),
      'RangeError: descend: epochs must be a whole number of at least 0, got Infinity',
    ],
    [() => run({ record: 0 }), 'RangeError: descend: record must be a whole number of at least 1, got 0'],
    [() => miniBatch(0), 'RangeError: miniBatch: size must be a whole number of at least 1, got 0'],
    [() => miniBatch(2.5), 'RangeError: miniBatch: size must be a whole number of at least 1, got 2.5'],
    [
      () => miniBatch(Number.NaN),
      'RangeError: miniBatch: size must be a whole number of at least 1, got NaN',
    ],
    [
      () => run({ strategy: miniBatch(21, { dropLast: true }) }),
      'RangeError: miniBatch: size must be at most the 20 samples with dropLast, got 21',
    ],
    [() => permutation(-1), 'RangeError: permutation: n must be a whole number of at least 0, got -1'],
    [
      () => uniform(1, 0, 3),
      'RangeError: uniform: high must be at least low (1) and high - low finite, got 0',
    ],
    [
      () => uniform(-1e308, 1e308, 3),
      'RangeError: uniform: high must be at least low (-1e+308) and high - low finite, got 1e+308',
    ],
    [() => uniform(0, 1, [2, -1]), 'RangeError: uniform: shape must be a whole number of at least 0, got -1'],
    [
      () => randn([2 ** 20, 2 ** 20]),
      'RangeError: randn: shape must hold at most 2 ** 32 values, got 1099511627776',
    ],
    [() => integers(0.5, 3, 2), 'RangeError: integers: low must be a whole number, got 0.5'],
    [
      () => integers(3, 3, 2),
      'RangeError: integers: high must be above low (3) by at most 2 ** 53 - 1, got 3',
    ],
    [
      () => momentum({ momentum: -1 }),
      'RangeError: momentum: momentum must be a finite number of at least 0, got -1',
    ],
    [
      () => momentum({ momentum: 0, nesterov: true }),
      'RangeError: momentum: nesterov must have a momentum above 0 and a dampening of 0, got 0 and 0',
    ],
    [
      () => linearRegression({ reduction: any('average') }),
      `RangeError: linearRegression: reduction must be 'sum', 'mean', 'half' or 'half-mean', got the string "average"`,
    ],
  ],
  strategies: [
    [
      () => run(strategyOption({ size: 5, order: withAt(twenty, 3, 20) })),
      'RangeError: descend: the order from strategy mine must hold whole numbers from 0 to 19, got 20 at index 3',
    ],
    [
      () => run(strategyOption({ size: 5, order: [-1] })),
      'RangeError: descend: the order from strategy mine must hold whole numbers from 0 to 19, got -1 at index 0',
    ],
    [
      () => run(strategyOption({ size: 5, order: [0.5] })),
      'RangeError: descend: the order from strategy mine must hold whole numbers from 0 to 19, got 0.5 at index 0',
    ],
    [
      () => run(strategyOption({ size: 0 })),
      'RangeError: descend: the size from strategy mine must be a whole number of at least 1, got 0',
    ],
    [
      () => run(strategyOption({ size: 5, order: [] })),
      'RangeError: descend: an epoch of strategy mine must have at least 1 batch, got 0 samples in batches of 5',
    ],
  ],
  randomness: [
    [() => uniform(0, 1, 1, () => 1), 'RangeError: uniform: random must return numbers in [0, 1), got 1'],
    [
      () =>
        permutation(
          3,
          any(() => 'a'),
        ),
      'RangeError: permutation: random must return numbers in [0, 1), got the string "a"',
    ],
    [() => randn(1, () => Number.NaN), 'RangeError: randn: random must return numbers in [0, 1), got NaN'],
    [
      () => randn(1, () => 0.5),
      'RangeError: randn: random must vary, got 100 points outside the unit circle or at its centre',
    ],
    [
      () =>
        integers(
          0,
          3,
          1,
          sourceWith('word', () => 2 ** 32 - 1),
        ),
      'RangeError: integers: random.word must vary, got 100 numbers above 2',
    ],
    [
      () =>
        permutation(
          3,
          sourceWith('word', () => 2 ** 32),
        ),
      'RangeError: permutation: the result of random.word must be a whole number from 0 to 2 ** 32 - 1, got 4294967296',
    ],
    [
      () =>
        integers(
          0,
          3,
          1,
          sourceWith('word', () => -1),
        ),
      'RangeError: integers: the result of random.word must be a whole number from 0 to 2 ** 32 - 1, got -1',
    ],
    [
      () =>
        integers(
          0,
          3,
          1,
          sourceWith('word', () => '1'),
        ),
      'TypeError: integers: the result of random.word must be a number, got the string "1"',
    ],
    [
      () =>
        randn(
          1,
          sourceWith('normal', () => Number.NaN),
        ),
      'RangeError: randn: the result of random.normal must be a finite number, got NaN',
    ],
    [
      () =>
        randn(
          3,
          sourceWith('normals', () => [1, 2, 3]),
        ),
      'RangeError: randn: random.normals must fill its argument with finite numbers, got NaN at index 0',
    ],
    [
      () =>
        randn(
          3,
          sourceWith('normals', (values: Float64Array) => void values.fill(1, 0, 2)),
        ),
      'RangeError: randn: random.normals must fill its argument with finite numbers, got NaN at index 2',
    ],
    [
      () =>
        randn(
          3,
          sourceWith('normals', (values: Float64Array) => void values.fill(-Infinity)),
        ),
      'RangeError: randn: random.normals must fill its argument with finite numbers, got -Infinity at index 0',
    ],
    [() => permutation(2 ** 32 + 1), 'RangeError: permutation: n must be at most 2 ** 32, got 4294967297'],
    [
      () => numpyRandom(-1),
      'RangeError: numpyRandom: seed must be a whole number from 0 to 2 ** 32 - 1, got -1',
    ],
    [
      () => numpyRandom(2 ** 32),
      'RangeError: numpyRandom: seed must be a whole number from 0 to 2 ** 32 - 1, got 4294967296',
    ],
    [
      () => numpyRandom(1.5),
      'RangeError: numpyRandom: seed must be a whole number from 0 to 2 ** 32 - 1, got 1.5',
    ],
    [
      () => numpyRandom(Number.NaN),
      'RangeError: numpyRandom: seed must be a whole number from 0 to 2 ** 32 - 1, got NaN',
    ],
    [() => numpyRandom([]), 'RangeError: numpyRandom: seed must have at least 1 number, got 0'],
    [
      () => numpyRandom([1, -2]),
      'RangeError: numpyRandom: seed[1] must be a whole number from 0 to 2 ** 32 - 1, got -2',
    ],
    [
      () => numpyRandom(Float64Array.of(0.5)),
      'RangeError: numpyRandom: seed[0] must be a whole number from 0 to 2 ** 32 - 1, got 0.5',
    ],
    [
      () => numpyRandom.fromState(withPart(0, 'PCG64')),
      'RangeError: numpyRandom.fromState: state[0] must be \'MT19937\', got the string "PCG64"',
    ],
    [
      () => numpyRandom.fromState(withPart(1, withAt(numpyState[1], 3, 2 ** 32))),
      'RangeError: numpyRandom.fromState: state[1][3] must be a whole number from 0 to 2 ** 32 - 1, got 4294967296',
    ],
    [
      () => numpyRandom(withAt(Array(30).fill(1), 29, 0.5)),
      'RangeError: numpyRandom: seed[29] must be a whole number from 0 to 2 ** 32 - 1, got 0.5',
    ],
    [
      () => numpyRandom.fromState(withPart(1, withAt(numpyState[1], 623, -1))),
      'RangeError: numpyRandom.fromState: state[1][623] must be a whole number from 0 to 2 ** 32 - 1, got -1',
    ],
    [
      () => numpyRandom.fromState(withPart(1, Array(624).fill(0))),
      'RangeError: numpyRandom.fromState: state[1] must have a word above 0, got 624 zeros',
    ],
    [
      () => numpyRandom.fromState(withPart(2, -1)),
      'RangeError: numpyRandom.fromState: state[2] must be a whole number from 0 to 624, got -1',
    ],
    [
      () => numpyRandom.fromState(withPart(2, 1.5)),
      'RangeError: numpyRandom.fromState: state[2] must be a whole number from 0 to 624, got 1.5',
    ],
    [
      () => numpyRandom.fromState(withPart(2, 625)),
      'RangeError: numpyRandom.fromState: state[2] must be a whole number from 0 to 624, got 625',
    ],
    [
      () => numpyRandom.fromState(withPart(3, 2)),
      'RangeError: numpyRandom.fromState: state[3] must be 0 or 1, got 2',
    ],
    [
      () => numpyRandom.fromState(withPart(4, Infinity)),
      'RangeError: numpyRandom.fromState: state[4] must be a finite number, got Infinity',
    ],
    [
      () => seededRandom.fromState({ i: 0, j: 256, S: [] }),
      'RangeError: seededRandom.fromState: state must be what state() returned: bytes i and j, and in S each byte once',
    ],
    [
      () => seededRandom.fromState(any({ i: 0, j: 0, S: 'bytes' })),
      'RangeError: seededRandom.fromState: state must be what state() returned: bytes i and j, and in S each byte once',
    ],
  ],
  resuming: [
    [
      () => run({ ...shuffled, from: plainState }),
      'TypeError: descend: random must have state() to resume a run that shuffles, as fromState(state.random) of seededRandom or numpyRandom has',
    ],
    [
      () =>
        run({
          ...shuffled,
          from: { ...plainState, random: seededRandom(1).state() },
          random: seededRandom(2),
        }),
      'RangeError: descend: random must stand where from.random stands, as fromState(state.random) of seededRandom or numpyRandom does',
    ],
    [
      () => run({ from: saved }),
      'RangeError: descend: from.rule must be a state of gradientDescent, got one of momentum',
    ],
    [
      () => run({ from: { ...plainState, step: -1 } }),
      'RangeError: descend: from.step must be a whole number of at least 0, got -1',
    ],
    [
      () => run({ from: { ...plainState, w: Infinity } }),
      'RangeError: descend: from.w must be a finite number, got Infinity',
    ],
    [
      () => run({ from: { ...plainState, w: [Number.NaN] } }),
      'RangeError: descend: from.w[0] must be a finite number, got NaN',
    ],
    [
      () => run({ from: { ...plainState, unfinished: { updates: 1, w: 0.1 } } }),
      'RangeError: descend: from.unfinished.updates must be below the 1 updates of an epoch, got 1',
    ],
  ],
};

function strategyOption(epoch: unknown): { strategy: Strategy } {
  return { strategy: strategy(epoch) };
}

testMessages(table);
