import {
  assertFinite,
  assertFunction,
  assertNumber,
  assertObject,
  assertOptions,
} from '../../internal/assert.ts';
import { type CurveOptions, readCurveOptions } from '../parts/options.ts';
import { spaced } from '../parts/spaced.ts';

/** A cost to draw: what `leastSquares` returns for one weight is one. */
export interface CostCurveInput {
  /** The cost of a w. */
  cost(w: number): number;
  /** Where it is least, if that is known. */
  minimizer?: number | undefined;
}

/** What `costCurveFigure` draws. */
export interface CostCurveData {
  /** The curve, from the least w to the largest. */
  curve: { w: number; cost: number }[];
  /** Its lowest point, where it is known. */
  minimum: { w: number; cost: number }[];
  /** The range of w. */
  range: [number, number];
  /** At how many places the cost is no finite number: they are left out. */
  infinite: number;
}

/**
 * The plot-ready data of `costCurveFigure`, for another plotting library.
 *
 * @param curve - the cost, and where it is least
 * @param options - `range`, from 0 to twice the minimizer where it is left out; `points`
 * @returns rows for the curve and for its lowest point
 * @throws RangeError where there is neither a range nor a minimizer, or a number is out of its range
 * @throws TypeError where an argument is of the wrong kind
 * @example
 * ```ts
 * import { costCurveData } from 'gradus/figures';
 * const { curve } = costCurveData({ cost: (w) => (2 - w) ** 2 }, { range: [0, 4], points: 3 });
 * console.log(curve.map(({ cost }) => cost)); // [ 4, 0, 4 ]
 * ```
 */
export function costCurveData(curve: CostCurveInput, options: CurveOptions = {}): CostCurveData {
  assertOptions('costCurveData', options, ['range', 'points']);
  return costCurveRows('costCurveData', curve, options);
}

export function costCurveRows(who: string, input: CostCurveInput, options: CurveOptions): CostCurveData {
  assertObject(who, 'curve', input);
  assertFunction(who, 'curve.cost', input.cost, 'be a function of w');
  const { minimizer } = input;
  if (minimizer !== undefined) assertFinite(who, 'curve.minimizer', minimizer);
  const { range, points } = readCurveOptions(who, options);
  if (range === undefined && minimizer === undefined) {
    throw new RangeError(`${who}: range must be handed over where curve has no minimizer, got neither`);
  }
  const [from, to] = range ?? aboutMinimizer(minimizer as number);
  const at = (w: number): { w: number; cost: number } => {
    const cost: unknown = input.cost(w);
    assertNumber(who, 'the result of curve.cost', cost);
    return { w, cost };
  };
  const all = spaced(from, to, points).map(at);
  const curve = all.filter(({ cost }) => Math.abs(cost) <= 1e300);
  const isInside = minimizer !== undefined && from <= minimizer && minimizer <= to;
  return {
    curve,
    minimum: isInside ? [at(minimizer)].filter(({ cost }) => Math.abs(cost) <= 1e300) : [],
    range: [from, to],
    infinite: points - curve.length,
  };
}

/** From 0 to as far beyond the minimizer; about one that is 0 nothing tells how far. */
function aboutMinimizer(minimizer: number): [number, number] {
  if (minimizer === 0) return [-1, 1];
  return minimizer > 0 ? [0, 2 * minimizer] : [2 * minimizer, 0];
}
