import { type Data, type Evidence, fits } from '../evidence.ts';
import type { Finding, Mistake } from './finding.ts';

/** The right gradient times a number. */
export function factors(evidence: Evidence): Finding[] {
  const [{ analytic, numeric }] = evidence.points;
  const known = evidence.indices.filter((k) => !Number.isNaN(numeric[k]));
  const k = known.reduce((a, b) => (Math.abs(numeric[b]) > Math.abs(numeric[a]) ? b : a), known[0]);
  const factor = analytic[k] / numeric[k];
  if (!Number.isFinite(factor) || factor === 0 || !fits(evidence, (seen, i) => factor * seen.numeric[i]))
    return [];
  const { data } = evidence.subject;
  const alone = data?.factorAlone() ?? factor;
  const names =
    data === undefined ? guesses(Math.abs(factor)) : causes(Math.abs(factor), Math.abs(alone), data);
  const signs: Mistake[] = factor < 0 ? ['wrong-sign', 'residual-reversed'] : [];
  return [...signs, ...names].map((code) => ({
    code,
    numbers: data === undefined ? { factor } : { factor, alone },
  }));
}

const isNear = (a: number, b: number): boolean => Math.abs(a / b - 1) < 1e-4;

/** What a factor may be where nothing is known of samples. */
function guesses(size: number): Mistake[] {
  const isCount = (value: number): boolean => value > 2.5 && isNear(value, Math.round(value));
  const plain = constants(size, false);
  if (isCount(size)) return ['sum-for-mean', 'constant-factor'];
  if (!isCount(1 / size)) return plain;
  const isPowerOfTen = isNear(10 ** Math.round(Math.log10(size)), size);
  return isPowerOfTen
    ? ['learning-rate', 'mean-for-sum']
    : ['mean-for-sum', ...plain.filter((code) => code === 'learning-rate')];
}

/** What it is in a model: what a batch of one shows as well is a constant, the rest grows with the batch. */
function causes(size: number, alone: number, data: Data): Mistake[] {
  const growth = size / alone;
  const mean: Mistake[] = isNear(growth, data.samples)
    ? ['sum-for-mean']
    : isNear(growth, 1 / data.samples)
      ? ['mean-for-sum']
      : [];
  return [...(isNear(growth, 1) ? [] : mean), ...constants(alone, data.hasHalf())];
}

function constants(size: number, hasHalf: boolean): Mistake[] {
  if (isNear(size, 1)) return [];
  if (isNear(size, 2))
    return hasHalf ? ['missing-half', 'extra-factor-2'] : ['extra-factor-2', 'missing-half'];
  const isRate = size < 1 && isNear(size, Number(size.toPrecision(2)));
  if (isNear(size, 0.5)) return ['missing-factor-2', 'learning-rate'];
  return isRate ? ['learning-rate'] : ['constant-factor'];
}
