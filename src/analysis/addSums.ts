import { wrongValue } from '../internal/assert.ts';
import { readSums } from '../internal/finite.ts';
import { sumError } from '../internal/sumError.ts';
import type { LeastSquaresSums, Weights } from '../types.ts';

/**
 * The sums over all samples, from the sums over parts of them: n, Σx², Σxt and Σt² each added up. What additions lose is
 * added up as well, so that each result is rounded once; where nothing cancels, the order of the parts changes nothing but,
 * rarely, the last bit.
 *
 * @param parts - sums, at least one, all of as many inputs; never written to
 * @returns their sum, as plain JSON
 * @throws RangeError where there are no parts, or they are of different numbers of inputs, or not finite
 * @throws TypeError where a part is not an object of numbers, or of arrays of numbers
 * @example
 * ```ts
 * import { addSums, leastSquaresSums } from 'gradus';
 * console.log(addSums(leastSquaresSums([1], [2]), leastSquaresSums([2, 3], [5, 6]))); // { n: 3, xx: 14, xt: 30, tt: 65 }
 * ```
 */
export function addSums<W extends Weights = Weights>(...parts: LeastSquaresSums<W>[]): LeastSquaresSums<W>;
export function addSums(...parts: LeastSquaresSums[]): LeastSquaresSums {
  if (parts.length === 0) throw wrongValue('addSums', 'parts', 'be at least 1', 0);
  const sums = parts.map((part, k) => readSums('addSums', `part ${k}`, part, 0));
  const inputs = ({ xx }: LeastSquaresSums): unknown => (typeof xx === 'number' ? 'a number' : xx.length);
  const stranger = sums.findIndex((part) => inputs(part) !== inputs(sums[0]));
  if (stranger !== -1) {
    const expected = `be like that of part 0, ${inputs(sums[0])}`;
    throw wrongValue('addSums', `the size of part ${stranger}`, expected, inputs(sums[stranger]));
  }
  const add = (of: (part: LeastSquaresSums) => number): number => compensatedSum(sums.map(of));
  const n = add((part) => part.n);
  const tt = add((part) => part.tt);
  const [{ xx, xt }] = sums;
  if (typeof xx === 'number') {
    return { n, xx: add((part) => part.xx as number), xt: add((part) => part.xt as number), tt };
  }
  return {
    n,
    xx: xx.map((row, j) => row.map((_, k) => add((part) => (part.xx as number[][])[j][k]))),
    xt: (xt as number[]).map((_, j) => add((part) => (part.xt as number[])[j])),
    tt,
  };
}

function compensatedSum(values: readonly number[]): number {
  let total = 0;
  let lost = 0;
  for (const value of values) {
    const sum = total + value;
    lost += sumError(total, value, sum);
    total = sum;
  }
  return total + lost;
}
