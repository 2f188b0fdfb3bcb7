import type { CostCurve, Float64NdArray } from '../../types.ts';
import { block } from '../sums.ts';
import { isWithin } from './assertRange.ts';
import { CompensatedCost } from './CompensatedCost.ts';
import { DirectCost } from './DirectCost.ts';
import { fitData } from './fit.ts';
import { Parabola } from './Parabola.ts';

/**
 * The cost over all of x and t as a function of w alone, the sum of squares over `divisor`. As the quadratic that it is,
 * its value costs O(d²); it is summed over the data instead
 * - of up to 128 samples, where that takes as long, and equals `cost(nn(x, w), t)` to the bit;
 * - of more than 64 weights, where the quadratic takes O(n d²) to come by, and where squares leave the doubles or lose digits
 *   below them: to the bit as well;
 * - where the columns of x are so nearly dependent that the quadratic would be less exact: then in twice the digits.
 */
export function summarize(x: Float64NdArray, t: Float64NdArray, divisor: number): CostCurve {
  const [n, d] = x.shape;
  if (n > block && d === undefined) {
    const parabola = new Parabola(x, t, divisor);
    if (parabola.isSound) return parabola;
  }
  if (n > block && d !== undefined && d <= 64) {
    const { quadratic, isSound, squares } = fitData(x, t, divisor);
    if (squares.every(isWithin)) return isSound ? quadratic : new CompensatedCost(x, t, divisor);
  }
  return new DirectCost(x, t, divisor);
}
