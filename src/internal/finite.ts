import type { Float64NdArray, LeastSquaresSums } from '../types.ts';
import { assertFinite, assertObject, assertWhole, describe, wrongKind, wrongValue } from './assert.ts';
import { pack, read } from './ndarrays.ts';
import { readBeside } from './samples.ts';
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

/** Samples to fit, at least one of them: x [n] or [n, d], and as many t. */
export function readData(
  who: string,
  xInput: unknown,
  tInput: unknown,
): { x: Float64NdArray; t: Float64NdArray } {
  const x = read(who, 'x', xInput);
  if (x.shape.length === 0) throw wrongValue(who, 'x', 'be a vector or a matrix', 'a number');
  const [n] = x.shape;
  if (n === 0) throw wrongValue(who, 'x', 'have at least 1 sample', 0);
  return { x, t: readBeside(who, 't', tInput, 'x', [n]) };
}

/** Weights to look at: a number where d is undefined, and else a vector of d. */
export function readWeights(who: string, input: unknown, d: number | undefined): Float64Array {
  if (d === undefined) {
    assertFinite(who, 'w', input);
    return Float64Array.of(input);
  }
  const w = read(who, 'w', input);
  if (w.shape.length !== 1 || w.shape[0] !== d) {
    throw wrongValue(
      who,
      'w',
      `have ${d} weights`,
      w.shape.length === 1 ? w.shape[0] : `shape ${words(w.shape)}`,
    );
  }
  assertFiniteView(who, 'w', w);
  return pack(w).data;
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
