import { isFullBatch, openEpoch } from '../descent/batches.ts';
import { assertAtLeast, assertMethods, wrongValue } from '../internal/assert.ts';
import { assertFiniteView, assertSome, readData, readSums, readWeights } from '../internal/finite.ts';
import { float64 } from '../internal/float64.ts';
import { pack } from '../internal/ndarrays.ts';
import { assertRange, hasNonzero } from '../internal/quadratic/assertRange.ts';
import { batchesMap } from '../internal/quadratic/batchesMap.ts';
import { CompensatedCost } from '../internal/quadratic/CompensatedCost.ts';
import type { EpochMaps } from '../internal/quadratic/EpochMap.ts';
import { extremes, type Spectrum } from '../internal/quadratic/extremes.ts';
import { type Fit, fitData, fitSums } from '../internal/quadratic/fit.ts';
import { fullBatchMap } from '../internal/quadratic/fullBatchMap.ts';
import { isNdarray, isTypedArray } from '../internal/views.ts';
import type {
  ArrayInput,
  CostCurve,
  Float64Matrix,
  Float64NdArray,
  Float64Vector,
  LeastSquaresSums,
  Strategy,
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
   * The Hessian's smallest and largest eigenvalue, both the Hessian itself with one weight: how much flatter the cost is along
   * one direction than along another. The smallest is 0 where columns of x depend on others.
   */
  readonly smallestEigenvalue: number;
  /** See {@link smallestEigenvalue}. */
  readonly largestEigenvalue: number;
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
  /**
   * What one epoch of plain descent (`gradientDescent()`) makes of the distance between w and the point where it leads. Full
   * batch multiplies it by 1 − 2 learningRate Σ x², per sample by Π (1 − 2 learningRate xᵢ²), mini-batches by the product
   * over their batches; what they lead to is the minimizer in the first case, and in the others mostly not.
   *
   * @param strategy - one that draws no random numbers; of sums alone, one whose batch is all the samples
   * @param learningRate - a finite number of at least 0
   * @returns the factor, the fixed point, and how far w swings about it within an epoch
   * @throws RangeError where the strategy draws random numbers, or its batches are not those of all samples and there are only
   * sums, or the learning rate is out of its range
   * @throws TypeError where an argument is of the wrong kind
   * @example
   * ```ts
   * import { leastSquares, perSample } from 'gradus';
   * const { factor, fixedPoint } = leastSquares([1, 2], [2, 5]).contraction(perSample(), 0.05);
   * console.log(factor.toFixed(4), fixedPoint.toFixed(4)); // 0.5400 2.4348
   * ```
   */
  contraction(strategy: Strategy, learningRate: number): Contraction<W>;
}

/** What an epoch of plain descent does, as {@link LeastSquares.contraction} finds it. */
export interface Contraction<W extends Weights = Weights> {
  /**
   * With one weight: w − fixedPoint after an epoch is `factor` times that before it. With many: the spectral radius of the matrix
   * that stands in its place, to which the ratio of the distances tends. Below 1 in size the distance shrinks; a negative
   * factor means that w lands on the other side. Infinite where an epoch leaves the doubles, and the rest then is no number.
   */
  readonly factor: number;
  /**
   * The w that an epoch leads back to. Where w does not move at all it is the minimizer; NaN where an epoch adds the same
   * move each time, which takes a factor of exactly 1.
   */
  readonly fixedPoint: W;
  /** The least value of w, or of each weight, in an epoch that starts at the fixed point. */
  readonly lowest: W;
  /** The largest. */
  readonly highest: W;
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
  const curve = fit.isSound ? fit.quadratic : new CompensatedCost(x, t, 1);
  return present(fit, curve, x.shape.length === 1, x.shape[0], { x, t });
}

function fromSums<W extends Weights>(input: unknown): LeastSquares<W> {
  const sums = readSums('leastSquares', 'sums', input, 1);
  const fit = fitSums(sums, 1);
  return present(fit, fit.quadratic, typeof sums.xx === 'number', sums.n, undefined);
}

function present<W extends Weights>(
  fit: Fit,
  curve: CostCurve,
  isScalar: boolean,
  n: number,
  data: { x: Float64NdArray; t: Float64NdArray } | undefined,
): LeastSquares<W> {
  const { quadratic, xx, rank } = fit;
  const d = xx.length;
  const hessian = float64(
    Float64Array.from(xx.flat(), (sum) => 2 * sum),
    [d, d],
  );
  const forUser = (w: Float64Array): W => (isScalar ? w[0] : w.slice()) as W;
  // those of columns that depend on others are 0, and left out
  const spectrum = extremes(fit);
  const { smallest, largest } = spectrum;
  return {
    minimizer: forUser(quadratic.center),
    minimumCost: quadratic.minimumCost,
    hessian: (isScalar ? hessian.data[0] : hessian) as LeastSquares<W>['hessian'],
    smallestEigenvalue: rank === d ? 2 * smallest : 0,
    largestEigenvalue: 2 * largest,
    maxLearningRate: 1 / largest,
    bestLearningRate: 1 / (smallest + largest),
    cost: (w) => curve.cost(readWeights('leastSquares.cost', w, isScalar ? undefined : d), 0),
    contraction(strategy, learningRate) {
      assertAtLeast('leastSquares.contraction', 'learningRate', learningRate, 0);
      const { factor, cycle } = mapsOf(fit, spectrum, n, data, strategy, isScalar).at(() => 2 * learningRate);
      const { fixedPoint, lowest, highest } = cycle();
      return {
        factor,
        fixedPoint: forUser(fixedPoint),
        lowest: forUser(lowest),
        highest: forUser(highest),
      };
    },
  };
}

function mapsOf(
  fit: Fit,
  spectrum: Spectrum,
  n: number,
  data: { x: Float64NdArray; t: Float64NdArray } | undefined,
  strategy: Strategy,
  isScalar: boolean,
): EpochMaps {
  const who = 'leastSquares.contraction';
  assertMethods(who, 'strategy', strategy, ['epoch']);
  const batches = openEpoch(who, strategy, n, () => {
    throw wrongValue(who, 'strategy', 'draw no random numbers', `${strategy.name}, which draws`);
  });
  if (isFullBatch(batches, n)) return fullBatchMap(fit, spectrum, n, isScalar);
  if (data !== undefined) return batchesMap(data.x, data.t, fit, batches, isScalar);
  const expected = `make one batch of all ${n} samples on sums, which hold no single ones`;
  throw wrongValue(who, 'strategy', expected, `${strategy.name}, with ${batches.count} of ${batches.size}`);
}
