import type { Float64NdArray, LeastSquaresSums } from '../types.ts';
import { assertFinite, assertObject, assertWhole, describe, wrongKind, wrongValue } from './assert.ts';
import { words } from './views.ts';

/** Refuses what is not finite in a view of up to two dimensions, with the first such index. */
export function assertFiniteView(
  who: string,
  name: string,
  { data, shape, stride, offset }: Float64NdArray,
): void {
  const [n = 1, d = 1] = shape;
  const [sampleStride = 0, inputStride = 0] = stride;
  for (let i = 0, row = offset; i < n; i++, row += sampleStride) {
    for (let j = 0, at = row; j < d; j++, at += inputStride) {
      if (Number.isFinite(data[at])) continue;
      const index = shape.length === 2 ? words([i, j]) : i;
      throw wrongValue(who, name, 'hold finite numbers', `${describe(data[at])} at index ${index}`);
    }
  }
}

/** Sums over samples: finite, of one input or of many, and Σ x xᵀ symmetric but for rounding. */
export function readSums(who: string, name: string, value: unknown): LeastSquaresSums {
  assertObject(who, name, value);
  const { n, xx, xt, tt } = value;
  assertWhole(who, `${name}.n`, n, 0);
  assertFinite(who, `${name}.tt`, tt);
  if (!Array.isArray(xx)) {
    assertFinite(who, `${name}.xx`, xx);
    assertFinite(who, `${name}.xt`, xt);
    return { n, xx, xt, tt };
  }
  const d = xx.length;
  const columns = readNumbers(who, `${name}.xt`, xt, d);
  const rows = xx.map((row, j) => readNumbers(who, `${name}.xx[${j}]`, row, d));
  for (const [j, row] of rows.entries()) {
    for (const [k, sum] of row.entries()) {
      // the same products added in two orders differ in their last digits
      const isSame = Math.abs(sum - rows[k][j]) <= 1e-6 * Math.sqrt(rows[j][j] * rows[k][k]);
      if (!isSame) throw wrongValue(who, `${name}.xx[${j}][${k}]`, `be ${name}.xx[${k}][${j}]`, sum);
    }
  }
  return { n, xx: rows, xt: columns, tt };
}

function readNumbers(who: string, what: string, value: unknown, d: number): number[] {
  if (!Array.isArray(value)) throw wrongKind(who, what, 'be an array of numbers', value);
  if (value.length !== d) throw wrongValue(who, what, `have ${d} numbers`, value.length);
  return value.map((number, j) => {
    assertFinite(who, `${what}[${j}]`, number);
    return number;
  });
}
