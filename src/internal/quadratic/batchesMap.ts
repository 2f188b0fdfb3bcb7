import type { Float64NdArray } from '../../types.ts';
import { take } from '../ndarrays.ts';
import { logOfSpectralRadius } from '../spectralRadius.ts';
import type { Cycle, EpochMaps } from './EpochMap.ts';
import { type Fit, rootOf } from './fit.ts';
import { Moments } from './Moments.ts';
import { residualOf } from './residualSquares.ts';
import { rowSpace } from './rowSpace.ts';
import { solveSquare } from './solveSquare.ts';

/** Samples in an order, or in their own, cut into batches. */
export interface Cut {
  order: ArrayLike<number> | undefined;
  length: number;
  size: number;
  count: number;
}

/**
 * The epoch of several updates w ← w − rate(b) Σ x (y − t), each over the b samples of a batch. With v = w − minimizer and the
 * residuals r = t − y there, an update is v ← v + rate Σ x (r − xᵀv), and the epoch v ← (I − C) v + q, which stays at the v
 * with C v = q. From v = 0 the epoch leads to q; and to column j of C where the targets are the inputs xⱼ in place of r: so it
 * is C that is added up, not I − C, of which a small learning rate would leave no digits.
 */
export function batchesMap(
  x: Float64NdArray,
  t: Float64NdArray,
  fit: Fit,
  { order, length, size, count }: Cut,
  isScalar: boolean,
): EpochMaps {
  const { minimizer } = fit.quadratic;
  const basis = visitedSpace(x, t, fit, { order, length, size, count });
  const rank = basis.length;
  const { inputs, residuals } = readSamples(x, t, fit.quadratic, basis);
  const move = new Float64Array(rank);

  /** Where an epoch leads from v with targets that stand in `targets` from `at` on, each `stride` after the one before. */
  const walk = (
    rate: (samples: number) => number,
    v: Float64Array,
    targets: Float64Array,
    at: number,
    stride: number,
    visit?: () => void,
  ): Float64Array => {
    for (let batch = 0; batch < count; batch++) {
      const [from, to] = [batch * size, Math.min((batch + 1) * size, length)];
      move.fill(0);
      for (let k = from; k < to; k++) {
        const i = order === undefined ? k : order[k];
        let rest = targets[at + i * stride];
        for (let j = 0; j < rank; j++) rest -= inputs[i * rank + j] * v[j];
        for (let j = 0; j < rank; j++) move[j] += inputs[i * rank + j] * rest;
      }
      for (let j = 0; j < rank; j++) v[j] += rate(to - from) * move[j];
      visit?.();
    }
    return v;
  };

  /** minimizer + v, in the weights' own coordinates. */
  const place = (v: Float64Array): Float64Array =>
    Float64Array.from(
      minimizer,
      ([high, low], k) => high + basis.reduce((sum, direction, j) => sum + direction[k] * v[j], low),
    );

  const zeros = new Float64Array(residuals.length);

  /** Π (1 − rate Σx²) over the batches of one weight, and the logarithm of its size, which leaves the doubles later. */
  const product = (rate: (samples: number) => number): { log: number; factor: number } => {
    let log = 0;
    let factor = 1;
    for (let batch = 0; batch < count; batch++) {
      const [from, to] = [batch * size, Math.min((batch + 1) * size, length)];
      let squares = 0;
      for (let k = from; k < to; k++) squares += inputs[order === undefined ? k : order[k]] ** 2;
      const part = rate(to - from) * squares;
      log += part < 1 ? Math.log1p(-part) : Math.log(part - 1);
      factor *= 1 - part;
    }
    // of a batch that leaves nothing, whatever the others make of it
    return log === -Infinity ? { log, factor: 0 } : { log, factor };
  };

  /** The same of many weights: the spectral radius of what an epoch makes of each direction, with targets of 0. */
  const radius = (rate: (samples: number) => number): { log: number; factor: number } => {
    const columns = basis.map((_, j) => walk(rate, new Float64Array(rank).fill(1, j, j + 1), zeros, 0, 1));
    const areFinite = columns.every((column) => column.every(Number.isFinite));
    const log = areFinite ? logOfSpectralRadius(transposed(columns)) : Infinity;
    return { log, factor: Math.exp(log) };
  };

  const at: EpochMaps['at'] = (rate) => {
    const { log, factor } = rank === 0 ? { log: 0, factor: 1 } : isScalar ? product(rate) : radius(rate);
    return {
      log,
      factor,
      cycle(): Cycle {
        const c = transposed(basis.map((_, j) => walk(rate, new Float64Array(rank), inputs, j, rank)));
        const v = solveSquare(c, walk(rate, new Float64Array(rank), residuals, 0, 1));
        const fixedPoint = place(v);
        const [lowest, highest] = [fixedPoint.slice(), fixedPoint.slice()];
        walk(rate, v, residuals, 0, 1, () => {
          for (const [k, weight] of place(v).entries()) {
            lowest[k] = Math.min(lowest[k], weight);
            highest[k] = Math.max(highest[k], weight);
          }
        });
        return { fixedPoint, lowest, highest };
      },
    };
  };
  return { at, basis };
}

/** The space of the samples that an epoch visits: where it leaves some out, w may not move in all directions. */
function visitedSpace(
  x: Float64NdArray,
  t: Float64NdArray,
  fit: Fit,
  { order, length, size, count }: Cut,
): Float64Array[] {
  const end = Math.min(count * size, length);
  const visited = new Set(Array.from({ length: end }, (_, k) => (order === undefined ? k : order[k])));
  if (visited.size === x.shape[0]) return rowSpace(fit);
  const moments = new Moments(x.shape[1] ?? 1);
  moments.add(take(x, [...visited]), take(t, [...visited]));
  return rowSpace(rootOf(moments));
}

function transposed(columns: readonly Float64Array[]): Float64Array[] {
  return columns.map((_, j) => Float64Array.from(columns, (column) => column[j]));
}

/** The inputs in coordinates of the basis, sample after sample, and the residuals t − y at the minimizer. */
function readSamples(
  x: Float64NdArray,
  t: Float64NdArray,
  { center, centerLow }: Fit['quadratic'],
  basis: Float64Array[],
): { inputs: Float64Array; residuals: Float64Array } {
  const [n] = x.shape;
  const [sampleStride, inputStride = 0] = x.stride;
  const inputs = new Float64Array(n * basis.length);
  const residuals = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const at = x.offset + i * sampleStride;
    const target = t.data[t.offset + i * t.stride[0]];
    residuals[i] = residualOf(target, x.data, at, inputStride, center, centerLow);
    for (const [j, direction] of basis.entries()) {
      let along = 0;
      for (let k = 0; k < direction.length; k++) along += direction[k] * x.data[at + k * inputStride];
      inputs[i * basis.length + j] = along;
    }
  }
  return { inputs, residuals };
}
