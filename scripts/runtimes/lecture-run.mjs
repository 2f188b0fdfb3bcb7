// Prints what the built package computes, to the bit: `node lecture-run.mjs index.js`, or index.cjs.
// The first line names the runtime.
import { createRequire } from 'node:module';
import process from 'node:process';

const require = createRequire(import.meta.url);
const gradus =
  process.argv[2] === 'index.cjs' ? require('../../dist/index.cjs') : await import('../../dist/index.js');
const { cost, deltaW, descend, gradient, nn, numpyRandom, seededRandom, steps, withBias } = gradus;
const { fullBatch, miniBatch, perSample, gradientDescent, momentum, linearRegression } = gradus;
const { integers, makeRegression, permutation, randn, uniform } = gradus;
const { addSums, explain, formatHistory, formatStep, leastSquares, leastSquaresSums } = gradus;
const ndarray = require('ndarray');
const { x, t } = require('../../test/reference/lecture/points.json');

const { bun, deno, node } = process.versions;
console.log(bun ? `Bun ${bun}` : deno ? `Deno ${deno}` : `Node.js ${node}`);
console.log(Object.keys(gradus).sort().join(' '));

/** 64-bit FNV-1a over the bytes of the float64 values: it tells -0 from 0 and every last bit. */
function hash(values) {
  let state = 0xcbf29ce484222325n;
  for (const byte of new Uint8Array(Float64Array.from(values).buffer)) {
    state = BigInt.asUintN(64, (state ^ BigInt(byte)) * 0x100000001b3n);
  }
  return state.toString(16).padStart(16, '0');
}

function print(name, result) {
  const values = typeof result === 'number' ? [result] : Array.from(result.data ?? result);
  const shown = values.length > 20 ? `${values.length} values` : values.join(' ');
  console.log(`${name}: ${shown} ${hash(values)}`);
}

function printRun(name, run) {
  for (const { step, epoch, w, cost } of run.history) print(`${name} ${step} ${epoch}`, [w, cost].flat());
  console.log(`${name}: ${JSON.stringify({ ...run.toJSON(), history: run.history.length })}`);
}

// the primitives: numbers, vectors, many weights, and views of other strides and types
const many = withBias(x);
const everySecond = ndarray(Float32Array.from(x), [10], [-2], 19);
print('nn', [nn(0.1, 0.2), nn(-0, 3), nn(1 / 3, 1e300)]);
print('nn [n]', nn(x, 0.1));
print('nn [n, d]', nn(many, [0.1, 0.7]));
print('nn of a view', nn(everySecond, 0.1));
print('cost', [cost(0.1, 0.3), cost(nn(x, 0.1), t), cost(nn(many, [0.1, 0.7]), t)]);
print('gradient', gradient(0.1, 0.7, 0.3));
print('gradient [n]', gradient(0.1, x, t));
print('gradient [n, d]', gradient([0.1, 0.7], many, t));
print('deltaW', [deltaW(0.1, 0.7, 0.3, 0.05), deltaW(0.1, x, t, 0.05)]);
print('deltaW [d]', deltaW([0.1, 0.7], many, t, 0.05));
for (const reduction of ['sum', 'mean', 'half', 'half-mean']) {
  const model = linearRegression({ reduction });
  print(`linearRegression ${reduction}`, [model.cost(nn(x, 0.1), t), ...model.gradient(0.1, x, t).data]);
}

// what the data alone say
for (const [name, inputs] of Object.entries({ '[n]': x, '[n, d]': many })) {
  const fit = leastSquares(inputs, t);
  const { minimizer, minimumCost, maxLearningRate, bestLearningRate } = fit;
  print(
    `leastSquares ${name}`,
    [minimizer, minimumCost, maxLearningRate, bestLearningRate].flatMap((v) =>
      [...[v].flat()].flatMap((u) => (typeof u === 'number' ? u : [...u])),
    ),
  );
  const sums = leastSquaresSums(inputs, t);
  print(`sums ${name}`, [sums.xx, sums.xt, sums.tt].flat(3));
  print(`added sums ${name}`, [addSums(sums, sums, sums).xx].flat(3));
  const w = name === '[n]' ? 0 : [0, 0];
  printRun(`on sums ${name}`, descend({ sums, w, learningRate: 0.03, epochs: 5 }));
}
// enough samples for the cost to be a quadratic, and for samples to be taken in one go
const large = makeRegression({ samples: 500, w: 2, noise: 0.3, random: numpyRandom(3) });
printRun('500 samples', descend({ ...large, w: 0, learningRate: 0.01, epochs: 1, strategy: perSample() }));
const line = { x: withBias(large.x), t: large.t, w: [0, 0], learningRate: 0.001, epochs: 4 };
printRun('500 samples [n, d]', descend({ ...line, strategy: miniBatch(100) }));

