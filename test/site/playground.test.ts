// The playground, as a reader uses it. What it shows is held to runs that are made here, in Node, by hand.
import type { Locator, Page } from 'playwright';
import { describe, expect, inject, test } from 'vitest';
import { t as printedT, x as printedX } from '../../examples/lecture-points.ts';
import {
  type Descent,
  descend,
  explain,
  formatHistory,
  formatStep,
  fullBatch,
  leastSquares,
  makeRegression,
  miniBatch,
  momentum,
  numpyRandom,
  perSample,
  type StepsOptions,
  steps,
} from '../../src/index.ts';
import { on } from './chromium.ts';

const path = '/playground';
const lecture = { x: printedX, t: printedT, w: 0.1, learningRate: 0.05, epochs: 5 };

interface Shown {
  step: string;
  log: { w: string; cost: string; text: string }[];
}

const log = (page: Page): Locator => page.locator('.playground .log li');
const shown = async (page: Page): Promise<Shown> => ({
  step: (await page.locator('.playground .status').textContent()) ?? '',
  log: await log(page).evaluateAll((lines) =>
    lines.map((line) => ({
      w: line.getAttribute('data-w') ?? '',
      cost: line.getAttribute('data-cost') ?? '',
      text: line.textContent ?? '',
    })),
  ),
});
/** What a page should show of a run: each number to the bit, as JavaScript writes it. */
const expected = (run: Descent<number>): Shown['log'] => {
  const lines = formatHistory(run).split('\n');
  return Array.from(run.history, ({ w, cost }, i) => ({ w: `${w}`, cost: `${cost}`, text: lines[i] }));
};
const button = (page: Page, name: string): Locator => page.getByRole('button', { name, exact: true });
/** The page is alive: until then its buttons are only HTML. */
const ready = async (page: Page): Promise<void> => {
  const [figure] = await page.locator('.playground .figure-view').all();
  await figure.scrollIntoViewIfNeeded();
  await figure.and(page.locator('[data-drawn="true"]')).waitFor();
};

