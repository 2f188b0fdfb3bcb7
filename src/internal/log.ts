import { productError } from './productError.ts';

/**
 * ln x, correctly rounded: the double nearest to it, and so the same on every engine, which Math.log is not.
 *
 * x = 2ᵏ m with m from 0.7 to 1.4, and c is the 64th nearest to m. With z = (m − c) / (m + c), ln x is
 * k ln 2 + ln c + 2 artanh z, and artanh z = z + z³/3 + z⁵/5 + … is added up from |z| ≤ 1/181. The sum is kept as two doubles,
 * to 2⁻⁶⁵ of itself; where that leaves two doubles to choose from, about once in 2,700 arguments, it is added up again in
 * whole numbers.
 *
 * Sources: P. T. P. Tang, Table-driven implementation of the logarithm function in IEEE floating-point arithmetic, ACM
 * TOMS 16 (1990); A. Ziv, Fast evaluation of elementary mathematical functions with correctly rounded last bit, ACM TOMS
 * 17 (1991), for the test of the rounding.
 *
 * @param x - positive and finite, subnormals included
 */
export function log(x: number): number {
  table ??= makeTable();
  const { parts } = table;
  let m = x;
  let k = 0;
  for (; m < 0.7; m *= 2) k -= 1;
  for (; m >= 1.4; m /= 2) k += 1;
  const j = (64 * m + 0.5) | 0;
  const c = j / 64;

  // z as rounded, and from its remainder what it lacks; m − c is exact, m + c lacks its own error
  const above = m - c;
  const below = m + c;
  const z = above / below;
  const quotient = z * below;
  const zLow = (above - quotient - productError(z, below, quotient) - z * (m - (below - c))) / below;

  // z³/3 + z⁵/5 + z⁷/7. What follows of the series, and 14 roundings of 2⁻⁵³ of this tail, here and below, come to at most
  // 2⁻⁶⁵·⁸ of ln x: the worst is c = 63/64, where ln x is smallest beside z
  const u = z * z;
  const tail = z * u * (1 / 3 + u * (1 / 5 + u / 7));

  const known = k * parts[0] + parts[2 * j];
  const high = known + 2 * z;
  const low = 2 * z - (high - known) + (2 * (zLow + tail) + (k * parts[1] + parts[2 * j + 1]));
  // where both ends of the error round alike, so does ln x between them
  const error = 2 ** -65 * high;
  const result = high + (low + error);
  return result === high + (low - error) ? result : sumInWholeNumbers(m, k, j, table);
}

// The hardest argument of all doubles needs ln x to 2⁻¹¹⁸ of itself (V. Lefèvre and J.-M. Muller, Worst cases for correct
// rounding of the elementary functions in double precision, 2003), and ln x is at least 2⁻⁵³: in these bits it is there to 2⁻¹³⁰.
const BITS = 192n;
const SCALE = 2 ** 192;

/** ln 2 at 0 and ln (j / 64) at j: in whole numbers of 2⁻¹⁹², and as two doubles at 2j and 2j + 1. */
interface Table {
  whole: bigint[];
  parts: Float64Array;
}

// made at the first call, in a millisecond or two, and never changed
let table: Table | undefined;

function makeTable(): Table {
  const whole = Array.from({ length: 91 }, (_, j) => {
    if (j === 0) return 2n * artanh(1n, 3n);
    return j < 45 ? 0n : 2n * artanh(BigInt(j - 64), BigInt(j + 64));
  });
  const parts = whole.flatMap((value) => {
    // the first is a multiple of 2⁻⁴², so that the sum of such a one and k times such a one is exact
    const upper = value >> (BITS - 42n);
    return [Number(upper) / 2 ** 42, Number(value - (upper << (BITS - 42n))) / SCALE];
  });
  return { whole, parts: Float64Array.from(parts) };
}

/** The same sum, of which no term and no step of a term lacks more than 2⁻¹⁹². */
function sumInWholeNumbers(m: number, k: number, j: number, { whole }: Table): number {
  const [scaledM, scaledC] = [BigInt(m * 2 ** 53), BigInt(j) << 47n];
  const artanhZ = artanh(scaledM - scaledC, scaledM + scaledC);
  // a bigint becomes the nearest double
  return Number(BigInt(k) * whole[0] + whole[j] + 2n * artanhZ) / SCALE;
}

/** artanh (a / b) by its series, in whole numbers of 2⁻¹⁹². */
function artanh(a: bigint, b: bigint): bigint {
  let power = (a << BITS) / b;
  const square = (power * power) >> BITS;
  let sum = 0n;
  // a shift rounds down, so that a negative power ends at −1
  for (let i = 1n; power !== 0n && power !== -1n; i += 2n) {
    sum += power / i;
    power = (power * square) >> BITS;
  }
  return sum;
}
