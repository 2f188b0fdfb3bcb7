import { productError } from '../productError.ts';
import { sumError } from '../sumError.ts';
import type { DoubleDouble } from './doubleDouble.ts';

/**
 * The cost of least squares as the quadratic that it is: minimumCost + ‖R (w − minimizer)‖², where RᵀR = Σ x xᵀ.
 *
 * w − minimizer and its products with R are taken in twice the digits, since columns that resemble one another make terms
 * that cancel. What is then left to add are squares.
 */
export class Quadratic {
  readonly minimizer: DoubleDouble[];
  readonly minimumCost: number;
  private readonly divisor: number;
  private readonly d: number;
  private readonly root: Float64Array;
  private readonly rootLow: Float64Array;
  /** The minimizer rounded, and what that takes from it. Only read. */
  readonly center: Float64Array;
  readonly centerLow: Float64Array;
  private readonly delta: Float64Array;
  private readonly deltaLow: Float64Array;

  /** Of costs that are the sum of squares over `divisor`. */
  constructor(rows: DoubleDouble[][], minimizer: DoubleDouble[], sumOfSquares: number, divisor: number) {
    this.minimizer = minimizer;
    this.minimumCost = sumOfSquares / divisor;
    this.divisor = divisor;
    this.d = minimizer.length;
    this.root = Float64Array.from(rows.flat(), ([high]) => high);
    this.rootLow = Float64Array.from(rows.flat(), ([, low]) => low);
    this.center = Float64Array.from(minimizer, ([high]) => high);
    this.centerLow = Float64Array.from(minimizer, ([, low]) => low);
    this.delta = new Float64Array(this.d);
    this.deltaLow = new Float64Array(this.d);
  }

  /** The cost of the d weights from `at` on. */
  cost(w: Float64Array, at: number): number {
    this.#leave(w, at);
    let sum = 0;
    for (let j = 0; j < this.d; j++) {
      const y = this.#project(j);
      sum += y * y;
    }
    return this.minimumCost + sum / this.divisor;
  }

  /** Adds the gradient 2 RᵀR (w − minimizer) / divisor. */
  accumulate(gradient: Float64Array, w: Float64Array): void {
    this.#leave(w, 0);
    for (let j = 0; j < this.d; j++) {
      const y = this.#project(j);
      for (let k = j; k < this.d; k++) gradient[k] += (2 * this.root[j * this.d + k] * y) / this.divisor;
    }
  }

  /** delta = w − minimizer. */
  #leave(w: Float64Array, at: number): void {
    const { d, center, centerLow, delta, deltaLow } = this;
    for (let j = 0; j < d; j++) {
      const [weight, from] = [w[at + j], center[j]];
      const high = weight - from;
      delta[j] = high;
      deltaLow[j] = sumError(weight, -from, high) - centerLow[j];
    }
  }

  /** Entry j of R delta. */
  #project(j: number): number {
    const { d, root, rootLow, delta, deltaLow } = this;
    let [high, low] = [0, 0];
    for (let k = j; k < d; k++) {
      const [factor, move] = [root[j * d + k], delta[k]];
      const product = factor * move;
      const sum = high + product;
      low += sumError(high, product, sum) + productError(factor, move, product);
      low += factor * deltaLow[k] + rootLow[j * d + k] * move;
      high = sum;
    }
    return high + low;
  }
}