describe('its numbers are those of the library in Node, to the bit', () => {
  const drawn = (seed: number, samples: number, noise: number) => {
    const random = numpyRandom(seed);
    return { ...makeRegression({ samples, w: 2, noise, random }), random };
  };
  const cases: [name: string, query: string, options: () => StepsOptions<number>][] = [
    ["the lecture's points", 'epochs=5', () => lecture],
    ['per sample', 'epochs=5&strategy=per-sample', () => ({ ...lecture, strategy: perSample() })],
    [
      'mini-batches of 7',
      'epochs=5&strategy=mini-batch&size=7&learningRate=0.08',
      () => ({ ...lecture, learningRate: 0.08, strategy: miniBatch(7) }),
    ],
    [
      'shuffled, points drawn with the same seed',
      'points=drawn&seed=7&samples=13&noise=0.5&epochs=4&strategy=per-sample&shuffle=true',
      () => ({ ...lecture, ...drawn(7, 13, 0.5), epochs: 4, strategy: perSample({ shuffle: true }) }),
    ],
    [
      "the lecture's points, shuffled",
      'seed=3&epochs=2&strategy=mini-batch&size=6&shuffle=true',
      () => ({ ...lecture, epochs: 2, random: numpyRandom(3), strategy: miniBatch(6, { shuffle: true }) }),
    ],
    [
      'momentum',
      'points=drawn&seed=42&samples=20&noise=0.2&epochs=8&rule=momentum&momentum=0.9&w=-1',
      () => ({ ...lecture, ...drawn(42, 20, 0.2), w: -1, epochs: 8, rule: momentum({ momentum: 0.9 }) }),
    ],
    [
      "Nesterov's",
      'epochs=6&rule=nesterov&momentum=0.5&strategy=mini-batch&size=5',
      () => ({
        ...lecture,
        epochs: 6,
        strategy: miniBatch(5),
        rule: momentum({ momentum: 0.5, nesterov: true }),
      }),
    ],
    [
      'the largest seed',
      'points=drawn&seed=4294967295&samples=2&noise=0&epochs=1',
      () => ({ ...lecture, ...drawn(4294967295, 2, 0), epochs: 1 }),
    ],
    ['over the limit', 'learningRate=0.2&epochs=100', () => ({ ...lecture, learningRate: 0.2, epochs: 100 })],
  ];
  test.each(cases)('%s', async (_, query, options) => {
    const run = descend(options());
    await on(`${path}?${query}&step=1`, async (page) => {
      await ready(page);
      const { log, step } = await shown(page);
      const lines = expected(run);
      // numbers of more than nine digits are written with a power of ten
      const isLong = (text: string): boolean => /\d{10}\./.test(text);
      expect(log.map(({ w, cost }) => [w, cost])).toEqual(lines.map(({ w, cost }) => [w, cost]));
      expect(log.map(({ text }, i) => (isLong(lines[i].text) ? '' : text))).toEqual(
        lines.map(({ text }) => (isLong(text) ? '' : text)),
      );
      for (const [i, { text }] of log.entries()) {
        if (!isLong(lines[i].text)) continue;
        const { w, cost } = run.history.at(i);
        for (const [what, value] of [
          [': ', w],
          ['cost: ', cost],
        ] as const) {
          const shown = Math.abs(value) < 1e9 ? value.toFixed(6) : value.toExponential(6);
          expect(text).toContain(`${what}${shown}`);
        }
      }
      const { w, cost } = run.history.at(1);
      expect(step).toBe(`Step 1 of ${run.state.step}: w = ${w.toFixed(6)}, cost = ${cost.toFixed(6)}`);
      const [trace] = steps(options());
      expect(await page.locator('.told').textContent()).toBe(formatStep(trace));
      expect(await page.locator('.why').textContent()).toContain(explain(run).message);
      const { x, t } = options();
      expect(await page.locator('.why').getAttribute('data-limit')).toBe(
        `${leastSquares(x, t).maxLearningRate}`,
      );
    });
  });

  test('a long log is shown about where the run stands', async () => {
    await on(`${path}?epochs=100&strategy=per-sample&step=1000`, async (page) => {
      await ready(page);
      const run = descend({ ...lecture, epochs: 100, strategy: perSample() });
      const { log } = await shown(page);
      expect(log).toHaveLength(201);
      expect(log[100]).toEqual(expected(run)[1000]);
      expect(await page.locator('.log [aria-current="step"]').textContent()).toBe(log[100].text);
    });
  });
});

