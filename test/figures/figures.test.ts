import fc from 'fast-check';
import ndarray from 'ndarray';
import { describe, expect, test } from 'vitest';
import {
  compareData,
  compareFigure,
  contourData,
  contourFigure,
  costCurveData,
  costCurveFigure,
  descentData,
  descentFigure,
  type Figure,
  type FigureRun,
  fitData,
  fitFigure,
  type Layer,
  learningCurveData,
  learningCurveFigure,
  samplesData,
  samplesFigure,
} from '../../src/figures/index.ts';
import { contours } from '../../src/figures/parts/contours.ts';
import { thin } from '../../src/figures/parts/thin.ts';
import { descend, leastSquares, linearRegression, type Model, perSample, withBias } from '../../src/index.ts';
import numpy from '../reference/numpy/analysis.json' with { type: 'json' };
import numbers from '../reference/numpy/numbers.json' with { type: 'json' };
import { base, diverged, each, exact, far, long, plane, run } from '../support/figures.ts';
import { testMessages } from '../support/messages.ts';
import { t, x } from '../support/points.ts';

const texts = ({ layer }: { layer: Layer[] }): unknown[] => {
  const labels = layer.filter(({ mark }) => mark.type === 'text' && mark.stroke === undefined);
  return labels.flatMap(({ data }) => data.values.map(({ label }) => label));
};
const yScale = ({ layer: [{ encoding }] }: Figure): unknown => encoding.y?.scale?.type;

describe('samples', () => {
  test('the points, and the line from 0 over all inputs', () => {
    const { points, target } = samplesData({ x, t, target: 2 });
    expect(points).toEqual(x.map((value, i) => ({ x: value, t: t[i] })));
    expect(target).toEqual([
      { x: 0, y: 0 },
      { x: Math.max(...x), y: 2 * Math.max(...x) },
    ]);
  });

  test('of every form of vector', () => {
    const strided = ndarray(
      Float64Array.from({ length: 6 }, (_, i) => i),
      [3],
      [2],
      0,
    );
    expect(samplesData({ x: strided, t: new Float32Array(3) }).points.map(({ x }) => x)).toEqual([0, 2, 4]);
    expect(samplesData({ x: new Int8Array([1, 2]), t: [0, 1] }).points).toEqual([
      { x: 1, t: 0 },
      { x: 2, t: 1 },
    ]);
  });

  test('a line that is a function is drawn as it bends', () => {
    const { fitted } = fitData({ x: [-1, 1], t: [1, 1], fitted: (v) => v * v });
    expect(fitted).toHaveLength(101);
    for (const { x, y } of fitted) expect(y).toBe(x * x);
  });

  test('of many, some, from the first to the last', () => {
    const values = Array.from({ length: 10_000 }, (_, i) => i);
    const { points, samples } = samplesData({ x: values, t: values }, { most: 100 });
    expect(points.length).toBeLessThanOrEqual(100);
    expect([samples, points[0].x, points.at(-1)?.x]).toEqual([10_000, 0, 9999]);
    expect(samplesFigure({ x: values, t: values }).title?.subtitle).toEqual([
      '498 of 10000 samples are drawn',
    ]);
  });
});

describe('cost curve', () => {
  test("is NumPy's over the lecture's grid, to 1e-12", () => {
    const [from, to] = [numpy.curve.w[0], numpy.curve.w[399]];
    const { curve } = costCurveData(leastSquares(x, t), { range: [from, to], points: 400 });
    for (const [i, { w, cost }] of curve.entries()) {
      expect(Math.abs(w - numpy.curve.w[i])).toBeLessThanOrEqual(1e-15);
      expect(Math.abs(cost - numpy.curve.cost[i])).toBeLessThanOrEqual(1e-12);
    }
  });

  test('marks its lowest point where that is in the range', () => {
    expect(costCurveData(leastSquares(x, t)).minimum[0].w).toBe(leastSquares(x, t).minimizer);
    expect(costCurveData(leastSquares(x, t), { range: [2, 3] }).minimum).toEqual([]);
    expect(costCurveFigure(leastSquares(x, t), { range: [2, 3] }).layer).toHaveLength(1);
  });

  test('of any cost', () => {
    const { curve } = costCurveData({ cost: (w) => Math.abs(w) }, { range: [-1, 1], points: 3 });
    expect(curve).toEqual([
      { w: -1, cost: 1 },
      { w: 0, cost: 0 },
      { w: 1, cost: 1 },
    ]);
  });

  test('leaves out where a cost is infinite', () => {
    const [{ data }] = costCurveFigure({ cost: (w) => 1 / w }, { range: [0, 1], points: 3 }).layer;
    expect(data.values).toHaveLength(2);
  });
});

