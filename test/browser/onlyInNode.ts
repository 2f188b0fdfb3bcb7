/** The tests that do not run in a browser, and why; house.test.ts fails where the list and the tests part. */
export const onlyInNode: Record<string, string> = {
  'test/analysis/duckdb.test.ts': 'DuckDB is an addon of Node.js, and writes files',
  'test/bench/bench.test.ts': 'starts the benchmarks as processes',
  'test/bench/checkers.test.ts': 'starts the benchmarks as processes',
  'test/bench/random.test.ts': 'starts the benchmarks as processes',
  'test/descent/node.test.ts': 'is of what Node.js prints and compares',
  'test/docs/blocks.test.ts': 'reads the documents, compiles them and starts what they show',
  'test/examples/lecture.test.ts': 'starts the examples as processes',
  'test/house.test.ts': 'reads the sources',
};
