import { assertFinite, assertNumber, wrongKind } from '../../internal/assert.ts';
import { largest, least } from './scales.ts';

/** A line of a figure: the w of y = x w, or y as a function of x. */
export type Line = number | ((x: number) => number);

/** The points of a line over all inputs, and over 0, from where the lecture draws it. */
export function readLine(
  who: string,
  what: string,
  line: unknown,
  inputs: readonly number[],
): { x: number; y: number }[] {
  const [from, to] = [Math.min(0, least(inputs)), Math.max(0, largest(inputs))];
  if (typeof line === 'number') {
    assertFinite(who, what, line);
    return [from, to].map((x) => ({ x, y: x * line }));
  }
  if (typeof line !== 'function') throw wrongKind(who, what, 'be a number or a function of x', line);
  return Array.from({ length: 101 }, (_, i) => {
    const x = from + ((to - from) * i) / 100;
    const y: unknown = line(x);
    assertNumber(who, `the result of ${what}`, y);
    return { x, y };
  });
}
