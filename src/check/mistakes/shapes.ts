import { isSameShape, sizeOf } from '../../internal/views.ts';
import { columnSum, type Evidence, restores } from '../evidence.ts';
import type { Finding } from './finding.ts';

/** The right numbers in the wrong shape. */
export function shapes(evidence: Evidence): Finding[] {
  const { points, subject } = evidence;
  const { shape, data } = subject;
  const [{ analytic, analyticShape }] = points;
  const size = sizeOf(shape);
  const columns = shape[shape.length - 1] ?? 1;
  const found: Finding[] = [];

  const rows = analytic.length / size;
  const isRows = rows > 1 && Number.isInteger(rows);
  if (
    isRows &&
    [1, rows].some((divisor) => restores(evidence, (seen, k) => columnSum(seen.analytic, k, size) / divisor))
  ) {
    found.push({ code: 'not-summed', numbers: { rows } });
  }
  if (data?.isRightInSum && analytic.length < size && analytic.length === subject.place.length) {
    found.push({ code: 'already-summed', numbers: { rows: data.samples } });
  }
  if (columns > 1 && analytic.length === (size / columns) * (columns - 1)) {
    for (const index of [0, columns - 1]) {
      const rest = (k: number): number =>
        Math.floor(k / columns) * (columns - 1) + (k % columns) - (index === 0 ? 1 : 0);
      if (restores(evidence, (seen, k) => (k % columns === index ? Number.NaN : seen.analytic[rest(k)]))) {
        found.push({ code: 'bias-missing', numbers: { weight: index } });
      }
    }
  }
  if (shape.length === 2 && isSameShape(analyticShape, [...shape].reverse())) {
    const other = (k: number): number => (k % columns) * shape[0] + Math.floor(k / columns);
    if (restores(evidence, (seen, k) => seen.analytic[other(k)]))
      found.push({ code: 'transposed', numbers: {} });
  }
  return found;
}
