// Costs with their gradients, right ones and wrong ones, and what a check must say of each. The gradients are derived by hand;
// each wrong one is labelled with the mistake that was made, and a label lists every name by which that mistake may go.
import ndarray, { type NdArray } from 'ndarray';

/** What a function's point may be in this corpus. */
type At = number | number[] | Float64Array | Float32Array | NdArray;

type Cost = (w: never) => number;
type Gradient = (w: never) => unknown;

interface Wrong {
  /** The mistake, by each name that would be right; none where it is no classic one. */
  labels: readonly string[];
  gradient: Gradient;
}

export interface Entry {
  name: string;
  /** What is hard about it. */
  kind: string;
  at: At;
  cost: Cost;
  gradient: Gradient;
  /** What must be said of the right gradient: correct, or inconclusive with one of these reasons. */
  reasons: readonly string[];
  wrong: Wrong[];
}

export const corpus: Entry[] = [];

type Vector = number[];
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const dot = (a: readonly number[], b: ArrayLike<number>): number => sum(a.map((value, i) => value * b[i]));
const range = (n: number): number[] => Array.from({ length: n }, (_, i) => i);

/** The classic mistakes that need nothing but the right gradient of one number. */
const scalarMistakes = (g: (w: number) => number): Wrong[] => [
  { labels: ['wrong-sign', 'residual-reversed'], gradient: (w: number) => -g(w) },
  { labels: ['extra-factor-2', 'missing-half'], gradient: (w: number) => 2 * g(w) },
  { labels: ['missing-factor-2'], gradient: (w: number) => g(w) / 2 },
  { labels: ['zeros'], gradient: () => 0 },
  { labels: ['learning-rate'], gradient: (w: number) => 0.03 * g(w) },
  { labels: ['sum-for-mean'], gradient: (w: number) => 7 * g(w) },
];

/** Those that need a vector. */
const vectorMistakes = (g: (w: Vector) => Vector, d: number): Wrong[] => {
  const change = (f: (values: Vector) => Vector) => (w: Vector) => f([...g(w)]);
  const all: Wrong[] = [
    { labels: ['wrong-sign', 'residual-reversed'], gradient: change((v) => v.map((value) => -value)) },
    { labels: ['extra-factor-2', 'missing-half'], gradient: change((v) => v.map((value) => 2 * value)) },
    { labels: ['zeros'], gradient: change((v) => v.map(() => 0)) },
    { labels: ['mean-for-sum'], gradient: change((v) => v.map((value) => value / 13)) },
    {
      labels: ['one-entry'],
      gradient: change((v) => v.map((value, i) => (i === d - 1 ? 1.5 * value + 0.1 : value))),
    },
    { labels: ['bias-missing'], gradient: change((v) => v.slice(1)) },
    { labels: ['not-summed'], gradient: (w: Vector) => range(5).map(() => g(w).map((value) => value / 5)) },
  ];
  const reversal: Wrong = {
    labels: d === 2 ? ['reversed', 'swapped'] : ['reversed'],
    gradient: change((v) => v.reverse()),
  };
  const more: Wrong[] = [
    { labels: ['swapped'], gradient: change(([a, b, ...rest]) => [b, a, ...rest]) },
    { labels: ['off-by-one'], gradient: change((v) => [v[d - 1], ...v.slice(0, -1)]) },
  ];
  return d > 3 ? [...all, reversal, ...more] : d === 2 ? [...all, reversal] : all;
};

const scalar = (
  kind: string,
  name: string,
  at: number,
  cost: (w: number) => number,
  gradient: (w: number) => number,
  more: Wrong[] = [],
): void => {
  corpus.push({ kind, name, at, cost, gradient, reasons: [], wrong: [...more, ...scalarMistakes(gradient)] });
};
const vector = (
  kind: string,
  name: string,
  at: Vector,
  cost: (w: Vector) => number,
  gradient: (w: Vector) => Vector,
  more: Wrong[] = [],
): void => {
  corpus.push({
    kind,
    name,
    at,
    cost,
    gradient,
    reasons: [],
    wrong: [...more, ...vectorMistakes(gradient, at.length)],
  });
};
/** A point where there is no telling; any wrong gradient may be called wrong, none correct. */
const doubtful = (
  kind: string,
  name: string,
  at: At,
  cost: Cost,
  gradient: Gradient,
  reasons: string[],
  wrong: Gradient[],
): void => {
  corpus.push({
    kind,
    name,
    at,
    cost,
    gradient,
    reasons,
    wrong: wrong.map((g) => ({ labels: [], gradient: g })),
  });
};

