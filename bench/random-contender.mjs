// One contender of random.mjs, in a process of its own, so that no other has shaped the engine's guesses about its loops:
// reads `work n` from standard input, does it once, and writes the nanoseconds that it took for each of the n.

import process from 'node:process';
import { createInterface } from 'node:readline';
import seedrandom from 'seedrandom';
import { integers, numpyRandom, permutation, randn, seededRandom, uniform } from '../dist/index.js';

const sources = {
  numpyRandom: () => numpyRandom(1),
  seededRandom: () => seededRandom(1),
  'Math.random': () => Math.random,
};
const bare = { 'Math.random': () => Math.random, seedrandom: () => seedrandom('1') };
const [kind, name] = process.argv[2].split(' ');

const random = (kind === 'gradus' ? sources : bare)[name]();
const fill = (n) => {
  const values = new Float64Array(n);
  for (let i = 0; i < n; i++) values[i] = random();
  return values;
};
const works =
  kind === 'gradus'
    ? {
        uniform: (n) => uniform(0, 1, n, random),
        randn: (n) => randn(n, random),
        permutation: (n) => permutation(n, random),
        integers: (n) => integers(0, 1000, n, random),
      }
    : { uniform: fill };

console.log('');
for await (const line of createInterface({ input: process.stdin })) {
  const [work, n] = line.split(' ');
  const start = process.hrtime.bigint();
  works[work](Number(n));
  console.log(Number(process.hrtime.bigint() - start) / Number(n));
}
