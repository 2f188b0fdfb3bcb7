// Sums vitest's JSON reports: `node scripts/count-tests.mjs report.json …` prints `N passed, N failed`.
import { existsSync, readFileSync } from 'node:fs';
import process from 'node:process';

// a part that failed before its tests has left no report
const reports = process.argv
  .slice(2)
  .filter((path) => existsSync(path))
  .map((path) => JSON.parse(readFileSync(path, 'utf8')));
const sum = (count) => reports.reduce((total, report) => total + count(report), 0);

// a test file that does not load has no tests to report, and counts as one that failed
const unloaded = ({ testResults }) =>
  testResults.filter(({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0);
const passed = sum((report) => report.numPassedTests);
const failed = sum((report) => report.numFailedTests + unloaded(report).length);
console.log(`${passed} passed, ${failed} failed`);
