// The lecture's walk down the cost curve, full batch, per sample and in mini-batches, on its 20 printed points: its logs, why they
// came out as they did, and its figures, each as SVG and all on one page.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import {
  type Descent,
  descend,
  explain,
  type Float64NdArray,
  formatHistory,
  formatStep,
  fullBatch,
  leastSquares,
  makeRegression,
  miniBatch,
  numpyRandom,
  perSample,
  type Strategy,
  seededRandom,
  steps,
} from 'gradus';
import {
  compareFigure,
  costCurveFigure,
  descentFigure,
  type Figure,
  type FigureRow,
  fitFigure,
  learningCurveFigure,
  samplesFigure,
} from 'gradus/figures';
import { t as printedT, x as printedX } from './lecture-points.ts';
import { page, type Section } from './page.ts';
import { render } from './render.ts';
import { pageWords } from './words.ts';

const strategies: Record<Chosen, Strategy> = {
  'full-batch': fullBatch(),
  'per-sample': perSample(),
  'mini-batch': miniBatch(5),
};
// above so many updates a run's epochs are recorded, and no longer each of its updates
const mostEntries = 1_000_000;

type Chosen = 'full-batch' | 'per-sample' | 'mini-batch';
type Data = number[] | Float64NdArray;
type Runs = Record<Chosen, Descent<number>>;

try {
  await main(joinNegatives(process.argv.slice(2)));
} catch (error) {
  // parseArgs adds advice after the first sentence; one line is enough
  const [line] = (error as Error).message.split(/\. |\n/);
  console.error(`lecture: ${line}`);
  process.exitCode = 2;
}

async function main(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      seed: { type: 'string' },
      'numpy-seed': { type: 'string' },
      samples: { type: 'string' },
      epochs: { type: 'string', default: '3' },
      'learning-rate': { type: 'string', default: '0.05' },
      strategy: { type: 'string', default: 'full-batch' },
      locale: { type: 'string', default: 'en' },
      out: { type: 'string', default: join('build', 'lecture') },
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
  const { locale, out } = values;
  if (locale !== 'en' && locale !== 'zh') throw new RangeError(`--locale must be en, zh, got ${locale}`);
  const { x, t, title } = data(values.seed, values['numpy-seed'], values.samples);
  console.log(`${title}, learning rate ${learningRate}, ${epochs} epochs\n`);

  const names = pageWords.en.strategies;
  const options = { x, t, w: 0.1, learningRate, epochs };
  const runs = Object.fromEntries(
    Object.entries(strategies).map(([name, strategy]) => {
      const samples = Array.isArray(x) ? x.length : x.shape[0];
      const record = epochs * samples > mostEntries ? 'epoch' : 'update';
      const run = descend({ ...options, strategy, record });
      // the chosen strategy is shown update by update, the others after each epoch
      const isWhole = name === chosen;
      console.log(`${names[name as Chosen]}${isWhole ? '' : ', after each epoch'}`);
      console.log(formatHistory(isWhole ? run : descend({ ...options, strategy, record: 'epoch' })));
      if (run.status === 'diverged') console.log(`diverged: ${run.reason}`);
      console.log();
      return [name, run];
    }),
  ) as Runs;
  console.log(formatTable(runs, x, t));
  const { why, said, strategies: titles } = pageWords[locale];
  const answers = Object.entries(runs).map(([name, run]) =>
    said(titles[name as Chosen], explain(run, { locale }).message),
  );
  console.log(`\n${why}\n${answers.join('\n')}`);
  const [first] =
    epochs === 0 ? [] : steps({ ...options, epochs: 1, strategy: strategies[chosen as Chosen] });
  await write(out, locale, {
    x,
    t,
    runs,
    chosen: chosen as Chosen,
    first: first && formatStep(first),
    answers,
  });
}

interface Shown {
  x: Data;
  t: Data;
  runs: Runs;
  chosen: Chosen;
  /** The first update in words. */
  first: string | undefined;
  /** Why each run went as it did. */
  answers: string[];
}

/** Writes the figures and the page, and says where. */
async function write(
  out: string,
  locale: 'en' | 'zh',
  { x, t, runs, chosen, first, answers }: Shown,
): Promise<void> {
  const words = pageWords[locale];
  const run = runs[chosen];
  const named = Object.fromEntries(
    Object.entries(runs).map(([name, run]) => [words.strategies[name as Chosen], run]),
  );
  const look = { locale };
  const figures: [name: string, figure: Figure | FigureRow, words: [string, string], log?: string][] = [
    ['samples', samplesFigure({ x, t, target: 2 }, look), words.samples],
    ['cost-curve', costCurveFigure(leastSquares<number>(x, t), look), words.curve],
    ['descent', descentFigure(run, look), words.descent, short(formatHistory(run))],
    ['fit', fitFigure({ x, t, target: 2, fitted: run.w }, look), words.fit],
    ['compare', compareFigure(named, look), words.compare],
    ['learning-curve', learningCurveFigure(named, look), words.learning],
  ];
  mkdirSync(out, { recursive: true });
  const sections: Section[] = [];
  for (const [name, figure, [heading, text], log] of figures) {
    const svg = await render(figure);
    writeFileSync(join(out, `${name}.svg`), svg);
    sections.push({ heading, text, svg, ...(log !== undefined && { log }) });
  }
  const [, , descent] = sections;
  sections[sections.length - 1].points = answers;
  if (first !== undefined) descent.log = `${descent.log}\n\n${words.step[1]}\n${first}`;
  const file = join(out, 'lecture.html');
  writeFileSync(file, page(locale, words.title, words.lead, sections));
  console.log(`\nwritten: ${relative('.', file)}, and its ${figures.length} figures as SVG beside it`);
}

/** A log of up to 40 lines whole, and of a longer one the first and the last. */
function short(log: string): string {
  // of a run that diverges numbers have hundreds of digits
  const lines = log.split('\n').map((line) => (line.length > 100 ? `${line.slice(0, 100)}…` : line));
  return lines.length <= 40 ? lines.join('\n') : [...lines.slice(0, 20), '…', ...lines.slice(-5)].join('\n');
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

function formatTable(runs: Runs, x: Data, t: Data): string {
  const { minimizer, minimumCost } = leastSquares<number>(x, t);
  const rows = [
    ['strategy', 'updates', 'epochs', 'final w', 'final cost'],
    ...Object.entries(runs).map(([name, { state, w, cost }]) => {
      const title = pageWords.en.strategies[name as Chosen];
      return [title, `${state.step}`, `${state.epoch}`, w.toFixed(10), cost.toFixed(6)];
    }),
    ['least squares', '', '', minimizer.toFixed(10), minimumCost.toFixed(6)],
  ];
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  const pad = (cell: string, column: number): string =>
    column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column]);
  return rows.map((row) => row.map(pad).join('  ')).join('\n');
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
