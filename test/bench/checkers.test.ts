import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..', '..');
const args = ['--import', 'tsx', join('bench', 'checkers.ts'), '--python', 'no-such-python'];

/** What `npx tsx bench/checkers.ts ...more` does where there is no Python. */
const run = (...more: string[]) =>
  spawnSync(process.execPath, [...args, ...more], { cwd: root, encoding: 'utf8' });

test('the comparison of checkers counts what is said, and leaves out peers that are not there', () => {
  mkdirSync(join(root, 'build'), { recursive: true });
  const file = join(root, 'build', 'checkers.json');
  const { stdout, stderr, status } = run('--only', 'mean', '--only', 'infinite', '--json', file);
  expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
  expect(stdout).toContain(`Node.js ${process.versions.node}`);
  for (const peer of ['scipy', 'torch']) expect(stdout).toContain(`no-such-python has no ${peer}`);
  const rows = stdout.split('\n').filter((line) => line.startsWith('| gradus'));
  expect(rows).toEqual([
    '| gradus checkGradient | 1 | 0 | 0 | 7 | 0 | 0 | 0 | 7 of 7 |',
    '| gradus checkGradient | 0 | 0 | 1 | 0 | 0 | 3 |',
  ]);
  expect(JSON.parse(readFileSync(file, 'utf8')).results).toHaveLength(12);
});

test('a kind that is not in the corpus is refused', () => {
  const { stderr, status } = run('--only', 'anything');
  expect({ stderr, status }).toEqual({
    stderr: expect.stringMatching(/^checkers: --only must be one of lecture, .*, got anything\n$/),
    status: 2,
  });
});
