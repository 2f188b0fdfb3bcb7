import type { Float64NdArray } from '../../types.ts';
import { wrongValue } from '../assert.ts';
import { assertFiniteView } from '../finite.ts';

/**
 * Refuses samples that are not finite, with the first such index, and those whose squares leave the doubles; `squares` are
 * Σ x² of each input, and Σ t². Sums are finite only where all they are of is: so nobody need look at each sample.
 */
export function assertRange(
  who: string,
  x: Float64NdArray,
  t: Float64NdArray,
  squares: readonly number[],
): void {
  if (!squares.every(Number.isFinite)) {
    assertFiniteView(who, 'x', x);
    assertFiniteView(who, 't', t);
    throw wrongValue(who, 'x and t', 'have squares that are well within the doubles', 'an overflow');
  }
  const [sampleStride, inputStride = 0] = x.stride;
  for (let j = 0; j < squares.length - 1; j++) {
    // below that the digits of a product are lost
    if (squares[j] > 2 ** -900) continue;
    for (let i = 0; i < x.shape[0]; i++) {
      if (x.data[x.offset + i * sampleStride + j * inputStride] === 0) continue;
      throw wrongValue(who, 'x', 'have squares that are well within the doubles', 'an underflow');
    }
  }
}
