import { eigenvalues } from '../eigenvalues.ts';
import { cholesky, inverseOf } from './cholesky.ts';
import { add, type DoubleDouble, multiply } from './doubleDouble.ts';
import type { Fit } from './fit.ts';

/** Eigenvalues of Σ x xᵀ. */
export interface Spectrum {
  smallest: number;
  largest: number;
}

/**
 * The smallest eigenvalue above 0 of Σ x xᵀ, and its largest; both 0 of inputs that are all 0. Rotations give each to a rounding
 * of the largest, which leaves nothing of one that is so much smaller: the smallest is one over the largest of the inverse,
 * which the root R gives.
 */
export function extremes({ xx, rows, rank }: Pick<Fit, 'xx' | 'rows' | 'rank'>): Spectrum {
  const largest = eigenvalues(xx)[xx.length - 1];
  if (rank === 0) return { smallest: 0, largest };
  if (rank === 1) return { smallest: largest, largest };
  const inverse = inverseOf(rank === xx.length ? rows : squareRoot(rows));
  const [inverseLargest] = eigenvalues(gram(inverse)).slice(-1);
  return { smallest: Math.min(1 / inverseLargest, largest), largest };
}

/** A square root of the R Rᵀ of the rows that are not 0: it has RᵀR's eigenvalues, but for those that are 0. */
function squareRoot(rows: DoubleDouble[][]): DoubleDouble[][] {
  const own = rows.filter((row, j) => row[j][0] !== 0);
  const zero: DoubleDouble = [0, 0];
  const product = (a: DoubleDouble[], b: DoubleDouble[]): DoubleDouble =>
    a.reduce((sum, value, k) => add(sum, multiply(value, b[k])), zero);
  return cholesky(
    own.map((a) => own.map((b) => product(a, b))),
    rows.length * 2 ** -100,
  );
}

/** A Aᵀ. */
function gram(a: number[][]): number[][] {
  return a.map((row) => a.map((other) => row.reduce((sum, value, k) => sum + value * other[k], 0)));
}
