import type { Float64NdArray, LeastSquaresSums } from '../../types.ts';
import { productError } from '../productError.ts';
import { sumError } from '../sumError.ts';
import { block } from '../sums.ts';
import { cholesky, solve } from './cholesky.ts';
import { type DoubleDouble, multiply, subtract } from './doubleDouble.ts';
import { Moments } from './Moments.ts';
import { ProductSum } from './ProductSum.ts';
import { Quadratic } from './Quadratic.ts';

/** The quadratic of the data. It `isSound` where its costs are as exact as their sum over the data would be. */
export function fitData(
  x: Float64NdArray,
  t: Float64NdArray,
  divisor: number,
): { quadratic: Quadratic; isSound: boolean } {
  const [n, d = 1] = x.shape;
  const moments = new Moments(d);
  moments.add(x, t);
  const { xx, xt } = moments;
  // beyond twice the digits nothing is left of a pivot
  const { rows, smallestPivot } = cholesky(xx, 2 ** -96);
  const minimizer = solve(rows, xt);
  const minimum = residualSquares(x, t, minimizer);
  const diagonal = xx.map((row, j) => row[j][0]);
  const isSound =
    // the sums of n products err by up to n units of their last place, which a small pivot multiplies
    smallestPivot > n * 2 ** -60 &&
    diagonal.every((square) => square > 2 ** -900 && square < 2 ** 900) &&
    Number.isFinite(minimum);
  return { quadratic: new Quadratic(rows, minimizer, minimum, divisor), isSound };
}

/** The quadratic of sums alone. The minimum is what is left of Σt², and where little is left it may come out below 0. */
export function fitSums({ xx, xt, tt }: LeastSquaresSums, divisor: number): Quadratic {
  const exact = (value: number): DoubleDouble => [value, 0];
  const matrix = (typeof xx === 'number' ? [[xx]] : xx).map((row) => row.map(exact));
  const b = (typeof xt === 'number' ? [xt] : xt).map(exact);
  // sums are rounded, and a pivot below their rounding is a column that depends on those before it
  const { rows } = cholesky(matrix, b.length * 2 ** -51);
  const minimizer = solve(rows, b);
  const minimum = b.reduce((rest, sum, j) => subtract(rest, multiply(sum, minimizer[j])), exact(tt));
  return new Quadratic(rows, minimizer, minimum[0], divisor);
}

/** Σ (tᵢ − xᵢc)², each residual rounded once. */
function residualSquares(x: Float64NdArray, t: Float64NdArray, c: DoubleDouble[]): number {
  const [n] = x.shape;
  const [sampleStride, inputStride = 0] = x.stride;
  const center = Float64Array.from(c, ([high]) => high);
  const centerLow = Float64Array.from(c, ([, low]) => low);
  const squares = new ProductSum();
  const residual = new Float64Array(block);
  for (let from = 0; from < n; from += block) {
    const length = Math.min(block, n - from);
    for (let i = 0; i < length; i++) {
      const p = x.offset + (from + i) * sampleStride;
      const target = t.data[t.offset + (from + i) * t.stride[0]];
      residual[i] = residualOf(target, x.data, p, inputStride, center, centerLow);
    }
    squares.add(residual, 0, 1, residual, 0, 1, length);
  }
  return squares.value[0];
}

/** t − Σⱼ xⱼ cⱼ, in twice the digits. */
function residualOf(
  t: number,
  x: Float64Array,
  xAt: number,
  xStride: number,
  center: Float64Array,
  centerLow: Float64Array,
): number {
  let [high, low] = [t, 0];
  for (let j = 0, p = xAt; j < center.length; j++, p += xStride) {
    const product = x[p] * center[j];
    const rest = high - product;
    low += sumError(high, -product, rest) - productError(x[p], center[j], product) - x[p] * centerLow[j];
    high = rest;
  }
  return high + low;
}
