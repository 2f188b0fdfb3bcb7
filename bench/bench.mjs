// `npm run bench`: how long the built package takes beside others, as ratios within one run, since machines are noisy.
// Each contender is a process of its own; they take turns, and the median of the rounds counts.
//   --json FILE   writes the results      --rounds N   25 where it is left out      --samples N   a million
import { spawn, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: {
    json: { type: 'string' },
    rounds: { type: 'string', default: '25' },
    samples: { type: 'string', default: '1000000' },
  },
});
const [rounds, n] = ['rounds', 'samples'].map((name) => {
  const value = Number(values[name]);
  if (!(Number.isSafeInteger(value) && value >= 1)) {
    console.error(`bench: --${name} must be a whole number of at least 1, got ${values[name]}`);
    process.exit(2);
  }
  return value;
});

const node = (name) => ({
  name,
  command: [process.execPath, join(import.meta.dirname, 'contender.mjs'), name],
});
const hasNumpy = spawnSync('python3', ['-c', 'import numpy']).status === 0;
const numpy = hasNumpy && { name: 'NumPy', command: ['python3', join(import.meta.dirname, 'contender.py')] };
const gradus = ['gradus numpyRandom', 'gradus seededRandom', 'gradus Math.random'].map(node);
const bare = ['bare Math.random', 'bare seedrandom'].map(node);
// the first is what the others are compared with
const works = {
  uniform: [numpy, ...gradus, ...bare],
  randn: [numpy, ...gradus],
  permutation: [numpy, ...gradus],
  integers: [numpy, ...gradus],
};

function start({ name, command: [program, ...args] }) {
  const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const read = async () => {
    const { value, done } = await lines.next();
    if (done) throw new Error(`${name} ended early`);
    return value;
  };
  return { name, read, ask: (line) => child.stdin.write(`${line}\n`), stop: () => child.stdin.end() };
}

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

async function measure(work, contenders) {
  const running = contenders.map(start);
  const versions = await Promise.all(
    running.map(({ name, read }) => (name === 'NumPy' ? read() : undefined)),
  );
  const times = running.map(() => []);
  // as many rounds unmeasured as it takes the engine to settle
  for (let round = -20; round < rounds; round++) {
    for (const [i, { ask, read }] of running.entries()) {
      ask(`${work} ${n}`);
      const time = Number(await read());
      if (round >= 0) times[i].push(time);
    }
  }
  for (const { stop } of running) stop();
  const medians = times.map(median);
  return running.map(({ name }, i) => ({
    work,
    contender: versions[i] === undefined ? name : `${name} ${versions[i]}`,
    nanoseconds: medians[i],
    // of times taken one after the other, so that a slow minute slows both
    ...(numpy && { ratio: median(times[i].map((time, round) => time / times[0][round])) }),
  }));
}

const about = `${n} draws, median of ${rounds}, Node.js ${process.versions.node}, ${cpus()[0].model}`;
console.log(about);
if (!hasNumpy)
  console.log('python3 has no NumPy (Debian: python3-numpy), so that there is nothing to compare with');
const results = [];
for (const [work, contenders] of Object.entries(works)) {
  for (const row of await measure(work, contenders.filter(Boolean))) {
    results.push(row);
    const { contender, nanoseconds, ratio } = row;
    const cells = [work.padEnd(11), contender.padEnd(20), `${nanoseconds.toFixed(1).padStart(7)} ns`];
    console.log(
      [...cells, ...(ratio === undefined ? [] : [`${ratio.toFixed(2).padStart(6)} of NumPy's`])].join('  '),
    );
  }
}
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify({ about, results }, null, 1)}\n`);
