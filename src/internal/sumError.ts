/**
 * What rounding takes from a sum: a + b − sum, exactly, where sum is a + b as rounded, and does not overflow.
 * Source: D. E. Knuth, The Art of Computer Programming, volume 2, section 4.2.2.
 */
export function sumError(a: number, b: number, sum: number): number {
  const rounded = sum - a;
  return a - (sum - rounded) + (b - rounded);
}
