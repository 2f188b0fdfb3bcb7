// Runs a reader's function apart from the page, which ends it where it never comes back.
import { checks } from './exercises.ts';
import type { ExerciseName } from './starts.ts';

/** What is to be checked. It comes with a port for the answer, which the reader's function does not see. */
export interface Question {
  name: ExerciseName;
  code: string;
  locale: 'en' | 'zh';
}

/** What came of it: plain data. */
export type Answer =
  | { kind: 'correct' }
  | {
      kind: 'wrong';
      code: string | undefined;
      hint: string | undefined;
      mistake: string | undefined;
      yours: number | undefined;
      slope: number | undefined;
    }
  | { kind: 'inconclusive'; reasons: string }
  | { kind: 'error'; message: string };

function answer({ name, code, locale }: Question): Answer {
  try {
    // the reader's own code, in the reader's own browser
    const gradient: unknown = new Function(`'use strict';\n${code}\nreturn gradient;`)();
    if (typeof gradient !== 'function') throw new TypeError('gradient must be a function');
    const attempt = gradient as (...args: unknown[]) => unknown;
    const { verdict, diagnosis, worst, reasons } = checks[name](attempt, locale);
    if (verdict === 'correct') return { kind: verdict };
    if (verdict === 'inconclusive') return { kind: verdict, reasons: reasons.join(', ') };
    const [likeliest] = diagnosis;
    return {
      kind: 'wrong',
      code: likeliest?.code,
      hint: likeliest?.hint,
      mistake: likeliest?.message,
      yours: worst?.analytic,
      slope: worst?.numeric,
    };
  } catch (error) {
    return { kind: 'error', message: messageOf(error).slice(0, 200) };
  }
}

/** What was thrown, or what made the check throw; it may be no error at all. */
function messageOf(thrown: unknown): string {
  if (!(thrown instanceof Error)) return String(thrown);
  return thrown.cause instanceof Error ? messageOf(thrown.cause) : `${thrown.name}: ${thrown.message}`;
}

self.addEventListener('message', ({ data, ports: [port] }: MessageEvent<Question>) => {
  port.postMessage(answer(data));
});
