import { isSameShape } from '../internal/views.ts';
import type { Evidence } from './evidence.ts';
import { elsewhere } from './mistakes/elsewhere.ts';
import { entries, negatives } from './mistakes/entries.ts';
import { factors } from './mistakes/factors.ts';
import type { Finding } from './mistakes/finding.ts';
import { order } from './mistakes/order.ts';
import { parts, targets } from './mistakes/parts.ts';
import { shapes } from './mistakes/shapes.ts';

/** The mistakes that explain the gradient at the point and at every further one, the simplest explanation first. */
export function findMistakes(evidence: Evidence): Finding[] {
  const { points, subject } = evidence;
  // seen at one point only, nothing is tested
  if (points.length < 2) return [];
  if (!points.every(({ analyticShape }) => isSameShape(analyticShape, subject.shape)))
    return shapes(evidence);
  const scaled = factors(evidence);
  const isPlain = scaled.some(({ code }) => code !== 'constant-factor');
  const found = [
    ...(isPlain ? scaled : []),
    ...negatives(evidence),
    ...parts(evidence),
    ...targets(evidence, false),
    ...order(evidence),
    ...entries(evidence),
  ];
  if (found.length > 0) return found;
  const other = elsewhere(evidence);
  return [...other, ...(other.length > 0 ? [] : targets(evidence, true)), ...scaled];
}
