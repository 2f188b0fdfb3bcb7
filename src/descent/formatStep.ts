import { wrongKind } from '../internal/assert.ts';
import { fixed, shortest } from '../internal/decimal.ts';
import { gradient } from '../primitives/gradient.ts';
import { nn } from '../primitives/nn.ts';
import type { Float64NdArray, Weights } from '../types.ts';
import type { StepTrace } from './steps.ts';

/** Of more samples than this only the first ones and the last are written out. */
const most = 4;

/**
 * One update with its numbers put into the formulas: the predictions, the gradient, what becomes of it, and the new w, in six digits
 * after the point. The gradient is written as 2 x (y − t), and Δw as learningRate · gradient, where those are what the trace's
 * numbers are, to the bit; otherwise, as with other models and rules, only their values are. No words but cost, in any language.
 *
 * @param trace - one that `steps` yielded
 * @returns a few lines, without a newline at the end
 * @throws TypeError where it is no such trace
 * @example
 * ```ts
 * import { formatStep, perSample, steps } from 'gradus';
 * const [first] = steps({ x: [0.5, 2], t: [2, 4], w: 1, learningRate: 0.1, epochs: 1, strategy: perSample() });
 * console.log(formatStep(first));
 * ```
 * prints
 * ```text
 * i = 0
 * y = x w(0) = 0.500000 · 1.000000 = 0.500000
 * 2 x (y − t) = 2 · 0.500000 · (0.500000 − 2.000000) = −1.500000
 * Δw = 0.1 · (−1.500000) = −0.150000
 * w(1) = w(0) − Δw = 1.000000 − (−0.150000) = 1.150000
 * cost(w(0)) = 6.250000, cost(w(1)) = 4.920625
 * ```
 */
export function formatStep(trace: StepTrace): string {
  const { step, indices, deltaW, wBefore, wAfter, costBefore, cost } = (trace ?? {}) as StepTrace;
  if (step === undefined || indices === undefined || deltaW === undefined) {
    throw wrongKind('formatStep', 'trace', 'be a trace that steps yielded', trace);
  }
  const [before, after] = [`w(${step - 1})`, `w(${step})`];
  return [
    `i = ${listed(indices.map(String), ', ')}`,
    `y = ${predictions(trace, before)}`,
    gradientLine(trace),
    `Δw = ${moveOf(trace)}${show(deltaW)}`,
    `${after} = ${before} − Δw = ${show(wBefore)} − ${inBrackets(deltaW)} = ${show(wAfter)}`,
    `cost(${before}) = ${show(costBefore)}, cost(${after}) = ${show(cost)}`,
  ].join('\n');
}

function predictions({ x, y, wBefore }: StepTrace, before: string): string {
  const values = listed(Array.from(y.data, show), ', ');
  if (!fits(x, wBefore) || !isSame(nn(x, argument(wBefore)), y)) return values;
  const product = y.data.length === 1 ? `${show(rowOf(x, 0))} · ${inBrackets(wBefore)} = ` : '';
  return `x ${before} = ${product}${values}`;
}

function gradientLine({ x, t, y, gradient: rows, gradientSum, wBefore }: StepTrace): string {
  const isOne = y.data.length === 1;
  const sum = isOne ? '' : 'Σ ';
  if (!fits(x, wBefore) || !isSame(gradient(argument(wBefore), x, t), rows)) {
    const values = Array.from(y.data, (_, i) => inBrackets(rowOf(rows, i)));
    return `${sum}gradient = ${isOne ? '' : `${listed(values, ' + ')} = `}${show(gradientSum)}`;
  }
  const terms = Array.from(y.data, (prediction, i) => {
    return `2 · ${inBrackets(rowOf(x, i))} · (${show(prediction)} − ${inBrackets(t.data[i])})`;
  });
  // a sum is long: its result stands below it
  return `${sum}2 x (y − t) = ${listed(terms, ' + ')}${isOne ? ' ' : `\n${' '.repeat(14)}`}= ${show(gradientSum)}`;
}

/** What Δw is said to be of the gradient: nothing, where a rule made something else of it. */
function moveOf({ learningRate, gradientSum, deltaW }: StepTrace): string {
  const [sums, moves] = [toArray(gradientSum), toArray(deltaW)];
  const isPlain = moves.every((move, j) => move === learningRate * sums[j]);
  return isPlain ? `${shortest(learningRate)} · ${inBrackets(gradientSum)} = ` : '';
}

/** Items in a row: all of a few, else the first two and the last. */
function listed(items: readonly string[], separator: string): string {
  if (items.length <= most) return items.join(separator);
  return [...items.slice(0, 2), '…', items[items.length - 1]].join(separator);
}

/** Row i of an array of one or of several columns. */
function rowOf({ data, shape }: Float64NdArray, i: number): Weights {
  const [, d] = shape;
  return d === undefined ? data[i] : data.slice(i * d, (i + 1) * d);
}

/** With the sign of formulas, not of Python. */
function show(value: Weights): string {
  const text = (entry: number): string => fixed(entry, 6).replace('-', '−');
  return typeof value === 'number' ? text(value) : `[${Array.from(value, text).join(', ')}]`;
}

/** The same, with brackets about a sign that would stand beside another. */
function inBrackets(value: Weights): string {
  const text = show(value);
  return text.startsWith('−') ? `(${text})` : text;
}

/** Whether there is a weight for each input, so that the lecture's formulas can be meant. */
function fits({ shape }: Float64NdArray, w: Weights): boolean {
  return shape[1] === (typeof w === 'number' ? undefined : w.length);
}

/** Weights as the formulas take them. */
function argument(w: Weights): number | number[] {
  return typeof w === 'number' ? w : Array.from(w);
}

function toArray(w: Weights): number[] {
  return typeof w === 'number' ? [w] : Array.from(w);
}

function isSame(a: Float64NdArray, b: Float64NdArray): boolean {
  return a.data.length === b.data.length && a.data.every((value, i) => value === b.data[i]);
}
