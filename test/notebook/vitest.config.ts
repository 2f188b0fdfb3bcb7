import { defineConfig, type ViteUserConfig } from 'vitest/config';

// apart from the unit tests: it installs Deno, and runs the notebooks in it and in Jupyter
const config: ViteUserConfig = defineConfig({
  test: { include: ['test/notebook/**/*.test.ts'], testTimeout: 300_000, hookTimeout: 600_000 },
});

export default config;