// the lecture: 20 points about t = 2x, as its pages print them to four places
const x20 = [
  0.0417, 0.0934, 0.1482, 0.2049, 0.2391, 0.2855, 0.3107, 0.3608, 0.4211, 0.4688, 0.5053, 0.5492, 0.6004,
  0.6531, 0.7008, 0.7523, 0.8046, 0.8617, 0.9125, 0.9764,
];
const t20 = x20.map((x, i) => 2 * x + 0.2 * Math.sin(37 * i));
const lectureCost = (w: number): number => sum(x20.map((x, i) => (t20[i] - x * w) ** 2));
const lectureGradient = (w: number): number => sum(x20.map((x, i) => 2 * x * (x * w - t20[i])));
const lectureMistakes: Wrong[] = [
  { labels: ['target-forgotten'], gradient: (w: number) => sum(x20.map((x) => 2 * x * x * w)) },
  { labels: ['not-summed'], gradient: (w: number) => x20.map((x, i) => 2 * x * (x * w - t20[i])) },
  { labels: ['stale-w'], gradient: (w: number) => lectureGradient(w - 0.3) },
  { labels: ['updated-w'], gradient: (w: number) => lectureGradient(w - 0.05 * lectureGradient(w)) },
  { labels: ['stale-w'], gradient: () => lectureGradient(0.25) },
  { labels: [], gradient: (w: number) => sum(x20.map((x, i) => 2 * (x * w - t20[i]))) },
];
for (const at of [0.1, 0.7, -3, 1.9, 40])
  scalar('lecture', `the lecture at w = ${at}`, at, lectureCost, lectureGradient, lectureMistakes);
for (const scale of [1e-12, 1e-7, 1e7, 1e12]) {
  scalar(
    'scaled',
    `the lecture times ${scale}`,
    0.3,
    (w) => scale * lectureCost(w),
    (w) => scale * lectureGradient(w),
  );
}
for (const offset of [1e3, -1e6, 1e10]) {
  scalar('offset', `the lecture plus ${offset}`, 0.3, (w) => lectureCost(w) + offset, lectureGradient);
}
scalar(
  'mean',
  'the mean of squares',
  0.4,
  (w) => lectureCost(w) / 20,
  (w) => lectureGradient(w) / 20,
  [{ labels: ['sum-for-mean'], gradient: lectureGradient }],
);
scalar(
  'half',
  'half the sum of squares',
  0.4,
  (w) => lectureCost(w) / 2,
  (w) => lectureGradient(w) / 2,
  [{ labels: ['missing-half', 'extra-factor-2'], gradient: lectureGradient }],
);

// many features
const X = range(30).map((i) => [
  1,
  Math.sin(1.7 * i),
  Math.cos(0.9 * i),
  ((i * 7) % 11) / 5 - 1,
  Math.sin(i * i),
]);
const T = X.map((row, i) => dot(row, [0.5, -1, 2, 0.3, 1]) + 0.1 * Math.cos(5 * i));
const residuals = (w: ArrayLike<number>, t = T): number[] => X.map((row, i) => dot(row, w) - t[i]);
const sums = (r: readonly number[], factor: number): Vector =>
  range(5).map((j) => factor * sum(X.map((row, i) => row[j] * r[i])));
