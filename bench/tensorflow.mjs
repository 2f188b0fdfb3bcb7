// TensorFlow.js as a contender of bench.mjs: `npm ci` in this folder installs it. Its numbers have 24 bits.
import process from 'node:process';
import { createInterface } from 'node:readline';
import * as tf from '@tensorflow/tfjs';

tf.env().set('PROD', true);
await tf.setBackend('cpu');
await tf.ready();

let data;
function make(n) {
  const x = Float64Array.from({ length: n }, (_, i) => (i * 0.6180339887498949) % 1);
  const t = x.map((value, i) => 2 * value + 0.2 * Math.sin(i));
  return { n, x: tf.tensor1d(Float32Array.from(x)), t: tf.tensor1d(Float32Array.from(t)) };
}

/** A hundred epochs, each w and cost recorded. */
function full({ n, x, t }) {
  const history = [];
  let w = 0;
  for (let epoch = 0; epoch <= 100; epoch++) {
    tf.tidy(() => {
      const residual = x.mul(w).sub(t);
      history.push([w, residual.square().sum().dataSync()[0]]);
      w -= x
        .mul(residual)
        .sum()
        .mul(2 / n)
        .dataSync()[0];
    });
  }
  return history[100][0];
}

console.log(tf.version_core);
for await (const line of createInterface({ input: process.stdin })) {
  const [, n, repeats] = line.split(' ').map(Number);
  if (data?.n !== n) data = make(n);
  let value = 0;
  const start = process.hrtime.bigint();
  for (let k = 0; k < repeats; k++) value = full(data);
  console.log(Number(process.hrtime.bigint() - start) / 1e9 / repeats, value);
}
