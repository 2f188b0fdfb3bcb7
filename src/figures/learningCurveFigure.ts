import { type LearningCurveData, learningCurveRows, type Runs } from './data/learningCurveData.ts';
import { xChannel, yChannel } from './parts/channels.ts';
import { dashesInTurn, inTurn, shapes } from './parts/colors.ts';
import { finish } from './parts/finish.ts';
import {
  type FigureOptions,
  readLooks,
  readScale,
  type ScaleOptions,
  type ThinOptions,
} from './parts/options.ts';
import { scaleOf, wantsLog } from './parts/scales.ts';
import type { Encoding, Figure, Legend, LookChannel, Row } from './parts/specification.ts';
import { columnsFor } from './parts/text.ts';
import { type Words, words } from './parts/words.ts';

/**
 * The cost over the epochs, of one run or of several with a legend. Costs a thousand times apart are drawn on a logarithmic
 * scale. Lines differ by colour and dash, and their points by shape. A run that grows without an end is drawn up to where it last cost
 * at most ten times what it did at first.
 *
 * @param runs - a run, or an object of runs by their names, of however many weights
 * @param options - looks; `most` entries of each run; `scale`
 * @returns a Vega-Lite 6 specification, plain JSON
 * @throws RangeError where there is no run, or an option is out of its range
 * @throws TypeError where an argument is of the wrong kind
 * @example
 * ```ts
 * import { descend, perSample } from 'gradus';
 * import { learningCurveFigure } from 'gradus/figures';
 * const settings = { x: [1, 2], t: [2, 5], w: 0, learningRate: 0.05, epochs: 3 };
 * const [all, each] = [descend(settings), descend({ ...settings, strategy: perSample() })];
 * console.log(learningCurveFigure({ 'full batch': all, 'per sample': each }).layer.length); // 2
 * ```
 */
export function learningCurveFigure(
  runs: Runs,
  options: FigureOptions & ThinOptions & ScaleOptions = {},
): Figure {
  const who = 'learningCurveFigure';
  const looks = readLooks(who, options, ['most', 'scale']);
  const data = learningCurveRows(who, runs, options);
  const { width, height, locale, labels, colors } = looks;
  const say = words[locale];
  const isLog = wantsLog(
    who,
    data.costs.map(({ cost }) => cost),
    readScale(who, options),
    1e3,
    Infinity,
  );
  const shown = data.costs.filter(({ cost }) => !isLog || cost > 0);
  const names = namesOf(data.runs, say.diverged);
  const rowOf = ({ run, ...row }: (typeof shown)[number]): Row => ({ ...row, run: names.get(run) as string });
  const domain = [...names.values()];
  const legend: Legend | null =
    domain.length === 1 && domain[0] === ''
      ? null
      : {
          orient: 'bottom',
          columns: columnsFor(domain, width, 2),
          labelLimit: 400,
          symbolType: 'stroke',
          symbolSize: 300,
          symbolStrokeWidth: 2,
        };
  const look = (range: string[] | number[][]): LookChannel => ({
    field: 'run',
    type: 'nominal',
    title: null,
    scale: { domain, range },
    legend,
  });
  const [epochs, costs] = [shown.map(({ epoch }) => epoch), shown.map(({ cost }) => cost)];
  const xTitle = labels.x ?? (data.unit === 'epoch' ? say.epochs : say.steps);
  const channels = {
    x: xChannel('epoch', xTitle, scaleOf(epochs, false, width, 6, 6), width),
    y: yChannel('cost', labels.y ?? say.cost, scaleOf(costs, isLog, height, 10, 10), height),
    color: look(inTurn(colors, domain.length)),
  } satisfies Encoding;
  // points of a run that has many would only make its line thick
  const sparse = data.runs.filter(({ drawn }) => drawn <= 80).map(({ run }) => run);
  return finish(looks, say.learningCurve, notesOf(data, isLog, say), {
    width,
    height,
    layer: [
      {
        data: { values: shown.map(rowOf) },
        mark: { type: 'line', strokeWidth: 1.5 },
        encoding: { ...channels, strokeDash: look(dashesInTurn(domain.length, colors.length)) },
      },
      {
        // a column of its own for shapes: a legend that is shared cannot be left out once
        data: {
          values: shown
            .filter(({ run }) => sparse.includes(run))
            .map((row) => ({ ...rowOf(row), shape: names.get(row.run) as string })),
        },
        mark: { type: 'point', filled: true, size: 30, opacity: 1 },
        encoding: {
          ...channels,
          shape: { ...look(inTurn(shapes, domain.length)), field: 'shape', legend: null },
          tooltip: [
            { field: 'run', type: 'nominal' },
            ...['step', 'epoch', 'cost'].map((field) => ({ field, type: 'quantitative' as const })),
          ],
        },
      },
    ],
  });
}

/** The names of the runs in the legend: one that diverged says so, unless another has that name. */
function namesOf(runs: LearningCurveData['runs'], diverged: string): Map<string, string> {
  const own = new Set(runs.map(({ run }) => run));
  return new Map(
    runs.map(({ run, divergedAfter }) => {
      const longer = `${run}${diverged}`.trim();
      return [run, divergedAfter !== undefined && !own.has(longer) ? longer : run];
    }),
  );
}

function notesOf({ runs, costs }: LearningCurveData, isLog: boolean, say: Words): string[] {
  const notes = runs.flatMap(({ run, entries, held, lastStep, drawn, divergedAfter }) => {
    const isCut = held < entries ? [say.cut(lastStep)] : [];
    const isThinned = drawn < held ? [say.thinned(drawn, held)] : [];
    const isOver = divergedAfter === undefined ? [] : [say.divergedAfter(divergedAfter)];
    return [...isCut, ...isThinned, ...isOver].map((note) => (run === '' ? note : say.of(run, note)));
  });
  const zeros = costs.filter(({ cost }) => cost === 0).length;
  return isLog && zeros > 0 ? [...notes, say.zeros(zeros)] : notes;
}
