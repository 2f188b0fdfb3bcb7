import { type Evidence, offAt } from '../evidence.ts';
import type { Finding } from './finding.ts';

/** A gradient that is right but for some entries. */
export function entries(evidence: Evidence): Finding[] {
  const { points, indices, subject } = evidence;
  const off = points.map((seen) => offAt(seen, indices));
  const all = [...new Set(off.flat())];
  const found: Finding[] = [];

  const [index] = all;
  if (all.length === 1 && subject.at.length > 1 && points.every((_, i) => off[i].length === 1)) {
    const last = subject.at.length - 1;
    const isEnd = index === 0 || index === last;
    if (isEnd && points.every(({ analytic }) => analytic[index] === 0))
      found.push({ code: 'bias-missing', numbers: { weight: index } });
    found.push({
      code: 'one-entry',
      numbers: { index, analytic: points[0].analytic[index], numeric: points[0].numeric[index] },
    });
  }
  // a column of a model's rows: the entry of one weight, in every sample
  const columns = subject.data === undefined ? 1 : subject.at.length / subject.data.samples;
  const column = [...new Set(all.map((k) => k % columns))];
  if (columns > 1 && column.length === 1) {
    const [j] = column;
    const isZero = points.every(({ analytic }) =>
      indices.every((k) => k % columns !== j || analytic[k] === 0),
    );
    if (isZero && (j === 0 || j === columns - 1))
      found.push({ code: 'bias-missing', numbers: { weight: j } });
    found.push({ code: 'one-entry', numbers: { weight: j } });
  }

  return found;
}

/** A gradient that is right only where its input, or the weight itself, is not negative. */
export function negatives({ points, indices, subject }: Evidence): Finding[] {
  const off = points.map((seen) => offAt(seen, indices));
  const input = (i: number, k: number): number => subject.data?.inputOf(k) ?? points[i].values[k];
  // where a slope is next to nothing, wrong and right are the same
  const isTold = (i: number, k: number): boolean => Math.abs(points[i].numeric[k]) > 1e-3 * points[i].scale;
  const isNegative = (i: number): boolean =>
    indices.every((k) => !isTold(i, k) || input(i, k) === 0 || off[i].includes(k) === input(i, k) < 0);
  const signs = new Set(points.flatMap((_, i) => indices.map((k) => Math.sign(input(i, k)))));
  const isOff = off.some((list) => list.length > 0);
  if (isOff && signs.has(1) && signs.has(-1) && points.every((_, i) => isNegative(i))) {
    return [{ code: 'wrong-where-negative', numbers: { entries: off[0].length } }];
  }
  return [];
}
