import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import numbers from '../reference/numpy/numbers.json' with { type: 'json' };
import numpy from '../reference/numpy/random.json' with { type: 'json' };

const root = join(import.meta.dirname, '..', '..');

/** What `npm start -- ...args` runs. */
function lecture(...args: string[]): { lines: string[]; errors: string; status: number | null } {
  const command = ['--import', 'tsx', join('examples', 'lecture.ts'), ...args];
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
    expect(lines.slice(-6, -1)).toEqual([
      'strategy           updates  epochs       final w  final cost',
      `full batch               3       3  ${row(fullBatch.w[3], fullBatch.cost[3])}`,
      `per sample              60       3  ${row(perSample.w[60], perSample.cost[60])}`,
      `mini-batches of 5       12       3  ${row(miniBatch5.w[12], miniBatch5.cost[12])}`,
      `least squares                       ${row(leastSquares, 0.583798)}`,
    ]);
    expect(leastSquares.toFixed(10)).toBe('1.8770815064');
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
    expect(lines.at(-2)).toContain('least squares');
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
    [['--epochs'], "Option '--epochs <value>' argument missing"],
    [['fast'], "Unexpected argument 'fast'"],
  ])('%j', (args, message) => {
    expect(lecture(...args)).toEqual({ lines: [''], errors: `lecture: ${message}\n`, status: 2 });
  });
});
