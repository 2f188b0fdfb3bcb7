import type { History } from '../../src/index.ts';

/** A run's log in the lecture's format: a tab and a space between the parts. */
export function lectureLog(history: History<number>, learningRate: number): string[] {
  return Array.from(
    history,
    ({ step, w, cost }) => `lr=${learningRate}\t w(${step}): ${w.toFixed(6)}\t cost: ${cost.toFixed(6)}`,
  );
}
