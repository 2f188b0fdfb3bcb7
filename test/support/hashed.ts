import { float64 } from '../../src/internal/float64.ts';
import type { Float64NdArray } from '../../src/types.ts';

/** The numbers of test/reference/numpy/make.py's `hashed`, to the bit. */
export function hashed(n: number, salt: number): Float64Array {
  return new Float64Array(n).map((_, i) => {
    const [high, low] = [word(2 * i, salt), word(2 * i + 1, salt)];
    return ((high >>> 5) * 67108864 + (low >>> 6)) / 9007199254740992;
  });
}

function word(i: number, salt: number): number {
  let h = (i + Math.imul(salt, 1000003)) >>> 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** make.py's `data(n)`: x and t = 2x + 0.2 (u − ½). */
export function line(n: number): { x: Float64Array; t: Float64Array } {
  const [x, u] = [hashed(n, 1), hashed(n, 2)];
  return { x, t: x.map((value, i) => 2 * value + 0.2 * (u[i] - 0.5)) };
}

/** make.py's `data(n, d)`: the inputs alone. */
export function inputs(n: number, d: number): Float64NdArray {
  return float64(hashed(n * d, 3), [n, d]);
}
