import { columnSum, type Evidence, fits, isNear, type Seen } from '../evidence.ts';
import type { Finding } from './finding.ts';

/** The right gradient, but at another w. */
export function elsewhere(evidence: Evidence): Finding[] {
  const { points, indices, subject } = evidence;
  const before = new Map(points.map((seen, i) => [seen, points[i - 1]]));
  if (points.length > 2 && fits(evidence, (seen, k) => before.get(seen)?.numeric[k] ?? seen.analytic[k])) {
    return [{ code: 'stale-w', numbers: { calls: 1 } }];
  }
  const [first] = points;
  const isFrozen = fits(evidence, (_, k) => first.analytic[k]);
  if (
    isFrozen &&
    !points.every((seen) => indices.every((k) => isNear(seen, seen.numeric[k], first.numeric[k])))
  ) {
    return [{ code: 'stale-w', numbers: { change: 0 } }];
  }
  if (subject.at.length > most) return [];
  return families.flatMap(({ code, name, move }) => {
    const rate = solve(evidence, move);
    // nobody climbs
    const isMeant = rate !== undefined && (code !== 'updated-w' || rate > 0);
    return isMeant ? [{ code, numbers: { [name]: rate } }] : [];
  });
}

// each guess takes the slopes at some dozens of entries, and of very many weights every cost is dear
const most = 200;

type Move = (seen: Seen, amount: number, columns: number) => Float64Array;

const families: { code: Finding['code']; name: string; move: Move }[] = [
  {
    code: 'updated-w',
    name: 'learningRate',
    move: ({ values, numeric }, rate, columns) =>
      values.map((w, k) => w - rate * columnSum(numeric, k % columns, columns)),
  },
  { code: 'stale-w', name: 'shift', move: ({ values }, shift) => values.map((w) => w + shift) },
  { code: 'stale-w', name: 'ratio', move: ({ values }, excess) => values.map((w) => w * (1 + excess)) },
];

/** The amount by which w was moved, if one amount explains the gradient at every point: found at the first by the secant method. */
function solve({ points, indices, slopesAt, subject }: Evidence, moveBy: Move): number | undefined {
  const [first] = points;
  const columns = subject.data === undefined ? subject.at.length : subject.place.length;
  const move = (seen: Seen, amount: number): Float64Array => moveBy(seen, amount, columns);
  const miss = (seen: Seen, amount: number): number[] => {
    const slopes = slopesAt(move(seen, amount));
    return indices.map((k) => (slopes === undefined ? Number.NaN : (slopes[k] || 0) - seen.analytic[k]));
  };
  const start = miss(first, 0);
  const along = (values: readonly number[]): number =>
    values.reduce((sum, value, i) => sum + value * start[i], 0);
  const length = Math.max(...indices.map((k) => Math.abs(move(first, 1)[k] - first.values[k])));
  const unit = Math.max(...first.values.map(Math.abs)) || 1;
  let [a, b] = [0, (1e-2 * unit) / length];
  let [left, right] = [along(start), along(miss(first, b))];
  for (let i = 0; i < 12 && Math.abs(right) > 1e-9 * Math.abs(along(start)); i++) {
    [a, b] = [b, b - (right * (b - a)) / (right - left)];
    [left, right] = [right, along(miss(first, b))];
    if (!Number.isFinite(right)) return undefined;
  }
  const explains = (seen: Seen): boolean => {
    const slopes = slopesAt(move(seen, b));
    return (
      slopes !== undefined &&
      indices.every((k) => Number.isNaN(slopes[k]) || isNear(seen, slopes[k], seen.analytic[k]))
    );
  };
  return points.length > 2 && Math.abs(b) * length > 1e-6 * unit && points.every(explains) ? b : undefined;
}
