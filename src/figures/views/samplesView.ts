import { xChannel, yChannel } from '../parts/channels.ts';
import { dashesInTurn } from '../parts/colors.ts';
import type { Looks } from '../parts/options.ts';
import { largest, least, scaleOf } from '../parts/scales.ts';
import type { Layer, LayeredView, LookChannel } from '../parts/specification.ts';
import { columnsFor } from '../parts/text.ts';
import type { Words } from '../parts/words.ts';

/** A line through the samples: its name in the legend, and its points. */
export interface NamedLine {
  name: string;
  points: readonly { x: number; y: number }[];
  color: string;
}

/** What is to be said of samples that are not all drawn, or of lines that are not drawn whole. */
export function samplesNotes(view: LayeredView, drawn: number, samples: number, say: Words): string[] {
  return [
    ...(drawn < samples ? [say.thinnedSamples(drawn, samples)] : []),
    ...(leaves(view) ? [say.lineLeaves] : []),
  ];
}

/** Whether a line leads out of the picture of these samples. */
function leaves({ layer }: LayeredView): boolean {
  const [{ encoding }, lines] = layer;
  const [low, high] = (encoding.y?.scale?.domain ?? []) as number[];
  return lines?.data.values.some(({ t }) => (t as number) < low || (t as number) > high) ?? false;
}

/** A line as far as it is within ±far of 0: what draws it may not know how to write numbers that are much larger. */
function cut(points: NamedLine['points'], far: number): NamedLine['points'] {
  const isNear = ({ y }: { y: number }): boolean => Math.abs(y) <= far;
  return points.flatMap((point, i) => {
    if (isNear(point)) return [point];
    // beside points that are near, it ends where it leaves
    return [points[i - 1], points[i + 1]].flatMap((other) => {
      if (other === undefined || !isNear(other) || !Number.isFinite(point.y)) return [];
      const y = Math.sign(point.y) * far;
      const share = (y - other.y) / (point.y - other.y);
      return [{ x: other.x + share * (point.x - other.x), y }];
    });
  });
}

/** Samples as points, with lines over them and a legend of both. */
export function samplesView(
  points: readonly { x: number; t: number }[],
  name: string,
  lines: readonly NamedLine[],
  { width, height, colors, labels }: Looks,
): LayeredView {
  const own = points.map(({ t }) => t);
  const [lowest, highest] = [least(own), largest(own)];
  // a line that leaves the samples far behind, as that of a run that diverged, would leave no room for them
  const reach = 3 * Math.max(highest - lowest, Math.abs(highest), Math.abs(lowest), Number.MIN_VALUE);
  const far = 1e6 * reach;
  const rows = lines.flatMap(({ name, points }) =>
    cut(points, far).map(({ x, y }) => ({ x, t: y, what: name })),
  );
  const near = rows.map(({ t }) => t).filter((t) => t >= lowest - reach && t <= highest + reach);
  const x = scaleOf(
    [...points, ...rows].map(({ x }) => x),
    false,
    width,
    8,
    12,
  );
  const y = scaleOf([...own, ...near], false, height, 12, 12);
  const channels = {
    x: xChannel('x', labels.x ?? 'x', x, width),
    y: yChannel('t', labels.y ?? 't', y, height),
  } satisfies Layer['encoding'];
  const look = (names: string[], range: string[] | number[][]): LookChannel => ({
    field: 'what',
    type: 'nominal',
    title: null,
    scale: { domain: names, range },
    legend: {
      orient: 'bottom',
      // the samples' own legend stands before
      columns: columnsFor(names, width - 90, names.length),
      labelLimit: 400,
      symbolSize: names[0] === name ? 100 : 300,
      symbolType: names.length === 1 && names[0] === name ? 'circle' : 'stroke',
    },
  });
  const names = lines.map((line) => line.name);
  return {
    width,
    height,
    layer: [
      {
        data: { values: points.map(({ x, t }) => ({ x, t, what: name })) },
        mark: { type: 'point', filled: true, size: 45, opacity: 1 },
        encoding: {
          ...channels,
          color: look([name], [colors[3 % colors.length]]),
          tooltip: ['x', 't'].map((field) => ({ field, type: 'quantitative' })),
        },
      },
      ...(lines.length === 0
        ? []
        : [
            {
              data: { values: rows },
              mark: { type: 'line', strokeWidth: 2, clip: true },
              encoding: {
                ...channels,
                color: look(
                  names,
                  lines.map(({ color }) => color),
                ),
                strokeDash: look(names, dashesInTurn(lines.length, lines.length)),
              },
            } satisfies Layer,
          ]),
    ],
    resolve: { scale: { color: 'independent', strokeDash: 'independent' } },
  };
}
