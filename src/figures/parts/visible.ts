import type { Path } from './run.ts';
import { largest, least } from './scales.ts';

/**
 * How many entries of a path a picture can hold: all, but where it leaves for good: up to the last entry that costs at most so many
 * times what one of the first three did. The start alone would not do, since it may be a lucky one.
 */
export function visible({ entries }: Path, times: number): number {
  const most = times * largest(entries.slice(0, 3).map(({ cost }) => cost));
  // a w or a cost beyond that has no place on an axis of doubles
  const isRight = ({ w, cost }: Path['entries'][number]): boolean =>
    (cost <= most || most <= 0) && [...w, cost].every((value) => Math.abs(value) <= 1e300);
  let count = entries.length;
  while (count > 1 && !isRight(entries[count - 1])) count -= 1;
  return count;
}

/**
 * The w where a cost is least, as far as that is known: where a quadratic through a few of its values, `scale` apart, about `at` is
 * least, and otherwise `at`. Of squared error it is the minimizer.
 */
function vertexNear(costAt: Path['costAt'], at: readonly number[], scale: readonly number[]): number[] {
  const moved = (moves: readonly number[]): number => costAt(at.map((w, j) => w + moves[j] * scale[j]));
  const unit = (j: number, sign: number): number[] => at.map((_, k) => (k === j ? sign : 0));
  const here = moved(at.map(() => 0));
  const [up, down] = [1, -1].map((sign) => at.map((_, j) => moved(unit(j, sign))));
  const slope = at.map((_, j) => (up[j] - down[j]) / 2);
  const bend = at.map((_, j) => up[j] - 2 * here + down[j]);
  // Newton's step, of up to two weights
  const mixed = at.length === 1 ? 0 : (moved([1, 1]) - moved([1, -1]) - moved([-1, 1]) + moved([-1, -1])) / 4;
  const step =
    at.length === 1
      ? [-slope[0] / bend[0]]
      : [
          (mixed * slope[1] - bend[1] * slope[0]) / (bend[0] * bend[1] - mixed * mixed),
          (mixed * slope[0] - bend[0] * slope[1]) / (bend[0] * bend[1] - mixed * mixed),
        ];
  const vertex = at.map((w, j) => w + step[j] * scale[j]);
  // what rounding leaves of a straight line is no bend
  const noise = at.map((_, j) => 1e-11 * (Math.abs(up[j]) + 2 * Math.abs(here) + Math.abs(down[j])));
  const isMinimum =
    bend.every((value, j) => value > noise[j]) &&
    vertex.every((w) => Math.abs(w) <= 1e300) &&
    costAt(vertex) < here;
  return isMinimum ? vertex : [...at];
}

/**
 * The ranges of w that a picture of a path shows: for each weight from where the cost is least as far to both sides as the path goes
 * to one, so that the cost is seen to rise on both.
 */
export function rangesOf(path: Path, held: Path['entries']): [number, number][] {
  const best = held.reduce((lowest, entry) => (entry.cost < lowest.cost ? entry : lowest));
  const columns = best.w.map((_, j) => held.map(({ w }) => w[j]));
  // of a path that does not move nothing tells how wide a picture should be
  const sizeOf = (j: number): number => Math.max(Math.abs(best.w[j]), 1) / 2;
  const widths = columns.map((ws, j) => Math.max(largest(ws) - least(ws), sizeOf(j)));
  const center = vertexNear(path.costAt, best.w, widths);
  return columns.map((ws, j) => {
    const reach = largest(ws.map((w) => Math.abs(w - center[j])));
    const half = reach > 0 ? 1.12 * reach : sizeOf(j);
    return [center[j] - half, center[j] + half];
  });
}