describe('steps', () => {
  test('forward, back, to the end and to a line of the log; each is said', async () => {
    await on(`${path}?epochs=5&step=0`, async (page) => {
      await ready(page);
      const said = page.locator('.playground [role="status"]');
      expect((await shown(page)).step).toMatch(/^Step 0 of 5: w = 0\.100000/);
      await button(page, 'Step').click();
      await button(page, 'Step').click();
      expect((await shown(page)).step).toMatch(/^Step 2 of 5/);
      expect(await said.textContent()).toMatch(/^Step 2 of 5: w = 1\.683321, cost = 0\.835261/);
      expect(await page.locator('.told').textContent()).toContain('w(2) = w(1) − Δw');
      await button(page, 'Back').click();
      expect((await shown(page)).step).toMatch(/^Step 1 of 5/);
      expect(await said.textContent()).toMatch(/^Step 1 of 5/);
      await log(page).nth(4).click();
      expect((await shown(page)).step).toMatch(/^Step 4 of 5/);
      await button(page, 'Step').click();
      // a button that has nothing more to do says so, and does nothing
      expect(await button(page, 'Step').getAttribute('aria-disabled')).toBe('true');
      await button(page, 'Step').click({ force: true });
      expect((await shown(page)).step).toMatch(/^Step 5 of 5/);
      await button(page, 'Reset').click();
      expect((await shown(page)).step).toMatch(/^Step 5 of 5/);
    });
  });

  test('the figures move with it', async () => {
    await on(`${path}?epochs=5&step=0`, async (page) => {
      await ready(page);
      const figure = page.locator('.figure-view').first();
      const before = await figure.innerHTML();
      await button(page, 'Step').click();
      await page.waitForFunction(
        (html) => document.querySelector('.figure-view')?.innerHTML !== html,
        before,
      );
      expect(await figure.locator('text').allTextContents()).toContain('w(1)');
      await button(page, 'Step').click();
      await button(page, 'Step').click();
      await page.locator('.figure-view').first().locator('text', { hasText: 'w(3)' }).first().waitFor();
      // the line of the fit: its tooltips' numbers are not drawn, its path is
      const fit = page.locator('.figure-view').nth(1).locator('.mark-line path').last();
      const path3 = await fit.getAttribute('d');
      await button(page, 'Back').click();
      await expect.poll(() => fit.getAttribute('d')).not.toBe(path3);
    });
  });

  test('by keyboard alone', async () => {
    await on(`${path}?epochs=5&step=0`, async (page) => {
      await ready(page);
      await button(page, 'Step').focus();
      await page.keyboard.press('Enter');
      await page.keyboard.press('Space');
      expect((await shown(page)).step).toMatch(/^Step 2 of 5/);
      await page.getByRole('slider', { name: 'step', exact: true }).focus();
      await page.keyboard.press('ArrowRight');
      expect((await shown(page)).step).toMatch(/^Step 3 of 5/);
      await page.getByRole('list', { name: 'Log' }).focus();
      await page.keyboard.press('Home');
      await page.keyboard.press('ArrowDown');
      expect((await shown(page)).step).toMatch(/^Step 1 of 5/);
      await page.keyboard.press('End');
      expect((await shown(page)).step).toMatch(/^Step 5 of 5/);
      // the button that came to its end keeps the focus
      await button(page, 'Step').focus();
      await page.keyboard.press('Enter');
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Step');
    });
  });

  test('run goes to the end by itself, and can be paused', async () => {
    await on(`${path}?epochs=4&step=0`, async (page) => {
      await ready(page);
      await button(page, 'Run').click();
      await page.locator('.status', { hasText: /^Step [1-3] of 4/ }).waitFor();
      await button(page, 'Pause').click();
      const { step } = await shown(page);
      await button(page, 'Run').waitFor();
      expect(step).not.toMatch(/^Step 4 /);
      await button(page, 'Run').click();
      await page.locator('.status', { hasText: /^Step 4 of 4/ }).waitFor();
      await button(page, 'Run').waitFor();
    });
  });

  test('with reduced motion it is there at once', async () => {
    await on(
      `${path}?epochs=5&strategy=per-sample&step=0`,
      async (page) => {
        await ready(page);
        await button(page, 'Run').click();
        expect((await shown(page)).step).toMatch(/^Step 100 of 100/);
        expect(await button(page, 'Pause').count()).toBe(0);
      },
      { reducedMotion: 'reduce' },
    );
  });
});

