import type { DescentData } from '../data/descentData.ts';
import { xChannel, yChannel } from '../parts/channels.ts';
import { type Corner, labelLayers } from '../parts/labels.ts';
import type { KnownScale } from '../parts/scales.ts';
import type { LayeredView } from '../parts/specification.ts';

/** What a view of a path on its curve is drawn with. */
export interface DescentLooks {
  width: number;
  height: number;
  curve: string;
  path: string;
  x: KnownScale;
  y: KnownScale;
  labels: { x: string; y: string };
  /** Whether the last point is where the run stands now, and so the first to have a label. */
  isNow: boolean;
}

/** Room for labels, in pixels. */
export const margin = { below: 24, above: 12 };

/** A path on its curve: the curve, the way between the points, the points, and the first labels below the curve's outside. */
export function descentView({ curve, path }: DescentData, looks: DescentLooks): LayeredView {
  const { width, height, x, y } = looks;
  const channels = {
    x: xChannel('w', looks.labels.x, x, width),
    y: yChannel('cost', looks.labels.y, y, height),
  };
  const isShown = ({ cost }: { cost: number }): boolean => !y.isLog || cost > 0;
  const points = path.filter(isShown);
  const tooltip = ['step', 'epoch', 'w', 'cost'].map((field) => ({ field, type: 'quantitative' as const }));
  const order = { field: 'step', type: 'quantitative' as const };
  const values = points.map((point) => ({ ...point }));
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
        data: { values: curve.filter(isShown).map((point) => ({ ...point })) },
        mark: { type: 'line', color: looks.curve, strokeWidth: 2, clip: true },
        encoding: channels,
      },
      {
        data: { values },
        mark: { type: 'line', color: looks.path, strokeWidth: isSparse ? 1.5 : 0.5, clip: true },
        encoding: { ...channels, order },
      },
      {
        data: { values },
        mark: {
          type: 'point',
          color: looks.path,
          filled: true,
          size: isSparse ? 45 : 14,
          opacity: 1,
          clip: true,
        },
        encoding: { ...channels, tooltip },
      },
      ...labelLayers(labels, values, looks, looks.path, channels, looks.isNow),
    ],
  };
}
