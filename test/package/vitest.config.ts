import { defineConfig, type ViteUserConfig } from 'vitest/config';

// apart from the unit tests: it packs, installs and compiles, which takes the registry and half a minute
const config: ViteUserConfig = defineConfig({
  test: { include: ['test/package/**/*.test.ts'], testTimeout: 120_000, hookTimeout: 300_000 },
});

export default config;
