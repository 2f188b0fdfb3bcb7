// The tests of vitest.config.ts in Chromium: a newer V8 than that of the Node.js they run on, and nothing of Node.js beside it.
import { playwright } from '@vitest/browser-playwright';
import { defineConfig, type ViteUserConfig } from 'vitest/config';
import base from '../../vitest.config.ts';
import { launchOptions } from './launchOptions.ts';
import { onlyInNode } from './onlyInNode.ts';

const config: ViteUserConfig = defineConfig({
  ...base,
  test: {
    ...base.test,
    exclude: [...(base.test?.exclude ?? []), ...Object.keys(onlyInNode)],
    // types are the same wherever what they are of runs
    typecheck: { enabled: false },
    browser: {
      enabled: true,
      headless: true,
      ui: false,
      screenshotFailures: false,
      instances: [{ browser: 'chromium' }],
      provider: playwright({ launchOptions }),
    },
  },
});

export default config;
