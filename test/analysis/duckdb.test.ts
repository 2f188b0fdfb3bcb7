// The sums of a Parquet file, by a database and by its stream of chunks, against those of the same data in memory.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Chunk, descend, type LeastSquaresSums, leastSquaresSums } from '../../src/index.ts';

const rows = 1_000_000;
const folder = mkdtempSync(join(tmpdir(), 'gradus-'));
const file = join(folder, 'points.parquet');
let database: DuckDBConnection;

// whole numbers over powers of two, so that both sides hold the very same doubles
const x = Float64Array.from({ length: rows }, (_, i) => i / 2 ** 20);
const t = Float64Array.from({ length: rows }, (_, i) => (3 * i) / 2 ** 20 + ((i * 7919) % 1024) / 2 ** 12);

beforeAll(async () => {
  database = await (await DuckDBInstance.create()).connect();
  await database.run(`COPY (
    SELECT i / power(2, 20) AS x, 3 * i / power(2, 20) + (i * 7919) % 1024 / power(2, 12) AS t
    FROM range(${rows}) AS r(i)
  ) TO '${file}'`);
});

afterAll(() => {
  database.closeSync();
  rmSync(folder, { recursive: true });
});

test('one line of SQL, then the descent', async () => {
  const result = await database.runAndReadAll(
    `SELECT COUNT(*)::DOUBLE AS n, SUM(x * x) AS xx, SUM(x * t) AS xt, SUM(t * t) AS tt FROM '${file}'`,
  );
  const [sums] = result.getRowObjects() as unknown as LeastSquaresSums<number>[];
  const exact = leastSquaresSums(x, t);
  expect(sums.n).toBe(rows);
  // a plain sum of n positive products errs by at most n roundings
  for (const name of ['xx', 'xt', 'tt'] as const) {
    expect(Math.abs(sums[name] - exact[name])).toBeLessThanOrEqual(rows * 2 ** -52 * exact[name]);
  }
  const settings = { w: 0, learningRate: 0.2 / exact.xx, epochs: 30 };
  const [onSums, onData] = [descend({ ...settings, sums }), descend({ ...settings, x, t })];
  expect(onSums.history.length).toBe(31);
  for (let k = 0; k <= 30; k++) {
    const [a, b] = [onSums.history.at(k), onData.history.at(k)];
    expect(Math.abs(a.w - b.w)).toBeLessThanOrEqual(rows * 2 ** -50);
    expect(Math.abs(a.cost - b.cost)).toBeLessThanOrEqual(rows * 2 ** -49 * exact.tt);
  }
});

test('its stream of chunks gives the sums of the whole, to the bit', async () => {
  const result = await database.stream(`SELECT x, t FROM '${file}' ORDER BY x`);
  async function* chunks(): AsyncGenerator<Chunk<number[]>, void, void> {
    for (;;) {
      const chunk = await result.fetchChunk();
      if (chunk === null || chunk.rowCount === 0) return;
      const [x, t] = chunk.getColumns() as number[][];
      yield { x, t };
    }
  }
  let most = 0;
  const sums = await leastSquaresSums(chunks(), {
    onProgress: ({ samples, chunks }) => {
      most = Math.max(most, samples / chunks);
    },
  });
  expect(sums).toEqual(leastSquaresSums(x, t));
  // so much was in memory at a time, of a million
  expect(most).toBeLessThanOrEqual(2048);
});
