import { type CostCurveInput, costCurveRows } from './data/costCurveData.ts';
import { xChannel, yChannel } from './parts/channels.ts';
import { finish } from './parts/finish.ts';
import { type Corner, labelLayers } from './parts/labels.ts';
import { type CurveOptions, type FigureOptions, readLooks } from './parts/options.ts';
import { scaleOf } from './parts/scales.ts';
import type { Figure, Layer } from './parts/specification.ts';
import { words } from './parts/words.ts';
import { margin } from './views/descentView.ts';

/**
 * The lecture's second picture: the cost as a curve over w, and its lowest point where that is known.
 *
 * @param curve - `cost`, a function of w, and the minimizer: what `leastSquares` returns for one weight
 * @param options - looks; `range`, from 0 to twice the minimizer where it is left out; `points`
 * @returns a Vega-Lite 6 specification, plain JSON
 * @throws RangeError where there is neither a range nor a minimizer, or an option is out of its range
 * @throws TypeError where an argument is of the wrong kind
 * @example
 * ```ts
 * import { leastSquares } from 'gradus';
 * import { costCurveFigure } from 'gradus/figures';
 * const figure = costCurveFigure(leastSquares([1, 2], [2, 5]), { range: [0, 4] });
 * console.log(figure.layer[1].data.values); // [ { w: 2.4, cost: 0.2, label: 'w = 2.4' } ]
 * ```
 */
export function costCurveFigure(curve: CostCurveInput, options: FigureOptions & CurveOptions = {}): Figure {
  const looks = readLooks('costCurveFigure', options, ['range', 'points']);
  const { curve: rows, minimum, range, infinite } = costCurveRows('costCurveFigure', curve, options);
  const { width, height, locale, labels, colors, ground } = looks;
  const say = words[locale];
  const costs = [...rows, ...minimum].map(({ cost }) => cost);
  const [low, high] = range;
  const x = { isLog: false, low, high };
  const y = scaleOf(costs, false, height, margin.below, margin.above);
  const channels = {
    x: xChannel('w', labels.x ?? 'w', x, width),
    y: yChannel('cost', labels.y ?? `${say.cost}(w)`, y, height),
  };
  const marked = minimum.map(({ w, cost }) => ({ w, cost, label: `w = ${written(w)}` }));
  const corners: Corner[] = ['below', 'below right', 'below left', 'above right', 'above left'];
  const spots = marked.map(({ w, cost, label }) => ({ x: w, y: cost, label, corners }));
  const lowest: Layer[] =
    marked.length === 0
      ? []
      : [
          {
            data: { values: marked },
            mark: { type: 'point', color: colors[0], filled: true, size: 45, opacity: 1 },
            encoding: channels,
          },
          ...labelLayers(
            spots,
            marked,
            { width, height, x, y },
            { color: colors[0], background: ground.background },
            channels,
            false,
          ),
        ];
  return finish(looks, say.costCurve, infinite > 0 ? [say.infinite] : [], {
    width,
    height,
    layer: [
      {
        data: { values: rows },
        mark: { type: 'line', color: colors[1 % colors.length], strokeWidth: 2 },
        encoding: channels,
      },
      ...lowest,
    ],
  });
}

/** A number in up to six digits, with the sign that axes have. */
function written(value: number): string {
  return String(Number(value.toPrecision(6))).replace('-', '−');
}
