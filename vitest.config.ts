import { defineConfig, type ViteUserConfig } from 'vitest/config';
import { sourceAlias } from './scripts/sourceAlias.ts';

const config: ViteUserConfig = defineConfig({
  resolve: { alias: sourceAlias },
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/{package,site,browser,notebook}/**'],
    // ends a test that hangs; a slow machine is no failure
    testTimeout: 120_000,
    typecheck: { enabled: true, include: ['test/types/**/*.test-d.ts'] },
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts'],
      reporter: ['text-summary', 'text'],
      thresholds: { branches: 95, functions: 95, lines: 95, statements: 95 },
    },
  },
});

export default config;
