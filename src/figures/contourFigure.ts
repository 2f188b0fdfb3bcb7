import { type ContourOptions, contourRows } from './data/contourData.ts';
import { xChannel, yChannel } from './parts/channels.ts';
import { finish } from './parts/finish.ts';
import { type Corner, labelLayers } from './parts/labels.ts';
import { type FigureOptions, readLooks, type ThinOptions, type UpToOptions } from './parts/options.ts';
import { type FigureRun, readRun } from './parts/run.ts';
import type { Figure, Layer } from './parts/specification.ts';
import { words } from './parts/words.ts';
import { pathNotes } from './views/notes.ts';

/**
 * Two weights: lines of equal cost, and the path over them. The contours are darker where the cost is lower.
 *
 * @param run - a run with two weights, such as one on `withBias(x)`
 * @param options - looks, width and height being 400 each where they are left out; `points` of the grid, `levels`, `most` entries; `upTo`
 * a step, whose point then has a label
 * @returns a Vega-Lite 6 specification, plain JSON
 * @throws RangeError where the run has not two weights, or an option is out of its range
 * @throws TypeError where an argument is of the wrong kind
 * @example
 * ```ts
 * import { descend, withBias } from 'gradus';
 * import { contourFigure } from 'gradus/figures';
 * const run = descend({ x: withBias([0, 1]), t: [1, 3], w: [0, 0], learningRate: 0.1, epochs: 20 });
 * console.log(contourFigure(run, { labels: { x: 'bias', y: 'w' } }).layer[0].encoding.x?.title); // bias
 * ```
 */
export function contourFigure(
  run: FigureRun<Float64Array | readonly number[]>,
  options: FigureOptions & ContourOptions & ThinOptions & UpToOptions = {},
): Figure {
  const size = { width: 400, height: 400 };
  const looks = readLooks('contourFigure', options, ['points', 'levels', 'most', 'upTo'], size);
  const path = readRun('contourFigure', 'run', run, 2);
  const data = contourRows('contourFigure', path, options);
  const { width, height, locale, colors } = looks;
  const say = words[locale];
  const [x, y] = data.ranges.map(([low, high]) => ({ isLog: false, low, high }));
  const grid = { grid: false };
  const channels = {
    x: xChannel('w0', looks.labels.x ?? 'w₀', x, width),
    y: yChannel('w1', looks.labels.y ?? 'w₁', y, height),
  };
  for (const channel of Object.values(channels)) channel.axis = { ...channel.axis, ...grid };
  const values = data.path;
  const isSparse = values.length <= 80;
  const tooltip = ['step', 'epoch', 'w0', 'w1', 'cost'].map((field) => ({
    field,
    type: 'quantitative' as const,
  }));
  const labels = data.path.map(({ w0, w1, label }) => {
    const corners: Corner[] = ['above right', 'above left', 'below right', 'below left'];
    return { x: w0, y: w1, label, corners };
  });
  // of costs that are all the same there are none
  const lines: Layer[] =
    data.contours.length === 0
      ? []
      : [
          {
            data: { values: data.contours },
            mark: { type: 'line', strokeWidth: 1 },
            encoding: {
              ...channels,
              detail: { field: 'line', type: 'nominal' },
              order: { field: 'order', type: 'quantitative' },
              color: {
                field: 'cost',
                type: 'quantitative',
                title: say.cost,
                scale: { range: looks.ground.contours },
                legend: { orient: 'right' },
              },
            },
          },
        ];
  return finish(looks, say.contour, pathNotes(data, false, say), {
    width,
    height,
    layer: [
      ...lines,
      {
        data: { values },
        mark: { type: 'line', color: colors[0], strokeWidth: isSparse ? 1.5 : 0.75 },
        encoding: { ...channels, order: { field: 'step', type: 'quantitative' } },
      },
      {
        data: { values },
        mark: { type: 'point', color: colors[0], filled: true, size: isSparse ? 40 : 12, opacity: 1 },
        encoding: { ...channels, tooltip },
      },
      ...labelLayers(
        labels,
        values,
        { width, height, x, y },
        { color: colors[0], background: looks.ground.background },
        channels,
        options.upTo !== undefined,
      ),
    ],
  });
}
