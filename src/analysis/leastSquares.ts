import { eigenvalues } from '../internal/eigenvalues.ts';
import { assertFiniteView, assertSome, readData, readSums, readWeights } from '../internal/finite.ts';
import { float64 } from '../internal/float64.ts';
import { pack } from '../internal/ndarrays.ts';
import { assertRange, hasNonzero } from '../internal/quadratic/assertRange.ts';
import { CompensatedCost } from '../internal/quadratic/CompensatedCost.ts';
import { type Fit, fitData, fitSums } from '../internal/quadratic/fit.ts';
import { isNdarray, isTypedArray } from '../internal/views.ts';
import type {
  ArrayInput,
  CostCurve,
  Float64Matrix,
  Float64NdArray,
  Float64Vector,
  LeastSquaresSums,
  Vector,
  Weights,
} from '../types.ts';

/**
 * What the data alone say of the lecture's cost Σ (tᵢ − yᵢ)² and of plain full-batch descent on it. The learning rates are those
 * of that reduction: multiply them by n for `'mean'`, by 2 for `'half'` and by 2n for `'half-mean'`.
 */
export interface LeastSquares<W extends Weights = Weights> {
  /** The w of least cost; where columns of x depend on those before them, that in which their weights are 0. */
  readonly minimizer: W;
  /** Its cost. Of sums alone it can come out below 0: see {@link leastSquares}. */
  readonly minimumCost: number;
  /** The second derivative 2 Σ x², or for many weights the matrix 2 Σ x xᵀ [d, d]; the same for every w. */
  readonly hessian: W extends number ? number : Float64NdArray;
  /**
   * Full batch converges below this learning rate, and from it on does not: 2 / λ for the Hessian's largest eigenvalue λ.
   * Infinity where all inputs are 0.
   */
  readonly maxLearningRate: number;
  /**
   * The learning rate at which full batch converges in the fewest epochs: 2 / (λ smallest + λ largest), of those above 0. With
   * one weight the first update then lands on the minimizer, but for rounding.
   */
  readonly bestLearningRate: number;
  /**
   * The cost of a w, as minimumCost + ½ (w − minimizer)ᵀ hessian (w − minimizer): O(d²), whatever n, but where columns nearly
   * depend on each other.
   *
   * @throws RangeError where w has another number of weights, or is not finite
   * @throws TypeError where w is of the wrong kind
   */
  cost(w: W extends number ? number : ArrayInput): number;
}

/**
 * The least squares of one weight, from the data.
 *
 * The minimizer solves Σx² w = Σxt, summed in twice the digits, and the minimum is summed over the residuals there. For q the
 * cost of any w and d the cost as exact arithmetic gives it, |√q − √d| ≤ 5e-14 √d + 4 · 2⁻⁵³ √Σt².
 *
 * @param x - the inputs [n]: at least one sample, finite; never written to
 * @param t - the targets [n], finite
 * @returns the minimizer, its cost, the curvature, the learning rates that follow from it, and the cost of any w
 * @throws RangeError for data that are empty, not finite (with the first such index), of different lengths, or whose sums of
 * squares are above 2⁹⁰⁰ or, but for zeros, below 2⁻⁹⁰⁰
 * @throws TypeError where an argument is of the wrong kind
 * @example
 * ```ts
 * import { leastSquares } from 'gradus';
 * const { minimizer, minimumCost, hessian, maxLearningRate, cost } = leastSquares([1, 2], [2, 5]);
 * console.log(minimizer, minimumCost, hessian); // 2.4 0.2 10
 * console.log(maxLearningRate, cost(3)); // 0.2 2
 * ```
 */
export function leastSquares(x: Vector | Float64Vector, t: ArrayInput): LeastSquares<number>;
/**
 * The least squares of many weights. Where columns of x are so nearly dependent that the quadratic would be less exact than
 * a sum over the data, `cost` sums over a copy of the data.
 *
 * @param x - the inputs as rows [n, d]
 * @param t - the targets [n]
 * @returns as for one weight, with arrays
 * @throws RangeError and TypeError as for one weight
 * @example
 * ```ts
 * import { leastSquares } from 'gradus';
 * console.log(leastSquares([[1, 0], [1, 1], [1, 2]], [1, 3, 5]).minimizer); // Float64Array(2) [ 1, 2 ]
 * ```
 */
