import { defineConfig, type ViteUserConfig } from 'vitest/config';

// apart from the unit tests: it packs, installs, compiles and runs, which takes the registry and two minutes
const config: ViteUserConfig = defineConfig({
  test: { include: ['test/package/**/*.test.ts'], testTimeout: 120_000, hookTimeout: 300_000 },
});

export default config;