describe('settings', () => {
  test('the slider crosses the limit, and it is said why', async () => {
    await on(`${path}?epochs=10&step=10`, async (page) => {
      await ready(page);
      const why = page.locator('.why');
      const slider = page.getByRole('slider', { name: 'learning rate, slider' });
      const limit = leastSquares(printedX, printedT).maxLearningRate;
      expect(Number(await slider.getAttribute('max'))).toBeGreaterThan(limit);
      expect(await why.textContent()).toContain('Converging');
      await slider.focus();
      await page.keyboard.press('End');
      await page.locator('.why', { hasText: `above the limit ${limit.toPrecision(6)}` }).waitFor();
      expect((await shown(page)).step).toMatch(/^Step 10 of 10/);
    });
  });

  test.each(['per-sample', 'mini-batch'])('of %s too', async (strategy) => {
    await on(`${path}?epochs=3&strategy=${strategy}`, async (page) => {
      await ready(page);
      await page.getByRole('slider', { name: 'learning rate, slider' }).focus();
      await page.keyboard.press('End');
      await page.locator('.why', { hasText: 'above the limit' }).waitFor();
    });
  });

  test('a run that diverges can be read, and says why', async () => {
    await on(`${path}?learningRate=100&epochs=100&step=100000`, async (page) => {
      await ready(page);
      const options = { ...lecture, learningRate: 100, epochs: 100 };
      const run = descend(options);
      expect(run.status).toBe('diverged');
      const { log, step } = await shown(page);
      expect(step).toMatch(new RegExp(`^Step ${run.history.at(-1).step} of `));
      expect(Math.max(...log.map(({ text }) => text.length))).toBeLessThan(70);
      expect(log[log.length - 1].text).toMatch(/e\+\d+/);
      expect(await page.locator('.diverged').textContent()).toContain('The run diverged');
      expect(await page.locator('.why').textContent()).toContain(explain(run).message);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1280);
    });
  });

  test('what is no number is refused with a word, and the run stays', async () => {
    await on(`${path}?epochs=5&step=5`, async (page) => {
      await ready(page);
      const before = await shown(page);
      const field = page.getByRole('textbox', { name: 'epochs' });
      for (const text of ['', 'ten', '1e9', '2.5', '0']) {
        await field.fill(text);
        await field.press('Enter');
        expect(await field.getAttribute('aria-invalid')).toBe('true');
        expect(await field.inputValue()).toBe(text);
        expect(await page.locator('.wrong').textContent()).toBe('epochs: a whole number from 1 to 100');
        expect((await shown(page)).log).toEqual(before.log);
      }
      await field.fill('7');
      await field.press('Enter');
      expect(await field.getAttribute('aria-invalid')).toBe('false');
      expect((await shown(page)).log).toHaveLength(8);
      expect((await shown(page)).step).toMatch(/^Step 7 of 7/);
    });
  });

  test('settings without a meaning are not there', async () => {
    await on(path, async (page) => {
      await ready(page);
      const names = (): Promise<string[]> => page.locator('.playground label').allTextContents();
      expect(await names()).not.toContain('seed');
      await page.getByLabel('points', { exact: true }).selectOption('drawn');
      expect(await names()).toEqual(expect.arrayContaining(['seed', 'number of points', 'noise']));
      await page.getByLabel('update w', { exact: true }).selectOption('mini-batch');
      expect(await names()).toEqual(expect.arrayContaining(['batch size', 'shuffle each epoch']));
      await page.getByLabel('rule').selectOption('nesterov');
      expect(await names()).toContain('momentum');
    });
  });
});