describe('descent', () => {
  test('each point is the entry of the run, and lies on the curve', () => {
    for (const made of [run, each, long, diverged, far, exact]) {
      const { path, curve } = descentData(made);
      const costs = new Map(curve.map(({ w, cost }) => [w, cost]));
      for (const { step, w, cost, label } of path) {
        expect({ w, cost }).toEqual({ w: made.history.at(step).w, cost: made.history.at(step).cost });
        expect(costs.get(w)).toBe(cost);
        expect(label).toBe(`w(${step})`);
      }
    }
  });

  test("is NumPy's path", () => {
    expect(descentData(run).path.map(({ w }) => w)).toEqual(numbers.lecture.fullBatch.w.slice(0, 4));
    expect(descentData(run).path.map(({ cost }) => cost)).toEqual(numbers.lecture.fullBatch.cost.slice(0, 4));
  });

  test('the first points have labels, as far as there is room', () => {
    expect(texts(descentFigure(run)).sort()).toEqual(['w(0)', 'w(1)', 'w(2)']);
    expect(texts(descentFigure(each)).length).toBeLessThan(6);
    expect(texts(descentFigure(long))).toContain('w(0)');
  });

  test('no label lies on another, or outside the plot', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.001, max: 0.3, noNaN: true }),
        fc.integer({ min: 0, max: 40 }),
        (learningRate, epochs) => {
          const figure = descentFigure(descend({ ...base, learningRate, epochs }), {
            width: 300,
            height: 200,
          });
          const [{ encoding }] = figure.layer;
          const place = (channel: typeof encoding.x, value: number): number => {
            const { domain: [low, high] = [], type } = (channel?.scale ?? {}) as {
              domain?: number[];
              type?: string;
            };
            const to = type === 'log' ? Math.log10 : (v: number): number => v;
            return (to(value) - to(low)) / (to(high) - to(low));
          };
          const boxes = figure.layer
            .filter(({ mark }) => mark.type === 'text' && mark.stroke === undefined)
            .flatMap(({ mark, data }) =>
              data.values.map(({ w, cost, label }) => {
                const left =
                  place(encoding.x, w as number) * 300 +
                  (mark.dx as number) -
                  (mark.align === 'right' ? 7 * `${label}`.length : 0);
                const top = (1 - place(encoding.y, cost as number)) * 200 + (mark.dy as number) - 7;
                return [left, left + 7 * `${label}`.length, top, top + 14];
              }),
            );
          for (const [i, [left, right, top, bottom]] of boxes.entries()) {
            expect([left >= 0, right <= 300, top >= 0, bottom <= 200]).toEqual([true, true, true, true]);
            for (const other of boxes.slice(i + 1)) {
              expect(left < other[1] && other[0] < right && top < other[3] && other[2] < bottom).toBe(false);
            }
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  test('10001 entries are thinned, said so, and the ends kept', () => {
    const { path, told } = descentData(long);
    expect(told.entries).toBe(10_001);
    expect(path.length).toBeLessThanOrEqual(500);
    expect([path[0].step, path.at(-1)?.step]).toEqual([0, 10_000]);
    expect(descentFigure(long).title?.subtitle).toEqual([`${path.length} of 10001 entries are drawn`]);
    expect(descentFigure(long, { most: 10 }).title?.subtitle).toEqual(['10 of 10001 entries are drawn']);
    expect(descentFigure(long, { locale: 'zh' }).title?.subtitle).toEqual([
      `共 10001 条记录，画出其中 ${path.length} 条`,
    ]);
  });

  test('the range follows the path, and shows both sides of the least cost', () => {
    const ws = descentData(far).curve.map(({ w }) => w);
    expect(Math.max(...ws)).toBeGreaterThan(1e6);
    expect(Math.min(...ws)).toBeLessThan(-9e5);
    expect(yScale(descentFigure(far))).toBe('log');
    expect(yScale(descentFigure(run))).toBe('linear');
  });

  test('a run that diverges is drawn while it can be seen, and it is said that it diverged', () => {
    const { path } = descentData(diverged);
    expect(path.map(({ step }) => step)).toEqual([0, 1, 2, 3, 4]);
    const last = diverged.history.at(-1).step;
    expect(descentFigure(diverged).title?.subtitle).toEqual([
      'drawn up to step 4: from there on the cost leaves the picture',
      `the run diverged: after step ${last} its numbers are no longer finite`,
    ]);
  });

  test('costs of 0 have no place on a logarithmic scale, which is said', () => {
    const zeros = [...exact.history].filter(({ cost }) => cost === 0).length;
    expect(zeros).toBeGreaterThan(0);
    // of a run without noise the small costs are rounding, and the curve is drawn as it is
    expect(yScale(descentFigure(exact))).toBe('linear');
    expect(descentFigure(exact, { scale: 'log' }).title?.subtitle).toEqual([
      `${zeros} entries have a cost of 0, for which a logarithmic scale has no place`,
    ]);
  });

  test('a range that is asked for is the one, and what is outside is told', () => {
    const { curve, path } = descentData(run, { range: [0, 4], points: 5 });
    expect([curve[0].w, curve.at(-1)?.w]).toEqual([0, 4]);
    expect(path).toHaveLength(4);
    const figure = descentFigure(run, { range: [1, 4] });
    const [{ encoding, mark }] = figure.layer;
    expect(encoding.x?.scale?.domain).toEqual([1, 4]);
    expect(mark.clip).toBe(true);
    expect(texts(figure)).not.toContain('w(0)');
    expect(figure.title?.subtitle).toEqual(['1 of 4 entries are outside of the range']);
    expect(descentFigure(run, { range: [10, 20] }).title?.subtitle).toEqual([
      '4 of 4 entries are outside of the range',
    ]);
  });

  test('the range is about where the cost is least, which of squared error is the minimizer', () => {
    for (const made of [run, descend({ ...base, epochs: 0 }), descend({ ...base, learningRate: 1e-4 })]) {
      const [low, high] = descentData(made).range;
      expect((low + high) / 2).toBeCloseTo(leastSquares(x, t).minimizer, 9);
    }
  });

  test('slides of one run share their axes, and label where it stands', () => {
    const deck = [0, 1, 2, 3].map((upTo) => descentFigure(run, { upTo }));
    const domains = deck.map(({ layer: [{ encoding }] }) =>
      JSON.stringify([encoding.x?.scale, encoding.y?.scale]),
    );
    expect(new Set(domains).size).toBe(1);
    expect(deck.map((figure) => texts(figure).includes(`w(${deck.indexOf(figure)})`))).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(deck.map(({ layer }) => layer[2].data.values.length)).toEqual([1, 2, 3, 4]);
    expect(texts(descentFigure(each, { upTo: 45 }))).toContain('w(45)');
    expect(descentFigure(diverged, { upTo: 2 }).title?.subtitle).toBeUndefined();
    const [few, all] = [contourFigure(plane, { upTo: 3 }), contourFigure(plane)];
    expect(few.layer[0]).toEqual(all.layer[0]);
    expect(few.layer[2].data.values).toHaveLength(4);
  });

  test('so do those on a logarithmic scale', () => {
    const deck = [0, 1, 5, 60].map((upTo) => descentFigure(exact, { upTo, scale: 'log' }));
    const domains = deck.map(({ layer: [{ encoding }] }) => JSON.stringify(encoding.y?.scale));
    expect(new Set(domains).size).toBe(1);
  });

  test('rounding of a straight line is no curve', () => {
    const history = [0, 1e-3, 2e-3].map((w, step) => ({ step, epoch: step, w, cost: 8.03 - w }));
    const { range } = descentData({ history, status: 'completed', costAt: (w) => 8.03 - w });
    expect(Math.max(...range.map(Math.abs))).toBeLessThan(2);
  });

  test('costs that are all but the same have a logarithmic scale that holds them', () => {
    const history = [1, 1 + 1e-12].map((cost, step) => ({ step, epoch: step, w: step, cost }));
    const run = { history, status: 'completed', costAt: (w: number) => 1 + 1e-12 * w } as const;
    const scale = learningCurveFigure(run, { scale: 'log' }).layer[0].encoding.y?.scale;
    const [low, high] = (scale?.domain ?? []) as number[];
    expect(high / low).toBeGreaterThan(10);
    expect([low < 1, high > 1 + 1e-12]).toEqual([true, true]);
  });

  test('numbers at the ends of the doubles leave domains that are numbers', () => {
    const tiny = descend({ x: [1e-155, 2e-155], t: [1e-155, 3e-155], w: 0, learningRate: 0.1, epochs: 3 });
    const [low, high] = (descentFigure(tiny).layer[0].encoding.y?.scale?.domain ?? []) as number[];
    expect(high - low).toBeGreaterThan(1e-300);
    const wide = [0.5, 1e301].map((w, step) => ({ step, epoch: step, w, cost: 1 }));
    const made = { history: wide, status: 'diverged', costAt: () => 1 };
    expect(JSON.stringify(descentFigure(made, { range: [-1, 1] }))).not.toContain('null');
  });

  test('a label that has room nowhere is left out', () => {
    const small = { width: 50, height: 50 };
    for (const { layer } of [
      descentFigure(each, { ...small, upTo: 45 }),
      costCurveFigure(leastSquares(x, t), { ...small, range: [0, 200] }),
    ]) {
      for (const { data, mark } of layer)
        if (mark.type === 'text') expect(data.values.length).toBeLessThan(4);
    }
  });

  test('a lucky start is not taken for one that the run leaves', () => {
    const history = [1e-8, 4, 4, 4, 16].map((cost, step) => ({
      step,
      epoch: step,
      w: Math.sqrt(cost),
      cost,
    }));
    expect(descentData({ history, status: 'completed', costAt: (w) => w * w }).path).toHaveLength(5);
  });

  test('where a cost is no finite number nothing is drawn, which is said', () => {
    const history = [2, 2.5, 3].map((w, step) => ({ step, epoch: step, w, cost: 1 / (w - 1.5) }));
    const made = {
      history,
      status: 'completed',
      costAt: (w: number) => (w > 1.5 ? 1 / (w - 1.5) : Infinity),
    };
    const figure = descentFigure(made, { range: [1, 4] });
    expect(figure.title?.subtitle).toEqual(['nothing is drawn where the cost is no finite number']);
    expect(figure.layer[0].encoding.y?.scale?.domain).not.toContain(null);
    const flat = { ...plane, history: plane.history, costAt: () => 1 };
    expect(contourData(flat).contours).toEqual([]);
    const half = {
      ...plane,
      history: plane.history,
      costAt: (w: number[]) => (w[0] > 0 ? plane.costAt(w) : Number.NaN),
    };
    const { contours: rows, told } = contourData(half);
    expect(rows.length).toBeGreaterThan(100);
    for (const { w0 } of rows) expect(w0).toBeGreaterThan(0);
    expect(told.infinite).toBeGreaterThan(100);
  });

  test('a run put together by hand, of a history that was JSON, is drawn alike', () => {
    const { history, status } = JSON.parse(JSON.stringify(run));
    const hand: FigureRun<number> = { history, status, costAt: leastSquares(x, t).cost };
    const [a, b] = [descentData(hand), descentData(run)];
    expect(a.path).toEqual(b.path);
    // the range is about the least cost, which the two compute in two ways
    expect(a.range[0]).toBeCloseTo(b.range[0], 12);
  });

  test('so is any model of one weight', () => {
    const model: Model = {
      nn: linearRegression().nn as Model['nn'],
      cost: (y, t) => [...(y.data as Float64Array)].reduce((sum, v, i) => sum + Math.abs(v - t.data[i]), 0),
      gradient: (w, x, t) => x.data.map((v, i) => v * Math.sign(v * (w as number) - t.data[i])) as never,
    };
    const { path, curve } = descentData(descend({ ...base, learningRate: 0.01, model }));
    expect(curve.find(({ w }) => w === path[2].w)?.cost).toBe(path[2].cost);
  });
});

describe('learning curve', () => {
  test('counts parts of epochs, so that strategies stand over one another', () => {
    const { costs, unit } = learningCurveData({ run, each });
    expect(unit).toBe('epoch');
    expect(costs.filter(({ run }) => run === 'run').map(({ epoch }) => epoch)).toEqual([0, 1, 2, 3]);
    expect(costs.filter(({ run }) => run === 'each').map(({ epoch }) => epoch)).toEqual(
      Array.from({ length: 61 }, (_, k) => k / 20),
    );
  });

  test('or steps, where a run has no whole epoch', () => {
    const stopped = descend({ ...base, strategy: perSample(), onEntry: ({ step }) => step < 7 });
    expect(learningCurveData({ stopped, run })).toMatchObject({ unit: 'step' });
    expect(learningCurveFigure(stopped).layer[0].encoding.x?.title).toBe('steps');
    expect(learningCurveFigure(run, { locale: 'zh' }).layer[0].encoding.x?.title).toBe('轮数');
  });

  test('a run that was resumed goes on where it stood, within an epoch as well', () => {
    const second = descend({ ...base, w: undefined, from: run.state });
    expect(learningCurveData(second).costs.map(({ epoch }) => epoch)).toEqual([3, 4, 5, 6]);
    const settings = { ...base, strategy: perSample() };
    const stopped = descend({ ...settings, onEntry: ({ step }) => step < 26 });
    const resumed = descend({ ...settings, w: undefined, from: stopped.state });
    const [first] = learningCurveData(resumed).costs;
    expect([first.step, first.epoch]).toEqual([26, 1.3]);
    // by another strategy: its own updates count
    const other = learningCurveData(descend({ ...settings, w: undefined, from: run.state, epochs: 2 }));
    expect(other.costs.slice(0, 3).map(({ epoch }) => epoch)).toEqual([3, 3.05, 3.1]);
    const one = descend({ ...settings, w: undefined, from: run.state, epochs: 1 });
    expect(
      learningCurveData({ run, one })
        .costs.slice(4, 6)
        .map(({ epoch }) => epoch),
    ).toEqual([3, 3.05]);
    expect(compareData({ one, two: descend({ ...settings, epochs: 1 }) }).panels[0].path).toHaveLength(21);
  });

  test('a record that does not tell how long an epoch is, is drawn by steps', () => {
    const made = descend({ ...base, strategy: perSample(), record: 18, onEntry: ({ step }) => step < 54 });
    expect(learningCurveData(made).unit).toBe('step');
    expect(learningCurveData(descend({ ...base, strategy: perSample(), record: 'epoch' })).unit).toBe(
      'epoch',
    );
  });

  test('sixteen runs are told apart', () => {
    const many = Object.fromEntries(Array.from({ length: 16 }, (_, i) => [`run ${i}`, run]));
    const { color, strokeDash } = learningCurveFigure(many).layer[0].encoding;
    const looks = color?.scale?.range?.map((value, i) => `${value} ${strokeDash?.scale?.range?.[i]}`);
    expect(new Set(looks).size).toBe(16);
  });

  test('a run may be called history, or as another that diverged', () => {
    expect(learningCurveData({ history: run, each }).runs.map(({ run }) => run)).toEqual(['history', 'each']);
    const figure = learningCurveFigure({ a: diverged, 'a (diverged)': run });
    expect(figure.layer[0].encoding.color?.scale?.domain).toEqual(['a', 'a (diverged)']);
  });

  test('is logarithmic where that helps', () => {
    expect(yScale(learningCurveFigure(run))).toBe('linear');
    expect(yScale(learningCurveFigure(exact))).toBe('log');
    expect(yScale(learningCurveFigure(exact, { scale: 'linear' }))).toBe('linear');
    const { values, labelExpr } = learningCurveFigure(exact).layer[0].encoding.y?.axis ?? {};
    expect(values?.every((value) => Number.isInteger(Math.round(Math.log10(value) * 1e9) / 1e9))).toBe(true);
    expect(values?.length).toBeGreaterThanOrEqual(4);
    expect(labelExpr).toMatch(/"10⁻[²³]\S"/);
  });

  test('names those that diverged', () => {
    const figure = learningCurveFigure({ diverged, each });
    expect(figure.layer[0].encoding.color?.scale?.domain).toEqual(['diverged (diverged)', 'each']);
    expect(figure.title?.subtitle?.[1]).toMatch(/^diverged: the run diverged: after step 681/);
  });

  test('one run has no legend', () => {
    expect(learningCurveFigure(run).layer[0].encoding.color?.legend).toBeNull();
    expect(learningCurveFigure({ run }).layer[0].encoding.color?.legend).not.toBeNull();
  });
});

describe('compare', () => {
  test('the same range and scale, and as many epochs of each', () => {
    const more = descend({ ...base, epochs: 10 });
    const { panels, epochs, isCut } = compareData({ more, each });
    expect([epochs, isCut]).toEqual([3, true]);
    expect(panels.map(({ path }) => path.at(-1)?.epoch)).toEqual([3, 3]);
    expect(panels.map(({ path }) => path.length)).toEqual([4, 61]);
    expect(new Set(panels.map(({ curve }) => `${curve[0].w} ${curve.at(-1)?.w}`)).size).toBe(1);
    const figure = compareFigure({ more, each });
    expect(figure.title.subtitle).toEqual(['the first 3 epochs of each']);
    const domains = figure.hconcat.map(({ layer }) => layer[0].encoding.y?.scale?.domain);
    expect(domains[0]).toEqual(domains[1]);
    expect(figure.hconcat.map(({ title }) => title?.text)).toEqual(['more', 'each']);
  });

  test('runs of the same length are whole', () => {
    expect(compareData({ run, each }).isCut).toBe(false);
    expect(compareFigure({ run, each }).title.subtitle).toBeUndefined();
  });

  test('the end of a run that diverged is its own, and ends no other', () => {
    const figure = compareFigure({
      diverged,
      each: descend({ ...base, epochs: 400, learningRate: 0.2, strategy: perSample() }),
    });
    expect(figure.title.subtitle?.join(' ')).toContain('after step 681');
    const { panels, epochs } = compareData({ diverged: descend({ ...base, learningRate: 1e200 }), run });
    expect([epochs, panels[1].path.length]).toEqual([3, 4]);
  });

  test('a record of every k-th update is cut where the epochs end', () => {
    const made = descend({ ...base, strategy: perSample(), record: 7 });
    const { panels } = compareData({ made, run: descend({ ...base, epochs: 1, strategy: perSample() }) });
    expect(panels[0].path.at(-1)?.step).toBe(14);
  });
});

describe('a figure is its own', () => {
  test('what is changed in it changes no other, nor itself elsewhere', () => {
    const before = JSON.stringify(learningCurveFigure({ run, each }));
    const figure = learningCurveFigure({ run, each });
    const { range = [] } = figure.layer[0].encoding.strokeDash?.scale ?? {};
    (range as number[][])[0][0] = 99;
    figure.layer[0].data.values[0].cost = -1;
    expect(figure.layer[1].data.values[0].cost).not.toBe(-1);
    const { layer } = descentFigure(run);
    layer[1].data.values[0].cost = -1;
    expect(layer[2].data.values[0].cost).not.toBe(-1);
    expect(JSON.stringify(learningCurveFigure({ run, each }))).toBe(before);
  });

  test('its notes are broken into lines that are no wider than it', () => {
    const { title } = learningCurveFigure({ 'a rather long name': diverged }, { width: 200 });
    for (const line of title?.subtitle ?? []) expect(line.length).toBeLessThanOrEqual(52);
    const { title: chinese } = descentFigure(diverged, { width: 200, locale: 'zh' });
    for (const line of chinese?.subtitle ?? []) expect(line.length).toBeLessThanOrEqual(30);
    expect(chinese?.subtitle?.join('')).toContain('之后损失超出了图的范围');
  });

  test('a fit without a target line is not titled by one', () => {
    expect(fitFigure({ x, t, fitted: 1.8 }).title?.text).toBe('The samples and the fitted line');
  });

  test('a line that leads out of the picture leaves room for the samples', () => {
    const figure = fitFigure({ x, t, fitted: 5e152 });
    const [low, high] = (figure.layer[0].encoding.y?.scale?.domain ?? []) as number[];
    expect([low > -1, high < 3]).toEqual([true, true]);
    expect(figure.title?.subtitle).toEqual(['a line leads out of the picture']);
    expect(
      samplesFigure({ x: [0, 1], t: [0, 1], target: Math.log }).layer[0].encoding.y?.scale?.domain,
    ).not.toContain(null);
  });

  test('of many samples the outlier is drawn', () => {
    const values = Array.from({ length: 10_000 }, (_, i) => i);
    const { points } = samplesData({ x: values, t: values.map((i) => (i === 5001 ? 100 : 0)) });
    expect(points.map(({ t }) => t)).toContain(100);
  });
});

describe('contours', () => {
  test('their points have the cost that they say', () => {
    const { contours: rows } = contourData(plane);
    for (const { w0, w1, cost } of rows) {
      expect(Math.abs(plane.costAt([w0, w1]) / cost - 1)).toBeLessThanOrEqual(1e-9);
    }
    expect(new Set(rows.map(({ cost }) => cost)).size).toBe(10);
  });

  test('are about where the cost is least', () => {
    const centers = contourData(plane).ranges.map(([low, high]) => (low + high) / 2);
    const { minimizer } = leastSquares(withBias(x), t);
    for (const [j, center] of centers.entries()) expect(center).toBeCloseTo(minimizer[j], 9);
  });

  test('a path is the entries of the run', () => {
    for (const { step, w0, w1, cost } of contourData(plane).path) {
      const entry = plane.history.at(step);
      expect([w0, w1, cost]).toEqual([...entry.w, entry.cost]);
    }
  });

  test('rings are closed, and other lines end at the edge', () => {
    const size = 31;
    const grid = (field: (x: number, y: number) => number): number[][] =>
      Array.from({ length: size }, (_, row) =>
        Array.from({ length: size }, (_, column) => field(column, row)),
      );
    const ring = (x: number, y: number): number => Math.hypot(x - 15, y - 15);
    const [line, ...others] = contours(ring, grid(ring), 7.3);
    expect(others).toEqual([]);
    expect(line.at(-1)).toEqual(line[0]);
    for (const { x, y } of line) expect(ring(x, y)).toBeCloseTo(7.3, 10);
    const slope = (x: number, y: number): number => x + 0.3 * y;
    const [cut, ...rest] = contours(slope, grid(slope), 12.34);
    expect(rest).toEqual([]);
    for (const end of [cut[0], cut[cut.length - 1]]) expect([0, 30]).toContain(Number(end.y.toFixed(9)));
  });

  test('two rings are two, and a saddle is crossed without a knot', () => {
    const field = (x: number, y: number): number =>
      Math.min(Math.hypot(x - 8, y - 8), Math.hypot(x - 22, y - 22));
    const saddle = (x: number, y: number): number => (x - 15.5) * (y - 15.5);
    const grid = (f: typeof field): number[][] =>
      Array.from({ length: 31 }, (_, row) => Array.from({ length: 31 }, (_, column) => f(column, row)));
    expect(contours(field, grid(field), 5.2)).toHaveLength(2);
    for (const level of [0.1, -0.1]) {
      const lines = contours(saddle, grid(saddle), level);
      expect(lines).toHaveLength(2);
      for (const line of lines) {
        for (const [i, { x, y }] of line.entries()) {
          expect(saddle(x, y)).toBeCloseTo(level, 9);
          if (i > 0) expect(Math.hypot(x - line[i - 1].x, y - line[i - 1].y)).toBeLessThanOrEqual(1.5);
        }
      }
    }
  });
});

describe('thin', () => {
  test('keeps the ends and the first ones, at most so many, in order', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ noNaN: true }), { minLength: 1, maxLength: 3000 }),
        fc.integer({ min: 10, max: 700 }),
        (values, most) => {
          const kept = thin(values, most);
          expect(kept.length).toBeLessThanOrEqual(most);
          expect(kept[0]).toBe(0);
          expect(kept.at(-1)).toBe(values.length - 1);
          expect(kept).toEqual([...new Set(kept)].sort((a, b) => a - b));
          if (values.length <= most) expect(kept).toHaveLength(values.length);
          else {
            // the extremes of the whole are extremes of their stretches
            const rest = kept.map((i) => values[i]);
            expect(Math.max(...rest)).toBe(Math.max(...values));
            expect(Math.min(...rest)).toBe(Math.min(...values));
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  test('a cycle is seen as one, where every twentieth would stand still', () => {
    const values = Array.from({ length: 10_000 }, (_, i) => Math.sin((2 * Math.PI * i) / 20));
    const kept = thin(values, 500).map((i) => values[i]);
    expect(kept.filter((v) => Math.abs(v) > 0.99).length).toBeGreaterThan(300);
  });
});

// biome-ignore lint/suspicious/noExplicitAny: the wrong kinds are the point
const any = (value: unknown): any => value;
testMessages({
  looks: [
    [() => descentFigure(run, any(null)), 'TypeError: descentFigure: options must be an object, got null'],
    [
      () => descentFigure(run, any({ colour: 1 })),
      'TypeError: descentFigure: options must be of title, labels, width, height, locale, colors, scheme, render, range, points, most, scale, upTo, got colour',
    ],
    [
      () => fitFigure({ x, t, fitted: 1 }, { title: any(1) }),
      'TypeError: fitFigure: title must be a string, got 1',
    ],
    [
      () => descentFigure(run, { labels: any({ z: 'z' }) }),
      'TypeError: descentFigure: labels must be of x, y, got z',
    ],
    [
      () => descentFigure(run, { labels: any('w') }),
      'TypeError: descentFigure: labels must be an object, got the string "w"',
    ],
    [
      () => descentFigure(run, { labels: { x: any(1) } }),
      'TypeError: descentFigure: labels.x must be a string, got 1',
    ],
    [
      () => descentFigure(run, { width: 10 }),
      'RangeError: descentFigure: width must be a whole number of at least 50, got 10',
    ],
    [
      () => descentFigure(run, { height: 99.5 }),
      'RangeError: descentFigure: height must be a whole number of at least 50, got 99.5',
    ],
    [
      () => descentFigure(run, { locale: any('fr') }),
      `RangeError: descentFigure: locale must be 'en' or 'zh', got the string "fr"`,
    ],
    [
      () => descentFigure(run, { locale: any(1) }),
      'TypeError: descentFigure: locale must be a string, got 1',
    ],
    [
      () => descentFigure(run, { scheme: any('sepia') }),
      `RangeError: descentFigure: scheme must be 'light' or 'dark', got the string "sepia"`,
    ],
    [
      () => descentFigure(run, { scheme: any(true) }),
      `TypeError: descentFigure: scheme must be 'light' or 'dark', got true`,
    ],
    [
      () => descentFigure(run, { colors: any('red') }),
      'TypeError: descentFigure: colors must be an array of CSS colours, got the string "red"',
    ],
    [
      () => descentFigure(run, { colors: [] }),
      'RangeError: descentFigure: colors must have at least 1 colour, got 0',
    ],
    [
      () => descentFigure(run, { colors: any([1]) }),
      'TypeError: descentFigure: colors[0] must be a string, got 1',
    ],
    [
      () => descentFigure(run, { render: any('svg') }),
      'TypeError: descentFigure: render must be a function of a figure, got the string "svg"',
    ],
  ],
  curves: [
    [
      () => descentData(run, { range: [0, 1e301] }),
      'RangeError: descentData: range[1] must be within 1e300 of 0, got 1e+301',
    ],
    [
      () => descentData(run, { upTo: -1 }),
      'RangeError: descentData: upTo must be a whole number of at least 0, got -1',
    ],
    [
      () => descentFigure(run, { scale: any('log2') }),
      `RangeError: descentFigure: scale must be 'linear' or 'log', got the string "log2"`,
    ],
    [() => descentFigure(run, { scale: any(2) }), 'TypeError: descentFigure: scale must be a string, got 2'],
    [
      () =>
        descentFigure(
          { history: [{ step: 0, epoch: 0, w: 0, cost: -1 }], status: '', costAt: (w) => w - 1 },
          { scale: 'log' },
        ),
      "RangeError: descentFigure: scale must be 'linear' for costs that are not above 0, got 'log'",
    ],
    [
      () => descentData({ history: [{ step: 0, epoch: 0, w: 1e301, cost: 1 }], status: '', costAt: Number }),
      'RangeError: descentData: run must start within 1e300 of 0, got 1e+301',
    ],
    [() => descentData(run, { range: any(3) }), 'TypeError: descentData: range must be [from, to], got 3'],
    [
      () => descentData(run, { range: any([1]) }),
      'RangeError: descentData: range must have 2 numbers, got 1',
    ],
    [
      () => descentData(run, { range: [1, 1] }),
      'RangeError: descentData: range must go from less to more, got [1, 1]',
    ],
    [
      () => descentData(run, { range: [0, Infinity] }),
      'RangeError: descentData: range[1] must be a finite number, got Infinity',
    ],
    [
      () => descentData(run, { points: 1 }),
      'RangeError: descentData: points must be a whole number of at least 2, got 1',
    ],
    [
      () => descentData(run, { most: 3 }),
      'RangeError: descentData: most must be a whole number of at least 10, got 3',
    ],
    [
      () => costCurveFigure({ cost: (w) => w }),
      'RangeError: costCurveFigure: range must be handed over where curve has no minimizer, got neither',
    ],
    [
      () => costCurveFigure(any({ minimizer: 1 })),
      'TypeError: costCurveFigure: curve.cost must be a function of w, got undefined',
    ],
    [
      () => costCurveData({ cost: any(() => 'high'), minimizer: 1 }),
      'TypeError: costCurveData: the result of curve.cost must be a number, got the string "high"',
    ],
    [
      () => costCurveData({ cost: (w) => w, minimizer: Number.NaN }),
      'RangeError: costCurveData: curve.minimizer must be a finite number, got NaN',
    ],
  ],
  runs: [
    [() => descentFigure(any(undefined)), 'TypeError: descentFigure: run must be an object, got undefined'],
    [() => descentFigure(any({})), 'TypeError: descentFigure: run.history must be a history, got undefined'],
    [
      () => descentFigure(any({ history: [] })),
      'TypeError: descentFigure: run.costAt must be a function of w, got undefined',
    ],
    [
      () => descentFigure({ history: [], status: '', costAt: Number }),
      'RangeError: descentFigure: run.history must have at least 1 entry, got 0',
    ],
    [
      () => descentFigure(any(plane)),
      'RangeError: descentFigure: run must be of one weight that is a number, got 2 weights',
    ],
    [() => contourFigure(any(run)), 'RangeError: contourFigure: run must be of 2 weights, got a number'],
    [
      () => contourData(descend({ ...base, x: [[1, 2, 3]], t: [1], w: [0, 0, 0] })),
      'RangeError: contourData: run must be of 2 weights, got 3 weights',
    ],
    [
      () => contourData(plane, { points: 2 }),
      'RangeError: contourData: points must be a whole number of at least 3, got 2',
    ],
    [
      () => contourData(plane, { levels: 0 }),
      'RangeError: contourData: levels must be a whole number of at least 1, got 0',
    ],
    [
      () =>
        descentData({ history: [{ step: 0, epoch: 0, w: 0, cost: Number.NaN }], status: '', costAt: Number }),
      'RangeError: descentData: cost of entry 0 of run.history must be a finite number, got NaN',
    ],
    [
      () =>
        descentData({ history: [{ step: 0, epoch: 0, w: Infinity, cost: 1 }], status: '', costAt: Number }),
      'RangeError: descentData: w of entry 0 of run.history must be a finite number, got Infinity',
    ],
    [
      () =>
        descentData({ history: [any({ step: 0, epoch: 0, w: null, cost: 1 })], status: '', costAt: Number }),
      'TypeError: descentData: w of entry 0 of run.history must be a number or an array of numbers, got null',
    ],
    [
      () => learningCurveData({ history: any([null]), status: '' }),
      'TypeError: learningCurveData: entry 0 of run.history must be an object, got null',
    ],
    [() => compareFigure({}), 'RangeError: compareFigure: runs must have at least 1 run, got 0'],
    [
      () => compareFigure(any({ a: plane })),
      'RangeError: compareFigure: runs.a must be of one weight that is a number, got 2 weights',
    ],
    [
      () => compareData(any(run)),
      'TypeError: compareData: runs must be runs by their names, got the run itself',
    ],
    [() => learningCurveFigure({}), 'RangeError: learningCurveFigure: runs must have at least 1 run, got 0'],
    [
      () => learningCurveFigure(any([run])),
      'TypeError: learningCurveFigure: runs must be an object, got an array of 1',
    ],
    [
      () => descentData({ ...run, history: run.history, status: '', costAt: any(() => 'low') }),
      'TypeError: descentData: the result of run.costAt must be a number, got the string "low"',
    ],
  ],
  samples: [
    [() => samplesFigure(any(x)), 'TypeError: samplesFigure: samples must be an object, got an array of 20'],
    [
      () => samplesFigure({ x: [], t: [] }),
      'RangeError: samplesFigure: x must have at least 1 sample, got 0',
    ],
    [
      () => samplesFigure({ x: [1], t: [1, 2] }),
      'RangeError: samplesFigure: t must have 1 samples like x, got 2',
    ],
    [
      () => samplesFigure({ x: [1, Number.NaN], t: [1, 2] }),
      'RangeError: samplesFigure: x must hold finite numbers, got NaN at index 1',
    ],
    [
      () => samplesFigure({ x: any(['1']), t: [1] }),
      'TypeError: samplesFigure: x must hold numbers, got the string "1" at index 0',
    ],
    [
      () => samplesFigure({ x: any(1), t: [1] }),
      'TypeError: samplesFigure: x must be an array or an ndarray, got 1',
    ],
    [
      () => samplesFigure({ x: withBias([1]), t: [1] }),
      'RangeError: samplesFigure: x must be a vector, got shape [1, 2]',
    ],
    [
      () => samplesFigure({ x, t, target: any('2x') }),
      'TypeError: samplesFigure: target must be a number or a function of x, got the string "2x"',
    ],
    [
      () => samplesFigure({ x, t, target: any(() => '2') }),
      'TypeError: samplesFigure: the result of target must be a number, got the string "2"',
    ],
    [
      () => samplesFigure({ x, t, target: Infinity }),
      'RangeError: samplesFigure: target must be a finite number, got Infinity',
    ],
    [
      () => fitFigure(any({ x, t })),
      'TypeError: fitFigure: fitted must be a number or a function of x, got undefined',
    ],
  ],
});
