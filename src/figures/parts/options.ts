import {
  assertFinite,
  assertFunction,
  assertLocale,
  assertObject,
  assertOptions,
  assertWhole,
  describe,
  wrongKind,
  wrongValue,
} from '../../internal/assert.ts';
import { type Ground, schemes } from './schemes.ts';
import type { Figure, FigureRow } from './specification.ts';

/** How a figure looks. */
export interface FigureOptions {
  /** Above the figure; a plain one in the figure's language where it is left out. */
  title?: string | undefined;
  /** What stands at the axes; the letters of the lecture where they are left out. */
  labels?: { x?: string | undefined; y?: string | undefined } | undefined;
  /** Of the plot itself in pixels, a whole number of at least 50; 480 where it is left out. */
  width?: number | undefined;
  /** Likewise; 300 where it is left out. */
  height?: number | undefined;
  /** The language of title, labels and notes: English where it is left out, or Chinese. */
  locale?: 'en' | 'zh' | undefined;
  /**
   * CSS colours, at least one, for what is drawn in turn. Where they are left out: dark blue, red, yellow and black of Paul Tol's
   * high-contrast scheme, which colour-blind readers tell apart, and whose greys differ; or on dark ground pale ones of his.
   */
  colors?: readonly string[] | undefined;
  /** The ground it is drawn on: `'light'`, white, where it is left out; or `'dark'`, nearly black. */
  scheme?: 'light' | 'dark' | undefined;
  /**
   * Makes an SVG of the figure, or a promise of one, for notebooks: it is then shown where nothing draws Vega-Lite. Called when
   * the figure is displayed.
   */
  render?: ((figure: Figure | FigureRow) => string | Promise<string>) | undefined;
}

/** How much is drawn. */
export interface ThinOptions {
  /** At most so many entries or samples, a whole number of at least 10; 500 where it is left out. What is left out, is said. */
  most?: number | undefined;
}

/** How costs are drawn. */
export interface ScaleOptions {
  /** `'linear'`, or `'log'`, on which a cost of 0 has no place; by the costs where it is left out. */
  scale?: 'linear' | 'log' | undefined;
}

/** How much of a run is drawn. */
export interface UpToOptions {
  /** The path is drawn up to this step, over the range of the whole run: so that slides of one run share their axes. All of it where it is left out. */
  upTo?: number | undefined;
}

/** Which part of a curve is drawn, and in how many points. */
export interface CurveOptions {
  /** From which w to which; where it is left out, it follows what is drawn on the curve. */
  range?: readonly [from: number, to: number] | undefined;
  /** In how many points, a whole number of at least 2; 201 where it is left out. */
  points?: number | undefined;
}

/** The options of looks, with defaults in place. */
export interface Looks {
  title: string | undefined;
  labels: { x?: string | undefined; y?: string | undefined };
  width: number;
  height: number;
  locale: 'en' | 'zh';
  colors: readonly string[];
  ground: Ground;
  render: FigureOptions['render'];
}

const lookNames = ['title', 'labels', 'width', 'height', 'locale', 'colors', 'scheme', 'render'];

/** Looks of up to `width` by `height`, and `more` options that the figure's data have. */
export function readLooks(
  who: string,
  options: FigureOptions,
  more: readonly string[],
  size: { width: number; height: number } = { width: 480, height: 300 },
): Looks {
  assertOptions(who, options, [...lookNames, ...more]);
  const { title, labels = {}, width = size.width, height = size.height, locale = 'en', render } = options;
  const { scheme = 'light' } = options;
  if (typeof scheme !== 'string') throw wrongKind(who, 'scheme', "be 'light' or 'dark'", scheme);
  if (scheme !== 'light' && scheme !== 'dark') {
    throw wrongValue(who, 'scheme', "be 'light' or 'dark'", describe(scheme));
  }
  const ground = schemes[scheme];
  const { colors = ground.colors } = options;
  if (title !== undefined) assertText(who, 'title', title);
  assertObject(who, 'labels', labels);
  const unknown = Object.keys(labels).find((axis) => axis !== 'x' && axis !== 'y');
  if (unknown !== undefined) throw new TypeError(`${who}: labels must be of x, y, got ${unknown}`);
  for (const [axis, label] of Object.entries(labels)) {
    if (label !== undefined) assertText(who, `labels.${axis}`, label);
  }
  assertWhole(who, 'width', width, 50);
  assertWhole(who, 'height', height, 50);
  assertLocale(who, locale);
  if (!Array.isArray(colors)) throw wrongKind(who, 'colors', 'be an array of CSS colours', colors);
  if (colors.length === 0) throw wrongValue(who, 'colors', 'have at least 1 colour', 0);
  for (const [i, color] of colors.entries()) assertText(who, `colors[${i}]`, color);
  if (render !== undefined) assertFunction(who, 'render', render, 'be a function of a figure');
  return { title, labels, width, height, locale, colors, ground, render };
}

export function readMost(who: string, { most = 500 }: ThinOptions): number {
  assertWhole(who, 'most', most, 10);
  return most;
}

export function readCurveOptions(
  who: string,
  { range, points = 201 }: CurveOptions,
): { range: readonly [number, number] | undefined; points: number } {
  assertWhole(who, 'points', points, 2);
  if (range === undefined) return { range, points };
  if (!Array.isArray(range)) throw wrongKind(who, 'range', 'be [from, to]', range);
  if (range.length !== 2) throw wrongValue(who, 'range', 'have 2 numbers', range.length);
  for (const [i, end] of range.entries()) {
    assertFinite(who, `range[${i}]`, end);
    // beyond, the width of a range would leave the doubles
    if (Math.abs(end) > 1e300) throw wrongValue(who, `range[${i}]`, 'be within 1e300 of 0', end);
  }
  if (!(range[0] < range[1])) throw wrongValue(who, 'range', 'go from less to more', `[${range.join(', ')}]`);
  return { range, points };
}

export function readScale(who: string, { scale }: ScaleOptions): 'linear' | 'log' | undefined {
  if (scale === undefined || scale === 'linear' || scale === 'log') return scale;
  assertText(who, 'scale', scale);
  throw wrongValue(who, 'scale', "be 'linear' or 'log'", describe(scale));
}

export function readUpTo(who: string, { upTo }: UpToOptions): number {
  if (upTo === undefined) return Infinity;
  assertWhole(who, 'upTo', upTo, 0);
  return upTo;
}

function assertText(who: string, what: string, value: unknown): asserts value is string {
  if (typeof value !== 'string') throw wrongKind(who, what, 'be a string', value);
}
