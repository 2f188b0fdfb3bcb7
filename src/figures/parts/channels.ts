import { asScale, axisOf, type KnownScale } from './scales.ts';
import type { PositionChannel } from './specification.ts';

/** A column along the horizontal axis, over so many pixels. */
export function xChannel(field: string, title: string, scale: KnownScale, width: number): PositionChannel {
  return { field, type: 'quantitative', title, scale: asScale(scale), axis: axisOf(scale, width, 60) };
}

/** A column along the vertical axis. A title of a letter or two stands upright. */
export function yChannel(field: string, title: string, scale: KnownScale, height: number): PositionChannel {
  const upright = title.length <= 2 ? { titleAngle: 0, titlePadding: 12 } : {};
  const axis = { ...axisOf(scale, height, 40), ...upright };
  return { field, type: 'quantitative', title, scale: asScale(scale), axis };
}
