import { formatIndex, indexOf, readNumbers } from '../check/forms.ts';
import { assertAtLeast, assertOptions, describe } from '../internal/assert.ts';
import { isSameShape, words } from '../internal/views.ts';

/** How far two values may be apart; both are 0 or more. */
export interface Closeness {
  /** Relative to the expected value; 1e-7 where it is left out. */
  relative?: number | undefined;
  /** In addition, whatever the size of the expected value; 0 where it is left out. */
  absolute?: number | undefined;
}

/** Where `actual` is too far from `expected`, in a sentence; undefined where it is close everywhere. */
export function findDistance(actual: unknown, expected: unknown, options: Closeness): string | undefined {
  assertOptions('toBeAllClose', options, ['relative', 'absolute']);
  const { relative = 1e-7, absolute = 0 } = options;
  assertAtLeast('toBeAllClose', 'relative', relative, 0);
  assertAtLeast('toBeAllClose', 'absolute', absolute, 0);
  const [a, b] = [actual, expected].map((value) => {
    const numbers = readNumbers(value);
    if (numbers === undefined)
      throw new TypeError(
        `toBeAllClose: both sides must be numbers, arrays of numbers or ndarrays, got ${describe(value)}`,
      );
    return numbers;
  });
  if (!isSameShape(a.shape, b.shape)) return `expected shape ${words(b.shape)}, got ${words(a.shape)}`;
  // equal values, infinities among them, are close; a NaN is close to nothing, not even to another
  const excess = Array.from(a.values, (value, k) => {
    const other = b.values[k];
    if (value === other) return 0;
    const distance = Math.abs(value - other);
    return distance <= absolute + relative * Math.abs(other) && Number.isFinite(other)
      ? 0
      : Number.isNaN(distance)
        ? Infinity
        : distance;
  });
  const far = excess.flatMap((value, k) => (value > 0 ? [k] : []));
  if (far.length === 0) return undefined;
  const worst = far.reduce((k, j) => (excess[j] > excess[k] ? j : k));
  const at = (k: number): string =>
    `${formatIndex(indexOf(k, a.shape))}: expected ${b.values[k]}, got ${a.values[k]}`;
  const lines = [
    `${far.length} of ${a.values.length} values too far apart (relative ${relative}, absolute ${absolute})`,
    `first at ${at(far[0])}`,
  ];
  return [...lines, ...(worst === far[0] ? [] : [`worst at ${at(worst)}`])].join('\n  ');
}
