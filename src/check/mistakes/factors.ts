import { type Data, type Evidence, fits } from '../evidence.ts';
import type { Finding } from './finding.ts';

/** The right gradient times a number. */
export function factors(evidence: Evidence): Finding[] {
  const [{ analytic, numeric }] = evidence.points;
  if (fits(evidence, () => 0)) return [{ code: 'zeros', numbers: {} }];
  const known = evidence.indices.filter((k) => !Number.isNaN(numeric[k]));
  const k = known.reduce((a, b) => (Math.abs(numeric[b]) > Math.abs(numeric[a]) ? b : a), known[0]);
  const factor = analytic[k] / numeric[k];
  if (!Number.isFinite(factor) || factor === 0 || !fits(evidence, (seen, i) => factor * seen.numeric[i]))
    return [];
  const named = (code: Finding['code']): Finding => ({ code, numbers: { factor } });
  const size = namesOf(Math.abs(factor), evidence.subject.data).map(named);
  return factor > 0 ? size : [named('wrong-sign'), named('residual-reversed'), ...size];
}

function namesOf(size: number, data: Data | undefined): Finding['code'][] {
  const samples = data?.samples;
  const is = (value: number): boolean => Math.abs(size / value - 1) < 1e-4;
  const isWhole = (value: number): boolean => value > 2.5 && Math.abs(value / Math.round(value) - 1) < 1e-6;
  const rate: Finding['code'][] = size < 1 && is(Number(size.toPrecision(2))) ? ['learning-rate'] : [];
  if (is(1)) return [];
  if (samples !== undefined && samples > 1) {
    if (is(samples)) return ['sum-for-mean'];
    if (is(1 / samples)) return ['mean-for-sum', ...rate];
    if (is(2 * samples) || is(samples / 2))
      return ['sum-for-mean', size > samples ? 'extra-factor-2' : 'missing-factor-2'];
    if (is(2 / samples) || is(0.5 / samples))
      return ['mean-for-sum', size > 1 / samples ? 'extra-factor-2' : 'missing-factor-2'];
  }
  if (is(2)) return data?.hasHalf() ? ['missing-half', 'extra-factor-2'] : ['extra-factor-2', 'missing-half'];
  if (is(0.5)) return ['missing-factor-2', ...rate];
  if (samples === undefined && isWhole(size)) return ['sum-for-mean'];
  if (samples === undefined && isWhole(1 / size)) {
    const isPowerOfTen = Math.abs(Math.log10(size) - Math.round(Math.log10(size))) < 1e-4;
    return isPowerOfTen ? ['learning-rate', 'mean-for-sum'] : ['mean-for-sum', ...rate];
  }
  return rate.length > 0 ? rate : ['constant-factor'];
}
