import type { Numbers } from './forms.ts';
import { axis, beside } from './lines.ts';
import { choices } from './random.ts';
import { factor, isLoose, required, scaleOf } from './scales.ts';
import { type Slope, searchSlope } from './slope.ts';
import type { Subject } from './subject.ts';

/** The gradient beside the slopes of the cost, at one point. */
export interface Seen {
  values: Readonly<Float64Array>;
  analytic: Readonly<Float64Array>;
  analyticShape: readonly number[];
  /** The slopes at the coordinates that were looked at; NaN at the others, and where the slope could not be found. */
  numeric: Float64Array;
  /** The largest bound of their errors. */
  bound: number;
  scale: number;
  /** How far the gradient is off, at most. */
  off: number;
}

/** Which numbers the gradient would show if a certain mistake had been made; NaN where the mistake says nothing of an entry. */
export type Prediction = (seen: Seen, k: number) => number;

/** What is known of a model's gradient beyond its numbers: they belong to samples. */
export interface Data {
  /** Whether the sum of the gradient's rows is right. */
  isRightInSum: boolean;
  samples: number;
  /** The input that belongs to an entry. */
  inputOf(k: number): number;
  /** The factor by which the gradient of the largest sample, as a batch of its own, is off; undefined where there is none. */
  factorAlone(): number | undefined;
  /** Whether the cost has a ½, so that its derivative by a prediction is the residual itself, or its mean. */
  hasHalf(): boolean;
  /** What the rows would be if a part of the chain rule had been left out. */
  forgotten(): { code: 'x-forgotten' | 'target-forgotten' | 'activation-forgotten'; predict: Prediction }[];
}

/** What a hypothesis about a mistake is tested on. */
export interface Evidence {
  subject: Subject;
  /** The point that was checked, two random points near it, and its mirror image. */
  points: readonly Seen[];
  /** The coordinates that were looked at. */
  indices: readonly number[];
  /** The slopes at another point. */
  slopesAt(values: Readonly<Float64Array>): Float64Array | undefined;
}

/** Looks at further points, as far as they lie in the domain of the cost. */
export function gather(subject: Subject, indices: readonly number[], seed: number): Evidence {
  const random = choices(seed + 1);
  const { at } = subject;
  const near = (size: number): Float64Array => subject.project(beside(subject, size, random));
  const tries = (make: (size: number) => Float64Array): Seen | undefined => {
    for (let size = 0.5; size > 1e-3; size /= 4) {
      const seen = look(subject, make(size), indices);
      if (seen !== undefined) return seen;
    }
    return undefined;
  };
  const points = [
    look(subject, at, indices),
    tries(near),
    tries(near),
    look(
      subject,
      at.map((value) => -value),
      indices,
    ),
  ].filter((seen) => seen !== undefined);
  return { subject, points, indices, slopesAt: (values) => look(subject, values, indices)?.numeric };
}

function look(
  subject: Subject,
  values: Readonly<Float64Array>,
  indices: readonly number[],
): Seen | undefined {
  const origin = subject.cost(values);
  if (Number.isNaN(origin)) return undefined;
  let gradient: Numbers;
  try {
    gradient = subject.gradient(values);
  } catch {
    return undefined;
  }
  if (!gradient.values.every(Number.isFinite)) return undefined;
  const searches = indices.map((k) => searchSlope(axis(subject, k, origin, values)));
  const slopes = (): Slope[] => searches.map(({ found }) => found);
  for (const search of searches) while (isLoose(search.found, scaleOf(slopes())) && search.further());
  const scale = scaleOf(slopes());
  const numeric = new Float64Array(values.length).fill(Number.NaN);
  let [largest, off] = [0, 0];
  for (const [i, { value, bound }] of slopes().entries()) {
    if (!(factor * bound <= required * scale)) continue;
    numeric[indices[i]] = value;
    largest = Math.max(largest, bound);
    off = Math.max(off, Math.abs(value - gradient.values[indices[i]]) || 0);
  }
  if (gradient.values.length !== values.length) off = Infinity;
  return {
    values,
    analytic: gradient.values,
    analyticShape: gradient.shape,
    numeric,
    bound: largest,
    scale,
    off,
  };
}

/**
 * Whether the gradient shows what a mistake would show, in every entry at every point. Where it is off, it must be off by much more
 * than the slopes may be, or one explanation is not told from another.
 */
export function fits({ points, indices }: Evidence, predict: Prediction): boolean {
  const noise = ({ bound }: Seen): number => 2 * factor * bound;
  const isRight = (seen: Seen): boolean => seen.off <= noise(seen) + 1e-9 * seen.scale;
  return (
    !points.every(isRight) &&
    points.every((seen) => {
      const told = indices.filter((k) => !Number.isNaN(predict(seen, k)));
      const isTested = isRight(seen) || noise(seen) <= 0.1 * seen.off;
      return (
        isTested && told.length > 0 && told.every((k) => isNear(seen, predict(seen, k), seen.analytic[k]))
      );
    })
  );
}

/** Whether undoing a mistake gives the slopes, at every point: for gradients of another shape. */
export function restores({ points, indices }: Evidence, restore: Prediction): boolean {
  return points.every((seen) => {
    const known = indices.filter((k) => !Number.isNaN(seen.numeric[k]) && !Number.isNaN(restore(seen, k)));
    return known.length > 0 && known.every((k) => isNear(seen, restore(seen, k), seen.numeric[k]));
  });
}

/** Equal, as far as the slopes that a prediction is made of can tell; where the gradient is off by little, by less than that. */
export function isNear({ bound, scale, off }: Seen, a: number, b: number): boolean {
  const size = Math.max(Math.abs(a), Math.abs(b));
  const noise = 2 * factor * bound * Math.max(1, size / scale || 0);
  return Math.abs(a - b) <= Math.min(1e-5 * size + 1e-8 * scale, 0.01 * off) + 1e-9 * scale + noise;
}

/** The coordinates at which the gradient is off. */
export function offAt(seen: Seen, indices: readonly number[]): number[] {
  return indices.filter(
    (k) => !Number.isNaN(seen.numeric[k]) && !isNear(seen, seen.numeric[k], seen.analytic[k]),
  );
}

/** The sum of every `step`-th value: the column of a list of rows. */
export function columnSum(values: Readonly<Float64Array>, from: number, step: number): number {
  let sum = 0;
  for (let k = from; k < values.length; k += step) sum += values[k];
  return sum;
}