describe('links', () => {
  test('the address is the state, and whoever opens it sees the same', async () => {
    let address = '';
    let before: Shown | undefined;
    let compared: string | null = '';
    await on(path, async (page) => {
      await ready(page);
      await page.getByLabel('update w', { exact: true }).selectOption('mini-batch');
      await page.getByLabel('points', { exact: true }).selectOption('drawn');
      await button(page, 'Keep this run').click();
      await page.getByLabel('update w', { exact: true }).selectOption('per-sample');
      await page.getByLabel('shuffle each epoch').check();
      await button(page, 'Back').click();
      await button(page, 'Back').click();
      before = await shown(page);
      compared = await page.locator('.pair .message').textContent();
      address = page.url();
      const link = await page.getByRole('link', { name: 'Link to this state' }).getAttribute('href');
      expect(inject('address') + link).toBe(address);
    });
    const search = new URL(address).search;
    for (const locale of ['', '/zh']) {
      await on(locale + path + search, async (page) => {
        await ready(page);
        const after = await shown(page);
        expect(after.log).toEqual(before?.log);
        if (locale === '') {
          expect(after.step).toBe(before?.step);
          expect(await page.locator('.pair .message').textContent()).toBe(compared);
        } else {
          expect(after.step).toMatch(/^第 98 步，共 100 步/);
        }
      });
    }
  });

  test('can be copied', async () => {
    await on(
      path,
      async (page) => {
        await ready(page);
        await button(page, 'Copy the link').click();
        await page.locator('.playground [role="status"]', { hasText: 'The link is copied.' }).waitFor();
        const copied = await page.evaluate(() => navigator.clipboard.readText());
        expect(new URL(copied).pathname).toBe('/playground');
        expect(new URL(copied).searchParams.get('learningRate')).toBe('0.05');
      },
      { permissions: ['clipboard-read', 'clipboard-write'] },
    );
  });

  test('what is not understood is said, and the rest holds', async () => {
    const query = 'learningRate=fast&epochs=7&strategy=sometimes&step=-1&colour=red&kept=seed%3Dx';
    await on(`${path}?${query}`, async (page) => {
      await ready(page);
      const refused = await page.locator('.refused').textContent();
      for (const part of ['learningRate=fast', 'strategy=sometimes', 'step=-1', 'colour=red', 'seed=x']) {
        expect(refused).toContain(part);
      }
      expect((await shown(page)).log).toHaveLength(8);
    });
  });
});

describe('two runs', () => {
  test('are kept, compared and dropped', async () => {
    await on(`${path}?epochs=3&step=3`, async (page) => {
      await ready(page);
      const settings = { ...lecture, epochs: 3 };
      const [all, each, few] = [fullBatch(), perSample(), miniBatch(5)].map((strategy) =>
        descend({ ...settings, strategy }),
      );
      const message = page.locator('.pair .message');
      expect(await message.count()).toBe(0);
      await button(page, 'Keep this run').click();
      await page.getByLabel('update w', { exact: true }).selectOption('per-sample');
      expect(await message.textContent()).toBe(explain(all, each).message);
      await button(page, 'Keep this run').click();
      await page.getByLabel('update w', { exact: true }).selectOption('mini-batch');
      expect(await message.textContent()).toBe(explain(all, each).message);
      // a third has no room, and that is said
      await button(page, 'Keep this run').click({ force: true });
      await page.locator('.playground [role="status"]', { hasText: 'Two runs are kept' }).waitFor();
      await button(page, 'Drop A').click();
      expect(await message.textContent()).toBe(explain(each, few).message);
      await page.locator('.pair .figure-view').last().scrollIntoViewIfNeeded();
      await page.locator('.pair .figure-view[data-drawn="true"]').nth(1).waitFor();
    });
  });

  test('of other points are not compared as if they were the same', async () => {
    await on(`${path}?epochs=3`, async (page) => {
      await ready(page);
      await button(page, 'Keep this run').click();
      await page.getByLabel('points', { exact: true }).selectOption('drawn');
      expect(await page.locator('.pair .message').textContent()).toContain('different points');
    });
  });
});

test('on a phone in Chinese, by touch', async () => {
  await on(
    '/zh/playground?epochs=5&step=0',
    async (page) => {
      await ready(page);
      await button(page, '前进').tap();
      expect((await shown(page)).step).toMatch(/^第 1 步，共 5 步：w = 1\.290287，损失 = 2\.890102/);
      const heights = await page
        .locator('.playground :is(button, select, input[type="text"])')
        .evaluateAll((all) => all.map((element) => element.getBoundingClientRect().height));
      // a finger's: WCAG 2.2, 2.5.8 asks for 24 pixels
      expect(Math.min(...heights)).toBeGreaterThanOrEqual(24);
    },
    { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true },
  );
});

