import type { Float64NdArray, LeastSquaresSums } from '../../types.ts';
import { cholesky, conditionOf, solve } from './cholesky.ts';
import { type DoubleDouble, multiply, subtract } from './doubleDouble.ts';
import { Moments } from './Moments.ts';
import { Quadratic } from './Quadratic.ts';
import { residualSquares } from './residualSquares.ts';

/** A quadratic, and what else was found on the way. */
export interface Fit {
  quadratic: Quadratic;
  /** Σ x xᵀ. */
  xx: number[][];
  /** Its root R. */
  rows: DoubleDouble[][];
  /** How many columns of x are no combination of those before them. */
  rank: number;
}

/** The quadratic of data. */
export interface DataFit extends Fit {
  /** Whether the quadratic's costs are as exact as their sums over the data would be. */
  isSound: boolean;
  /** Σ x² of each input, and Σ t². */
  squares: number[];
}

export function fitData(x: Float64NdArray, t: Float64NdArray, divisor: number): DataFit {
  const [n, d = 1] = x.shape;
  const moments = new Moments(d);
  moments.add(x, t);
  const root = rootOf(moments);
  const { rows } = root;
  const minimizer = solve(rows, moments.xt);
  const center = Float64Array.from(minimizer, ([high]) => high);
  const centerLow = Float64Array.from(minimizer, ([, low]) => low);
  const minimum = residualSquares(x, t, center, centerLow);
  const quadratic = new Quadratic(rows, minimizer, minimum, divisor);
  return {
    quadratic,
    ...root,
    // √q may be off by 5e-14 of itself, which is 2⁻⁴⁴
    isSound: conditionOf(rows) * n * 2 ** -104 < 2 ** -44,
    squares: moments.squares,
  };
}

/** Σ x xᵀ of samples, its root, and how many columns that has. */
export function rootOf({ n, xx }: Moments): Pick<Fit, 'xx' | 'rows' | 'rank'> {
  // n products for each sum, and up to d for each of their roots, err by a unit in the last of twice the digits
  const rows = cholesky(xx, (n + 8 * xx.length) * 2 ** -103);
  return { xx: xx.map((row) => row.map(([high]) => high)), rows, rank: rankOf(rows) };
}

function rankOf(rows: DoubleDouble[][]): number {
  return rows.filter((row, j) => row[j][0] !== 0).length;
}

/** The quadratic of sums alone. The minimum is what is left of Σt², and where little is left it may come out below 0. */
export function fitSums({ xx: products, xt, tt }: LeastSquaresSums, divisor: number): Fit {
  const exact = (value: number): DoubleDouble => [value, 0];
  const xx = typeof products === 'number' ? [[products]] : products;
  const matrix = xx.map((row) => row.map(exact));
  const b = (typeof xt === 'number' ? [xt] : xt).map(exact);
  // the sums themselves are rounded
  const rows = cholesky(matrix, b.length * 2 ** -51);
  const minimizer = solve(rows, b);
  const minimum = b.reduce((rest, sum, j) => subtract(rest, multiply(sum, minimizer[j])), exact(tt));
  return { quadratic: new Quadratic(rows, minimizer, minimum[0], divisor), xx, rows, rank: rankOf(rows) };
}
