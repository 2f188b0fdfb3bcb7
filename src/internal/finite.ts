import type { Float64NdArray, LeastSquaresSums } from '../types.ts';
import { assertFinite, assertObject, assertWhole, describe, wrongKind, wrongValue } from './assert.ts';
import { pack, read } from './ndarrays.ts';
import { readBeside } from './samples.ts';
import { pairwiseSum } from './sums.ts';
import { words } from './views.ts';

/** Refuses what is not finite in a view of up to two dimensions, with the first such index. */
export function assertFiniteView(who: string, name: string, view: Float64NdArray): void {
  const { data, shape, stride, offset } = view;
  const [n = 1, d = 1] = shape;
  const [sampleStride = 0, inputStride = 0] = stride;
  // a sum is finite only where all its terms are: one that is not may also have overflowed, and then all is well
  let sum = 0;
  for (let j = 0; j < d; j++) sum += pairwiseSum(data, offset + j * inputStride, n, sampleStride);
  if (Number.isFinite(sum)) return;
  for (let i = 0, row = offset; i < n; i++, row += sampleStride) {
    for (let j = 0, at = row; j < d; j++, at += inputStride) {
      if (Number.isFinite(data[at])) continue;
      const index = shape.length === 2 ? words([i, j]) : i;
      throw wrongValue(who, name, 'hold finite numbers', `${describe(data[at])} at index ${index}`);
    }
  }
}

/** Samples to fit: x [n] or [n, d], and as many t. */
export function readData(
  who: string,
  xInput: unknown,
  tInput: unknown,
): { x: Float64NdArray; t: Float64NdArray } {
  const x = read(who, 'x', xInput);
  if (x.shape.length === 0) throw wrongValue(who, 'x', 'be a vector or a matrix', 'a number');
  if (x.shape[1] === 0) throw wrongValue(who, 'x', 'have at least 1 column', 0);
  return { x, t: readBeside(who, 't', tInput, 'x', [x.shape[0]]) };
}

/** Refuses no samples at all. */
export function assertSome(who: string, x: Float64NdArray): void {
  if (x.shape[0] === 0) throw wrongValue(who, 'x', 'have at least 1 sample', 0);
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

// sums of the same products in two orders differ in their last digits, and no more
const slack = 1e-6;

/**
 * Sums over at least `least` samples: finite, of one input or of many. What no samples can have is refused, since it comes of a
 * sum left out or in another's place: Σ x xᵀ that is not symmetric, a square below 0, or (Cauchy's and Schwarz's inequality) a
 * sum of products whose square is above the product of the sums of squares.
 */
export function readSums(who: string, name: string, value: unknown, least: number): LeastSquaresSums {
  assertObject(who, name, value);
  const { n, xx, xt, tt } = value;
  assertWhole(who, `${name}.n`, n, least);
  assertFinite(who, `${name}.tt`, tt);
  assertSquare(who, `${name}.tt`, tt);
  if (typeof xx === 'number') {
    assertFinite(who, `${name}.xx`, xx);
    assertFinite(who, `${name}.xt`, xt);
    assertSquare(who, `${name}.xx`, xx);
    assertProduct(who, `${name}.xt`, xt, `${name}.xx · ${name}.tt`, xx, tt);
    return { n, xx, xt, tt };
  }
  if (!Array.isArray(xx)) throw wrongKind(who, `${name}.xx`, 'be a number, or d rows of d numbers', xx);
  const d = xx.length;
  if (d === 0) throw wrongValue(who, `${name}.xx`, 'have at least 1 row', 0);
  const columns = readNumbers(who, `${name}.xt`, xt, d);
  const rows = xx.map((row, j) => readNumbers(who, `${name}.xx[${j}]`, row, d));
  for (const [j, row] of rows.entries()) {
    const square = row[j];
    assertSquare(who, `${name}.xx[${j}][${j}]`, square);
    assertProduct(who, `${name}.xt[${j}]`, columns[j], `${name}.xx[${j}][${j}] · ${name}.tt`, square, tt);
    for (let k = 0; k < j; k++) {
      const what = `${name}.xx[${j}][${k}]`;
      const squares = `${name}.xx[${j}][${j}] · ${name}.xx[${k}][${k}]`;
      assertProduct(who, what, row[k], squares, square, rows[k][k]);
      const isSame = Math.abs(row[k] - rows[k][j]) <= slack * Math.sqrt(square) * Math.sqrt(rows[k][k]);
      if (!isSame) throw wrongValue(who, what, `be ${name}.xx[${k}][${j}], ${rows[k][j]}`, row[k]);
    }
  }
  return { n, xx: rows, xt: columns, tt };
}

function assertSquare(who: string, what: string, sum: number): void {
  if (sum < 0) throw wrongValue(who, what, 'be a sum of squares, at least 0', sum);
  if (sum >= 2 ** 900) throw wrongValue(who, what, 'be well within the doubles, below 2 ** 900', sum);
}

function assertProduct(who: string, what: string, sum: number, squares: string, a: number, b: number): void {
  // roots apart, since a product of the sums may leave the doubles
  if (Math.abs(sum) <= (1 + slack) * Math.sqrt(a) * Math.sqrt(b)) return;
  throw wrongValue(who, what, `have a square of at most ${squares}, as sums over the same samples have`, sum);
}

function readNumbers(who: string, what: string, value: unknown, d: number): number[] {
  if (!Array.isArray(value)) throw wrongKind(who, what, 'be an array of numbers', value);
  if (value.length !== d) throw wrongValue(who, what, `have ${d} numbers`, value.length);
  return value.map((number, j) => {
    assertFinite(who, `${what}[${j}]`, number);
    return number;
  });
}