const at5 = [0.1, 0.2, -0.3, 0.4, -0.5];
vector(
  'linear',
  'five features',
  at5,
  (w) => sum(residuals(w).map((r) => r * r)),
  (w) => sums(residuals(w), 2),
  [
    { labels: ['x-forgotten'], gradient: (w: Vector) => range(5).map(() => 2 * sum(residuals(w))) },
    {
      labels: ['target-forgotten'],
      gradient: (w: Vector) =>
        sums(
          residuals(
            w,
            T.map(() => 0),
          ),
          2,
        ),
    },
    { labels: ['bias-missing'], gradient: (w: Vector) => [0, ...sums(residuals(w), 2).slice(1)] },
    {
      labels: ['not-summed'],
      gradient: (w: Vector) => X.map((row, i) => row.map((value) => 2 * value * residuals(w)[i])),
    },
    {
      labels: ['updated-w'],
      gradient: (w: Vector) => {
        const g = sums(residuals(w), 2);
        return sums(residuals(w.map((value, j) => value - 0.004 * g[j])), 2);
      },
    },
  ],
);
vector(
  'linear',
  'ridge regression',
  at5,
  (w) => sum(residuals(w).map((r) => r * r)) + 3 * dot(w, w),
  (w) => sums(residuals(w), 2).map((g, j) => g + 6 * w[j]),
  [{ labels: [], gradient: (w: Vector) => sums(residuals(w), 2).map((g, j) => g + 3 * w[j]) }],
);
const sigmoid = (z: number): number => 1 / (1 + Math.exp(-z));
const labels = T.map((t) => (t > 0.5 ? 1 : 0));
const logits = (w: ArrayLike<number>): number[] => X.map((row) => dot(row, w));
vector(
  'logistic',
  'cross-entropy',
  at5,
  (w) => sum(logits(w).map((z, i) => Math.log1p(Math.exp(z)) - labels[i] * z)),
  (w) =>
    sums(
      logits(w).map((z, i) => sigmoid(z) - labels[i]),
      1,
    ),
  [
    { labels: ['target-forgotten'], gradient: (w: Vector) => sums(logits(w).map(sigmoid), 1) },
    {
      labels: ['x-forgotten'],
      gradient: (w: Vector) => range(5).map(() => sum(logits(w).map((z, i) => sigmoid(z) - labels[i]))),
    },
  ],
);
vector(
  'logistic',
  'squared error of a sigmoid',
  at5,
  (w) => sum(logits(w).map((z, i) => (sigmoid(z) - labels[i]) ** 2)),
  (w) =>
    sums(
      logits(w).map((z, i) => 2 * (sigmoid(z) - labels[i]) * sigmoid(z) * (1 - sigmoid(z))),
      1,
    ),
  [
    {
      labels: [],
      gradient: (w: Vector) =>
        sums(
          logits(w).map((z, i) => 2 * (sigmoid(z) - labels[i])),
          1,
        ),
    },
  ],
);
vector(
  'logistic',
  'squared error of a tanh',
  at5,
  (w) => sum(logits(w).map((z, i) => (Math.tanh(z) - labels[i]) ** 2)),
  (w) =>
    sums(
      logits(w).map((z, i) => 2 * (Math.tanh(z) - labels[i]) * (1 - Math.tanh(z) ** 2)),
      1,
    ),
  [
    {
      labels: [],
      gradient: (w: Vector) =>
        sums(
          logits(w).map((z, i) => 2 * (Math.tanh(z) - labels[i]) * (1 - Math.tanh(z))),
          1,
        ),
    },
  ],
);
vector(
  'logistic',
  'saturated logits',
  at5.map((w) => 40 * w),
  (w) => sum(logits(w).map((z, i) => Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z))) - labels[i] * z)),
  (w) =>
    sums(
      logits(w).map((z, i) => sigmoid(z) - labels[i]),
      1,
    ),
);
vector(
  'robust',
  'Huber',
  at5,
  (w) => sum(residuals(w).map((r) => (Math.abs(r) < 0.37 ? (r * r) / 2 : 0.37 * (Math.abs(r) - 0.185)))),
  (w) =>
    sums(
      residuals(w).map((r) => (Math.abs(r) < 0.37 ? r : 0.37 * Math.sign(r))),
      1,
    ),
);
vector(
  'robust',
  'absolute residuals',
  at5,
  (w) => sum(residuals(w).map(Math.abs)),
  (w) => sums(residuals(w).map(Math.sign), 1),
);
vector(
  'robust',
  'log-cosh',
  at5,
  (w) => sum(residuals(w).map((r) => Math.log(Math.cosh(r)))),
  (w) => sums(residuals(w).map(Math.tanh), 1),
);
vector(
  'poisson',
  'Poisson regression',
  at5,
  (w) => sum(logits(w).map((z, i) => Math.exp(z) - Math.abs(T[i]) * z)),
  (w) =>
    sums(
      logits(w).map((z, i) => Math.exp(z) - Math.abs(T[i])),
      1,
    ),
  [{ labels: ['target-forgotten'], gradient: (w: Vector) => sums(logits(w).map(Math.exp), 1) }],
);

// softmax over three classes, weights [2, 3] in an ndarray
const inputs = range(12).map((i) => [Math.sin(i), Math.cos(2 * i)]);
const softmax = (z: readonly number[]): number[] => {
  const top = Math.max(...z);
  const e = z.map((value) => Math.exp(value - top));
  return e.map((value) => value / sum(e));
};
const classes = (w: NdArray, row: readonly number[]): number[] =>
  softmax(range(3).map((c) => row[0] * w.get(0, c) + row[1] * w.get(1, c)));
