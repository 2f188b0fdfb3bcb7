// What must hold for every page of the site, in each language.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import axe from 'axe-core';
import type { Page } from 'playwright';
import { expect, inject, test } from 'vitest';
import { on, seeAll } from './chromium.ts';

const docs = join(import.meta.dirname, '..', '..', 'docs');

const pages = readdirSync(docs, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.md') && !/\.vitepress|node_modules|notebooks/.test(file))
  .map(
    (file) =>
      `/${file
        .replaceAll('\\', '/')
        .replace(/\.md$/, '')
        .replace(/(^|\/)index$/, '$1')}`,
  )
  .sort();
const written = pages.filter((page) => !page.startsWith('/api/'));

/** What axe-core complains of, in short. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations: found } = await page.evaluate(() => {
    const { axe } = globalThis as unknown as { axe: typeof import('axe-core') };
    return axe.run(document, { resultTypes: ['violations'] });
  });
  return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
}

/** By how many pixels a page is wider than its window. */
const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

test('there are the pages of both languages, and the reference', () => {
  const chinese = written.filter((page) => page.startsWith('/zh/'));
  expect(chinese.length).toBeGreaterThanOrEqual(8);
  for (const page of chinese) expect(written).toContain(page.replace('/zh/', '/'));
  for (const name of ['descend', 'explain', 'checkGradient', 'descentFigure', 'matchers']) {
    expect(pages.filter((page) => page.endsWith(`/${name}`))).toHaveLength(1);
  }
});

async function everywhere(path: string): Promise<void> {
  await on(
    path,
    async (page) => {
      await seeAll(page);
      expect(await page.locator('h1').count()).toBe(1);
      expect(await page.locator('html').getAttribute('lang')).toBe(path.startsWith('/zh/') ? 'zh-CN' : 'en');
      expect(await violations(page)).toEqual([]);
      for (const width of [768, 360]) {
        await page.setViewportSize({ width, height: 900 });
        await seeAll(page);
        expect([width, await overflow(page)]).toEqual([width, 0]);
      }
      await page.emulateMedia({ colorScheme: 'dark' });
      await page.locator('html.dark').waitFor();
      await seeAll(page);
      expect(['dark', ...(await violations(page))]).toEqual(['dark']);
    },
    {},
  );
}

test.each(written)(
  '%s opens without a word, has room on every screen, and axe-core finds nothing',
  everywhere,
);

test('the pages of the reference are there, and one of each kind opens without a word', async () => {
  const reference = pages.filter((page) => page.startsWith('/api/'));
  for (const path of reference)
    expect([path, (await fetch(inject('address') + path)).status]).toEqual([path, 200]);
  // they are made by one template for each kind
  const kinds = new Map(reference.map((path) => [path.split('/').slice(0, -1).join('/'), path]));
  expect(kinds.size).toBeGreaterThan(8);
  for (const path of kinds.values()) await on(path, (page) => page.locator('h1').waitFor());
});

test.each(['/api/', '/api/index/functions/descend'])(
  '%s, of the reference, has room on every screen, and axe-core finds nothing',
  everywhere,
);
