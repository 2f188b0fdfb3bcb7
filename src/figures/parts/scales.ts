import { wrongValue } from '../../internal/assert.ts';
import type { Axis, Scale } from './specification.ts';

/**
 * A logarithmic scale helps where values are so many times apart, and all above 0; of values that are more than `most` times apart the
 * small ones are rounding, and show nothing but that. One that is asked for is taken.
 */
export function wantsLog(
  who: string,
  values: readonly number[],
  asked: 'linear' | 'log' | undefined,
  times: number,
  most: number,
): boolean {
  const positive = values.filter((value) => value > 0);
  const isAbove = positive.length > 0 && values.every((value) => value >= 0);
  if (asked === 'log' && !isAbove)
    throw wrongValue(who, 'scale', "be 'linear' for costs that are not above 0", "'log'");
  if (asked !== undefined || !isAbove) return asked === 'log';
  const apart = largest(positive) / least(positive);
  return apart >= times && apart <= most;
}

export function least(values: readonly number[]): number {
  return values.reduce((low, value) => Math.min(low, value), Infinity);
}

export function largest(values: readonly number[]): number {
  return values.reduce((high, value) => Math.max(high, value), -Infinity);
}

/** A scale with a domain of its own, so that it is known where a value comes to stand. */
export interface KnownScale {
  isLog: boolean;
  low: number;
  high: number;
}

/** The scale that holds the values, with so many pixels of `length` left free below and above. */
export function scaleOf(
  values: readonly number[],
  isLog: boolean,
  length: number,
  below: number,
  above: number,
): KnownScale {
  const to = isLog ? Math.log10 : (value: number): number => value;
  const shown = isLog ? values.filter((value) => value > 0) : values;
  let [low, high] = [to(least(shown)), to(largest(shown))];
  if (low === high || (isLog && high - low < 1e-9)) {
    // of a single value nothing tells how much a picture should hold, nor of several that 12 digits hardly tell apart
    const half = isLog ? 1 : Math.max(Math.abs(high), 1) / 2;
    [low, high] = [low - half, high + half];
  }
  // ticks of a plotter need room between doubles
  const span = high - low;
  if (!isLog && span < 1e-300) [low, high] = [low - 1e-300, high + 1e-300];
  const perPixel = (high - low) / (length - below - above);
  const ends = [low - below * perPixel, high + above * perPixel];
  // the ends of the doubles are an end as well; and engines differ in the last digits of a power, which no picture needs
  const power = (end: number): number => Number((10 ** Math.min(Math.max(end, -307), 308)).toPrecision(12));
  const [from, until] = isLog ? ends.map(power) : ends;
  return { isLog, low: from, high: until };
}

/** The fraction of the way from the scale's low end at which a value stands. */
export function placeOf({ isLog, low, high }: KnownScale, value: number): number {
  return isLog
    ? (Math.log10(value) - Math.log10(low)) / (Math.log10(high) - Math.log10(low))
    : (value - low) / (high - low);
}

export function asScale({ isLog, low, high }: KnownScale): Scale {
  return { type: isLog ? 'log' : 'linear', domain: [low, high], nice: false, ...(!isLog && { zero: false }) };
}

/**
 * The axis of a scale over so many pixels: no more ticks than there is room for, so that none has to go without its number; on a
 * logarithmic one powers of ten, written as such.
 */
export function axisOf({ isLog, low, high }: KnownScale, pixels: number, room: number): Axis {
  const most = Math.max(2, Math.floor(pixels / room));
  if (!isLog) return { tickCount: most };
  const [first, last] = [Math.ceil(Math.log10(low)), Math.floor(Math.log10(high))];
  const stride = Math.max(1, Math.ceil((last - first + 1) / most));
  const powers = Array.from(
    { length: Math.floor((last - first) / stride) + 1 },
    (_, k) => first + k * stride,
  );
  // less than a power of ten has no such ticks
  if (powers.length < 2) return { tickCount: most };
  const values = powers.map((power) => Number(`1e${power}`));
  const names = powers.map((power) =>
    power >= 0 && power <= 3 ? `${10 ** power}` : `10${superscript(power)}`,
  );
  return { values, labelExpr: `${JSON.stringify(names)}[indexof(${JSON.stringify(values)}, datum.value)]` };
}

function superscript(power: number): string {
  return [...String(power)].map((letter) => '⁻⁰¹²³⁴⁵⁶⁷⁸⁹'['-0123456789'.indexOf(letter)]).join('');
}
