import type { Float64NdArray } from '../../types.ts';
import { residualSquares } from './residualSquares.ts';

/** The cost of many weights, summed over the data for each w with all its digits: where columns nearly cancel, plain sums lose them. */
export class CompensatedCost {
  private readonly x: Float64NdArray;
  private readonly t: Float64NdArray;
  private readonly divisor: number;
  private readonly low: Float64Array;

  constructor(x: Float64NdArray, t: Float64NdArray, divisor: number) {
    this.x = x;
    this.t = t;
    this.divisor = divisor;
    this.low = new Float64Array(x.shape[1] ?? 1);
  }

  /** The cost of the weights from `at` on. */
  cost(w: Float64Array, at: number): number {
    const weights = w.subarray(at, at + this.low.length);
    return residualSquares(this.x, this.t, weights, this.low) / this.divisor;
  }
}
