// How the lecture's exercises are checked.
import { linearRegression, nn } from 'gradus';
import { checkGradient, checkModel, type GradientReport } from 'gradus/check';
import type { ExerciseName } from './starts.ts';

/** The function that a reader wrote: it may return anything. */
type Attempt = (w: unknown, x: unknown, t: unknown) => unknown;
type Check = (attempt: Attempt, locale: 'en' | 'zh') => GradientReport;

// inputs of both signs and of other numbers, and weights away from the minimum that are no simple fractions: at 0.5, 2w is 1, and a
// gradient without w may be right
const data = [
  { x: [0.9, -0.3, 0.7], t: [1.8, -0.5, 1.4], w: 0.37, b: 0.81 },
  { x: [0.4, 1.1, -0.6, 0.2, -1.3], t: [0.9, 2.3, -1.1, 0.3, -2.4], w: -1.29, b: -0.43 },
];

/** The first report that is not one of a right gradient, over all data; else the last. */
function first(check: (samples: (typeof data)[number]) => GradientReport): GradientReport {
  const [one, other] = data;
  const report = check(one);
  return report.verdict === 'correct' ? check(other) : report;
}

export const checks: Record<ExerciseName, Check> = {
  'one-weight': (attempt, locale) =>
    first(({ x, t, w }) =>
      checkModel(
        {
          ...linearRegression(),
          gradient(w, inputs, targets) {
            const rows = nn(inputs, w);
            for (let i = 0; i < rows.shape[0]; i++) {
              rows.set(i, numberOf(attempt(Number(w), inputs.get(i), targets.get(i))));
            }
            return rows;
          },
        },
        { x, t, w, locale },
      ),
    ),
  'half-mean': (attempt, locale) => {
    const { cost } = linearRegression({ reduction: 'half-mean' });
    return first(({ x, t, w }) =>
      checkGradient({
        cost: (w: number) => cost(nn(x, w), nn(t, 1)),
        // copies: a reader's function may write into what it is given
        gradient: (w: number) => numberOf(attempt(w, [...x], [...t])),
        at: w,
        locale,
      }),
    );
  },
  bias: (attempt, locale) =>
    first(({ x, t, w, b }) =>
      checkGradient({
        cost: ([b, w]: number[]) => x.reduce((sum, xi, i) => sum + (t[i] - (xi * w + b)) ** 2, 0),
        gradient: (at: number[]) => pairOf(attempt([...at], [...x], [...t])),
        at: [b, w],
        locale,
      }),
    ),
};

function numberOf(value: unknown): number {
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  throw new TypeError(`gradient must return a finite number, got ${named(value)}`);
}

function pairOf(value: unknown): number[] {
  if ((Array.isArray(value) || ArrayBuffer.isView(value)) && 'length' in value && value.length === 2) {
    return Array.from(value as ArrayLike<unknown>, numberOf);
  }
  throw new TypeError(`gradient must return two numbers in an array, got ${named(value)}`);
}

/** What a value is, in a few words. */
function named(value: unknown): string {
  if (typeof value === 'string') return `the text "${value.slice(0, 40)}"`;
  if (Array.isArray(value) || ArrayBuffer.isView(value)) return 'an array';
  return typeof value === 'object' && value !== null ? 'an object' : String(value);
}