export function leastSquares(x: readonly Vector[] | Float64Matrix, t: ArrayInput): LeastSquares<Float64Array>;
/**
 * The same from sums over data that are not here. What they leave of the minimum is Σt² − Σxt² / Σx²: where the fit is good
 * nearly all of Σt² cancels, so that the minimum, and with it every cost, is right to some n-independent 2⁻⁵² Σt² and no
 * better; a minimum below that may come out as 0 or less. With one weight the minimizer, the Hessian and the learning rates
 * lose nothing but a last bit. With many the minimizer loses digits as columns resemble each other, since the sums are
 * rounded; that of data does not.
 *
 * @param sums - as `leastSquaresSums` gives them, or a database
 * @returns as for one weight, or with arrays where the sums are of many
 * @throws RangeError where a sum is not finite, the shapes do not belong together, or n is 0
 * @throws TypeError where sums are not an object of numbers, or of arrays of numbers
 * @example
 * ```ts
 * import { leastSquares } from 'gradus';
 * console.log(leastSquares({ n: 2, xx: 5, xt: 12, tt: 29 }).minimizer); // 2.4
 * ```
 */
export function leastSquares(sums: LeastSquaresSums<number>): LeastSquares<number>;
/** The same from sums for many weights; see the other signatures. */
export function leastSquares(sums: LeastSquaresSums<Float64Array>): LeastSquares<Float64Array>;
/** The same from an ndarray, [n] or [n, d], or where the type does not say which; see the other signatures. */
export function leastSquares<W extends Weights = Weights>(
  x: ArrayInput | LeastSquaresSums,
  t?: ArrayInput,
): LeastSquares<W>;
export function leastSquares<W extends Weights>(
  x: ArrayInput | LeastSquaresSums,
  t?: ArrayInput,
): LeastSquares<W> {
  const isSums = t === undefined && !(Array.isArray(x) || isTypedArray(x) || isNdarray(x));
  return isSums ? fromSums(x) : fromData(x, t);
}

function fromData<W extends Weights>(xInput: unknown, tInput: unknown): LeastSquares<W> {
  const data = readData('leastSquares', xInput, tInput);
  assertSome('leastSquares', data.x);
  assertFiniteView('leastSquares', 'x', data.x);
  assertFiniteView('leastSquares', 't', data.t);
  // copies: the cost is asked for later
  const [x, t] = [pack(data.x), pack(data.t)];
  const fit = fitData(x, t, 1);
  assertRange('leastSquares', fit.squares, (j) => hasNonzero([x, t], j));
  return present(fit, fit.isSound ? fit.quadratic : new CompensatedCost(x, t, 1), x.shape.length === 1);
}

function fromSums<W extends Weights>(input: unknown): LeastSquares<W> {
  const sums = readSums('leastSquares', 'sums', input, 1);
  const fit = fitSums(sums, 1);
  return present(fit, fit.quadratic, typeof sums.xx === 'number');
}

function present<W extends Weights>(
  { quadratic, xx, rank }: Fit,
  curve: CostCurve,
  isScalar: boolean,
): LeastSquares<W> {
  const d = xx.length;
  const hessian = float64(
    Float64Array.from(xx.flat(), (sum) => 2 * sum),
    [d, d],
  );
  const minimizer = Float64Array.from(quadratic.minimizer, ([high]) => high);
  const spectrum = eigenvalues(xx);
  const largest = 2 * spectrum[d - 1];
  // those of columns that depend on others are 0
  const smallest = 2 * spectrum[Math.min(d - rank, d - 1)];
  return {
    minimizer: (isScalar ? minimizer[0] : minimizer) as W,
    minimumCost: quadratic.minimumCost,
    hessian: (isScalar ? hessian.data[0] : hessian) as LeastSquares<W>['hessian'],
    maxLearningRate: 2 / largest,
    bestLearningRate: 2 / (smallest + largest),
    cost: (w) => curve.cost(readWeights('leastSquares.cost', w, isScalar ? undefined : d), 0),
  };
}
