// The lecture's walk down the cost curve, full batch, per sample and in mini-batches, on its 20 printed points.
import { parseArgs } from 'node:util';
import {
  cost,
  type Descent,
  deltaW,
  descend,
  type Float64NdArray,
  fullBatch,
  makeRegression,
  miniBatch,
  nn,
  numpyRandom,
  perSample,
  type Strategy,
  seededRandom,
} from 'gradus';
import { t as printedT, x as printedX } from './lecture-points.ts';

const strategies: Record<string, { title: string; strategy: Strategy }> = {
  'full-batch': { title: 'full batch', strategy: fullBatch() },
  'per-sample': { title: 'per sample', strategy: perSample() },
  'mini-batch': { title: 'mini-batches of 5', strategy: miniBatch(5) },
};

try {
  main(joinNegatives(process.argv.slice(2)));
} catch (error) {
  // parseArgs adds advice after the first sentence; one line is enough
  const [line] = (error as Error).message.split(/\. |\n/);
  console.error(`lecture: ${line}`);
  process.exitCode = 2;
}

function main(args: string[]): void {
  const { values } = parseArgs({
    args,
    options: {
      seed: { type: 'string' },
      'numpy-seed': { type: 'string' },
      samples: { type: 'string' },
      epochs: { type: 'string', default: '3' },
      'learning-rate': { type: 'string', default: '0.05' },
      strategy: { type: 'string', default: 'full-batch' },
    },
  });
  const learningRate = number(
    '--learning-rate',
    values['learning-rate'],
    'a number of at least 0',
    (v) => v >= 0,
  );
  const epochs = wholeNumber('--epochs', values.epochs, 0, 100_000);
  const chosen = values.strategy;
  if (!Object.hasOwn(strategies, chosen)) {
    throw new RangeError(`--strategy must be ${Object.keys(strategies).join(', ')}, got ${chosen}`);
  }
  const { x, t, title } = data(values.seed, values['numpy-seed'], values.samples);
  console.log(`${title}, learning rate ${learningRate}, ${epochs} epochs\n`);

  const runs = Object.entries(strategies).map(([name, { title, strategy }]) => {
    // the chosen strategy is shown update by update, the others after each epoch
    const record = name === chosen ? 'update' : 'epoch';
    const run = descend({ x, t, w: 0.1, learningRate, epochs, strategy, record });
    console.log(`${title}${record === 'epoch' ? ', after each epoch' : ''}`);
    console.log(formatLog(run, learningRate));
    if (run.status === 'diverged') console.log(`diverged: ${run.reason}`);
    console.log();
    return { title, run };
  });
  console.log(formatTable(runs, x, t));
}

/** `--epochs -1` as `--epochs=-1`: parseArgs takes a dash for another flag. */
function joinNegatives(args: string[]): string[] {
  return args
    .join('\0')
    .replace(/(--[a-z-]+)\0(?=-\d)/g, '$1=')
    .split('\0')
    .filter(Boolean);
}

function data(seed: string | undefined, numpySeed: string | undefined, samples: string | undefined) {
  if (seed === undefined && numpySeed === undefined && samples === undefined) {
    return { x: printedX, t: printedT, title: "the lecture's 20 points" };
  }
  if (seed !== undefined && numpySeed !== undefined) {
    throw new RangeError(`--seed and --numpy-seed exclude each other, got ${seed} and ${numpySeed}`);
  }
  const count = wholeNumber('--samples', samples ?? '20', 1, 100_000);
  const isNumpy = numpySeed !== undefined;
  const flag = isNumpy ? '--numpy-seed' : '--seed';
  const start = wholeNumber(flag, numpySeed ?? seed ?? '0', 0, 2 ** 32 - 1);
  // after np.random.seed(start) the lecture's script draws the same points in NumPy, and prints the same log
  const random = isNumpy ? numpyRandom(start) : seededRandom(start);
  const title = `${count} points drawn with ${isNumpy ? "NumPy's seed" : 'seed'} ${start}`;
  return { ...makeRegression({ samples: count, w: 2, noise: 0.2, random }), title };
}

/** The lecture's own format, a tab and a space between the parts. */
function formatLog({ history }: Descent<number>, learningRate: number): string {
  return Array.from(
    history,
    ({ step, w, cost }) => `lr=${learningRate}\t w(${step}): ${w.toFixed(6)}\t cost: ${cost.toFixed(6)}`,
  ).join('\n');
}

type Data = number[] | Float64NdArray;

function formatTable(runs: { title: string; run: Descent<number> }[], x: Data, t: Data): string {
  const best = leastSquares(x, t);
  const rows = [
    ['strategy', 'updates', 'epochs', 'final w', 'final cost'],
    ...runs.map(({ title, run: { state, w, cost } }) => {
      return [title, `${state.step}`, `${state.epoch}`, w.toFixed(10), cost.toFixed(6)];
    }),
    ['least squares', '', '', best.toFixed(10), cost(nn(x, best), t).toFixed(6)],
  ];
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  const pad = (cell: string, column: number): string =>
    column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column]);
  return rows.map((row) => row.map(pad).join('  ')).join('\n');
}

/** Where the gradient is 0: it is a straight line in w, and two of its points give its root Σxt / Σx². */
function leastSquares(x: Data, t: Data): number {
  const [at0, at1] = [deltaW(0, x, t, 1), deltaW(1, x, t, 1)];
  return at0 / (at0 - at1);
}

function number(flag: string, text: string, expected: string, isValid: (value: number) => boolean): number {
  const value = text.trim() === '' ? Number.NaN : Number(text);
  if (Number.isFinite(value) && isValid(value)) return value;
  throw new RangeError(`${flag} must be ${expected}, got ${text}`);
}

function wholeNumber(flag: string, text: string, low: number, high: number): number {
  const isValid = (value: number): boolean => Number.isInteger(value) && value >= low && value <= high;
  return number(flag, text, `a whole number from ${low} to ${high}`, isValid);
}