describe('what is left behind', () => {
  test('the address that one goes back to is the state again', async () => {
    await on(path, async (page) => {
      await ready(page);
      const before = await shown(page);
      await page.getByRole('link', { name: 'Link to this state' }).click();
      await ready(page);
      await page.getByLabel('update w', { exact: true }).selectOption('per-sample');
      await page.getByRole('textbox', { name: 'epochs' }).fill('none');
      await page.getByRole('textbox', { name: 'epochs' }).press('Enter');
      await page.goBack();
      await expect.poll(() => shown(page)).toEqual(before);
      expect(await page.locator('.wrong').count()).toBe(0);
    });
  });

  test('a link with a part of the state has the rest as the page has it', async () => {
    await on(`${path}?w=1`, async (page) => {
      await ready(page);
      expect((await shown(page)).log.map(({ w }) => w)).toEqual(
        Array.from(descend({ ...lecture, w: 1 }).history, ({ w }) => `${w}`),
      );
      expect((await shown(page)).step).toMatch(/^Step 5 of 5/);
    });
  });

  test('a run whose page is left goes on for nobody', async () => {
    await on(`${path}?epochs=100&step=0`, async (page) => {
      await ready(page);
      await button(page, 'Run').click();
      await page.locator('.status', { hasText: /^Step [1-9]/ }).waitFor();
      await page.getByRole('navigation').getByRole('link', { name: 'Lecture one' }).first().click();
      await page.getByRole('heading', { level: 1, name: /Lecture one/ }).waitFor();
      expect(new URL(page.url()).search).toBe('');
    });
  });

  test('reset takes all of it back', async () => {
    await on(`${path}?learningRate=0.3&colour=red&step=2&kept=epochs%3D2`, async (page) => {
      await ready(page);
      expect(await page.locator('.refused').count()).toBe(1);
      await button(page, 'Reset').click();
      expect((await shown(page)).log).toEqual(expected(descend(lecture)));
      expect(await page.locator('.refused, .pair').count()).toBe(0);
    });
  });

  test('of three kept runs in a link the third is refused, and so is a setting said twice', async () => {
    await on(`${path}?epochs=2&epochs=3&kept=epochs%3D2&kept=epochs%3D3&kept=epochs%3D4`, async (page) => {
      await ready(page);
      expect(await page.locator('.pair li').count()).toBe(2);
      const refused = await page.locator('.refused').textContent();
      expect(refused).toContain('epochs=3');
      expect(refused).toContain('kept=epochs=4');
    });
  });

  test('runs with other noise, or another w, are told apart', async () => {
    await on(`${path}?points=drawn&noise=0.2&kept=points%3Ddrawn%26noise%3D0.5`, async (page) => {
      await ready(page);
      expect(await page.locator('.pair .message').textContent()).toContain('different points');
    });
    await on(`${path}?w=2&kept=w%3D0.1`, async (page) => {
      await ready(page);
      await page.locator('.pair .figure-view').last().scrollIntoViewIfNeeded();
      const [all, other] = [descend({ ...lecture, epochs: 3 }), descend({ ...lecture, w: 2 })];
      expect(await page.locator('.pair .message').textContent()).toBe(explain(all, other).message);
      await page.locator('.pair text', { hasText: 'from 2' }).first().waitFor();
    });
  });

  test('one that was dropped is said, and the keyboard goes on from there', async () => {
    await on(`${path}?kept=epochs%3D3`, async (page) => {
      await ready(page);
      await button(page, 'Drop A').click();
      expect(await page.locator('.playground [role="status"]').textContent()).toBe('No run is kept.');
      expect(await page.evaluate(() => document.activeElement?.textContent?.trim())).toBe('Keep this run');
    });
  });

  test('a limit is shown where it is that of the run', async () => {
    await on(`${path}?rule=nesterov`, async (page) => {
      await ready(page);
      expect(await page.locator('.hint').count()).toBe(0);
      await page.getByLabel('rule').selectOption('gradient-descent');
      expect(await page.locator('.hint').textContent()).toContain('0.149299');
    });
  });
});
