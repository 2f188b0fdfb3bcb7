import { fileURLToPath } from 'node:url';

const source = (file: string): string => fileURLToPath(new URL(`../src/${file}`, import.meta.url));

/** For vite: the package's names stand for its sources. */
export const sourceAlias: { find: RegExp; replacement: string }[] = [
  { find: /^gradus$/, replacement: source('index.ts') },
  { find: /^gradus\/(check|vitest|figures)$/, replacement: source('$1/index.ts') },
];
