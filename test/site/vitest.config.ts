import { mergeConfig, type ViteUserConfig } from 'vitest/config';
import base from '../../vitest.config.ts';

// apart from the unit tests: it needs the built site, which `npm run docs -- --build` makes, and Chromium
const config: ViteUserConfig = mergeConfig({ resolve: base.resolve }, {
  test: {
    include: ['test/site/**/*.test.ts'],
    globalSetup: 'test/site/server.ts',
    // one browser at a time: each draws with all the processors there are
    fileParallelism: false,
    testTimeout: 120_000,
  },
} satisfies ViteUserConfig);

export default config;
