import { diagonal } from './lines.ts';
import { factor, isLoose, rounding } from './scales.ts';
import { searchSlope } from './slope.ts';
import type { Subject } from './subject.ts';

const [rounds, groupsInRound, followed] = [2, 32, 4];

export interface Located {
  /** Coordinates to which a wrong sum was traced back. */
  suspects: number[];
  /** The smallest error of one entry that would have been seen, and what of it is the slopes' own. */
  seen: number;
  blur: number;
  /** How large the gradient is, by these groups as well. */
  scale: number;
}

/**
 * Where a gradient has too many entries to look at each: the slope along random directions, each over a group of coordinates
 * with random signs, against the same sum of entries. One wrong entry makes its group's sum wrong, and is found by halving.
 */
export function locate(
  subject: Subject,
  {
    analytic,
    origin,
    tolerance,
    scale,
    random,
  }: { analytic: Float64Array; origin: number; tolerance: number; scale: number; random: () => number },
): Located {
  let [seen, blur, largest] = [0, 0, scale];
  const isWrong = (group: readonly number[]): boolean => {
    const direction = new Map(group.map((k) => [k, random() < 0 ? -1 : 1]));
    const search = searchSlope(diagonal(subject, direction, origin));
    // of entries that are about alike the sum has this size; of a few large ones, more
    const rise = (): void => {
      largest = Math.max(largest, (Math.abs(search.found.value) || 0) / Math.sqrt(group.length));
    };
    for (rise(); isLoose(search.found, largest) && search.further(); rise());
    let [sum, squares] = [0, 0];
    for (const [k, sign] of direction) {
      sum += sign * analytic[k];
      squares += analytic[k] ** 2;
    }
    const { value, bound, obstacle } = search.found;
    // roundings of single entries add up as their root mean square
    const slack = factor * bound + 4 * tolerance * Math.sqrt(squares) + rounding * largest * group.length;
    seen = Math.max(seen, slack);
    blur = Math.max(blur, factor * bound);
    return obstacle !== 'precision-lost' && Math.abs(sum - value) > slack;
  };
  const wrong: number[][] = [];
  for (let round = 0; round < rounds; round++) {
    const order = Array.from(analytic, (_, k) => ({ k, key: random() })).sort((a, b) => a.key - b.key);
    const size = Math.ceil(order.length / groupsInRound);
    for (let from = 0; from < order.length; from += size) {
      const group = order.slice(from, from + size).map(({ k }) => k);
      if (isWrong(group)) wrong.push(group);
    }
  }
  const suspects = wrong.slice(0, followed).map((group) => {
    let rest = group;
    while (rest.length > 1) {
      const half = rest.slice(0, rest.length >> 1);
      rest = isWrong(half) ? half : rest.slice(half.length);
    }
    return rest[0];
  });
  return {
    suspects: [...new Set(suspects)],
    seen,
    blur,
    scale: largest,
  };
}
