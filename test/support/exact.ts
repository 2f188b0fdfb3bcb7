// Exact arithmetic on doubles: each is a whole number times a power of two.

/** The number `digits` · 2^`exponent`. */
interface Dyadic {
  digits: bigint;
  exponent: number;
}

const view = new DataView(new ArrayBuffer(8));

function dyadic(value: number): Dyadic {
  view.setFloat64(0, value);
  const bits = view.getBigUint64(0);
  const fraction = bits & 0xfffffffffffffn;
  const biased = Number((bits >> 52n) & 0x7ffn);
  const digits = biased === 0 ? fraction : fraction | 0x10000000000000n;
  return { digits: value < 0 ? -digits : digits, exponent: Math.max(biased, 1) - 1075 };
}

function add(a: Dyadic, b: Dyadic): Dyadic {
  const exponent = Math.min(a.exponent, b.exponent);
  const at = ({ digits, exponent: from }: Dyadic): bigint => digits << BigInt(from - exponent);
  return { digits: at(a) + at(b), exponent };
}

function multiply(a: Dyadic, b: Dyadic): Dyadic {
  return { digits: a.digits * b.digits, exponent: a.exponent + b.exponent };
}

const zero: Dyadic = { digits: 0n, exponent: 0 };

/** To a few units in the last place; what is too small for a double becomes 0. */
function toNumber({ digits, exponent }: Dyadic): number {
  const excess = Math.max(0, digits.toString(2).length - 64);
  return Number(digits >> BigInt(excess)) * 2 ** (exponent + excess);
}

/** Σ (tᵢ − Σⱼ xᵢⱼ wⱼ)² as exact arithmetic gives it, rounded at the end. */
export function exactCost(
  rows: readonly ArrayLike<number>[],
  t: ArrayLike<number>,
  w: ArrayLike<number>,
): number {
  const weights = Array.from(w, dyadic);
  let sum = zero;
  rows.forEach((row, i) => {
    let y = zero;
    weights.forEach((weight, j) => {
      y = add(y, multiply(dyadic(row[j]), weight));
    });
    const residual = add(dyadic(t[i]), { digits: -y.digits, exponent: y.exponent });
    sum = add(sum, multiply(residual, residual));
  });
  return toNumber(sum);
}

/** x to a whole power, rounded once: `x ** k` is not. */
export function exactPower(x: number, k: number): number {
  let power = dyadic(1);
  for (let i = 0; i < k; i++) power = multiply(power, dyadic(x));
  return toNumber(power);
}

/** Σ aᵢ bᵢ as exact arithmetic gives it, rounded at the end. */
export function exactDot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = zero;
  for (let i = 0; i < a.length; i++) sum = add(sum, multiply(dyadic(a[i]), dyadic(b[i])));
  return toNumber(sum);
}
