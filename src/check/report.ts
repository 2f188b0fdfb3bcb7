import { isSameShape, words } from '../internal/views.ts';
import { type Compared, worstOf } from './compare.ts';
import { type Evidence, gather } from './evidence.ts';
import { formatIndex } from './forms.ts';
import { inspect } from './inspect.ts';
import type { Mistake } from './mistakes/finding.ts';
import { findMistakes } from './mistakes.ts';
import { factor, loosest } from './scales.ts';
import { messageOf, type Subject } from './subject.ts';
import { describeMistake, type Locale } from './words.ts';

/** What the check says: the gradient is right, it is wrong, or the check cannot tell. */
export type Verdict = 'correct' | 'wrong' | 'inconclusive';

/** What stood in the way, or is wrong beside the numbers. */
export type Reason =
  | 'kink'
  | 'domain-edge'
  | 'non-deterministic'
  | 'mutates-its-argument'
  | 'not-finite'
  | 'precision-lost'
  | 'shape';

/** One entry of the gradient beside the slope of the cost. */
export interface CheckedEntry {
  /** A number in a vector (0 for a single number), a list of numbers in more dimensions. */
  index: number | number[];
  /** What the gradient says. */
  analytic: number;
  /** What the differences of the cost say. */
  numeric: number;
  /** How far off `numeric` may be. */
  bound: number;
  /** The smallest step of those that `numeric` was extrapolated from. */
  step: number;
}

/** A mistake that explains the gradient, at the point and at further ones. */
export interface Diagnosis {
  code: Mistake;
  /** The numbers that show it. */
  numbers: Record<string, number>;
  /** The mistake in a sentence. */
  message: string;
  /** A sentence for a learner that leads there without giving it away. */
  hint: string;
}

/** What a check found, as data. */
export interface GradientReport {
  verdict: Verdict;
  /** The entry that is furthest off; undefined where shapes differ or the cost is not finite. */
  worst: CheckedEntry | undefined;
  /** Every entry that was looked at on its own: all of them up to 256, of more a sample and those found wrong. */
  entries: CheckedEntry[];
  reasons: Reason[];
  /** Mistakes that explain a wrong gradient, the likeliest first; none where none fits. */
  diagnosis: Diagnosis[];
  /** An error that mattered, relative to an entry. */
  relativeTolerance: number;
  /** The smallest error that this check would have seen, relative to the scale of the largest entry. */
  resolution: number;
  /** The order in which the Taylor remainder vanishes: about 2 for a right gradient, 1 for a wrong one; undefined where it drowns in rounding. */
  taylorOrder: number | undefined;
  /** How often the cost was evaluated. */
  evaluations: number;
  seed: number;
  /** All of it in a few lines. */
  message: string;
}

export interface Settings {
  seed: number;
  relativeTolerance: number | undefined;
  locale: Locale;
}

/** Checks, and where the gradient is wrong looks for the mistake. */
export function examine(subject: Subject, { seed, relativeTolerance, locale }: Settings): GradientReport {
  const analytic = subject.gradient(subject.at);
  const diagnose = (indices: readonly number[]): Diagnosis[] => {
    const evidence: Evidence = gather(subject, indices, seed);
    return findMistakes(evidence).map((finding) => ({
      ...finding,
      ...describeMistake(finding, locale, (k) => formatIndex(subject.indexOf(k))),
    }));
  };
  if (!isSameShape(analytic.shape, subject.shape)) {
    // looks at the cost first: one that throws, or returns no number, is the graver error
    const hasCost = !Number.isNaN(subject.cost(subject.at));
    const diagnosis = hasCost ? diagnose([...subject.at.keys()].slice(0, mostNamed)) : [];
    const found = {
      verdict: 'wrong' as const,
      reasons: ['shape' as const],
      diagnosis,
      relativeTolerance: relativeTolerance ?? loosest,
      resolution: Infinity,
    };
    const shapes = `gradient must have the shape of at, ${shapeWords(subject.shape)}, got ${shapeWords(analytic.shape)}`;
    return {
      seed,
      ...found,
      worst: undefined,
      entries: [],
      taylorOrder: undefined,
      evaluations: subject.watch.evaluations,
      message: tell(subject, 'wrong', [shapes], diagnosis, seed),
    };
  }
  const found = inspect(subject, analytic.values, seed, relativeTolerance);
  const { verdict, compared, reasons, resolution } = found;
  const entry = ({ k, isWrong: _, ...numbers }: Compared): CheckedEntry => ({
    index: subject.indexOf(k),
    ...numbers,
  });
  const entries = compared.map(entry);
  const worst = compared.length > 0 ? entry(worstOf(compared)) : undefined;
  const isNamed = verdict === 'wrong' && !reasons.includes('not-finite');
  const diagnosis = isNamed ? diagnose(chosen(compared, subject.at.length)) : [];
  const isZero = compared.every(
    ({ analytic: a, numeric, bound }) => Math.abs(a) <= factor * bound && Math.abs(numeric) <= factor * bound,
  );
  const note = verdict === 'correct' && isZero ? [zeroNote] : [];
  const lines = [
    ...(worst ? [sentence(worst)] : []),
    ...note,
    ...reasons.map((reason) => `${reason}: ${reasonsInWords[reason]}${detail(reason, subject)}`),
  ];
  return {
    verdict,
    worst,
    entries,
    reasons,
    diagnosis,
    relativeTolerance: found.relativeTolerance,
    resolution,
    taylorOrder: found.remainder?.order,
    evaluations: subject.watch.evaluations,
    seed,
    message: tell(subject, verdict, lines, diagnosis, seed),
  };
}

