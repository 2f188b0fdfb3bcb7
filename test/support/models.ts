// Models with an activation, written for the tests: squared error of tanh, cross-entropy of a sigmoid.

import { type Float64NdArray, type Model, nn } from '../../src/index.ts';
import { float64 } from '../../src/internal/float64.ts';

type Weights = number | Float64NdArray;
/** What a model's functions need to know of one sample: its prediction, its target. */
type PerSample = (y: number, t: number) => number;

/** A model of its activation, the cost of one sample, and the derivative of that cost by x w. */
function modelOf(activation: (z: number) => number, cost: PerSample, derivative: PerSample): Model {
  const predict = (x: Float64NdArray, w: Weights): Float64NdArray => {
    const y = nn(x, w);
    return float64(y.data.map(activation), [...y.shape]);
  };
  return {
    nn: predict,
    cost(y, t) {
      let sum = 0;
      for (let i = 0; i < t.shape[0]; i++) sum += cost(y.get(i), t.get(i));
      return sum;
    },
    gradient(w, x, t) {
      const y = predict(x, w);
      const d = x.shape[1] ?? 1;
      const rows = x.data.map((value, k) => {
        const i = Math.floor(k / d);
        return value * derivative(y.get(i), t.get(i));
      });
      return float64(rows, [...x.shape]);
    },
  };
}

export const tanhUnits: Model = modelOf(
  Math.tanh,
  (y, t) => (y - t) ** 2,
  (y, t) => 2 * (y - t) * (1 - y * y),
);

export const logistic: Model = modelOf(
  (z) => 1 / (1 + Math.exp(-z)),
  (y, t) => -(t * Math.log(y) + (1 - t) * Math.log(1 - y)),
  (y, t) => y - t,
);
