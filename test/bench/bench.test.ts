import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..', '..');

interface Row {
  work: string;
  what: string;
  value: number;
  goal?: number;
  met?: boolean;
}

test('the benchmark runs, at a small size, with its peers or without them', async () => {
  mkdirSync(join(root, 'build'), { recursive: true });
  const file = join(root, 'build', 'bench-smoke.json');
  const args = ['--rounds', '1', '--most', '1000', '--parquet', '1000', '--json', file];
  const { stdout } = await promisify(execFile)(process.execPath, [join('bench', 'bench.mjs'), ...args], {
    cwd: root,
  });
  const { about, results } = JSON.parse(readFileSync(file, 'utf8')) as { about: string; results: Row[] };
  expect(about).toContain(`Node.js ${process.versions.node}`);
  const ours = results.filter(({ what }) => what === 'gradus').map(({ work }) => work);
  for (const work of ['gradient, a fresh result', 'full batch, 100 epochs', 'per sample, one epoch']) {
    expect(ours).toContain(work);
  }
  for (const { work, what, value, goal, met } of results) {
    expect(Number.isFinite(value)).toBe(true);
    expect(met).toBe(goal === undefined ? undefined : value <= goal);
    expect(stdout).toContain(`| ${work} | `);
    expect(stdout).toContain(`| ${what} | `);
  }
});

test('without peers it says how to get them, and still measures', async () => {
  const args = ['--rounds', '1', '--most', '20', '--only', 'cost', '--python', 'no-such-python'];
  const { stdout } = await promisify(execFile)(process.execPath, [join('bench', 'bench.mjs'), ...args], {
    cwd: root,
  });
  expect(stdout).toContain('no-such-python has no numpy (Debian: python3-numpy)');
  expect(stdout).toContain('no-such-python has no sklearn (Debian: python3-sklearn)');
  expect(stdout).toMatch(/\| cost\(nn\(x, w\), t\) \| 20 \| gradus \| .*s \|/);
});
