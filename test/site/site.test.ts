// What is loaded when, and what is found.
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright';
import { describe, expect, inject, test } from 'vitest';
import { on, seeAll } from './chromium.ts';

/** The scripts that a page loads, by their names, as long as the test runs. */
function scripts(page: Page): Map<string, Promise<Buffer>> {
  const loaded = new Map<string, Promise<Buffer>>();
  page.on('response', (response) => {
    const url = new URL(response.url());
    if (url.pathname.endsWith('.js')) loaded.set(url.pathname.split('/').pop() as string, response.body());
  });
  return loaded;
}
const plot = (names: Iterable<string>): string[] => [...names].filter((name) => name.startsWith('draw.'));

describe('budgets', () => {
  test.each(['/', '/zh/', '/lectures/one', '/zh/lectures/one', '/guides/projects', '/api/'])(
    '%s opens with less than 300 kB of script, none of it to plot',
    async (path) => {
      await on(
        path,
        async (page) => {
          const loaded = scripts(page);
          await page.reload({ waitUntil: 'networkidle' });
          const bodies = await Promise.all(loaded.values());
          expect(plot(loaded.keys())).toEqual([]);
          expect(bodies.length).toBeGreaterThan(2);
          expect(bodies.reduce((sum, { length }) => sum + length, 0)).toBeLessThan(300_000);
        },
        { viewport: { width: 1280, height: 500 } },
      );
    },
  );

  test('the plot library is loaded when a figure comes into view, and all else is under 300 kB even then', async () => {
    await on(
      '/lectures/one',
      async (page) => {
        const loaded = scripts(page);
        await page.reload({ waitUntil: 'networkidle' });
        expect(plot(loaded.keys())).toEqual([]);
        await page.locator('.figure-view').first().scrollIntoViewIfNeeded();
        await page.locator('.figure-view[data-drawn="true"]').first().waitFor();
        expect(plot(loaded.keys())).toHaveLength(1);
        await seeAll(page);
        const others = [...loaded].filter(([name]) => !name.startsWith('draw.'));
        const bodies = await Promise.all(others.map(([, body]) => body));
        // as it is sent
        expect(bodies.reduce((sum, body) => sum + gzipSync(body).length, 0)).toBeLessThan(300_000);
      },
      { viewport: { width: 1280, height: 500 } },
    );
  });
});

describe('search', () => {
  /** The titles that a search finds. */
  async function found(page: Page, words: string): Promise<string[]> {
    await page.locator('.DocSearch-Button, #local-search button').first().click();
    await page.locator('.search-input').fill(words);
    await page.locator('.results .result, .no-results').first().waitFor();
    return page.locator('.results .result').allTextContents();
  }

  test.each([
    ['偏置', '加上偏置'],
    ['最低点', '步子多大才好'],
    ['链式法则', '哪边是下坡'],
    ['逐样本', '什么时候更新'],
    ['为啥', '结果变差了'],
  ])('finds %s inside a Chinese sentence', async (words, heading) => {
    await on('/zh/lectures/one', async (page) => {
      await page.waitForLoadState('networkidle');
      expect((await found(page, words)).join('\n')).toContain(heading);
    });
  });

  test('finds words of English pages, of the reference, and nothing where there is nothing', async () => {
    await on('/', async (page) => {
      await page.waitForLoadState('networkidle');
      expect((await found(page, 'chain rule')).join('\n')).toContain('Which way is down');
      await page.keyboard.press('Escape');
      expect((await found(page, 'maxLearningRate')).length).toBeGreaterThan(0);
      await page.keyboard.press('Escape');
      expect(await found(page, 'qwertyuiop')).toEqual([]);
    });
  });
});

test('a page that does not exist is a 404', async () => {
  const { status } = await fetch(`${inject('address')}/nowhere`);
  expect(status).toBe(404);
});

test('from the start page the lecture is one click away, and the language another', async () => {
  await on('/', async (page) => {
    await page.waitForLoadState('networkidle');
    await page.getByRole('main').getByRole('link', { name: 'Lecture one' }).click();
    await page.getByRole('heading', { level: 1, name: /Lecture one/ }).waitFor();
    await page.locator('.VPNavBarTranslations button').hover();
    await page.getByRole('link', { name: '简体中文' }).first().click();
    await page.getByRole('heading', { level: 1, name: /第一讲/ }).waitFor();
    await seeAll(page);
  });
});
