// `npm run bench`: the built package beside the lecture's own script in NumPy, scikit-learn, TensorFlow.js and the same loops
// in C, as one table of ratios. Peers that are not there are left out, with a line that says how to get them.
//   --json FILE   writes the results      --rounds N   9 where it is left out, after 20 unmeasured
//   --only WORK  gradient, cost, full, sums, samples, mini, and further growth, kinds, import, parquet; may be repeated
//   --most N      no work on more samples than this, 10 million where it is left out
//   --parquet N   rows of the Parquet file, 100 million where it is left out (1.6 GB, removed after); 0 leaves it out
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { DuckDBInstance } from '@duckdb/node-api';
import { descend } from '../dist/index.js';
import { alternate, median, ratioOf, start, wholeNumbers } from './alternate.mjs';

const { values } = parseArgs({
  options: {
    json: { type: 'string' },
    rounds: { type: 'string', default: '9' },
    most: { type: 'string', default: '10000000' },
    parquet: { type: 'string', default: '100000000' },
    python: { type: 'string', default: 'python3' },
    only: { type: 'string', multiple: true, default: [] },
  },
});
const [rounds, most] = wholeNumbers(values, 1, 'rounds', 'most');
// the engine settles after some
const unmeasured = rounds > 2 ? 20 : 1;
const [parquetRows] = wholeNumbers(values, 0, 'parquet');
const here = import.meta.dirname;

