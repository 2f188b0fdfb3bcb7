import { type KnownScale, placeOf } from './scales.ts';
import type { Encoding, Layer, Row } from './specification.ts';

/** Where beside its point a label stands. */
export type Corner = 'below' | 'below left' | 'below right' | 'above left' | 'above right';

/** A point with a label, and the corners where that may stand, the best first. */
export interface Labelled {
  x: number;
  y: number;
  label: string;
  corners: Corner[];
}

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** A picture's plot, in pixels. */
export interface Frame {
  width: number;
  height: number;
  x: KnownScale;
  y: KnownScale;
}

const [dx, dy, letter, line] = [6, 11, 7, 14];

/**
 * Labels beside their points, each in its first corner that is within the plot. They are drawn one after the other until one would
 * lie on another: one that came after some that are left out would tell nobody which it is. Where the last one matters most, as on a
 * slide that stands at it, it comes first.
 */
export function labelLayers(
  points: readonly Labelled[],
  rows: readonly Row[],
  frame: Frame,
  { color, background }: { color: string; background: string },
  channels: Pick<Encoding, 'x' | 'y'>,
  isLastFirst: boolean,
): Layer[] {
  const drawn: Box[] = [];
  const byCorner = new Map<Corner, Row[]>();
  const last = points.length - 1;
  const order = points.map((_, i) => i);
  if (isLastFirst && last > 0) order.unshift(order.pop() as number);
  for (const i of order) {
    const point = points[i];
    if (!isWithin(frame, point)) continue;
    const [corner] = point.corners.filter((corner) => fits(frame, boxOf(frame, point, corner)));
    // no corner has room: nor would a label tell anything there
    if (corner === undefined) continue;
    const box = boxOf(frame, point, corner);
    if (drawn.some((other) => isOver(box, other))) break;
    drawn.push(box);
    byCorner.set(corner, [...(byCorner.get(corner) ?? []), rows[i]]);
  }
  return [...byCorner].flatMap(([corner, values]) => {
    const side = sideOf(corner);
    const place = {
      type: 'text',
      align: side === 0 ? 'center' : side < 0 ? 'right' : 'left',
      dx: side * dx,
      dy: corner.startsWith('below') ? dy : -dy,
      fontSize: 12,
    } as const;
    const encoding: Encoding = { ...channels, text: { field: 'label', type: 'nominal' } };
    // one of the ground's colour below it, a little bolder, so that no line runs through the letters
    return [
      {
        data: { values },
        mark: { ...place, color: background, stroke: background, strokeWidth: 2.5 },
        encoding,
      },
      { data: { values }, mark: { ...place, color }, encoding },
    ];
  });
}

/** −1 where a corner is to the left, 1 to the right, 0 in the middle. */
function sideOf(corner: Corner): number {
  return corner.endsWith('left') ? -1 : corner.endsWith('right') ? 1 : 0;
}

function isWithin({ x, y }: Frame, point: Labelled): boolean {
  return [placeOf(x, point.x), placeOf(y, point.y)].every((place) => place >= 0 && place <= 1);
}

function boxOf({ width, height, x, y }: Frame, point: Labelled, corner: Corner): Box {
  const [px, py] = [placeOf(x, point.x) * width, (1 - placeOf(y, point.y)) * height];
  const wide = letter * point.label.length;
  const side = sideOf(corner);
  const left = side === 0 ? px - wide / 2 : side < 0 ? px - dx - wide : px + dx;
  const middle = corner.startsWith('below') ? py + dy : py - dy;
  return { left, right: left + wide, top: middle - line / 2, bottom: middle + line / 2 };
}

function fits({ width, height }: Frame, { left, right, top, bottom }: Box): boolean {
  return left >= 0 && right <= width && top >= 0 && bottom <= height;
}

function isOver(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
