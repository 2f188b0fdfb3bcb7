const bits = new DataView(new ArrayBuffer(8));

/**
 * The largest power of two of which a value is a multiple, Infinity for 0. A function that computes in all 53 bits has values
 * with a fine one among them; where all are coarse, bits were lost on the way, to a large term that was added and taken off
 * again, or to single precision.
 */
export function lowestBit(value: number): number {
  if (value === 0) return Infinity;
  bits.setFloat64(0, value);
  const exponent = Math.max((bits.getUint32(0) >>> 20) & 0x7ff, 1) - 1075;
  const low = bits.getUint32(4);
  const high = (bits.getUint32(0) & 0xfffff) | 0x100000;
  return 2 ** (exponent + (low === 0 ? 32 + trailingZeros(high) : trailingZeros(low)));
}

function trailingZeros(word: number): number {
  return 31 - Math.clz32(word & -word);
}

/** How many decimals a value has, of at least `least`; more than `mostDecimals` where it is not rounded to any. */
export function decimalsOf(value: number, least: number): number {
  let decimals = least;
  while (decimals <= mostDecimals && !isRounded(value * 10 ** decimals)) decimals += 1;
  return decimals;
}

/** With more, a number that is rounded to decimals is not told from one that is not. */
export const mostDecimals = 9;

function isRounded(value: number): boolean {
  return Math.abs(value - Math.round(value)) <= 2 ** -50 * Math.abs(value);
}