/** The peers that are here; of each that is not, a line. */
function peers() {
  const found = {};
  const python = (name, module, debian) => {
    if (spawnSync(values.python, ['-c', `import ${module}`]).status === 0) {
      // one thread: a loop is compared with a loop
      const env = { OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1' };
      found[name] = { name, command: [values.python, join(here, 'contender.py'), name], env };
    } else console.log(`${values.python} has no ${module} (Debian: ${debian})`);
  };
  python('NumPy', 'numpy', 'python3-numpy');
  python('scikit-learn', 'sklearn', 'python3-sklearn');
  const program = join(mkdtempSync(join(tmpdir(), 'loops-')), 'loops');
  const flags = ['-O3', '-march=native', '-ffp-contract=off'];
  if (spawnSync('gcc', [...flags, '-o', program, join(here, 'loops.c'), '-lm']).status === 0) {
    found.C = { name: 'C', command: [program] };
    process.on('exit', () => rmSync(join(program, '..'), { recursive: true }));
  } else console.log('there is no gcc (Debian: gcc, libc6-dev)');
  if (existsSync(join(here, 'node_modules', '@tensorflow', 'tfjs'))) {
    found['TensorFlow.js'] = {
      name: 'TensorFlow.js',
      command: [process.execPath, join(here, 'tensorflow.mjs')],
    };
  } else console.log('there is no TensorFlow.js (npm ci in bench/)');
  return found;
}

const gradus = {
  name: 'gradus',
  command: [process.execPath, '--expose-gc', join(here, 'contender.mjs')],
};

// work, samples, repeats within a time taken, peers (with the name that the work has there), goals as most of a peer's time
const works = [
  ['gradient', 20, 20000, { NumPy: 'gradient', C: 'gradient' }],
  ['gradient', 1e3, 2000, { NumPy: 'gradient', C: 'gradient' }],
  ['gradient', 1e6, 20, { NumPy: 'gradient', C: 'gradient' }, { NumPy: 1, C: 2 }],
  ['gradient', 1e7, 2, { NumPy: 'gradient', C: 'gradient' }],
  ['cost', 20, 20000, { NumPy: 'cost', C: 'cost' }],
  ['cost', 1e3, 2000, { NumPy: 'cost', C: 'cost' }],
  ['cost', 1e6, 20, { NumPy: 'cost', C: 'cost' }, { NumPy: 1, C: 2 }],
  ['cost', 1e7, 2, { NumPy: 'cost', C: 'cost' }],
  ['full', 20, 300, { NumPy: 'full', C: 'full', 'TensorFlow.js': 'full' }, { NumPy: 1 / 50 }],
  ['full', 1e6, 1, { NumPy: 'full', C: 'full', 'C, eight sums': 'full8' }, { NumPy: 1 / 3, C: 1.8 }],
  ['sums', 20, 300, { NumPy: 'full' }],
  ['sums', 1e6, 1, { NumPy: 'full' }, { NumPy: 1 / 100 }],
  ['samples', 20, 200, { NumPy: 'samples', C: 'samples' }],
  ['samples', 1e4, 5, { NumPy: 'samples', C: 'samples' }],
  ['samples', 1e6, 1, { C: 'samples', 'scikit-learn': 'sgd' }, { C: 1.5, 'scikit-learn': 1 }],
  ['mini', 1e6, 1, { NumPy: 'mini' }],
];
const titles = {
  gradient: 'gradient, a fresh result',
  cost: 'cost(nn(x, w), t)',
  full: 'full batch, 100 epochs',
  sums: 'the same from sums, their pass included',
  samples: 'per sample, one epoch',
  mini: 'mini-batch of 32, shuffled, one epoch',
};

const results = [];
function report(work, samples, what, value, unit, goal) {
  const row = { work, samples, what, value, unit, ...(goal !== undefined && { goal, met: value <= goal }) };
  results.push(row);
  const amount = value >= 100 ? value.toFixed(0) : value.toPrecision(3);
  const missed = row.met || rounds < 7 ? '' : ', missed';
  const verdict = goal === undefined ? '' : `${Number(goal.toPrecision(3))}${missed}`;
  const cells = [
    work,
    samples === undefined ? '' : String(samples),
    what,
    `${amount} ${unit}`.trim(),
    verdict,
  ];
  console.log(`| ${cells.join(' | ')} |`);
}

const seconds = (time) => {
  if (time >= 1) return [time, 's'];
  return time >= 1e-3 ? [time * 1e3, 'ms'] : [time * 1e6, 'µs'];
};

async function compare(found, [work, samples, repeats, theirs, goals = {}]) {
  const names = Object.keys(theirs).filter((name) => found[name.split(',')[0]] !== undefined);
  const ours = await start(gradus);
  const others = await Promise.all(names.map((name) => start(found[name.split(',')[0]])));
  // where a peer knows a work by another name
  const asked = [ours, ...others].map((contender, i) => ({
    ask: () => contender.ask(`${i === 0 ? work : theirs[names[i - 1]]} ${samples} ${repeats}`),
  }));
  const answers = await alternate(asked, '', rounds, unmeasured);
  for (const { stop } of [ours, ...others]) stop();
  const times = answers.map((rows) => rows.map(([time]) => time));
  const title = titles[work];
  report(title, samples, 'gradus', ...seconds(median(times[0])));
  for (const [i, name] of names.entries()) {
    // all must have done the same work
    const [mine, other] = [answers[0][0][1], answers[i + 1][0][1]];
    const digits = name === 'TensorFlow.js' ? 1e-4 : 1e-9;
    if (!(Math.abs(mine - other) <= digits * Math.abs(mine))) {
      throw new Error(`${work} of ${samples}: gradus comes to ${mine}, ${name} to ${other}`);
    }
    const version = others[i].name.replace(name.split(',')[0], name);
    report(title, samples, `of ${version}`, ratioOf(times[0], times[i + 1]), '', goals[name]);
  }
}

/** A million samples one by one, beside ten thousand: the time for each. */
async function growth() {
  const contender = await start(gradus);
  const asked = ['samples 1000000 1', 'samples 10000 20'].map((line) => ({ ask: () => contender.ask(line) }));
  const [large, small] = (await alternate(asked, '', rounds, unmeasured)).map((rows) =>
    rows.map(([time]) => time),
  );
  const title = `${titles.samples}, the time for a sample`;
  report(
    title,
    1e6,
    'of that among 10000',
    ratioOf(
      large,
      small.map((time) => 100 * time),
    ),
    '',
    1.3,
  );
  contender.stop();
  // before any other run, of which something might be given back meanwhile
  const fresh = await start(gradus);
  const bytes = (await alternate([fresh], 'growth 1000000 1', 1, 0))[0].map(([, left]) => left);
  fresh.stop();
  report(`${titles.samples}, memory beyond history and data`, 1e6, 'gradus', median(bytes) / 1e6, 'MB', 10);
}

/** The float64 loops after they have met other kinds of arrays, beside a process where they have not. */
async function otherKinds() {
  for (const [work, repeats] of [
    ['gradient', 2000],
    ['cost', 2000],
    ['full', 20],
    ['samples', 100],
  ]) {
    const [fresh, after] = await Promise.all([start(gradus), start(gradus)]);
    await after.ask('others 20000 1');
    const samples = work === 'full' || work === 'samples' ? 1e4 : 1e3;
    const answers = await alternate([fresh, after], `${work} ${samples} ${repeats}`, rounds, unmeasured);
    const [before, later] = answers.map((rows) => rows.map(([time]) => time));
    for (const { stop } of [fresh, after]) stop();
    report(
      `${titles[work]}, after other kinds of arrays`,
      samples,
      'of before',
      ratioOf(later, before),
      '',
      1.3,
    );
  }
}

function importing() {
  const script = `const begin = performance.now();
    await Promise.all(process.argv.slice(1).map((name) => import(name)));
    console.log(performance.now() - begin);`;
  const once = (...names) => {
    const args = ['--input-type=module', '-e', script, ...names];
    return Number(execFileSync(process.execPath, args, { cwd: join(here, '..'), encoding: 'utf8' }));
  };
  const packages = ['ndarray', 'ndarray-ops', 'seedrandom/seedrandom.js'];
  once('gradus', ...packages);
  const pairs = Array.from({ length: rounds }, () => [once('gradus'), once(...packages)]);
  const [whole, floor] = [0, 1].map((i) => pairs.map((pair) => pair[i]));
  report('import of gradus, warm disk', undefined, 'gradus', median(whole), 'ms', 30);
  report('import of gradus, warm disk', undefined, 'of its three packages alone', ratioOf(whole, floor), '');
  const size = spawnSync('npx', ['size-limit', '--json'], { cwd: join(here, '..'), encoding: 'utf8' });
  for (const { name, size: bytes } of JSON.parse(size.stdout)) {
    report(`${name}, gzipped`, undefined, 'gradus', bytes / 1e3, 'kB', name.includes('check') ? 8 : 20);
  }
}

async function parquet() {
  if (parquetRows === 0) return;
  const folder = mkdtempSync(join(tmpdir(), 'gradus-'));
  const file = join(folder, 'points.parquet');
  try {
    const database = await (await DuckDBInstance.create()).connect();
    const timed = async (run) => {
      const begin = performance.now();
      const result = await run();
      return [(performance.now() - begin) / 1e3, result];
    };
    const [writing] = await timed(() =>
      database.run(`COPY (SELECT random() AS x, 2 * random() AS t FROM range(${parquetRows})) TO '${file}'`),
    );
    report(
      'Parquet written by DuckDB',
      parquetRows,
      `${(statSync(file).size / 1e9).toPrecision(3)} GB`,
      ...seconds(writing),
    );
    const line = 'SELECT COUNT(*)::DOUBLE AS n, SUM(x * x) AS xx, SUM(x * t) AS xt, SUM(t * t) AS tt';
    const sum = () =>
      timed(async () => (await database.runAndReadAll(`${line} FROM '${file}'`)).getRowObjects());
    await sum();
    const passes = [];
    for (let k = 0; k < 3; k++) passes.push(await sum());
    report('its sums', parquetRows, 'DuckDB, all threads', median(passes.map(([time]) => time)), 's', 1);
    const [sums] = passes[0][1];
    const options = { sums, w: 0, learningRate: 0.5 / sums.xx, epochs: 100 };
    const times = [];
    for (let k = 0; k < 1000; k++) {
      const begin = performance.now();
      descend(options);
      times.push((performance.now() - begin) / 1e3);
    }
    const last = seconds(median(times.slice(-100)));
    report('full batch, 100 epochs on the sums', parquetRows, 'gradus', ...last);
    database.closeSync();
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const about = `Node.js ${process.versions.node}, ${cpus()[0].model} with ${cpus().length} cores, medians of ${rounds}`;
console.log(`${about}\n`);
const found = peers();
if (found.C !== undefined) found['C, eight sums'] = found.C;
console.log(
  '\nA row of gradus is a time, or what its unit says; a row "of X" is that time as a multiple of that of X: below 1 gradus is faster.',
);
console.log('\n| work | samples | what | value | goal: at most |\n|---|---|---|---|---|');
const isAsked = (work) => values.only.length === 0 || values.only.includes(work);
for (const row of works) if (row[1] <= most && isAsked(row[0])) await compare(found, row);
if (most >= 1e6 && isAsked('growth')) await growth();
if (isAsked('kinds')) await otherKinds();
if (isAsked('import')) importing();
if (isAsked('parquet')) await parquet();
if (values.json !== undefined) {
  mkdirSync(join(values.json, '..'), { recursive: true });
  writeFileSync(values.json, `${JSON.stringify({ about, results }, null, 1)}\n`);
}
