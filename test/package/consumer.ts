// What a strict TypeScript project may and may not write. The test copies this file beside the installed package, where
// 'gradus' is the tarball, as an ES module and as CommonJS; here it is the source.

import {
  cost,
  type Descent,
  deltaW,
  descend,
  type Entry,
  explain,
  type Float64NdArray,
  gradient,
  integers,
  leastSquares,
  linearRegression,
  type Model,
  makeRegression,
  miniBatch,
  momentum,
  nn,
  numpyRandom,
  permutation,
  type RandomSource,
  type Rule,
  type Strategy,
  seededRandom,
  steps,
  withBias,
} from 'gradus';
import { assertGradient, checkGradient, checkModel, type GradientReport, type Mistake } from 'gradus/check';
import {
  compareFigure,
  contourFigure,
  costCurveFigure,
  descentFigure,
  type Figure,
  type FigureRun,
  learningCurveFigure,
} from 'gradus/figures';

type IsAny<T> = 0 extends 1 & T ? true : false;
type IsSame<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
function holds<_T extends true>(): void {}

const [x, t] = [
  [1, 2],
  [2, 4],
];
const settings = { x, t, learningRate: 0.1, epochs: 1 };
const vector = nn(x, 3);
const one = descend({ ...settings, w: 0 });
const many = descend({ ...settings, x: withBias(x), w: [0, 0] });

export function right(): void {
  // without the types of ndarray an NdArray would be any, and nearly every other line here would pass
  holds<IsSame<IsAny<typeof vector>, false>>();
  holds<IsSame<typeof vector, Float64NdArray>>();
  holds<IsSame<typeof vector.data, Float64Array>>();
  holds<IsSame<typeof one, Descent<number>>>();
  holds<IsSame<typeof one.w, number>>();
  holds<IsSame<typeof many.w, Float64Array>>();
  const last: Entry<number> = one.history.at(-1);
  const numbers: number[] = [nn(2, 3), cost(x, t), gradient(1, 2, 3), deltaW(1, x, t, 0.1), last.cost];
  const random: RandomSource = seededRandom(numbers.length);
  const words: number[] = [
    numpyRandom(0).word(),
    ...numpyRandom.fromState(numpyRandom([1, 2]).state()).state()[1],
  ];
  const reversed: Strategy = {
    name: 'reversed',
    epoch: (n) => ({ size: 1, order: Array.from(permutation(n, random)).reverse() }),
  };
  const model: Model = linearRegression({ reduction: 'mean' });
  const rule: Rule = momentum({ momentum: 0.9 });
  const data = makeRegression({ samples: integers(1, words.length, 1, random).get(0), w: 2, noise: 0.2 });
  const options = { ...data, w: 0, learningRate: 0.1, epochs: 1, strategy: reversed, rule, model, random };
  for (const { wAfter } of steps(options)) wAfter.toFixed(3);
  descend({ ...settings, from: many.state }).w.subarray(1);
  const report: GradientReport = checkGradient({ cost: (w) => w * w, gradient: (w) => 2 * w, at: 1 });
  const mistakes: Mistake[] = report.diagnosis.map(({ code }) => code);
  assertGradient({ cost: ([a, b]) => a * b, gradient: ([a, b]) => [b, a], at: [1, mistakes.length] });
  checkGradient({ cost: (w) => w.get(0), gradient: (w) => w, at: vector, relativeTolerance: undefined });
  // a run is what the figures ask for, and its kind of weights is seen in what is said of it
  const figure: Figure = descentFigure(one, { locale: 'zh', render: (drawn) => drawn.description });
  contourFigure(many, { width: figure.width }).layer.map(({ mark }) => mark.type);
  compareFigure({ one, two: one }).hconcat.length.toFixed();
  learningCurveFigure({ one, many });
  const byHand: FigureRun<number> = {
    history: one.history.toJSON(),
    status: '',
    costAt: leastSquares(x, t).cost,
  };
  costCurveFigure(leastSquares(x, t));
  descentFigure(byHand);
  const found = explain(one);
  if (found.code === 'converging') found.numbers.fixedPoint.toFixed();
  const other = explain(many, { locale: 'zh' });
  if (other.code === 'hovering') other.numbers.lowest.map((w) => w.toFixed());
  explain(one, many).numbers.first.cost.toFixed();
  leastSquares(x, t).contraction(reversed, 0.1).fixedPoint.toFixed();
  checkModel(model, { x, t, w: 0 }).sum.verdict.toUpperCase();
  // an option may be handed on as it came, and weights whose kind is not known as well
  descend({ ...settings, w: 0, tolerance: undefined, strategy: undefined });
  const either: number | number[] = last.step > 0 ? 1 : [1, 2];
  holds<IsSame<ReturnType<typeof unknownWeights>, Descent>>();
  function unknownWeights() {
    return descend({ ...settings, w: either as number | number[] });
  }
}

export function wrong(): void {
  // @ts-expect-error a path on a curve has one weight
  descentFigure(many);
  // @ts-expect-error a misspelt option
  descentFigure(one, { colour: [] });
  // @ts-expect-error only English and Chinese
  explain(one, { locale: 'fr' });
  // @ts-expect-error a prediction is not a string
  const text: string = nn(2, 3);
  // @ts-expect-error a string is no number
  nn('2', 3);
  // @ts-expect-error an ndarray is not a number
  vector.toFixed(text.length);
  // @ts-expect-error an ndarray has no such method
  vector.nothing();
  // @ts-expect-error the learning rate is missing
  deltaW(1, 2, 3);
  // @ts-expect-error nothing at all
  descend({});
  // @ts-expect-error neither w nor from
  descend(settings);
  // @ts-expect-error an unknown option
  descend({ ...settings, w: 0, batchSize: 5 });
  // @ts-expect-error no such reduction
  linearRegression({ reduction: 'average' });
  // @ts-expect-error no point
  checkGradient({ cost: (w: number) => w, gradient: (w: number) => w });
  // @ts-expect-error a point is no string
  checkGradient({ cost: () => 1, gradient: () => 1, at: '1' });
  // @ts-expect-error a cost is a number
  checkGradient({ cost: (w: number) => [w], gradient: (w: number) => w, at: 1 });
  // @ts-expect-error no such language
  checkGradient({ cost: (w: number) => w, gradient: (w: number) => w, at: 1, locale: 'fr' });
  // @ts-expect-error a size is asked for
  miniBatch();
}
