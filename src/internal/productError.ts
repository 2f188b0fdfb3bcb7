/**
 * What rounding took from a product: a · b − product, exactly, where product is a · b as rounded, and neither overflows or
 * underflows. Each factor is split into halves of 26 bits (2²⁷ + 1 does it), whose products are exact.
 * Source: T. J. Dekker, A floating-point technique for extending the available precision, Numerische Mathematik 18 (1971).
 */
export function productError(a: number, b: number, product: number): number {
  const aScaled = 134217729 * a;
  const bScaled = 134217729 * b;
  const aHigh = aScaled - (aScaled - a);
  const bHigh = bScaled - (bScaled - b);
  const aLow = a - aHigh;
  const bLow = b - bHigh;
  return aLow * bLow - (product - aHigh * bHigh - aLow * bHigh - aHigh * bLow);
}
