// The lecture's exercises: a right gradient is accepted, a wrong one is named, and what does not run is said.
import type { Locator, Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import { on } from './chromium.ts';

const exercise = (page: Page, name: string): Locator => page.locator(`.exercise[data-name="${name}"]`);

/** Scrolls to an exercise until it is alive: figures that are drawn above it may push it away. */
async function come(page: Page, name: string): Promise<void> {
  const editor = exercise(page, name).locator('textarea');
  await expect
    .poll(
      async () => {
        await editor.scrollIntoViewIfNeeded();
        return editor.isEditable();
      },
      { timeout: 60_000 },
    )
    .toBe(true);
}

/** Writes a function into an exercise, has it checked, and returns what kind of verdict came. */
async function tried(page: Page, name: string, code: string, check = 'Check'): Promise<string | null> {
  const box = exercise(page, name);
  await box.locator('textarea').fill(code);
  await box.getByRole('button', { name: check }).click();
  await box.and(page.locator('[data-verdict]')).waitFor();
  return box.getAttribute('data-verdict');
}
const fn = (body: string): string => `function gradient(w, x, t) {\n  ${body}\n}`;
const loop = (term: string, end = 'sum'): string =>
  `function gradient(w, x, t) { let sum = 0; for (let i = 0; i < x.length; i++) sum += ${term}; return ${end}; }`;
const bias = (byB: string, order = '[byB, byW]'): string =>
  `function gradient([b, w], x, t) { let [byB, byW] = [0, 0]; for (let i = 0; i < x.length; i++) { const y = x[i] * w + b; byB += ${byB}; byW += 2 * x[i] * (y - t[i]); } return ${order}; }`;

describe('a right gradient is accepted', () => {
  test.each([
    ['one-weight', fn('return 2 * x * (x * w - t);')],
    ['one-weight', fn('return -2 * (t - w * x) * x;')],
    ['half-mean', loop('x[i] * (x[i] * w - t[i])', 'sum / x.length')],
    ['bias', bias('2 * (y - t[i])')],
    ['bias', bias('2 * (y - t[i])', 'Float64Array.of(byB, byW)')],
    // it writes into what it is given
    [
      'bias',
      `${bias('2 * (y - t[i])').replace('function gradient([b, w]', 'function mine([b, w]')} function gradient(w, x, t) { const g = mine(w, x, t); w[0] = g[0]; w[1] = g[1]; x[0] = 0; return w; }`,
    ],
  ])('%s', async (name, code) => {
    await on('/lectures/one', async (page) => {
      await come(page, name);
      expect(await tried(page, name, code)).toBe('correct');
      expect(await exercise(page, name).locator('.verdict').textContent()).toMatch(/^Right\./);
    });
  });
});

describe('a wrong one is named', () => {
  test.each([
    ['one-weight', fn('return x * (x * w - t);'), 'missing-factor-2'],
    ['one-weight', fn('return 2 * x * (t - x * w);'), 'wrong-sign'],
    ['one-weight', fn('return 2 * (x * w - t);'), 'x-forgotten'],
    ['half-mean', loop('x[i] * (x[i] * w - t[i])'), 'sum-for-mean'],
    ['bias', bias('0'), undefined],
    ['bias', bias('2 * (y - t[i])', '[byW, byB]'), undefined],
  ])('%s %s', async (name, code, mistake) => {
    await on('/lectures/one', async (page) => {
      await come(page, name);
      expect(await tried(page, name, code)).toBe('wrong');
      const box = exercise(page, name);
      expect(await box.locator('.verdict').textContent()).toMatch(/^Not yet\. .+\?/);
      await box.locator('summary').click();
      const named = box.locator('[data-code]');
      if (mistake !== undefined) expect(await named.getAttribute('data-code')).toBe(mistake);
      expect(await named.textContent()).not.toBe('');
    });
  });

  // right at w = 0.5, where 2w is 1 and 1 − w is w, or for one number of samples
  test.each([
    ['one-weight', fn('return x * (x - 2 * t);')],
    ['one-weight', fn('return 2 * x * (x * 0.5 - t);')],
    ['one-weight', fn('return 4 * w * x * (x * w - t);')],
    ['one-weight', fn('return 2 * x * (2 * w * w * x - t);')],
    ['half-mean', loop('2 * x[i] * (x[i] * w - t[i])', 'sum * w / x.length')],
    ['half-mean', loop('x[i] * (x[i] * w - t[i])', 'sum / 3')],
    ['bias', bias('(y - t[i]) / w')],
  ])('%s, by chance right somewhere: %s', async (name, code) => {
    await on('/lectures/one', async (page) => {
      await come(page, name);
      expect(await tried(page, name, code)).toBe('wrong');
    });
  });

  test('in Chinese', async () => {
    await on('/zh/lectures/one', async (page) => {
      await come(page, 'one-weight');
      expect(await tried(page, 'one-weight', fn('return 2 * x * (t - x * w);'), '检查')).toBe('wrong');
      const text = await exercise(page, 'one-weight').locator('.verdict').textContent();
      expect(text).toBe('还不对。 w 稍微增大时，损失是升还是降？你的梯度怎么说？');
    });
  });
});

describe('what does not run is said', () => {
  test.each([
    ['no JavaScript', 'function gradient(', /SyntaxError/],
    ['a name that is not there', fn('return x * u;'), /u is not defined/],
    ['nothing returned', fn(''), /gradient must return a finite number, got undefined/],
    ['no number', fn('return "-2.43";'), /got the text "-2.43"/],
    ['NaN', fn('return 0 / 0;'), /finite number, got NaN/],
    ['a promise', `async ${fn('return 1;')}`, /got an object/],
    ['something thrown that is no error', 'throw null;', /null/],
    ['a forged answer', `self.postMessage({ kind: 'correct' }); ${fn('return u;')}`, /u is not defined/],
    ['a text without an end', fn('return "a".repeat(1e6);'), /^.{0,300}$/],
    ['another name', 'function slope(w, x, t) { return 0; }', /gradient is not defined/],
    ['no function', 'const gradient = 3;', /gradient must be a function/],
  ])('%s', async (_, code, message) => {
    await on('/lectures/one', async (page) => {
      await come(page, 'one-weight');
      expect(await tried(page, 'one-weight', code)).toBe('error');
      expect(await exercise(page, 'one-weight').locator('.verdict').textContent()).toMatch(message);
    });
  });

  test('one without an end is stopped, and the next is checked', async () => {
    await on('/lectures/one', async (page) => {
      await come(page, 'one-weight');
      expect(await tried(page, 'one-weight', fn('for (;;) {}'))).toBe('endless');
      await exercise(page, 'one-weight').getByRole('button', { name: 'Start again' }).click();
      expect(await exercise(page, 'one-weight').locator('textarea').inputValue()).toContain('return 0;');
      expect(await tried(page, 'one-weight', fn('return 2 * x * (x * w - t);'))).toBe('correct');
    });
  });
});
