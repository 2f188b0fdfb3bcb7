// A playground's run: every number of it comes from the library.
import {
  type Descent,
  descend,
  explain,
  formatHistory,
  formatStep,
  fullBatch,
  gradientDescent,
  type Json,
  leastSquares,
  makeRegression,
  miniBatch,
  momentum,
  numpyRandom,
  perSample,
  type Rule,
  type StepsOptions,
  type StepTrace,
  type Strategy,
  steps,
} from 'gradus';
import { t as printedT, x as printedX } from '../../../../examples/lecture-points.ts';
import type { Settings } from './settings.ts';

/** The w of the line that targets are drawn about. */
export const target = 2;

interface Data {
  x: Float64Array;
  t: Float64Array;
}

/** A run with what is shown of it. */
export interface Play {
  data: Data;
  run: Descent<number>;
  /** The last step. */
  last: number;
  /** One line for each entry of the history; formatted when it is asked for. */
  log(): string[];
  /** The learning rate above which full batch grows the distance. */
  limit: number;
  /** What the update that leads to this step was made of, in numbers; nothing at the start. */
  told(step: number): string | undefined;
  /** Why it went as it went. */
  why(locale: 'en' | 'zh'): string;
}

export function play(settings: Settings): Play {
  const key = JSON.stringify(settings);
  const known = recent.get(key) ?? made(settings);
  recent.delete(key);
  recent.set(key, known);
  // the run that is shown, and two that are kept
  if (recent.size > 3) recent.delete(recent.keys().next().value as string);
  return known;
}

const recent = new Map<string, Play>();

function made(settings: Settings): Play {
  const { data, shuffles } = draw(settings);
  const { w, learningRate, epochs } = settings;
  // a source of its own for each run, so that the trace shuffles as the run did
  const options = (): StepsOptions<number> => ({
    ...data,
    w,
    learningRate,
    epochs,
    strategy: strategyOf(settings),
    rule: ruleOf(settings),
    random: numpyRandom.fromState(shuffles),
  });
  const run = descend(options());
  const traces: StepTrace<number>[] = [];
  const walk = steps(options());
  let lines: string[] | undefined;
  return {
    data,
    run,
    last: run.history.at(-1).step,
    log() {
      lines ??= formatHistory(run).split('\n');
      return lines;
    },
    limit: leastSquares<number>(data.x, data.t).maxLearningRate,
    told(step) {
      if (step === 0) return undefined;
      while (traces.length < step) {
        const { value, done } = walk.next();
        if (done) throw new RangeError(`told: step must be at most ${traces.length}, got ${step}`);
        traces.push(value);
      }
      return formatStep(traces[step - 1]);
    },
    why: (locale) => explain(run, { locale }).message,
  };
}

/** Whether two runs have the same points. */
export function isSameData(a: Settings, b: Settings): boolean {
  if (a.points === 'lecture' || b.points === 'lecture') return a.points === b.points;
  return a.seed === b.seed && a.samples === b.samples && a.noise === b.noise;
}

/** The points, and the state of the source after they are drawn, from which shuffles go on. */
function draw({ points, seed, samples, noise }: Settings): { data: Data; shuffles: Json } {
  const random = numpyRandom(seed);
  if (points === 'lecture') {
    return {
      data: { x: Float64Array.from(printedX), t: Float64Array.from(printedT) },
      shuffles: random.state(),
    };
  }
  const { x, t } = makeRegression({ samples, w: target, noise, random });
  return { data: { x: x.data, t: t.data }, shuffles: random.state() };
}

function strategyOf({ strategy, size, shuffle }: Settings): Strategy {
  if (strategy === 'full-batch') return fullBatch();
  return strategy === 'per-sample' ? perSample({ shuffle }) : miniBatch(size, { shuffle });
}

function ruleOf({ rule, momentum: factor }: Settings): Rule {
  return rule === 'gradient-descent'
    ? gradientDescent()
    : momentum({ momentum: factor, nesterov: rule === 'nesterov' });
}

/** Numbers of more than nine digits before the point with a power of ten: a run that diverges stays readable. */
export function readable(text: string): string {
  return text.replace(/\d{10,}\.\d+|\d\.?\d*e[+-]\d+/g, (digits) => Number(digits).toExponential(6));
}
