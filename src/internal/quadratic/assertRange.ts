import type { Float64NdArray } from '../../types.ts';
import { wrongValue } from '../assert.ts';

/** Whether a sum of squares is 0, or so far from both ends of the doubles that no product has lost digits or left them. */
export function isWithin(squares: number): boolean {
  return squares === 0 || (squares > 2 ** -900 && squares < 2 ** 900);
}

/** Refuses sums of squares that are not within the doubles; `isOfMore` tells whether sum j is of more than zeros. */
export function assertRange(who: string, squares: readonly number[], isOfMore: (j: number) => boolean): void {
  const isAbove = squares.some((sum) => !(sum < 2 ** 900));
  const isBelow = squares.some((sum, j) => sum <= 2 ** -900 && isOfMore(j));
  if (!isAbove && !isBelow) return;
  const got = isAbove ? 'an overflow' : 'an underflow';
  throw wrongValue(who, 'x and t', 'have squares that are well within the doubles', got);
}

/** Whether column j of x, or t where j is beyond, holds anything but zeros. */
export function hasNonzero([x, t]: readonly Float64NdArray[], j: number): boolean {
  const [n, d = 1] = x.shape;
  const view = j < d ? x : t;
  const [sampleStride, inputStride = 0] = view.stride;
  for (let i = 0, at = view.offset + (j < d ? j * inputStride : 0); i < n; i++, at += sampleStride) {
    if (view.data[at] !== 0) return true;
  }
  return false;
}
