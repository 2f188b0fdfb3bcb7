import type { DescentData } from '../data/descentData.ts';
import { xChannel, yChannel } from '../parts/channels.ts';
import { type Corner, labelLayers } from '../parts/labels.ts';
import type { Looks } from '../parts/options.ts';
import { type KnownScale, scaleOf, wantsLog } from '../parts/scales.ts';
import type { LayeredView } from '../parts/specification.ts';
import { words } from '../parts/words.ts';

/** The scales of views of paths on their curves. */
export interface DescentAxes {
  x: KnownScale;
  y: KnownScale;
}

/** Room for labels, in pixels. */
export const margin = { below: 24, above: 12 };

/** The axes that hold all of these, over one range of w; costs far apart get a logarithmic one, unless another is asked for. */
export function descentAxes(
  who: string,
  panels: readonly DescentData[],
  asked: 'linear' | 'log' | undefined,
  height: number,
): DescentAxes {
  const [low, high] = panels[0].range;
  const costsOf = (points: readonly { cost: number }[]): number[] => points.map(({ cost }) => cost);
  const isLog = wantsLog(
    who,
    panels.flatMap(({ path }) => costsOf(path)),
    asked,
    1e4,
    1e15,
  );
  const costs = panels.flatMap(({ path, curve }) => {
    return costsOf([...curve, ...path.filter(({ w }) => low <= w && w <= high)]);
  });
  return {
    x: { isLog: false, low, high },
    y: scaleOf(costs, isLog, height, margin.below, margin.above),
  };
}

/**
 * A path on its curve: the curve, the way between the points, the points, and the first labels below the curve's outside. `isNow` says
 * that the last point is where the run stands now, and so the first to have a label.
 */
export function descentView(
  { curve, path }: DescentData,
  { width, height, colors, ground, labels: titles, locale }: Looks,
  { x, y }: DescentAxes,
  isNow: boolean,
): LayeredView {
  const [pathColor, curveColor = pathColor] = colors;
  const channels = {
    x: xChannel('w', titles.x ?? 'w', x, width),
    y: yChannel('cost', titles.y ?? `${words[locale].cost}(w)`, y, height),
  };
  const isShown = ({ cost }: { cost: number }): boolean => !y.isLog || cost > 0;
  const points = path.filter(isShown);
  const tooltip = ['step', 'epoch', 'w', 'cost'].map((field) => ({ field, type: 'quantitative' as const }));
  const order = { field: 'step', type: 'quantitative' as const };
  const lowest = curve.reduce((least, point) => (point.cost < least.cost ? point : least), path[0]);
  // outside the curve, below it, where the path does not come either; else inside, above the way to the next
  const left: Corner[] = ['below left', 'above right', 'below right'];
  const right: Corner[] = ['below right', 'above left', 'below left'];
  const labels = points.map(({ w, cost, label }) => ({
    x: w,
    y: cost,
    label,
    corners: w > lowest.w ? right : left,
  }));
  const isSparse = points.length <= 80;
  return {
    width,
    height,
    layer: [
      {
        data: { values: curve.filter(isShown) },
        mark: { type: 'line', color: curveColor, strokeWidth: 2, clip: true },
        encoding: channels,
      },
      {
        data: { values: points },
        mark: { type: 'line', color: pathColor, strokeWidth: isSparse ? 1.5 : 0.5, clip: true },
        encoding: { ...channels, order },
      },
      {
        data: { values: points },
        mark: {
          type: 'point',
          color: pathColor,
          filled: true,
          size: isSparse ? 45 : 14,
          opacity: 1,
          clip: true,
        },
        encoding: { ...channels, tooltip },
      },
      ...labelLayers(
        labels,
        points,
        { width, height, x, y },
        { color: pathColor, background: ground.background },
        channels,
        isNow,
      ),
    ],
  };
}
