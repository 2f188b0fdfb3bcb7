// What a playground is set to, and how that is written as a link's query and read back.

export type Points = 'lecture' | 'drawn';
export type When = 'full-batch' | 'per-sample' | 'mini-batch';
export type HowFar = 'gradient-descent' | 'momentum' | 'nesterov';

/** All that a run depends on. */
export interface Settings {
  /** The lecture's 20 points, or points drawn by `seed`. */
  points: Points;
  /** NumPy's: of the points where they are drawn, and of the shuffles. */
  seed: number;
  samples: number;
  noise: number;
  w: number;
  learningRate: number;
  epochs: number;
  strategy: When;
  /** Of a mini-batch. */
  size: number;
  shuffle: boolean;
  rule: HowFar;
  momentum: number;
}

/** The lecture's own run. */
export const lecture: Settings = {
  points: 'lecture',
  seed: 42,
  samples: 20,
  noise: 0.2,
  w: 0.1,
  learningRate: 0.05,
  epochs: 3,
  strategy: 'full-batch',
  size: 5,
  shuffle: false,
  rule: 'gradient-descent',
  momentum: 0.5,
};

/** What the number of a setting may be. */
export interface Bounds {
  low: number;
  high: number;
  isWhole: boolean;
}

export type NumberName = 'seed' | 'samples' | 'noise' | 'w' | 'learningRate' | 'epochs' | 'size' | 'momentum';
export type ChoiceName = 'points' | 'strategy' | 'rule';

export const bounds: Record<NumberName, Bounds> = {
  seed: { low: 0, high: 2 ** 32 - 1, isWhole: true },
  samples: { low: 2, high: 100, isWhole: true },
  noise: { low: 0, high: 10, isWhole: false },
  w: { low: -100, high: 100, isWhole: false },
  learningRate: { low: 0, high: 100, isWhole: false },
  epochs: { low: 1, high: 100, isWhole: true },
  size: { low: 1, high: 100, isWhole: true },
  momentum: { low: 0, high: 0.99, isWhole: false },
};

export const choices: { points: Points[]; strategy: When[]; rule: HowFar[] } = {
  points: ['lecture', 'drawn'],
  strategy: ['full-batch', 'per-sample', 'mini-batch'],
  rule: ['gradient-descent', 'momentum', 'nesterov'],
};

/** Whether a setting of this name may have this number. */
export function isWithin(name: NumberName, value: number): boolean {
  const { low, high, isWhole } = bounds[name];
  return value >= low && value <= high && (!isWhole || Number.isInteger(value));
}

/** The number that a text is; NaN where it is none. */
export function numberIn(text: string): number {
  return text.trim() === '' ? Number.NaN : Number(text);
}

/** A playground: what it is set to, the step it stands at, and the runs that were kept, two at most. */
interface State {
  settings: Settings;
  step: number;
  kept: Settings[];
}

/** A state as a link has it: perhaps without a step, and with the parts of it that were not understood. */
export interface ReadState extends Omit<State, 'step'> {
  step: number | undefined;
  refused: string[];
}

/** Settings in the words of a query. */
function writeSettings(settings: Settings): URLSearchParams {
  return new URLSearchParams(Object.entries(settings).map(([name, value]) => [name, String(value)]));
}

/** A state as the query of a link, without the question mark. */
export function writeState({ settings, step, kept }: State): string {
  const query = writeSettings(settings);
  query.set('step', String(step));
  for (const run of kept) query.append('kept', writeSettings(run).toString());
  return query.toString();
}

/** What a query says, over `start`; and the parts of it that were not understood, which are left as they were. */
function readSettings(query: URLSearchParams, start: Settings): { settings: Settings; refused: string[] } {
  const settings = { ...start };
  const refused: string[] = [];
  const seen = new Set<string>();
  for (const [name, text] of query) {
    const isNew = !seen.has(name);
    seen.add(name);
    if (!isNew || !Object.hasOwn(start, name) || !set(settings, name as keyof Settings, text)) {
      refused.push(`${name}=${text}`);
    }
  }
  return { settings, refused };
}

/** A state from the query of a link, over `start`; with a step where the link has one. */
export function readState(text: string, start: ReadState): ReadState {
  const query = new URLSearchParams(text);
  const [written, ...more] = query.getAll('step');
  const step = written === undefined ? start.step : numberIn(written);
  const runs = query.getAll('kept');
  const keptRuns = runs.slice(0, 2).map((run) => readSettings(new URLSearchParams(run), lecture));
  query.delete('step');
  query.delete('kept');
  const { settings, refused } = readSettings(query, start.settings);
  const isStep = step === undefined || (Number.isInteger(step) && step >= 0);
  return {
    settings,
    step: isStep ? step : start.step,
    kept: keptRuns.map((run) => run.settings),
    refused: [
      ...refused,
      ...(isStep ? [] : [`step=${written}`]),
      ...more.map((step) => `step=${step}`),
      ...keptRuns.flatMap((run) => run.refused),
      ...runs.slice(2).map((run) => `kept=${run}`),
    ].map((part) => (part.length > 40 ? `${part.slice(0, 40)}…` : part)),
  };
}

function set(settings: Settings, name: keyof Settings, text: string): boolean {
  if (Object.hasOwn(bounds, name)) {
    const value = numberIn(text);
    if (!isWithin(name as NumberName, value)) return false;
    Object.assign(settings, { [name]: value });
    return true;
  }
  if (name === 'shuffle') {
    if (text !== 'true' && text !== 'false') return false;
    settings.shuffle = text === 'true';
    return true;
  }
  if (!(choices[name as ChoiceName] as string[]).includes(text)) return false;
  Object.assign(settings, { [name]: text });
  return true;
}
