// gradus as a contender of bench.mjs: `work n repeats` in, seconds and a value out. Measured is the build.
import process from 'node:process';
import { createInterface } from 'node:readline';
import ndarray from 'ndarray';
import {
  cost,
  deltaW,
  descend,
  gradient,
  leastSquaresSums,
  miniBatch,
  nn,
  numpyRandom,
  perSample,
} from '../dist/index.js';

function make(n) {
  const x = Float64Array.from({ length: n }, (_, i) => (i * 0.6180339887498949) % 1);
  return { x, t: x.map((value, i) => 2 * value + 0.2 * Math.sin(i)) };
}

const last = ({ data }) => data[data.length - 1];
const works = {
  gradient: ({ x, t }) => last(gradient(1.5, x, t)),
  cost: ({ x, t }) => cost(nn(x, 1.5), t),
  full: ({ x, t }) => descend({ x, t, w: 0, learningRate: 1 / x.length, epochs: 100 }).w,
  sums({ x, t }) {
    const sums = leastSquaresSums(x, t);
    return descend({ sums, w: 0, learningRate: 1 / x.length, epochs: 100 }).w;
  },
  samples: ({ x, t }) => descend({ x, t, w: 0, learningRate: 0.001, epochs: 1, strategy: perSample() }).w,
  mini({ x, t }) {
    const strategy = miniBatch(32, { shuffle: true });
    return descend({ x, t, w: 0, learningRate: 1e-4, epochs: 1, strategy, random: numpyRandom(1) }).w;
  },
  /** Every other kind of array that the primitives take, in the same loops. */
  others({ x, t }) {
    const kinds = [Float32Array, Int32Array, Uint8Array, Array].map((kind) => kind.from(x.subarray(0, 1000)));
    const strided = ndarray(x, [Math.floor(x.length / 2)], [-2], 2 * Math.floor(x.length / 2) - 1);
    const generic = ndarray({ get: (i) => x[i], set: () => undefined, length: 9 }, [9]);
    const targets = (view) => Float32Array.from(t.subarray(0, view.shape?.[0] ?? view.length));
    let sum = 0;
    for (let k = 0; k < 300; k++) {
      for (const view of [...kinds, strided.hi(500), generic]) {
        sum += last(gradient(1.5, view, targets(view))) + cost(nn(view, 1.5), targets(view));
        sum += deltaW(1.5, view, targets(view), 0.1);
        sum += descend({ x: view, t: targets(view), w: 0, learningRate: 1e-4, epochs: 3 }).w;
      }
    }
    return sum;
  },
};

/** What a per-sample run keeps or leaves behind, beyond its data and the two numbers of each entry: bytes. */
async function growth(data) {
  const bytes = () => {
    const { heapUsed, external } = process.memoryUsage();
    return heapUsed + external;
  };
  works.samples(make(1e4));
  for (let k = 0; k < 3; k++) {
    globalThis.gc();
    // what was collected is given back in the background
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const before = bytes();
  const run = descend({ ...data, w: 0, learningRate: 0.001, epochs: 1, strategy: perSample() });
  return bytes() - before - 16 * run.history.length;
}

let data = make(1);
console.log('');
for await (const line of createInterface({ input: process.stdin })) {
  const [work, n, repeats] = line.split(' ');
  if (data.x.length !== Number(n)) data = make(Number(n));
  if (work === 'growth') {
    console.log(0, await growth(data));
    continue;
  }
  let value = 0;
  const start = process.hrtime.bigint();
  for (let k = 0; k < Number(repeats); k++) value = works[work](data);
  console.log(Number(process.hrtime.bigint() - start) / 1e9 / Number(repeats), value);
}
