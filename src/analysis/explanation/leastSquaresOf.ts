import { isFullBatch, openEpoch } from '../../descent/batches.ts';
import type { RunSettings } from '../../descent/run.ts';
import { largestSquaredNorm } from '../../internal/kernels/largestSquaredNorm.ts';
import { isWithin } from '../../internal/quadratic/assertRange.ts';
import { batchesMap, type Cut } from '../../internal/quadratic/batchesMap.ts';
import type { EpochMap, EpochMaps } from '../../internal/quadratic/EpochMap.ts';
import { extremes } from '../../internal/quadratic/extremes.ts';
import { type Fit, fitData, fitSums } from '../../internal/quadratic/fit.ts';
import { fullBatchMap } from '../../internal/quadratic/fullBatchMap.ts';
import { gradientDescent } from '../../rules/gradientDescent.ts';

/** What squared error lets one know of a run before it is made. Learning rates are those of the run's own model. */
export interface LeastSquaresRun {
  minimizer: Float64Array;
  minimumCost: number;
  /** Σ x (y − t) is rounded to so much times 2⁻⁵² or less. */
  scale: number;
  /** Whether the samples agree: what is left at the minimizer is rounding. */
  agree: boolean;
  /** max ‖xᵢ‖² over the samples; Infinity where there are only sums. */
  largestSample: number;
  /** The Hessian's smallest eigenvalue above 0, and its largest. */
  smallest: number;
  largest: number;
  /** The distance of two w, along the directions in which full batch can move w. */
  distance(a: Float64Array, b: Float64Array): number;
  /** The map of an epoch of full batch. */
  fullBatch(learningRate: number): EpochMap;
  /** What is known of the run's own epochs; undefined where they differ, since the strategy draws or the rule remembers. */
  own: OwnEpochs | undefined;
}

export interface OwnEpochs {
  isFullBatch: boolean;
  /** Samples in a batch. */
  size: number;
  at(learningRate: number): EpochMap;
  /** The distance of two w, along the directions in which w can move. */
  distance(a: Float64Array, b: Float64Array): number;
  /** The point where w is led: `fixedPoint`, and what w has along the directions in which it cannot move. */
  lead(w: Float64Array, fixedPoint: Float64Array): Float64Array;
}

/** So many multiplications make a map of an epoch take a second or so; beyond, it is not made. */
const most = 5e6;

/** undefined where the model is not known to be squared error, its squares leave the doubles, or it has more than 64 weights. */
export function leastSquaresOf(settings: RunSettings, isScalar: boolean): LeastSquaresRun | undefined {
  const { x, sums, model } = settings;
  // a model that goes down on sums alone has the gradient of least squares; one spread from it has lost that
  if (model.curvature === undefined || model.summarizeSums === undefined) return undefined;
  const { curvature } = model;
  const n = sums === undefined ? (x as NonNullable<typeof x>).shape[0] : sums.n;
  const found = fitOf(settings, 2 / curvature(n));
  if (found === undefined) return undefined;
  const { fit, tt } = found;

  const at = (maps: EpochMaps) => (learningRate: number) =>
    maps.at((samples) => learningRate * curvature(samples));
  const spectrum = extremes(fit);
  const { smallest, largest } = spectrum;
  const fullBatch = fullBatchMap(fit, spectrum, n, isScalar);
  return {
    minimizer: fit.quadratic.center,
    minimumCost: fit.quadratic.minimumCost,
    scale: curvature(n) * Math.sqrt(fit.xx.reduce((trace, row, j) => trace + row[j], 0) * tt),
    agree: fit.quadratic.minimumCost <= (1e-20 * tt * curvature(n)) / 2,
    largestSample: x === undefined ? Infinity : largestSquaredNorm(x),
    smallest: curvature(n) * smallest,
    largest: curvature(n) * largest,
    distance: distanceIn(fullBatch.basis),
    fullBatch: at(fullBatch),
    own: ownEpochs(settings, fit, n, fullBatch, at, isScalar),
  };
}

function ownEpochs(
  { x, t, strategy, rule }: RunSettings,
  fit: Fit,
  n: number,
  fullBatch: EpochMaps,
  at: (maps: EpochMaps) => (learningRate: number) => EpochMap,
  isScalar: boolean,
): OwnEpochs | undefined {
  const batches = rule === gradientDescent() ? batchesOf(strategy, n) : undefined;
  if (batches === undefined) return undefined;
  const isFull = isFullBatch(batches, n);
  if (!isFull && (x === undefined || t === undefined || n * fit.xx.length ** 2 > most)) return undefined;
  const maps =
    isFull || x === undefined || t === undefined ? fullBatch : batchesMap(x, t, fit, batches, isScalar);
  return {
    isFullBatch: isFull,
    size: Math.min(batches.size, batches.length),
    at: at(maps),
    distance: distanceIn(maps.basis),
    lead: (w, fixedPoint) => {
      if (maps.basis.length === fixedPoint.length) return fixedPoint;
      const end = w.slice();
      for (const direction of maps.basis) {
        const way = along(direction, fixedPoint, w);
        for (let k = 0; k < end.length; k++) end[k] += way * direction[k];
      }
      return end;
    },
  };
}

function distanceIn(basis: Float64Array[]): OwnEpochs['distance'] {
  return (a, b) => Math.hypot(...basis.map((direction) => along(direction, a, b)));
}

/** How far it is from b to a along a direction. */
function along(direction: Float64Array, a: Float64Array, b: Float64Array): number {
  return direction.reduce((sum, value, k) => sum + value * (a[k] - b[k]), 0);
}

const drawn = new Error('drawn');

/** An epoch of a strategy; undefined where it draws, or where the next one is another. */
function batchesOf(strategy: RunSettings['strategy'], n: number): Cut | undefined {
  try {
    const [batches, next] = [0, 1].map(() =>
      openEpoch('explain', strategy, n, () => {
        throw drawn;
      }),
    );
    const isSame =
      batches.size === next.size &&
      batches.count === next.count &&
      batches.length === next.length &&
      (batches.order === undefined
        ? next.order === undefined
        : Array.from(batches.order).every((index, k) => index === next.order?.[k]));
    return isSame ? batches : undefined;
  } catch (error) {
    if (error === drawn) return undefined;
    throw error;
  }
}

function fitOf({ x, t, sums }: RunSettings, divisor: number): { fit: Fit; tt: number } | undefined {
  // above 64 weights eigenvalues, which cost O(d³), would take minutes for a sentence
  if (sums !== undefined) {
    const squares = typeof sums.xx === 'number' ? [sums.xx] : sums.xx.map((row, j) => row[j]);
    const isKnown = squares.length <= 64 && [...squares, sums.tt].every(isWithin);
    return isKnown ? { fit: fitSums(sums, divisor), tt: sums.tt } : undefined;
  }
  if (x === undefined || t === undefined || (x.shape[1] ?? 1) > 64) return undefined;
  const fit = fitData(x, t, divisor);
  return fit.squares.every(isWithin) ? { fit, tt: fit.squares[fit.squares.length - 1] } : undefined;
}
