// Every function of the corpus with its right gradient and its wrong ones: what is said of them is counted.
import { afterAll, describe, expect, test } from 'vitest';
import { checkGradient, type GradientReport } from '../../src/check/index.ts';
import { corpus, type Entry } from '../reference/gradients/corpus.ts';

const counts = {
  functions: corpus.length,
  'right gradients': 0,
  'false alarms': 0,
  'wrong gradients': 0,
  'false passes': 0,
  'to be named': 0,
  named: 0,
};

const check = ({ cost, at }: Entry, gradient: Entry['gradient']): GradientReport =>
  checkGradient({ cost, gradient, at } as Parameters<typeof checkGradient>[0]);

afterAll(() => {
  console.log(counts);
  expect(counts.functions).toBeGreaterThanOrEqual(60);
  expect(counts['false alarms']).toBe(0);
  expect(counts['false passes']).toBe(0);
  expect(counts.named).toBeGreaterThanOrEqual(0.95 * counts['to be named']);
});

describe.each(corpus)('$kind: $name', (entry) => {
  const { gradient, reasons, wrong } = entry;

  test('the right gradient', () => {
    const report = check(entry, gradient);
    counts['right gradients'] += 1;
    if (report.verdict === 'wrong') counts['false alarms'] += 1;
    expect(report.diagnosis).toEqual([]);
    if (reasons.length === 0 || (reasons.includes('') && report.verdict === 'correct')) {
      expect(report.message).toContain('the gradient is correct');
      expect(report).toMatchObject({ verdict: 'correct', reasons: [] });
      expect(report.resolution).toBeLessThanOrEqual(1e-3);
    } else {
      expect(report.verdict).toBe('inconclusive');
      expect(reasons.some((reason) => report.reasons.some((given) => given === reason))).toBe(true);
    }
  });

  test('at least three wrong ones', () => {
    expect(wrong.length).toBeGreaterThanOrEqual(3);
    for (const { labels, gradient: mine } of wrong) {
      const { verdict, diagnosis } = check(entry, mine);
      counts['wrong gradients'] += 1;
      if (verdict === 'correct') counts['false passes'] += 1;
      if (reasons.length > 0) expect(verdict).not.toBe('correct');
      else expect(verdict).toBe('wrong');
      if (labels.length === 0 || reasons.length > 0) continue;
      counts['to be named'] += 1;
      const [name] = diagnosis.map(({ code }) => code);
      if (labels.includes(name)) counts.named += 1;
    }
  });
});
