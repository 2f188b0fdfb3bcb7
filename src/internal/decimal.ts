/**
 * A number with so many digits after the point, at least one, as C and Python print it: rounded from its exact value, ties to the even digit, and
 * never with an exponent. `toFixed` takes ties up, and large numbers to an exponent.
 */
export function fixed(value: number, digits: number): string {
  if (!Number.isFinite(value)) return String(value);
  const sign = value < 0 || Object.is(value, -0) ? '-' : '';
  const size = Math.abs(value);
  if (size >= 1e21) return `${sign}${BigInt(size)}.${'0'.repeat(digits)}`;
  // a tie is a whole number of halves of the last digit, and a double that is none makes none when it is multiplied
  if (!Number.isInteger(size * 2 * 10 ** digits)) return sign + size.toFixed(digits);
  // and it has no more digits than a hundred
  const exact = size.toFixed(100);
  const cut = exact.length - 100 + digits;
  const isTie = /^50*$/.test(exact.slice(cut));
  const isEven = '02468'.includes(exact[cut - 1]);
  return sign + (isTie && isEven ? exact.slice(0, cut) : size.toFixed(digits));
}

/** A number in the fewest digits that give it back, with an exponent where Python prints one: below 1e-4, and from 1e16 on. */
export function shortest(value: number): string {
  const [digits, exponent] = value.toExponential().split('e');
  const power = Number(exponent);
  if (!Number.isFinite(value) || value === 0 || (power >= -4 && power < 16)) return String(value);
  return `${digits}e${power < 0 ? '-' : '+'}${String(Math.abs(power)).padStart(2, '0')}`;
}
