import type { NdArray } from 'ndarray';
import { assertType, expectTypeOf, test } from 'vitest';
import {
  cost,
  type Descent,
  type DescentState,
  deltaW,
  descend,
  type Entry,
  type Float64NdArray,
  gradient,
  gradientDescent,
  type LeastSquares,
  type LeastSquaresSums,
  leastSquares,
  leastSquaresSums,
  linearRegression,
  type Model,
  miniBatch,
  momentum,
  type NumpyRandom,
  type NumpyState,
  nn,
  numpyRandom,
  permutation,
  type RandomSource,
  type Rule,
  randn,
  type Strategy,
  seededRandom,
  steps,
} from '../../src/index.ts';

const [x, t] = [
  [1, 2],
  [2, 4],
];
const settings = { x, t, learningRate: 0.1, epochs: 1 };

test('numbers in, numbers out; arrays in, ndarrays out', () => {
  expectTypeOf(nn(2, 3)).toEqualTypeOf<number>();
  expectTypeOf(nn(x, 3)).toEqualTypeOf<Float64NdArray>();
  expectTypeOf(nn([x], [1, 2])).toEqualTypeOf<Float64NdArray>();
  expectTypeOf(nn(new Float32Array(2), 3)).toEqualTypeOf<Float64NdArray>();
  expectTypeOf(gradient(1, 2, 3)).toEqualTypeOf<number>();
  expectTypeOf(gradient(1, x, t)).toEqualTypeOf<Float64NdArray>();
  expectTypeOf(gradient([1, 2], x, 3)).toEqualTypeOf<Float64NdArray>();
  expectTypeOf(deltaW(1, 2, 3, 0.1)).toEqualTypeOf<number>();
  expectTypeOf(deltaW(1, x, t, 0.1)).toEqualTypeOf<number>();
  expectTypeOf(deltaW([1, 2], [x], t, 0.1)).toEqualTypeOf<Float64NdArray>();
  expectTypeOf(cost(x, t)).toEqualTypeOf<number>();
  expectTypeOf(permutation(3)).toEqualTypeOf<Uint32Array>();
});

test('least squares of a vector has one weight, of rows many; of an ndarray it is said or left open', () => {
  expectTypeOf(leastSquares(x, t)).toEqualTypeOf<LeastSquares<number>>();
  expectTypeOf(leastSquares(x, t).hessian).toEqualTypeOf<number>();
  expectTypeOf(leastSquares([x], [1])).toEqualTypeOf<LeastSquares<Float64Array>>();
  expectTypeOf(leastSquares([x], [1]).hessian).toEqualTypeOf<Float64NdArray>();
  expectTypeOf(leastSquares(nn(x, 1), t).minimizer).toEqualTypeOf<number | Float64Array>();
  expectTypeOf(leastSquares<number>(nn(x, 1), t).minimizer).toEqualTypeOf<number>();
  expectTypeOf(leastSquares({ n: 2, xx: 5, xt: 12, tt: 29 }).minimizer).toEqualTypeOf<number>();
  expectTypeOf(leastSquares({ n: 2, xx: [[5]], xt: [12], tt: 29 }).minimizer).toEqualTypeOf<Float64Array>();
  // @ts-expect-error targets, or sums
  leastSquares(3);
});

test('sums are of data, or promised of chunks, and descended on instead of data', () => {
  async function* chunks(): AsyncGenerator<{ x: number[]; t: number[] }> {}
  expectTypeOf(leastSquaresSums(x, t)).toEqualTypeOf<LeastSquaresSums<number>>();
  expectTypeOf(leastSquaresSums([x], [1])).toEqualTypeOf<LeastSquaresSums<Float64Array>>();
  expectTypeOf(leastSquaresSums(chunks())).toEqualTypeOf<Promise<LeastSquaresSums<number>>>();
  leastSquaresSums(chunks(), { signal: new AbortController().signal, onProgress: ({ samples }) => samples });
  const sums = leastSquaresSums(x, t);
  expectTypeOf(descend({ sums, w: 0, learningRate: 0.1, epochs: 1 })).toEqualTypeOf<Descent<number>>();
  // @ts-expect-error both would say the same twice
  descend({ sums, x, t, w: 0, learningRate: 0.1, epochs: 1 });
  // @ts-expect-error a trace shows samples, which sums have not
  steps({ sums, w: 0, learningRate: 0.1, epochs: 1 });
});

test("a source has what it says, and a NumPy state is Python's tuple", () => {
  const random = numpyRandom(1);
  expectTypeOf(random).toEqualTypeOf<NumpyRandom>();
  expectTypeOf(random.state()).toEqualTypeOf<NumpyState>();
  expectTypeOf(random.word()).toEqualTypeOf<number>();
  assertType<RandomSource>(random);
  assertType<RandomSource>(Math.random);
  numpyRandom([1, 2]);
  numpyRandom(new Uint32Array(2));
  numpyRandom.fromState(random.state());
  numpyRandom.fromState(JSON.parse('[]'));
  // @ts-expect-error a string is no seed of NumPy's
  numpyRandom('a');
  // @ts-expect-error no seed at all
  numpyRandom();
  // @ts-expect-error a seeded source has no words
  seededRandom(1).word();
});