// the entries that a diagnosis looks at, at every point
const mostNamed = 64;

/** Which coordinates a diagnosis looks at: all, or of many those that are wrong, some others, and those that either may have got mixed up with. */
function chosen(compared: readonly Compared[], n: number): number[] {
  const few = 12;
  if (compared.length === n && n <= mostNamed) return compared.map(({ k }) => k);
  const sorted = [...compared].sort((a, b) => Number(b.isWrong) - Number(a.isWrong)).map(({ k }) => k);
  const picked = [...sorted.slice(0, few / 2), ...sorted.slice(-few / 2)];
  const partners = picked.flatMap((k) => [k, k - 1, k + 1, n - 1 - k]).filter((k) => k >= 0 && k < n);
  return [...new Set(partners)].sort((a, b) => a - b);
}

const shapeWords = (shape: readonly number[]): string => (shape.length === 0 ? 'a number' : words(shape));

const show = (value: number): string => String(Number(value.toPrecision(8)));

/** One entry in a line. */
function sentence({ index, analytic, numeric, bound, step }: CheckedEntry): string {
  const place = `entry ${formatIndex(index)}`;
  return `${place}: gradient ${show(analytic)}, slope of the cost ${show(numeric)} ± ${Number(bound.toPrecision(2))} (step ${Number(step.toPrecision(2))})`;
}

const zeroNote =
  'all of it is 0 here, as a gradient times any number would be: check at another point as well';

const reasonsInWords: Record<Reason, string> = {
  kink: 'the cost bends here, and has no gradient; check beside the kink',
  'domain-edge': 'the cost ends here, and has values to one side only; check further inside',
  'non-deterministic':
    'two calls at the same point gave different results; fix the seed, and draw nothing inside',
  'mutates-its-argument': 'a function wrote into the array it was given; work on a copy',
  'not-finite': 'the cost or the gradient is not finite here',
  'precision-lost':
    'the differences of the cost drown in its rounding or its noise; take a constant off the cost, or check at a point where it is steeper',
  shape: 'the gradient has not the shape of the point',
};

function detail(reason: Reason, { watch }: Subject): string {
  if (reason === 'mutates-its-argument') return ` (${watch.mutates})`;
  if (reason === 'domain-edge' && watch.threw !== undefined)
    return ` (there it throws: ${messageOf(watch.threw)})`;
  return '';
}

const verdicts: Record<Verdict, string> = {
  correct: 'the gradient is correct',
  wrong: 'the gradient is wrong',
  inconclusive: 'cannot tell whether the gradient is correct',
};

function tell(
  subject: Subject,
  verdict: Verdict,
  lines: readonly string[],
  diagnosis: readonly Diagnosis[],
  seed: number,
): string {
  const named = diagnosis.map(({ message }, i) => (i === 0 ? `diagnosis: ${message}` : `or: ${message}`));
  const unnamed =
    verdict === 'wrong' && diagnosis.length === 0
      ? ['diagnosis: none of the known mistakes explains it']
      : [];
  const more = subject.place.length > 8 ? ', …' : '';
  const at = `, at [${subject.place.slice(0, 8).join(', ')}${more}]`;
  return [
    `${subject.who}: ${verdicts[verdict]}`,
    ...lines,
    ...named,
    ...unnamed,
    `to reproduce: seed ${seed}${at}`,
  ].join('\n  ');
}