// the streams: 10,000 draws of each kind
const seeds = {
  seededRandom: [42, '42', 0, '梯度'],
  numpyRandom: [42, 0, 2 ** 32 - 1, [1, 2, 3]],
};
const sources = { seededRandom, numpyRandom };
for (const [name, make] of Object.entries(sources)) {
  for (const seed of seeds[name]) {
    const random = make(seed);
    print(`${name}(${JSON.stringify(seed)})`, [random(), random()]);
    print('uniform', uniform(-1, 3, 10_000, random));
    print('randn', randn(9_999, random));
    print('integers', integers(-5, 1e9, 10_000, random));
    print('long integers', integers(-5, 1e15, 10_000, random));
    print('permutation', permutation(10_000, random));
    if (random.word !== undefined) print('words', Array.from({ length: 10_000 }, random.word));
    const { x, t } = makeRegression({ samples: 10, w: 2, noise: 0.2, random });
    print('makeRegression', [...x.data, ...t.data]);
    console.log(JSON.stringify(random.state()));
    print('resumed', uniform(0, 1, 5, make.fromState(JSON.parse(JSON.stringify(random.state())))));
  }
}

// a long sum, in which the order of additions shows
const long = uniform(-1, 1, 100_003, seededRandom(1));
print('long', [cost(long, nn(long, 0.3)), deltaW(0.3, long, long, 0.05)]);

// the runs, with every (w, cost)
const settings = { x, t, w: 0.1, learningRate: 0.05, epochs: 3 };
const strategies = {
  fullBatch: fullBatch(),
  perSample: perSample(),
  'perSample shuffled': perSample({ shuffle: true }),
  miniBatch: miniBatch(5),
  'miniBatch shuffled': miniBatch(3, { shuffle: true, dropLast: true }),
};
const rules = {
  gradientDescent: gradientDescent(),
  momentum: momentum({ momentum: 0.9, dampening: 0.1 }),
  nesterov: momentum({ momentum: 0.5, nesterov: true }),
};
for (const [strategyName, strategy] of Object.entries(strategies)) {
  for (const [ruleName, rule] of Object.entries(rules)) {
    const name = `${strategyName} ${ruleName}`;
    printRun(name, descend({ ...settings, strategy, rule, random: seededRandom(7) }));
    printRun(`${name} NumPy`, descend({ ...settings, strategy, rule, random: numpyRandom(7) }));
    const options = { ...settings, x: many, strategy, rule, learningRate: (step) => 0.05 / (1 + step) };
    const first = descend({ ...options, w: [0.1, 0.7], random: seededRandom(7) });
    const from = JSON.parse(JSON.stringify(first.state));
    printRun(`${name} resumed`, descend({ ...options, from, random: seededRandom.fromState(from.random) }));
  }
}
for (const { step, y, residual, gradientSum, wAfter } of steps({ ...settings, strategy: miniBatch(7) })) {
  print(`trace ${step}`, [...y.data, ...residual.data, gradientSum, wAfter]);
}
printRun('converged', descend({ ...settings, epochs: 1000, tolerance: 1e-9 }));
printRun('diverged', descend({ ...settings, epochs: 1000, learningRate: 0.5, record: 100 }));
printRun(
  'many diverged',
  descend({ ...settings, x: many, w: [0, 0], epochs: 1000, learningRate: 0.5, record: 100 }),
);

// why they went so, and as text; logarithms of engines differ in their last bits, so that of many weights fewer digits are shown
for (const strategy of [fullBatch(), perSample(), miniBatch(5)]) {
  for (const learningRate of [0.001, 0.05, 0.12, 0.2]) {
    const run = descend({ ...settings, strategy, learningRate });
    console.log(JSON.stringify(leastSquares(x, t).contraction(strategy, learningRate)));
    console.log(explain(run).message);
    console.log(explain(run, descend(settings), { locale: 'zh' }).message);
    console.log(formatHistory(run));
    const { factor } = leastSquares(many, t).contraction(strategy, learningRate);
    console.log(factor.toPrecision(12));
  }
  for (const trace of steps({ ...settings, strategy })) console.log(formatStep(trace));
}
