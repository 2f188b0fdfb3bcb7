import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import numbers from '../reference/numpy/numbers.json' with { type: 'json' };
import numpy from '../reference/numpy/random.json' with { type: 'json' };

const root = join(import.meta.dirname, '..', '..');

const out = mkdtempSync(join(tmpdir(), 'gradus-lecture-'));
afterAll(() => rmSync(out, { recursive: true, force: true }));

/** What `npm start -- ...args` runs. */
function lecture(...args: string[]): { lines: string[]; errors: string; status: number | null } {
  const command = ['--import', 'tsx', join('examples', 'lecture.ts'), '--out', out, ...args];
  const { stdout, stderr, status } = spawnSync(process.execPath, command, { cwd: root, encoding: 'utf8' });
  return { lines: stdout.split('\n'), errors: stderr, status };
}

const { log, leastSquares, perSample, miniBatch5, fullBatch } = numbers.lecture;
const row = (w: number, cost: number): string => `${w.toFixed(10)}    ${cost.toFixed(6)}`;

describe('npm start', () => {
  test("prints the lecture's log as NumPy prints it, then the three strategies beside the least squares", () => {
    const { lines, errors, status } = lecture();
    expect({ errors, status }).toEqual({ errors: '', status: 0 });
    const start = lines.indexOf('full batch') + 1;
    expect(lines.slice(start, start + 4)).toEqual(log);
    const table = lines.findIndex((line) => line.startsWith('strategy '));
    expect(lines.slice(table, table + 5)).toEqual([
      'strategy           updates  epochs       final w  final cost',
      `full batch               3       3  ${row(fullBatch.w[3], fullBatch.cost[3])}`,
      `per sample              60       3  ${row(perSample.w[60], perSample.cost[60])}`,
      `mini-batches of 5       12       3  ${row(miniBatch5.w[12], miniBatch5.cost[12])}`,
      `least squares                       ${row(leastSquares, 0.583798)}`,
    ]);
    expect(leastSquares.toFixed(10)).toBe('1.8770815064');
  });

  test('then says why, and writes the figures and a page that needs nothing else', () => {
    const { lines } = lecture();
    const answer = lines.find((line) => line.startsWith('per sample: Slower per epoch than full batch'));
    expect(answer).toContain(
      '1.87729, by 0.500557; one of full batch that to the minimizer, 1.87708, by 0.330201',
    );
    expect(lines.at(-2)).toMatch(/^written: .*lecture\.html, and its 6 figures as SVG beside it$/);
    const names = ['compare', 'cost-curve', 'descent', 'fit', 'learning-curve', 'samples'];
    expect(readdirSync(out).sort()).toEqual([...names.map((name) => `${name}.svg`), 'lecture.html'].sort());
    const page = readFileSync(join(out, 'lecture.html'), 'utf8');
    expect(page.match(/<svg/g)).toHaveLength(6);
    expect(page).toContain('lang="en"');
    expect(page).toContain(log[3]);
    // names of SVG are no requests
    expect(page.replaceAll(/xmlns(:xlink)?="[^"]*"/g, '')).not.toMatch(/https?:|<script|<link|@import|src=/);
    const ids = [...page.matchAll(/\bid="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, id] of page.matchAll(/url\(#([^)]+)\)/g)) expect(ids).toContain(id);
  });

  test('--locale zh writes it in Chinese', () => {
    const { lines } = lecture('--locale', 'zh');
    expect(lines.find((line) => line.startsWith('逐样本：学习率相同时'))).toContain('0.500557');
    const page = readFileSync(join(out, 'lecture.html'), 'utf8');
    expect(page).toContain('lang="zh"');
    expect(page).toContain('结果变差了，为啥？');
    expect(page).toContain('逐样本：学习率相同时，每一轮比全批量慢');
  });

  test('no epochs are drawn as well', () => {
    expect(lecture('--epochs', '0').status).toBe(0);
  });

  test('--strategy shows that one update by update', () => {
    const { lines } = lecture('--strategy', 'per-sample', '--epochs', '1');
    expect(lines.filter((line) => line.startsWith('lr=0.05\t w(13): '))).toHaveLength(1);
  });

  test('--seed, --samples and --learning-rate choose other data and steps', () => {
    const first = lecture('--seed', '3', '--samples', '7', '--learning-rate', '0.01');
    expect(first.lines[0]).toBe('7 points drawn with seed 3, learning rate 0.01, 3 epochs');
    expect(first.lines).toEqual(lecture('--samples=7', '--seed=3', '--learning-rate=0.01').lines);
    expect(first.lines).not.toEqual(lecture('--samples=7', '--seed=4', '--learning-rate=0.01').lines);
  });

  test.each(numpy.lecture)(
    "--numpy-seed $seed prints what the lecture's script prints in NumPy",
    ({ seed, log }) => {
      const { lines, status } = lecture('--numpy-seed', `${seed}`);
      expect(status).toBe(0);
      expect(lines[0]).toBe(`20 points drawn with NumPy's seed ${seed}, learning rate 0.05, 3 epochs`);
      const start = lines.indexOf('full batch') + 1;
      expect(lines.slice(start, start + 4)).toEqual(log);
    },
  );

  test('a run that diverges says so, and the others go on', () => {
    const { lines, status } = lecture('--learning-rate', '0.2', '--epochs', '800');
    expect(status).toBe(0);
    expect(lines.find((line) => line.startsWith('diverged: '))).toContain(
      'the limit of the learning rate is 0.149299',
    );
    expect(lines.some((line) => line.startsWith('least squares'))).toBe(true);
    expect(lines.some((line) => line.startsWith('full batch: Diverging'))).toBe(true);
  });
});

describe('a bad flag gives one clear line and exit 2', () => {
  test.each([
    [['--epochs', '-1'], '--epochs must be a whole number from 0 to 100000, got -1'],
    [['--epochs', '2.5'], '--epochs must be a whole number from 0 to 100000, got 2.5'],
    [['--samples', '0'], '--samples must be a whole number from 1 to 100000, got 0'],
    [['--seed', 'x'], '--seed must be a whole number from 0 to 4294967295, got x'],
    [['--numpy-seed', '-1'], '--numpy-seed must be a whole number from 0 to 4294967295, got -1'],
    [['--numpy-seed', '1', '--seed', '2'], '--seed and --numpy-seed exclude each other, got 2 and 1'],
    [['--learning-rate', 'fast'], '--learning-rate must be a number of at least 0, got fast'],
    [['--learning-rate', '-0.1'], '--learning-rate must be a number of at least 0, got -0.1'],
    [['--strategy', 'sgd'], '--strategy must be full-batch, per-sample, mini-batch, got sgd'],
    [['--momentum', '1'], "Unknown option '--momentum'"],
    [['--locale', 'fr'], '--locale must be en, zh, got fr'],
    [['--epochs'], "Option '--epochs <value>' argument missing"],
    [['fast'], "Unexpected argument 'fast'"],
  ])('%j', (args, message) => {
    expect(lecture(...args)).toEqual({ lines: [''], errors: `lecture: ${message}\n`, status: 2 });
  });
});
