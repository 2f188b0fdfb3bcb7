import type { Float64NdArray } from '../../types.ts';
import { residualMoments } from '../kernels/residualMoments.ts';
import { isWithin } from './assertRange.ts';

/**
 * The cost of least squares with one weight: minimumCost + curvature (w − minimizer)², where the curvature is Σx² and
 * costs are sums of squares over `divisor`.
 *
 * About a center c, which is the minimizer but for rounding, and its residuals r = t − xc the cost is
 * Σr² − 2 (w − c) Σxr + (w − c)² Σx², exactly. Each r is rounded as it is in a sum over the data: that moves the root of the
 * cost by at most √2 · 2⁻⁵³ √Σt², since what a fit explains and what it leaves are at right angles. All further terms are
 * squares, of which nothing cancels, so that plain sums suffice: they move the root by at most 140 · 2⁻⁵³ of its size.
 */
export class Parabola {
  /** Whether the squares of the data are within the doubles. */
  readonly isSound: boolean;
  private readonly center: number;
  /** What the minimizer has beyond the center. */
  private readonly centerLow: number;
  private readonly curvature: number;
  private readonly minimumCost: number;

  constructor(x: Float64NdArray, t: Float64NdArray, divisor: number) {
    const about0 = residualMoments(0, x, t);
    const center = about0.xr / about0.xx;
    const { xx, xr, rr } = residualMoments(center, x, t);
    this.isSound = isWithin(about0.xx) && isWithin(about0.rr) && about0.xx > 0;
    this.center = center;
    this.centerLow = xr / xx;
    this.curvature = xx / divisor;
    // of points on a line rounding can leave a minimum below 0
    this.minimumCost = Math.max(0, rr - xr * this.centerLow) / divisor;
  }

  /** The cost of the weight at `at`. */
  cost(w: Float64Array, at: number): number {
    const delta = w[at] - this.center - this.centerLow;
    return this.minimumCost + this.curvature * delta * delta;
  }
}
