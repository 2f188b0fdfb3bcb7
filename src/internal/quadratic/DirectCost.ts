import type { Float64NdArray } from '../../types.ts';
import { float64 } from '../float64.ts';
import { dot } from '../kernels/dot.ts';
import { sumOfSquares } from '../kernels/sumOfSquares.ts';

/** The cost Σ (tᵢ − yᵢ)² / divisor, summed over the data for each w: `cost(nn(x, w), t)` to the bit, without an array for each y. */
export class DirectCost {
  private readonly x: Float64NdArray;
  private readonly t: Float64NdArray;
  private readonly divisor: number;
  private readonly n: number;
  /** Of many weights, where the predictions go. */
  private readonly y: Float64NdArray | undefined;

  constructor(x: Float64NdArray, t: Float64NdArray, divisor: number) {
    this.x = x;
    this.t = t;
    this.divisor = divisor;
    this.n = x.shape[0];
    this.y = x.shape.length === 1 ? undefined : float64(new Float64Array(this.n));
  }

  /** The cost of the weights from `at` on. */
  cost(w: Float64Array, at: number): number {
    const { x, t, y, n, divisor } = this;
    if (y === undefined) return sumOfSquares(w[at], x, t, 0, n) / divisor;
    const d = x.shape[1];
    const [sampleStride, inputStride] = x.stride;
    for (let i = 0, p = x.offset; i < n; i++, p += sampleStride) {
      y.data[i] = dot(x.data, p, inputStride, w, at, 1, d);
    }
    return sumOfSquares(1, y, t, 0, n) / divisor;
  }
}
