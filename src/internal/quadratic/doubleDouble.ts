import { productError } from '../productError.ts';
import { sumError } from '../sumError.ts';

/**
 * A number as the unevaluated sum of two doubles, of which the second is at most half a unit in the last place of the
 * first: about 106 bits. What is computed of them is right to a few 2⁻¹⁰⁴ of the result's size, or of its terms' where
 * they cancel.
 * Source: T. J. Dekker, A floating-point technique for extending the available precision, Numerische Mathematik 18 (1971).
 */
export type DoubleDouble = readonly [high: number, low: number];

/** high + low exactly, where high is the larger of the two. */
export function renormalized(high: number, low: number): DoubleDouble {
  const sum = high + low;
  return [sum, low - (sum - high)];
}

export function subtract([a, aLow]: DoubleDouble, [b, bLow]: DoubleDouble): DoubleDouble {
  const high = a - b;
  const low = aLow - bLow;
  const lowError = sumError(aLow, -bLow, low);
  const middle = renormalized(high, sumError(a, -b, high) + low);
  return renormalized(middle[0], middle[1] + lowError);
}

export function add(a: DoubleDouble, [b, bLow]: DoubleDouble): DoubleDouble {
  return subtract(a, [-b, -bLow]);
}

export function multiply([a, aLow]: DoubleDouble, [b, bLow]: DoubleDouble): DoubleDouble {
  const high = a * b;
  return renormalized(high, productError(a, b, high) + (a * bLow + aLow * b));
}

export function divide(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  const quotient = a[0] / b[0];
  const rest = subtract(a, multiply([quotient, 0], b));
  return renormalized(quotient, rest[0] / b[0]);
}

/** The square root of a positive number. */
export function squareRoot(a: DoubleDouble): DoubleDouble {
  const root = Math.sqrt(a[0]);
  const rest = subtract(a, multiply([root, 0], [root, 0]));
  return renormalized(root, rest[0] / (2 * root));
}
