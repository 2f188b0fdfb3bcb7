import { type DoubleDouble, renormalized } from './doubleDouble.ts';

/**
 * A sum of products, Σ aᵢbᵢ, as precise as if it were computed in twice the digits: what each product and each addition
 * loses is added up beside it. Products are added one after the other, so that it does not matter in what pieces they come.
 * Source: T. Ogita, S. M. Rump and S. Oishi, Accurate sum and dot product, SIAM Journal on Scientific Computing 26 (2005),
 * Dot2.
 */
export class ProductSum {
  private high = 0;
  private low = 0;

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
    let { high, low } = this;
    for (let i = 0, p = aAt, q = bAt; i < length; i++, p += aStride, q += bStride) {
      const [left, right] = [a[p], b[q]];
      const product = left * right;
      const sum = high + product;
      const rounded = sum - high;
      // as in productError, written out: called, it takes half as long again
      const [leftScaled, rightScaled] = [134217729 * left, 134217729 * right];
      const leftHigh = leftScaled - (leftScaled - left);
      const rightHigh = rightScaled - (rightScaled - right);
      const [leftLow, rightLow] = [left - leftHigh, right - rightHigh];
      const lost =
        leftLow * rightLow - (product - leftHigh * rightHigh - leftLow * rightHigh - leftHigh * rightLow);
      low += high - (sum - rounded) + (product - rounded) + lost;
      high = sum;
    }
    this.high = high;
    this.low = low;
  }

  get value(): DoubleDouble {
    return renormalized(this.high, this.low);
  }
}
