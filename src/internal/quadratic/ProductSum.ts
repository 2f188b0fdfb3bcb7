import { type DoubleDouble, renormalized } from './doubleDouble.ts';

/**
 * A sum of products, Σ aᵢbᵢ, as precise as if it were computed in twice the digits: what each product and each addition
 * loses is added up beside it. Products are added one after the other, so that it does not matter in what pieces they come.
 * Source: T. Ogita, S. M. Rump and S. Oishi, Accurate sum and dot product, SIAM Journal on Scientific Computing 26 (2005),
 * Dot2.
 */
export class ProductSum {
  // high and low; in an array, so that the engine knows doubles when it sees them
  private readonly parts: Float64Array = new Float64Array(2);

  /** Adds the products of `length` values of a and b. */
  add(
    a: Float64Array,
    aAt: number,
    aStride: number,
    b: Float64Array,
    bAt: number,
    bStride: number,
    length: number,
  ): void {
    const { parts } = this;
    let high = parts[0];
    let low = parts[1];
    for (let i = 0, p = aAt, q = bAt; i < length; i++, p += aStride, q += bStride) {
      const left = a[p];
      const right = b[q];
      const product = left * right;
      const sum = high + product;
      const rounded = sum - high;
      // as in productError, written out: called, it takes half as long again
      const leftScaled = 134217729 * left;
      const rightScaled = 134217729 * right;
      const leftHigh = leftScaled - (leftScaled - left);
      const rightHigh = rightScaled - (rightScaled - right);
      const leftLow = left - leftHigh;
      const rightLow = right - rightHigh;
      const lost =
        leftLow * rightLow - (product - leftHigh * rightHigh - leftLow * rightHigh - leftHigh * rightLow);
      low += high - (sum - rounded) + (product - rounded) + lost;
      high = sum;
    }
    parts[0] = high;
    parts[1] = low;
  }

  get value(): DoubleDouble {
    return renormalized(this.parts[0], this.parts[1]);
  }
}
