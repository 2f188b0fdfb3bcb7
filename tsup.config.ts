import { defineConfig, type Options } from 'tsup';

const config: Options = defineConfig({
  entry: {
    index: 'src/index.ts',
    check: 'src/check/index.ts',
    vitest: 'src/vitest/index.ts',
    figures: 'src/figures/index.ts',
  },
  format: ['esm', 'cjs'],
  platform: 'neutral',
  target: 'es2022',
  // tsup's declaration build sets baseUrl, which TypeScript 6 calls deprecated
  dts: { compilerOptions: { ignoreDeprecations: '6.0' } },
  sourcemap: true,
  clean: true,
}) as Options;

export default config;