test('ndarrays of every kind of data are taken', () => {
  const kinds = {} as
    | NdArray<Float64Array>
    | NdArray<Float32Array>
    | NdArray<Int8Array>
    | NdArray<number[]>
    | NdArray;
  expectTypeOf(nn(kinds, 3)).toEqualTypeOf<Float64NdArray>();
  expectTypeOf(nn(kinds, kinds)).toEqualTypeOf<Float64NdArray>();
});

test('the wrong kinds are refused', () => {
  // @ts-expect-error a string is no number
  nn('2', 3);
  // @ts-expect-error one input has one weight
  nn(2, [3]);
  // @ts-expect-error strings in an array
  nn(['2'], 3);
  // @ts-expect-error BigInts are no numbers
  nn(new BigInt64Array(2), 3);
  // @ts-expect-error a prediction is not a string
  assertType<string>(nn(2, 3));
  // @ts-expect-error the learning rate is missing
  deltaW(1, 2, 3);
  // @ts-expect-error no such reduction
  linearRegression({ reduction: 'average' });
  // @ts-expect-error a size is asked for
  miniBatch();
  // @ts-expect-error dropLast is for batches of a size, and misspelt
  miniBatch(3, { droplast: true });
  // @ts-expect-error momentum is asked for
  momentum({});
  // @ts-expect-error a seed is asked for
  seededRandom();
  // @ts-expect-error a source is a function
  randn(3, 42);
});

test('a run is typed by its weights', () => {
  const one = descend({ ...settings, w: 0 });
  expectTypeOf(one).toEqualTypeOf<Descent<number>>();
  expectTypeOf(one.w).toEqualTypeOf<number>();
  expectTypeOf(one.history.at(-1)).toEqualTypeOf<Entry<number>>();
  expectTypeOf(one.state.w).toEqualTypeOf<number>();
  const many = descend({ ...settings, w: [0, 0] });
  expectTypeOf(many.w).toEqualTypeOf<Float64Array>();
  expectTypeOf(many.state.w).toEqualTypeOf<number[]>();
  expectTypeOf(descend({ ...settings, from: one.state })).toEqualTypeOf<Descent<number>>();
  expectTypeOf(descend({ ...settings, from: many.state })).toEqualTypeOf<Descent<Float64Array>>();
  expectTypeOf(descend({ ...settings, w: 0, from: {} as DescentState<number> })).toEqualTypeOf<
    Descent<number>
  >();
  for (const trace of steps({ ...settings, w: 0 })) expectTypeOf(trace.wAfter).toEqualTypeOf<number>();
  expectTypeOf(one.status).toEqualTypeOf<'completed' | 'converged' | 'diverged' | 'stopped'>();
});

test('a run needs data, a start, a learning rate and epochs', () => {
  // @ts-expect-error nothing at all
  descend({});
  // @ts-expect-error neither w nor from
  descend(settings);
  // @ts-expect-error no epochs
  descend({ x, t, w: 0, learningRate: 0.1 });
  // @ts-expect-error an unknown option
  descend({ ...settings, w: 0, batchSize: 5 });
  // @ts-expect-error the maker of a strategy is no strategy
  descend({ ...settings, w: 0, strategy: miniBatch });
  // @ts-expect-error record has two words
  descend({ ...settings, w: 0, record: 'all' });
  // @ts-expect-error a state of many weights does not start a run of one
  assertType<Descent<number>>(descend({ ...settings, from: descend({ ...settings, w: [0, 0] }).state }));
});

test('strategies, rules and models are open', () => {
  assertType<Strategy>({
    name: 'reversed',
    epoch: (n) => ({ size: 1, order: Array.from({ length: n }, (_, i) => n - 1 - i) }),
  });
  assertType<Rule<{ sum: number[] }>>({
    name: 'mine',
    init: () => ({ sum: [] }),
    update: (deltaW) => deltaW.fill(0),
  });
  assertType<Rule>(momentum({ momentum: 0.9 }));
  assertType<Rule>(gradientDescent());
  assertType<Model>(linearRegression());
  assertType<Model>({ nn: (x) => x, cost: () => 0, gradient: (_w, x) => x });
  // @ts-expect-error a strategy says its size
  assertType<Strategy>({ name: 'mine', epoch: () => ({}) });
  // @ts-expect-error a cost is a number
  assertType<Model>({ nn: (x) => x, cost: () => 'low', gradient: (_w, x) => x });
});