const softmaxGradient = (w: NdArray): Float64Array => {
  const g = new Float64Array(6);
  inputs.forEach((row, i) => {
    classes(w, row).forEach((p, c) => {
      for (const j of [0, 1]) g[j * 3 + c] += row[j] * (p - (c === i % 3 ? 1 : 0));
    });
  });
  return g;
};
const w23 = (): NdArray => ndarray(Float64Array.of(0.3, -0.1, 0.5, 0.2, 0.7, -0.4), [2, 3]);
const softmaxCost = (w: NdArray): number => -sum(inputs.map((row, i) => Math.log(classes(w, row)[i % 3])));
const matrix = (values: ArrayLike<number>, shape: number[]): NdArray =>
  ndarray(Float64Array.from(values), shape);
const softmaxWrong: Wrong[] = [
  {
    labels: ['wrong-sign', 'residual-reversed'],
    gradient: (w: NdArray) =>
      matrix(
        softmaxGradient(w).map((g) => -g),
        [2, 3],
      ),
  },
  {
    labels: ['transposed'],
    gradient: (w: NdArray) =>
      matrix(
        range(6).map((k) => softmaxGradient(w)[(k % 2) * 3 + Math.floor(k / 2)]),
        [3, 2],
      ),
  },
  {
    labels: ['transposed'],
    gradient: (w: NdArray) =>
      matrix(
        range(6).map((k) => softmaxGradient(w)[(k % 2) * 3 + Math.floor(k / 2)]),
        [2, 3],
      ),
  },
  {
    labels: ['one-entry'],
    gradient: (w: NdArray) =>
      matrix(
        softmaxGradient(w).map((g, k) => (k === 4 ? 0.3 - g : g)),
        [2, 3],
      ),
  },
  {
    labels: ['mean-for-sum'],
    gradient: (w: NdArray) =>
      matrix(
        softmaxGradient(w).map((g) => g / 12),
        [2, 3],
      ),
  },
];
const softmaxRight = (w: NdArray): NdArray => matrix(softmaxGradient(w), [2, 3]);
corpus.push({
  kind: 'softmax',
  name: 'softmax regression',
  at: w23(),
  cost: softmaxCost,
  gradient: softmaxRight,
  reasons: [],
  wrong: softmaxWrong,
});
corpus.push({
  kind: 'softmax',
  name: 'softmax, a view with strides',
  at: ndarray(
    Float64Array.from(range(12), (k) => Math.sin(k)),
    [2, 3],
    [1, 4],
    0,
  ),
  cost: softmaxCost,
  gradient: softmaxRight,
  reasons: [],
  wrong: softmaxWrong,
});

// a net of two layers: 2 inputs, 3 hidden units, 1 output, 13 weights in a row
const net = (activation: (z: number) => number, slope: (z: number) => number) => {
  const parts = (w: Vector): { z: number[][]; y: number[] } => {
    const z = inputs.map((row) => range(3).map((h) => row[0] * w[h] + row[1] * w[3 + h] + w[6 + h]));
    return { z, y: z.map((units) => sum(units.map((value, h) => activation(value) * w[9 + h])) + w[12]) };
  };
  const t = inputs.map((row) => row[0] * row[1] + 0.3);
  const cost = (w: Vector): number => sum(parts(w).y.map((y, i) => (y - t[i]) ** 2));
  const gradient = (w: Vector, factor = slope): Vector => {
    const { z, y } = parts(w);
    const g = Array<number>(13).fill(0);
    inputs.forEach((row, i) => {
      const r = 2 * (y[i] - t[i]);
      for (const h of range(3)) {
        const back = r * w[9 + h] * factor(z[i][h]);
        g[h] += back * row[0];
        g[3 + h] += back * row[1];
        g[6 + h] += back;
        g[9 + h] += r * activation(z[i][h]);
      }
      g[12] += r;
    });
    return g;
  };
  return { cost, gradient };
};
const at13 = [0.3, -0.5, 0.7, 0.2, 0.9, -0.4, 0.1, -0.2, 0.05, 0.6, -0.8, 0.4, 0.15];
const tanhNet = net(Math.tanh, (z) => 1 - Math.tanh(z) ** 2);
const reluNet = net(
  (z) => Math.max(0, z),
  (z) => (z > 0 ? 1 : 0),
);
const leakyNet = net(
  (z) => (z > 0 ? z : 0.1 * z),
  (z) => (z > 0 ? 1 : 0.1),
);
vector('net', 'two layers, tanh', at13, tanhNet.cost, tanhNet.gradient, [
  { labels: [], gradient: (w: Vector) => tanhNet.gradient(w, () => 1) },
]);
vector('net', 'two layers, relu', at13, reluNet.cost, reluNet.gradient, [
  { labels: [], gradient: (w: Vector) => reluNet.gradient(w, () => 1) },
]);
vector('net', 'two layers, leaky relu', at13, leakyNet.cost, leakyNet.gradient);
vector(
  'net',
  'two layers, a dead unit',
  at13.map((w, k) => (k === 6 ? -9 : w)),
  reluNet.cost,
  reluNet.gradient,
  [{ labels: [], gradient: (w: Vector) => reluNet.gradient(w).map((g, k) => (k === 6 ? 0.5 : g)) }],
);

