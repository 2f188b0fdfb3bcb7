import { isSameShape } from '../internal/views.ts';
import { opinionOnRight, opinionOnWrong } from './arbiter.ts';
import { type Compared, compare } from './compare.ts';
import type { Numbers } from './forms.ts';
import { beside } from './lines.ts';
import { choices } from './random.ts';
import type { Reason, Verdict } from './report.ts';
import { factor, loosest, nearZero, required, rounding } from './scales.ts';
import type { Subject } from './subject.ts';
import { type Survey, survey } from './survey.ts';
import type { Remainder } from './taylor.ts';

/** What the numbers say of a gradient. */
export interface Findings {
  verdict: Verdict;
  reasons: Reason[];
  compared: Compared[];
  relativeTolerance: number;
  resolution: number;
  remainder?: Remainder | undefined;
}

/** Compares the gradient, which has the point's shape, with the slopes of the cost. */
export function inspect(
  subject: Subject,
  analytic: Readonly<Float64Array>,
  seed: number,
  asked: number | undefined,
): Findings {
  const { at, watch } = subject;
  const random = choices(seed);
  const origin = subject.cost(at);
  const hasNumbers = analytic.every(Number.isFinite);
  const reasons = new Set<Reason>(hasNumbers && !Number.isNaN(origin) ? [] : ['not-finite']);
  if (Number.isNaN(origin)) {
    const verdict = hasNumbers ? 'inconclusive' : 'wrong';
    return {
      verdict,
      reasons: [...reasons],
      compared: [],
      relativeTolerance: asked ?? loosest,
      resolution: Infinity,
    };
  }
  const isSettled = (): boolean => Object.is(subject.cost(at), origin);
  let isFunction = isSettled();
  // two points off every round number, where a cost shows all the digits that it has
  for (const _ of [1, 2]) subject.cost(beside(subject, 0.1, random));

  const seen = survey(subject, analytic, origin, random, asked);
  // called elsewhere in between: a gradient that remembers the w of the call before gives itself away
  callElsewhere(subject, random);
  const again = subject.gradient(at);
  const isSteady =
    isSameShape(again.shape, subject.shape) &&
    again.values.every(
      (value, k) =>
        Math.abs(value - analytic[k]) <= rounding * seen.steepness || Object.is(value, analytic[k]),
    );
  const compared = compare(isSteady ? analytic : worse(analytic, again, seen), seen);
  for (const reason of obstacles(seen, compared, asked)) reasons.add(reason);

  let isWrong = compared.some((entry) => entry.isWrong);
  let remainder: Remainder | undefined;
  if (isWrong) {
    const opinion = opinionOnWrong(subject, origin, compared, seen);
    remainder = opinion.remainder;
    isWrong = !opinion.contradicts;
    if (opinion.contradicts) reasons.add('precision-lost');
  } else if (reasons.size === 0) {
    const opinion = opinionOnRight(subject, origin, analytic, seen, random);
    remainder = opinion.remainder;
    if (opinion.contradicts) reasons.add('kink');
  }

  isFunction &&= isSettled();
  if (!isFunction || !isSteady) reasons.add('non-deterministic');
  if (watch.mutates !== undefined) reasons.add('mutates-its-argument');
  const isProven = isWrong && (isFunction || !hasNumbers);
  // no scale: the cost was the same wherever it was looked at
  const resolution = seen.scale > 0 ? seen.seen / seen.scale : seen.seen > 0 ? Infinity : 0;
  return {
    verdict: isProven ? 'wrong' : reasons.size > 0 ? 'inconclusive' : 'correct',
    reasons: [...reasons],
    compared,
    relativeTolerance: seen.tolerance,
    resolution,
    remainder,
  };
}

/** Of two results for the same point, the one that is wrong, if one is. */
function worse(first: Readonly<Float64Array>, { values }: Numbers, seen: Survey): Readonly<Float64Array> {
  const isWrong = values.length === first.length && compare(values, seen).some((entry) => entry.isWrong);
  return isWrong ? values : first;
}

function callElsewhere(subject: Subject, random: () => number): void {
  try {
    subject.gradient(subject.project(beside(subject, 0.1, random)));
  } catch {
    // beside the point it may throw: what counts is that it was called
  }
}

/** What keeps the slopes from confirming any gradient. */
function obstacles(
  { slopes, scale, blur }: Survey,
  compared: readonly Compared[],
  asked: number | undefined,
): Set<Reason> {
  const reasons = new Set<Reason>();
  for (const { bound, obstacle } of slopes.values()) {
    const isTight = (factor + 1) * bound <= required * scale;
    if (!isTight || obstacle === 'domain-edge') reasons.add(obstacle ?? 'precision-lost');
  }
  // about a minimum a gradient of zeros is right, and nothing but the bound tells it from one that is merely small
  const isNearZero = compared.every(({ numeric, bound }) => Math.abs(numeric) <= factor * bound);
  const enough = Math.min(required, isNearZero ? nearZero : (asked ?? required));
  // a cost that is 0 wherever it was looked at confirms zeros, and can deny nothing
  const isVoid = scale === 0 && compared.some(({ analytic }) => analytic !== 0);
  if (reasons.size === 0 && (isVoid || blur > enough * scale)) reasons.add('precision-lost');
  return reasons;
}
