// `npm run bench:random`: how long the built package takes for a random number beside others, as ratios within one run.
//   --json FILE   writes the results      --rounds N   25 where it is left out      --samples N   a million
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { alternate, median, ratioOf, start, wholeNumbers } from './alternate.mjs';

const { values } = parseArgs({
  options: {
    json: { type: 'string' },
    rounds: { type: 'string', default: '25' },
    samples: { type: 'string', default: '1000000' },
  },
});
const [rounds, n] = wholeNumbers(values, 1, 'rounds', 'samples');

const node = (name) => ({
  name,
  command: [process.execPath, join(import.meta.dirname, 'random-contender.mjs'), name],
});
const hasNumpy = spawnSync('python3', ['-c', 'import numpy']).status === 0;
const script = join(import.meta.dirname, 'random-contender.py');
const numpy = hasNumpy && { name: 'NumPy', command: ['python3', script] };
const gradus = ['gradus numpyRandom', 'gradus seededRandom', 'gradus Math.random'].map(node);
const bare = ['bare Math.random', 'bare seedrandom'].map(node);
// the first is what the others are compared with
const works = {
  uniform: [numpy, ...gradus, ...bare],
  randn: [numpy, ...gradus],
  permutation: [numpy, ...gradus],
  integers: [numpy, ...gradus],
};

async function measure(work, contenders) {
  const running = await Promise.all(contenders.map(start));
  // as many rounds unmeasured as it takes the engine to settle
  const times = (await alternate(running, `${work} ${n}`, rounds, 20)).map((answers) => answers.flat());
  for (const { stop } of running) stop();
  return running.map(({ name }, i) => ({
    work,
    contender: name,
    nanoseconds: median(times[i]),
    ...(numpy && { ratio: ratioOf(times[i], times[0]) }),
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
