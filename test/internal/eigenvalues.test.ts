import { expect, test } from 'vitest';
import { eigenvalues } from '../../src/internal/eigenvalues.ts';

const largestEigenvalue = (matrix: number[][]): number => eigenvalues(matrix).at(-1) as number;

import numbers from '../reference/numpy/numbers.json' with { type: 'json' };
import { hashed } from '../support/hashed.ts';

test.each(numbers.eigenvalues)("NumPy's eigvalsh, xᵀx of [$n, $d]", ({ n, d, largest }) => {
  const x = hashed(n * d, 6);
  const at = (i: number, j: number): number => (j % 5 === 2 ? 0 : x[i * d + j]);
  const gram = Array.from({ length: d }, (_, j) =>
    Array.from({ length: d }, (_, k) =>
      [...Array(n).keys()].reduce((sum, i) => sum + at(i, j) * at(i, k), 0),
    ),
  );
  // both sum n products for each entry and turn d columns: a few roundings for each
  expect(Math.abs(largestEigenvalue(gram) - largest)).toBeLessThanOrEqual((n + 4 * d) * 2 ** -52 * largest);
});

test('a diagonal, a zero and a NaN matrix end as well', () => {
  expect(
    largestEigenvalue([
      [3, 0],
      [0, 5],
    ]),
  ).toBe(5);
  expect(
    largestEigenvalue([
      [0, 0],
      [0, 0],
    ]),
  ).toBe(0);
  expect(
    largestEigenvalue([
      [Number.NaN, 1],
      [1, 2],
    ]),
  ).toBeNaN();
});
