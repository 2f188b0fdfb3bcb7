import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..', '..');

test('the benchmark of random numbers runs, at a small size, with NumPy or without it', async () => {
  mkdirSync(join(root, 'build'), { recursive: true });
  const file = join(root, 'build', 'random.json');
  const args = [join('bench', 'random.mjs'), '--rounds', '1', '--samples', '1000', '--json', file];
  await promisify(execFile)(process.execPath, args, { cwd: root });
  const { about, results } = JSON.parse(readFileSync(file, 'utf8'));
  expect(about).toContain(`1000 draws, median of 1, Node.js ${process.versions.node}`);
  const ours = results.filter(({ contender }: { contender: string }) => contender === 'gradus numpyRandom');
  expect(ours.map(({ work }: { work: string }) => work)).toEqual([
    'uniform',
    'randn',
    'permutation',
    'integers',
  ]);
  for (const { nanoseconds, ratio = 1 } of results) {
    expect(Number.isFinite(nanoseconds) && nanoseconds > 0 && Number.isFinite(ratio)).toBe(true);
  }
});