// domains
scalar(
  'domain',
  'log near its edge',
  1e-6,
  (w) => Math.log(w),
  (w) => 1 / w,
);
scalar(
  'domain',
  'log by its edge',
  1e-300,
  (w) => Math.log(w),
  (w) => 1 / w,
);
scalar(
  'domain',
  'entropy',
  0.2,
  (w) => w * Math.log(w) + (1 - w) * Math.log(1 - w),
  (w) => Math.log(w) - Math.log(1 - w),
);
scalar('domain', 'square root near 0', 1e-9, Math.sqrt, (w) => 0.5 / Math.sqrt(w));
scalar('domain', 'arcsine near 1', 0.999999, Math.asin, (w) => 1 / Math.sqrt(1 - w * w));
scalar(
  'domain',
  'throws out of its domain',
  0.001,
  (w) => {
    if (w <= 0) throw new RangeError('w must be positive');
    return Math.log(w) ** 2;
  },
  (w) => (2 * Math.log(w)) / w,
);
scalar('domain', 'exponential', 5, Math.exp, Math.exp);
scalar('domain', 'a large exponential', 300, Math.exp, Math.exp);
scalar(
  'domain',
  'one over',
  1e-4,
  (w) => 1 / w,
  (w) => -1 / (w * w),
);
vector(
  'domain',
  'log barrier',
  [0.1, 1e-5, 0.7],
  (w) => dot(w, [1, 2, 3]) - sum(w.map(Math.log)),
  (w) => w.map((value, j) => j + 1 - 1 / value),
);
vector(
  'domain',
  'log-likelihood of a normal',
  [0.3, 0.05],
  ([m, s]) => sum(t20.map((t) => ((t - m) / s) ** 2 / 2 + Math.log(s))),
  ([m, s]) => [-sum(t20.map((t) => (t - m) / (s * s))), sum(t20.map((t) => 1 / s - (t - m) ** 2 / s ** 3))],
);

// shapes of curves
const rosenbrock = (w: Vector): number =>
  sum(range(w.length - 1).map((i) => 100 * (w[i + 1] - w[i] ** 2) ** 2 + (1 - w[i]) ** 2));
const rosenbrockGradient = (w: Vector): Vector =>
  w.map(
    (v, i) =>
      (i < w.length - 1 ? -400 * v * (w[i + 1] - v * v) - 2 * (1 - v) : 0) +
      (i > 0 ? 200 * (v - w[i - 1] ** 2) : 0),
  );
