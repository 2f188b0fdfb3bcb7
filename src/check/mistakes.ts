import { isSameShape } from '../internal/views.ts';
import type { Evidence } from './evidence.ts';
import { elsewhere } from './mistakes/elsewhere.ts';
import { entries, negatives } from './mistakes/entries.ts';
import { factors } from './mistakes/factors.ts';
import type { Finding } from './mistakes/finding.ts';
import { order } from './mistakes/order.ts';
import { parts, targets } from './mistakes/parts.ts';
import { shapes } from './mistakes/shapes.ts';

/** What explains the gradient; and if nothing else, that a model's rows are right in sum. */
export function findMistakes(evidence: Evidence): Finding[] {
  const inSum: Finding[] = evidence.subject.data?.isRightInSum ? [{ code: 'right-in-sum', numbers: {} }] : [];
  return [...explain(evidence), ...inSum];
}

/** The mistakes that explain the gradient at the point and at every further one, the simplest explanation first. */
function explain(evidence: Evidence): Finding[] {
  const { points, subject } = evidence;
  // seen at one point only, nothing is tested
  if (points.length < 2) return [];
  if (!points.every(({ analyticShape }) => isSameShape(analyticShape, subject.shape)))
    return shapes(evidence);
  if (points.every(({ analytic }) => analytic.every((value) => value === 0)))
    return [{ code: 'zeros', numbers: {} }];
  const scaled = factors(evidence);
  const codes = scaled.map(({ code }) => code);
  // a factor of no name may stand for another mistake
  const isPlain = codes.length > 0 && (codes.includes('sum-for-mean') || !codes.includes('constant-factor'));
  const found = [
    ...(isPlain ? scaled : []),
    ...negatives(evidence),
    ...parts(evidence),
    ...targets(evidence, false),
    ...order(evidence),
  ];
  if (found.length > 0) return [...found, ...entries(evidence)];
  const other = elsewhere(evidence);
  const rest = [...entries(evidence), ...(other.length > 0 ? [] : targets(evidence, true))];
  // for a parabola in one weight another w and a factor are the same; then the rounder number is the likelier
  const isRound = other.some(({ numbers }) => Object.values(numbers).some(isShort));
  return scaled.length > 0 && !isRound ? [...scaled, ...other, ...rest] : [...other, ...rest, ...scaled];
}

function isShort(value: number): boolean {
  return Math.abs(value / Number(value.toPrecision(2)) - 1) < 1e-4;
}
