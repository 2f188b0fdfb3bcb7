import { type Evidence, fits } from '../evidence.ts';
import type { Subject } from '../subject.ts';
import type { Finding } from './finding.ts';

/** A part of the formula that was left out. */
export function parts(evidence: Evidence): Finding[] {
  const { points, indices, subject } = evidence;
  const found: Finding[] = (subject.data?.forgotten() ?? [])
    .filter(({ predict }) => fits(evidence, predict))
    .map(({ code }) => ({ code, numbers: {} }));
  if (subject.data !== undefined) return found;

  // without inputs, every weight gets the same sum of residuals
  const isLevel = (values: Readonly<Float64Array>): boolean =>
    indices.every((k) => Math.abs(values[k] - values[indices[0]]) <= 1e-9 * Math.abs(values[k]));
  const varies = points.some(({ analytic }) => analytic[indices[0]] !== points[0].analytic[indices[0]]);
  if (
    varies &&
    indices.length > 1 &&
    points.every(({ analytic, numeric }) => isLevel(analytic) && !isLevel(numeric))
  ) {
    found.push({ code: 'x-forgotten', numbers: { entries: points[0].analytic[0] } });
  }
  return found;
}

/**
 * Targets left out: they stand in a term that does not depend on w, so that the gradient is off by the same everywhere. For a
 * linear model it then also vanishes at w = 0; where it does not, another mistake may look the same, and is `unsure`.
 */
export function targets(evidence: Evidence, unsure: boolean): Finding[] {
  const { points, indices, subject } = evidence;
  const [first] = points;
  const difference = (k: number): number => first.analytic[k] - first.numeric[k];
  if (
    subject.data !== undefined ||
    points.length < 3 ||
    !fits(evidence, (seen, k) => seen.numeric[k] + difference(k))
  )
    return [];
  const atZero = gradientAtZero(subject);
  const vanishes = indices.every((k) => Math.abs(atZero[k]) <= 1e-9 * first.scale);
  const numbers = { difference: Math.max(...indices.map((k) => Math.abs(difference(k)))) };
  return vanishes || unsure ? [{ code: 'target-forgotten', numbers }] : [];
}

/** The gradient at w = 0; no numbers where it throws there. */
function gradientAtZero({ at, gradient }: Subject): Readonly<Float64Array> {
  try {
    return gradient(new Float64Array(at.length)).values;
  } catch {
    return new Float64Array();
  }
}
