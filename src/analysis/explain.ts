import type { Descent } from '../descent/run.ts';
import { assertLocale, assertNumber, assertOptions, wrongKind, wrongValue } from '../internal/assert.ts';
import type { Weights } from '../types.ts';
import type { Comparisons, Explained, Findings } from './explanation/codes.ts';
import { findingOf } from './explanation/ofOne.ts';
import { comparisonOf } from './explanation/ofTwo.ts';
import { en } from './explanation/words/en.ts';
import { zh } from './explanation/words/zh.ts';

/** Why a run went as it went: one of {@link Findings} by its code, the numbers that say so, and a sentence. */
export type Explanation<W extends Weights = Weights> = Explained<Findings<W>>;

/** How two runs stand to one another: one of {@link Comparisons} by its code, the numbers, and a sentence. */
export type Comparison = Explained<Comparisons>;

/** How `explain` speaks. */
export interface ExplainOptions {
  /** The language of the message: English where it is left out, or Chinese. */
  locale?: 'en' | 'zh' | undefined;
  /** How close to its end a run is asked to come, in w; above 0, 1e-6 where it is left out. */
  closeness?: number | undefined;
}

const locales = { en, zh };

/**
 * Why a run went as it went, from the data: whether it converges, how fast and how much longer; whether the learning rate is
 * too small, too large or beyond the limit; what an order of batches leads to, and whether it takes more epochs than full batch
 * would. The numbers are those of the run's own learning rate and reduction.
 *
 * What is predicted is the map of one epoch, w − p ← factor · (w − p): of `linearRegression` with `gradientDescent()`, a learning
 * rate that is a number, and a strategy that draws no random numbers (it is asked for two more epochs, which must be alike). Of any
 * other run, it is said what was measured.
 *
 * @param run - what `descend` or `steps` returned, whose data are still as they were
 * @param options - `locale` and `closeness`
 * @returns a code, its numbers, and one sentence with those numbers in up to six digits
 * @throws RangeError for another locale, or a closeness that is not a finite number above 0
 * @throws TypeError where an argument is of the wrong kind
 * @example
 * ```ts
 * import { descend, explain, perSample } from 'gradus';
 * const run = descend({ x: [1, 2], t: [2, 5], w: 0, learningRate: 0.05, epochs: 1, strategy: perSample() });
 * console.log(explain(run).code); // slower-than-full-batch
 * ```
 */
export function explain<W extends Weights>(run: Descent<W>, options?: ExplainOptions): Explanation<W>;
/**
 * Which of two runs on the same data has come closer to the minimizer, and by which factors. Of models whose minimizer is not
 * known, it is that of the lower cost, and both must be of the same model.
 *
 * @param a - the first run
 * @param b - the second run, on the same data
 * @param options - `locale`
 * @returns a code, how far each has come, and one sentence
 * @throws RangeError where the data differ, or the models where no minimizer is known
 * @throws TypeError where an argument is of the wrong kind
 * @example
 * ```ts
 * import { descend, explain, perSample } from 'gradus';
 * const settings = { x: [1, 2], t: [2, 5], w: 0, learningRate: 0.05, epochs: 1 };
 * console.log(explain(descend(settings), descend({ ...settings, strategy: perSample() })).code); // first-is-closer
 * ```
 */
export function explain(a: Descent, b: Descent, options?: ExplainOptions): Comparison;
export function explain(
  a: Descent,
  second?: Descent | ExplainOptions,
  third?: ExplainOptions,
): Explanation | Comparison {
  assertRun('run', a);
  const isPair = typeof second === 'object' && second !== null && 'history' in second;
  if (!isPair && third !== undefined) assertRun('the second run', second);
  const asked = isPair ? third : second;
  const options = asked === undefined ? {} : asked;
  assertOptions('explain', options, isPair ? ['locale'] : ['locale', 'closeness']);
  const { locale = 'en', closeness = 1e-6 } = options as ExplainOptions;
  assertLocale('explain', locale);
  assertNumber('explain', 'closeness', closeness);
  if (!(closeness > 0 && closeness < Infinity)) {
    throw wrongValue('explain', 'closeness', 'be a finite number above 0', closeness);
  }
  const words = locales[locale];
  if (isPair) {
    assertRun('the second run', second);
    const found = comparisonOf(a, second as Descent);
    return { ...found, message: words.comparisons[found.code](found.numbers) };
  }
  const found = findingOf(a, closeness);
  // the numbers are those of the code, which the type of a union cannot say
  const say = words.findings[found.code] as (numbers: typeof found.numbers) => string;
  return { ...found, message: say(found.numbers) } as Explanation;
}

function assertRun(what: string, run: unknown): void {
  const { settings, history } = (run ?? {}) as Partial<Descent>;
  if (typeof settings?.model === 'object' && typeof history?.at === 'function') return;
  throw wrongKind('explain', what, 'be a run that descend or steps returned', run);
}
