// Each figure with its data function and inputs to draw, easy and hard: the laws loop over these, and house.test.ts fails where a
// figure has none.

import * as figures from '../../src/figures/index.ts';
import {
  type Descent,
  descend,
  leastSquares,
  miniBatch,
  momentum,
  perSample,
  seededRandom,
  withBias,
} from '../../src/index.ts';
import { t, x } from './points.ts';

/** The lecture's settings, and runs of all kinds. */
export const base: { x: number[]; t: number[]; w: number; learningRate: number; epochs: number } = {
  x,
  t,
  w: 0.1,
  learningRate: 0.05,
  epochs: 3,
};
export const run: Descent<number> = descend(base);
export const each: Descent<number> = descend({ ...base, strategy: perSample() });
const few = descend({ ...base, strategy: miniBatch(5) });
const none = descend({ ...base, epochs: 0 });
export const diverged: Descent<number> = descend({ ...base, learningRate: 0.2, epochs: 2000 });
export const long: Descent<number> = descend({
  ...base,
  epochs: 500,
  strategy: perSample({ shuffle: true }),
  random: seededRandom(1),
});
export const far: Descent<number> = descend({ ...base, w: 1e6, epochs: 12 });
export const exact: Descent<number> = descend({ ...base, t: x.map((v) => 2 * v), epochs: 60 });
const turning = descend({ ...base, learningRate: 0.14, epochs: 20 });
const stopped = descend({ ...base, strategy: perSample(), onEntry: ({ step }) => step < 7 });
const standing = descend({ ...base, learningRate: 0 });
const two = { ...base, x: withBias(x), w: [-0.5, 0.1] };
export const plane: Descent<Float64Array> = descend({ ...two, learningRate: 0.03, epochs: 30 });

/** One figure: how it is made, what of it is data, and inputs by their names. */
export interface Drawn {
  // biome-ignore lint/suspicious/noExplicitAny: each figure takes an input of its own
  figure(input: any, options?: any): figures.Figure | figures.FigureRow;
  // biome-ignore lint/suspicious/noExplicitAny: likewise
  data(input: any, options?: any): object;
  inputs: Record<string, unknown>;
}

const paths = {
  lecture: run,
  'per sample': each,
  'one entry': none,
  '10001 entries': long,
  '12 decades': far,
  'no noise': exact,
  diverged,
  overshooting: turning,
  standing,
  stopped,
};

export const drawn: Record<string, Drawn> = {
  samplesFigure: {
    figure: figures.samplesFigure,
    data: figures.samplesData,
    inputs: {
      lecture: { x, t, target: 2 },
      'no line': { x, t },
      'a curve': { x, t, target: Math.exp },
      'one sample': { x: [3], t: [-1], target: 2 },
      many: { x: Float64Array.from({ length: 5000 }, (_, i) => i), t: new Float32Array(5000), target: 0 },
    },
  },
  costCurveFigure: {
    figure: figures.costCurveFigure,
    data: figures.costCurveData,
    inputs: {
      lecture: leastSquares(x, t),
      'left of 0': leastSquares(
        x,
        t.map((v) => -v),
      ),
      'about 0': leastSquares([1, 1], [1, -1]),
      flat: leastSquares([0, 0], [1, 2]),
    },
  },
  descentFigure: { figure: figures.descentFigure, data: figures.descentData, inputs: paths },
  fitFigure: {
    figure: figures.fitFigure,
    data: figures.fitData,
    inputs: {
      lecture: { x, t, target: 2, fitted: run.w },
      'no target': { x, t, fitted: run.w },
      curves: { x, t, target: (v: number) => 2 * v, fitted: (v: number) => plane.w[0] + plane.w[1] * v },
    },
  },
  learningCurveFigure: {
    figure: figures.learningCurveFigure,
    data: figures.learningCurveData,
    inputs: {
      ...paths,
      strategies: { 'full batch': run, 'per sample': each, 'mini-batches of 5': few },
      'many weights': { bias: plane, momentum: descend({ ...two, rule: momentum({ momentum: 0.5 }) }) },
      five: { a: run, b: each, c: few, d: turning, e: diverged },
      'costs of 0': descend({ x: [1], t: [0], w: 0, learningRate: 0.1, epochs: 3 }),
    },
  },
  compareFigure: {
    figure: figures.compareFigure,
    data: figures.compareData,
    inputs: {
      lecture: { 'full batch': run, 'per sample': each, 'mini-batches of 5': few },
      'one diverges': {
        'full batch': diverged,
        'per sample': descend({ ...base, learningRate: 0.2, epochs: 400, strategy: perSample() }),
      },
      'other lengths': { long: turning, short: run },
      'no epochs': { none, run },
    },
  },
  contourFigure: {
    figure: figures.contourFigure,
    data: figures.contourData,
    inputs: {
      lecture: plane,
      'one entry': descend({ ...two, epochs: 0 }),
      diverged: descend({ ...two, epochs: 3000 }),
      long: descend({ ...two, epochs: 600, strategy: perSample() }),
      'along one axis': descend({
        x: [
          [1, 0],
          [0, 1],
        ],
        t: [1, 0],
        w: [0, 0],
        learningRate: 0.1,
        epochs: 5,
      }),
    },
  },
};

/** Every figure with each of its inputs. */
export const everyFigure: { name: string; input: unknown; drawn: Drawn }[] = Object.entries(drawn).flatMap(
  ([figure, drawn]) =>
    Object.entries(drawn.inputs).map(([name, input]) => ({ name: `${figure}: ${name}`, input, drawn })),
);