vector('curved', 'Rosenbrock in two', [-1.2, 1], rosenbrock, rosenbrockGradient);
vector(
  'curved',
  'Rosenbrock in ten',
  range(10).map((i) => Math.sin(i + 1)),
  rosenbrock,
  rosenbrockGradient,
);
vector(
  'curved',
  'Himmelblau',
  [1.3, -0.7],
  ([a, b]) => (a * a + b - 11) ** 2 + (a + b * b - 7) ** 2,
  ([a, b]) => [
    4 * a * (a * a + b - 11) + 2 * (a + b * b - 7),
    2 * (a * a + b - 11) + 4 * b * (a + b * b - 7),
  ],
);
const product = (w: Vector): number => w.reduce((p, v) => p * v, 1);
const factors500 = range(500).map((i) => 1 + 0.3 * Math.sin(i * i));
corpus.push({
  kind: 'product',
  name: 'a product of 500 factors',
  at: factors500,
  cost: product,
  gradient: (w: Vector) => w.map((v) => product(w) / v),
  reasons: [],
  wrong: [
    { labels: ['wrong-sign', 'residual-reversed'], gradient: (w: Vector) => w.map((v) => -product(w) / v) },
    {
      labels: ['one-entry'],
      gradient: (w: Vector) => w.map((v, i) => ((i === 313 ? 2 : 1) * product(w)) / v),
    },
    {
      labels: ['extra-factor-2', 'missing-half'],
      gradient: (w: Vector) => w.map((v) => (2 * product(w)) / v),
    },
  ],
});
vector('product', 'a product of four', [0.5, -2, 3, 1.5], product, (w) => w.map((v) => product(w) / v));
scalar(
  'curved',
  'a polynomial of degree nine',
  1.1,
  (w) => w ** 9 - 3 * w ** 4 + w,
  (w) => 9 * w ** 8 - 12 * w ** 3 + 1,
);
scalar(
  'linear',
  'a line',
  2,
  (w) => 3 * w - 1,
  () => 3,
);
scalar(
  'linear',
  'a line from 0',
  0,
  (w) => -0.001 * w,
  () => -0.001,
);
vector(
  'linear',
  'a plane',
  [1, 2, 3, 4],
  (w) => dot([1, -2, 3, -4], w),
  () => [1, -2, 3, -4],
);
scalar(
  'curved',
  'a parabola',
  3,
  (w) => w * w,
  (w) => 2 * w,
);
vector(
  'scaled',
  'badly scaled',
  [1e-3, 1e3, 1],
  ([a, b, c]) => 1e6 * a * a + 1e-6 * b * b + c * c,
  ([a, b, c]) => [2e6 * a, 2e-6 * b, 2 * c],
);
vector(
  'scaled',
  'worse scaled',
  [1, 1],
  ([a, b]) => 1e4 * a * a + 1e-4 * (b + 2) ** 2,
  ([a, b]) => [2e4 * a, 2e-4 * (b + 2)],
);
vector(
  'scaled',
  'weights of different size',
  [1e-8, 1e8, 3],
  ([a, b, c]) => (1e8 * a - 2) ** 2 + (1e-8 * b - 3) ** 2 + c ** 3,
  ([a, b, c]) => [2e8 * (1e8 * a - 2), 2e-8 * (1e-8 * b - 3), 3 * c * c],
);
scalar(
  'cancelling',
  'a large square taken off',
  0.3,
  (w) => (w + 1e6) ** 2 - 1e12,
  (w) => 2 * (w + 1e6),
);
scalar('cancelling', 'an offset that goes again', 0.7, (w) => Math.sin(w) + 1e8 - 1e8, Math.cos);
scalar('cancelling', 'one minus cosine', 0.01, (w) => 1 - Math.cos(w), Math.sin);
scalar(
  'oscillating',
  'a fast sine',
  1,
  (w) => Math.sin(300 * w),
  (w) => 300 * Math.cos(300 * w),
);
scalar(
  'oscillating',
  'a faster sine',
  0.5,
  (w) => Math.sin(1e5 * w),
  (w) => 1e5 * Math.cos(1e5 * w),
);
scalar('oscillating', 'a sine far out', 1e6, Math.sin, Math.cos);
scalar(
  'oscillating',
  'the sine of one over w',
  0.01,
  (w) => Math.sin(1 / w),
  (w) => -Math.cos(1 / w) / (w * w),
);
vector(
  'oscillating',
  'Rastrigin',
  [0.3, -1.1, 2.2],
  (w) => sum(w.map((v) => v * v - 10 * Math.cos(2 * Math.PI * v))),
  (w) => w.map((v) => 2 * v + 20 * Math.PI * Math.sin(2 * Math.PI * v)),
);
scalar(
  'flat',
  'a steep power near 0',
  0.01,
  (w) => w ** 6,
  (w) => 6 * w ** 5,
);
scalar(
  'flat',
  'a bell far out',
  5,
  (w) => Math.exp(-w * w),
  (w) => -2 * w * Math.exp(-w * w),
);
scalar(
  'flat',
  'a tiny slope on a one',
  4,
  (w) => 1 + 1e-5 * w * w,
  (w) => 2e-5 * w,
);
scalar('kinked', 'an absolute value', -2.5, Math.abs, Math.sign, [
  { labels: ['wrong-where-negative'], gradient: () => 1 },
]);
scalar(
  'kinked',
  'an absolute value close to its kink',
  1e-3,
  (w) => Math.abs(w - 1e-4),
  (w) => Math.sign(w - 1e-4),
);
vector(
  'kinked',
  'a sum of absolute values',
  [1.5, -0.7, 0.3, 2, -1],
  (w) => sum(w.map(Math.abs)),
  (w) => w.map(Math.sign),
  [{ labels: ['wrong-where-negative'], gradient: (w: Vector) => w.map(() => 1) }],
);
vector(
  'kinked',
  'leaky units',
  [1.5, -0.7, 0.3, -2],
  (w) => sum(w.map((v, i) => (i + 1) * (v > 0 ? v * v : 0.2 * v * v))),
  (w) => w.map((v, i) => 2 * (i + 1) * (v > 0 ? v : 0.2 * v)),
  [
    {
      labels: ['wrong-where-negative'],
      gradient: (w: Vector) => w.map((v, i) => 2 * (i + 1) * (v > 0 ? v : 0)),
    },
  ],
);
vector(
  'kinked',
  'a maximum',
  [1.5, 1.2, 0.3],
  (w) => Math.max(...w) ** 2 + w[2],
  (w) => w.map((v, i) => (v === Math.max(...w) ? 2 * v : 0) + (i === 2 ? 1 : 0)),
);
corpus.push({
  kind: 'single',
  name: 'a cost in single precision',
  at: 0.8,
  cost: (w: number) => Math.fround(Math.sin(w)),
  gradient: Math.cos,
  reasons: ['precision-lost', ''],
  wrong: scalarMistakes(Math.cos),
});
corpus.push({
  kind: 'single',
  name: 'a point in single precision',
  at: Float32Array.of(0.3, -1.7, 2),
  cost: (w: Float32Array) => sum([...w].map((v) => Math.exp(v))),
  gradient: (w: Float32Array) => w.map(Math.exp),
  reasons: [],
  wrong: [
    {
      labels: ['wrong-sign', 'residual-reversed'],
      gradient: (w: Float32Array) => w.map((v) => -Math.exp(v)),
    },
    {
      labels: ['extra-factor-2', 'missing-half'],
      gradient: (w: Float32Array) => w.map((v) => 2 * Math.exp(v)),
    },
    {
      labels: ['one-entry'],
      gradient: (w: Float32Array) => w.map((v, i) => Math.exp(v) + (i === 1 ? 0.1 : 0)),
    },
  ],
});
scalar('single', 'a gradient in single precision', 0.4, lectureCost, (w) => Math.fround(lectureGradient(w)));
const halves = Float64Array.from(range(2000), (i) => Math.sin(i) + 0.5);
const bowl = (w: Float64Array): Float64Array => w.map((v, i) => 2 * (1 + (i % 5)) * (v - 0.1 * (i % 7)));
corpus.push({
  kind: 'large',
  name: 'two thousand weights',
  at: halves,
  cost: (w: Float64Array) => w.reduce((s, v, i) => s + (1 + (i % 5)) * (v - 0.1 * (i % 7)) ** 2, 0),
  gradient: bowl,
  reasons: [],
  wrong: [
    {
      labels: ['one-entry'],
      gradient: (w: Float64Array) => bowl(w).map((g, i) => (i === 1234 ? 1.1 * g : g)),
    },
    { labels: ['wrong-sign', 'residual-reversed'], gradient: (w: Float64Array) => bowl(w).map((g) => -g) },
    { labels: ['missing-factor-2'], gradient: (w: Float64Array) => bowl(w).map((g) => g / 2) },
  ],
});

