// The browser of the site's tests.
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright';
import { afterAll, beforeAll, expect, inject } from 'vitest';
import { launchOptions } from '../browser/launchOptions.ts';

let browser: Browser;
// most tests share one, and with it what it has loaded
let shared: BrowserContext;
const screen = { viewport: { width: 1280, height: 900 } };
beforeAll(async () => {
  browser = await chromium.launch(launchOptions);
  shared = await browser.newContext(screen);
});
afterAll(() => browser.close());

/** Opens a page of the site, runs a test on it, and closes it; an error in its console, or a request that leaves it, fails the test. */
export async function on(
  path: string,
  test: (page: Page) => Promise<void>,
  options?: BrowserContextOptions,
): Promise<void> {
  const context = options === undefined ? shared : await browser.newContext({ ...screen, ...options });
  const page = await context.newPage();
  const wrong: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') wrong.push(message.text());
  });
  page.on('pageerror', (error) => wrong.push(String(error)));
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(inject('address')) && !/^(data|blob):/.test(url)) wrong.push(`asks for ${url}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) wrong.push(`${response.status()} ${response.url()}`);
  });
  try {
    await page.goto(inject('address') + path);
    await test(page);
  } finally {
    await (options === undefined ? page : context).close();
  }
  expect(wrong).toEqual([]);
}

/** Scrolls through a page, so that all that waits to be seen is loaded, and waits until its figures are drawn. */
export async function seeAll(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  const figures = page.locator('.figure-view');
  for (let i = 0; i < (await figures.count()); i++) {
    const figure = figures.nth(i);
    await figure.scrollIntoViewIfNeeded();
    await figure.and(page.locator('[data-drawn="true"]')).waitFor();
  }
  for (const exercise of await page.locator('.exercise').all()) await exercise.scrollIntoViewIfNeeded();
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => scrollTo(0, 0));
}
