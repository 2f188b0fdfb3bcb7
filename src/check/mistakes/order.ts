import { sizeOf } from '../../internal/views.ts';
import { type Evidence, fits, offAt } from '../evidence.ts';
import type { Finding, Mistake } from './finding.ts';

/** The right entries in the wrong places. */
export function order(evidence: Evidence): Finding[] {
  const { points, indices, subject } = evidence;
  const [first] = points;
  const size = subject.at.length;
  const found: Finding[] = [];
  const isMoved = (from: (k: number) => number | undefined): boolean =>
    fits(evidence, (seen, k) => seen.numeric[from(k) ?? -1] ?? Number.NaN);
  const add = (
    code: Mistake,
    from: (k: number) => number | undefined,
    numbers: Finding['numbers'] = {},
  ): void => {
    if (isMoved(from)) found.push({ code, numbers });
  };

  const off = [...new Set(points.flatMap((seen) => offAt(seen, indices)))];
  if (off.length === 2) {
    const [i, j] = off;
    add('swapped', (k) => (k === i ? j : k === j ? i : k), { first: i, second: j });
  }
  const { shape } = subject;
  const axes = shape.map((length, axis) => {
    const stride = sizeOf(shape.slice(axis + 1));
    return { length, axis, stride, along: (k: number): number => Math.floor(k / stride) % length };
  });
  // two columns, or two rows
  for (const { stride, along } of axes) {
    const lines = [...new Set(off.map(along))];
    if (shape.length < 2 || lines.length !== 2 || off.length < 3) continue;
    const [i, j] = lines;
    const away = (k: number): number => (along(k) === i ? j - i : along(k) === j ? i - j : 0);
    add('swapped', (k) => k + away(k) * stride, { first: i * stride, second: j * stride });
  }
  for (const { length, axis, stride, along } of axes) {
    if (length > 1) add('reversed', (k) => k + (length - 1 - 2 * along(k)) * stride, { axis });
    for (const shift of length > 2 ? [1, -1] : []) {
      const inside = (k: number): boolean => along(k) + shift >= 0 && along(k) + shift < length;
      add('off-by-one', (k) => (inside(k) ? k + shift * stride : undefined), { axis, shift });
    }
  }
  if (shape.length > 1) add('reversed', (k) => size - 1 - k);
  if (shape.length === 2) {
    const [r, c] = shape;
    if (r > 1 && c > 1) add('transposed', (k) => (k % r) * c + Math.floor(k / r));
  }
  // entries that are all alike stand in every place at once
  return found.filter(() => indices.some((k) => first.numeric[k] !== first.numeric[indices[0]]));
}