// where there is no telling
const anything = [() => 1, () => -3, () => 0.25];
doubtful('kink', 'an absolute value at 0', 0, Math.abs, () => 0, ['kink'], anything);
doubtful(
  'kink',
  'a relu at 0',
  0,
  (w: number) => Math.max(0, w),
  () => 0,
  ['kink'],
  anything,
);
doubtful(
  'kink',
  'an absolute value at 0, far up',
  0,
  (w: number) => Math.abs(w) + 1e6,
  () => 0,
  ['kink'],
  anything,
);
doubtful(
  'kink',
  'a root of an absolute value',
  0,
  (w: number) => Math.sqrt(Math.abs(w)),
  () => 0,
  ['kink'],
  anything,
);
doubtful(
  'kink',
  'a step',
  0,
  (w: number) => (w < 0 ? 0.3 : 1.7) + w,
  () => 1,
  ['kink', 'precision-lost'],
  [() => 2, () => -3, () => 0.25],
);
doubtful(
  'kink',
  'the length of a vector at 0',
  [0, 0],
  (w: Vector) => Math.hypot(...w),
  () => [0, 0],
  ['kink'],
  [() => [1, 1], () => [-1, 0], () => [3, 3]],
);
doubtful(
  'kink',
  'partial derivatives without a gradient',
  [0, 0],
  ([a, b]: Vector) => (a === 0 && b === 0 ? 0 : (a * a * b) / (a * a + b * b)),
  () => [0, 0],
  ['kink', 'precision-lost'],
  [() => [1, 1], () => [-1, 0], () => [0, 2]],
);
doubtful('edge', 'a square root at 0', 0, Math.sqrt, () => 1e9, ['domain-edge'], anything);
doubtful(
  'edge',
  'w to the power of three halves at 0',
  0,
  (w: number) => w ** 1.5,
  () => 0,
  ['domain-edge'],
  anything,
);
doubtful(
  'edge',
  'w log w at 0',
  0,
  (w: number) => (w === 0 ? 0 : w * Math.log(w)),
  () => -1e9,
  ['domain-edge'],
  anything,
);
doubtful(
  'edge',
  'throws below 0',
  0,
  (w: number) => {
    if (w < 0) throw new RangeError('negative');
    return w * w + w;
  },
  () => 1,
  ['domain-edge'],
  [() => -1, () => 0.5, () => 0],
);
let noise = 1;
const unsteady = (): number => {
  noise = (noise * 16807) % 2147483647;
  return noise / 2147483647 - 0.5;
};
doubtful(
  'noise',
  'another cost at every call',
  0.4,
  (w: number) => lectureCost(w) + 1e-3 * unsteady(),
  lectureGradient,
  ['non-deterministic'],
  [(w: number) => -lectureGradient(w), () => 0, (w: number) => 2 * lectureGradient(w)],
);
doubtful(
  'noise',
  'a little other at every call',
  0.4,
  (w: number) => lectureCost(w) * (1 + 1e-9 * unsteady()),
  lectureGradient,
  ['non-deterministic'],
  [(w: number) => -lectureGradient(w), () => 0, (w: number) => 2 * lectureGradient(w)],
);
doubtful(
  'mutating',
  'a cost that sorts its argument',
  [3, 1, 2],
  (w: Vector) => dot([1, 2, 3], w.sort()),
  () => [3, 1, 2],
  ['mutates-its-argument'],
  [() => [1, 2, 3], () => [0, 0, 0], () => [-3, -1, -2]],
);
doubtful(
  'mutating',
  'a gradient that doubles its argument',
  [3, 1, 2],
  (w: Vector) => dot(w, w),
  (w: Vector) => {
    for (const i of range(3)) w[i] *= 2;
    return [...w];
  },
  ['mutates-its-argument'],
  [() => [1, 2, 3], () => [0, 0, 0], () => [-6, -2, -4]],
);
doubtful(
  'lost',
  'a slope below the rounding',
  0.3,
  (w: number) => 1e-12 * lectureCost(w) + 1e10,
  (w: number) => 1e-12 * lectureGradient(w),
  ['precision-lost'],
  [(w: number) => -1e-12 * lectureGradient(w), () => 0, (w: number) => 2e-12 * lectureGradient(w)],
);
doubtful(
  'lost',
  'a sine below the rounding',
  0.3,
  (w: number) => 1e-9 * Math.sin(w) + 1e10,
  (w: number) => 1e-9 * Math.cos(w),
  ['precision-lost'],
  [(w: number) => -1e-9 * Math.cos(w), () => 0, (w: number) => 2e-9 * Math.cos(w)],
);
doubtful(
  'lost',
  'a constant',
  0.3,
  () => 7,
  () => 0,
  ['precision-lost'],
  [() => 0.5, () => -1, () => 1e3],
);
doubtful(
  'lost',
  'a staircase',
  1.10003,
  (w: number) => Math.floor(w * 1000) / 1000,
  () => 0,
  ['precision-lost', 'kink'],
  [() => 7, () => -1, () => 1e3],
);
doubtful(
  'lost',
  'tanh far out',
  20,
  (w: number) => Math.tanh(w),
  (w: number) => 1 - Math.tanh(w) ** 2,
  ['precision-lost'],
  [() => 1, () => -1, () => 0.5],
);
doubtful(
  'infinite',
  'a cost that is infinite here',
  0,
  (w: number) => 1 / Math.abs(w),
  () => 0,
  ['not-finite'],
  [() => 1, () => -1, () => 2],
);
