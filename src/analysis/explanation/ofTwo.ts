import type { Descent } from '../../descent/run.ts';
import { wrongValue } from '../../internal/assert.ts';
import { isSameShape } from '../../internal/views.ts';
import type { Float64NdArray } from '../../types.ts';
import type { Comparisons, Standing } from './codes.ts';
import { leastSquaresOf } from './leastSquaresOf.ts';
import { finite, rateOf } from './ofOne.ts';
import { toArray } from './weights.ts';

/** A code with the numbers that belong to it. */
export type Comparison = {
  [Code in keyof Comparisons]: { code: Code; numbers: Comparisons[Code] };
}[keyof Comparisons];

/** What is to be said of two runs on the same data. */
export function comparisonOf(a: Descent, b: Descent): Comparison {
  assertSameData(a, b);
  const [first, second] = [standingOf(a), standingOf(b)];
  if (first.distance === undefined || second.distance === undefined) {
    if (a.settings.model !== b.settings.model) {
      const got = 'another, of which no minimizer is known';
      throw wrongValue('explain', 'the second run', "be of the first run's model", got);
    }
  }
  const [here, there] = [first.distance ?? first.cost, second.distance ?? second.cost];
  const code = here === there ? 'equally-close' : here < there ? 'first-is-closer' : 'second-is-closer';
  return { code, numbers: { first, second } };
}

function standingOf(run: Descent): Standing {
  const { settings, history, cost, w, status } = run;
  const problem = leastSquaresOf(settings, typeof w === 'number');
  const learningRate = rateOf(run);
  const own = problem?.own;
  return {
    strategy: settings.strategy.name,
    ...(own && { batch: own.size }),
    rule: settings.rule.name,
    status,
    learningRate,
    epochs: history.at(-1).epoch - history.at(0).epoch,
    cost,
    ...(problem && { distance: problem.distance(toArray(w), problem.minimizer) }),
    ...(own && typeof settings.learningRate === 'number' && { factor: finite(own.at(learningRate).factor) }),
  };
}

function assertSameData({ settings: a }: Descent, { settings: b }: Descent): void {
  const isSame =
    a.sums === undefined
      ? isSameView(a.x, b.x) && isSameView(a.t, b.t)
      : JSON.stringify(a.sums) === JSON.stringify(b.sums);
  if (!isSame) throw wrongValue('explain', 'the second run', 'be on the data of the first', 'other data');
}

function isSameView(a: Float64NdArray | undefined, b: Float64NdArray | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  if (!isSameShape(a.shape, b.shape)) return false;
  const [n, d = 1] = a.shape;
  const at = ({ data, offset, stride }: Float64NdArray, i: number, j: number): number =>
    data[offset + i * stride[0] + j * (stride[1] ?? 0)];
  for (let i = 0; i < n; i++) for (let j = 0; j < d; j++) if (at(a, i, j) !== at(b, i, j)) return false;
  return true;
}
