// The package as its users get it: packed, installed into an empty folder, and used from there.
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compilers, install, pack, root, run, variantsOf } from './support.ts';

const temporary = mkdtempSync(join(tmpdir(), 'gradus-'));
const consumer = join(temporary, 'consumer');
const installed = join(consumer, 'node_modules', 'gradus');
// the oldest TypeScript that is promised, apart from the consumer: nothing else may stand beside the package
const older = join(temporary, 'older');

const list = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
const read = (...path: string[]): string => readFileSync(join(installed, ...path), 'utf8');
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const entries = Object.keys(manifest.exports)
  .filter((key) => key !== './package.json')
  .map((key) => (key === '.' ? 'index' : key.slice(2)));

beforeAll(async () => {
  await install(consumer, [await pack(temporary)]);
  await install(older, ['typescript@5.4']);
});

afterAll(() => rmSync(temporary, { recursive: true, force: true }));

describe('the tarball', () => {
  test('holds the build, the source and the pages, and nothing else', () => {
    const endings = ['js', 'js.map', 'cjs', 'cjs.map', 'd.ts', 'd.cts'];
    const built = entries.flatMap((entry) => endings.map((ending) => join('dist', `${entry}.${ending}`)));
    // what entries share stands in files of its own, named by a hash
    const isShared = (file: string): boolean => /^dist.\w+-[\w-]{8}\.(js|js\.map|d\.ts|d\.cts)$/.test(file);
    const source = list(join(root, 'src')).map((file) => join('src', file));
    // those that only the site can show stay there
    const guides = ['docs', join('docs', 'guides')].flatMap((folder) =>
      readdirSync(join(root, folder))
        .filter((file) => file.endsWith('.md') && !['index.md', 'playground.md'].includes(file))
        .map((file) => join(folder, file)),
    );
    const pages = ['CHANGELOG.md', 'LICENSE', 'README.md', 'package.json', ...guides];
    expect(list(installed).filter((file) => !isShared(file))).toEqual([...pages, ...built, ...source].sort());
  });

  test('brings four packages and what they bring', () => {
    const { dependencies, peerDependencies, peerDependenciesMeta, optionalDependencies } = JSON.parse(
      read('package.json'),
    );
    expect(Object.keys(dependencies).sort()).toEqual([
      '@types/ndarray',
      'ndarray',
      'ndarray-ops',
      'seedrandom',
    ]);
    expect(optionalDependencies).toBeUndefined();
    expect(peerDependencies).toEqual({ vitest: '>=3.2' });
    expect(peerDependenciesMeta).toEqual({ vitest: { optional: true } });
    const packages = readdirSync(join(consumer, 'node_modules')).filter((name) => !name.startsWith('.'));
    const brought = ['cwise-compiler', 'iota-array', 'is-buffer', 'uniq'];
    expect(packages.sort()).toEqual(
      ['@types', 'gradus', 'ndarray', 'ndarray-ops', 'seedrandom', ...brought].sort(),
    );
    expect(readdirSync(join(consumer, 'node_modules', '@types'))).toEqual(['ndarray']);
  });

  test('every file leads back to its source, and all sources are there', () => {
    const files = list(join(installed, 'dist')).filter((file) => /\.c?js$/.test(file));
    const seen = new Set<string>();
    for (const file of files) {
      expect(read('dist', file)).toMatch(new RegExp(`\n//# sourceMappingURL=${file}.map\n?$`));
      const { sources, sourcesContent } = JSON.parse(read('dist', `${file}.map`));
      for (const [i, source] of sources.entries()) {
        expect(read('dist', source)).toBe(sourcesContent[i]);
        seen.add(source);
      }
    }
    for (const part of ['descent/descend', 'check/slope', 'vitest/matchers']) {
      expect([...seen].some((source) => source.endsWith(`src/${part}.ts`))).toBe(true);
    }
  });

  test('the types suit older TypeScript', () => {
    const files = list(join(installed, 'dist')).filter((file) => /\.d\.c?ts$/.test(file));
    expect(files.some((file) => read('dist', file).includes('Float64Array'))).toBe(true);
    // generic since TypeScript 5.7, where a type that is inferred prints its argument
    for (const file of files) expect(read('dist', file)).not.toMatch(/\b\w+(64|32|16|8|Clamped)Array</);
  });
});

describe('in JavaScript', () => {
  const use = (entry: string): string => `
    const entry = ${entry};
    const { descend, nn } = entry;
    const { w, status } = descend({ x: [1, 2], t: [2, 4], w: 0, learningRate: 0.1, epochs: 1 });
    console.log(JSON.stringify({ names: Object.keys(entry).sort(), y: [...nn([1, 2], 3).data], w, status }));`;

  test('ES modules and CommonJS get the same names and numbers', async () => {
    writeFileSync(join(consumer, 'use.mjs'), use("await import('gradus')"));
    writeFileSync(join(consumer, 'use.cjs'), use("require('gradus')"));
    const [esm, cjs] = [await run(consumer, 'node', 'use.mjs'), await run(consumer, 'node', 'use.cjs')];
    expect(JSON.parse(esm)).toMatchObject({ y: [3, 6], w: 2, status: 'completed' });
    expect(JSON.parse(esm).names).toContain('gradient');
    expect(cjs).toBe(esm);
  });

  test('so they do from gradus/check and gradus/vitest', async () => {
    const script = (load: (name: string) => string): string => `
      const { checkGradient } = ${load('gradus/check')};
      const vitest = ${load('gradus/vitest')};
      const { evaluations: _, ...report } = checkGradient({ cost: Math.exp, gradient: (w) => -Math.exp(w), at: 1 });
      console.log(JSON.stringify({ report, matchers: Object.keys(vitest.matchers), same: vitest.default === vitest.matchers }));`;
    writeFileSync(
      join(consumer, 'check.mjs'),
      script((name) => `await import('${name}')`),
    );
    writeFileSync(
      join(consumer, 'check.cjs'),
      script((name) => `require('${name}')`),
    );
    const [esm, cjs] = [await run(consumer, 'node', 'check.mjs'), await run(consumer, 'node', 'check.cjs')];
    expect(JSON.parse(esm)).toMatchObject({ report: { verdict: 'wrong' }, same: true });
    expect(JSON.parse(esm).report.diagnosis[0].code).toBe('wrong-sign');
    expect(cjs).toBe(esm);
  });

  test('and from gradus/figures, which asks for no other package, nor for code made of strings', async () => {
    const script = (load: (name: string) => string): string => `
      const { descentFigure, samplesFigure } = ${load('gradus/figures')};
      const history = [{ step: 0, epoch: 0, w: 0, cost: 4 }, { step: 1, epoch: 1, w: 1, cost: 1 }];
      const run = { history, status: 'completed', costAt: (w) => (w - 2) ** 2 };
      console.log(JSON.stringify([descentFigure(run), samplesFigure({ x: [1], t: [2] })]));`;
    writeFileSync(
      join(consumer, 'figures.mjs'),
      script((name) => `await import('${name}')`),
    );
    writeFileSync(
      join(consumer, 'figures.cjs'),
      script((name) => `require('${name}')`),
    );
    const strict = '--disallow-code-generation-from-strings';
    const [esm, cjs] = [
      await run(consumer, 'node', strict, 'figures.mjs'),
      await run(consumer, 'node', strict, 'figures.cjs'),
    ];
    expect(JSON.parse(esm)[0].$schema).toContain('vega-lite/v6');
    expect(cjs).toBe(esm);
  });

  test('package.json can be read', async () => {
    const version = await run(consumer, 'node', '-p', "require('gradus/package.json').version");
    expect(version.trim()).toBe(manifest.version);
  });
});

describe('in strict TypeScript', () => {
  const all = [
    { compiler: '5.4', path: join(older, 'node_modules', 'typescript', 'bin', 'tsc') },
    ...compilers,
  ];
  const projects = [
    { moduleResolution: 'nodenext', module: 'nodenext', files: ['consumer.mts', 'consumer.cts'] },
    { moduleResolution: 'bundler', module: 'esnext', files: ['consumer.mts'] },
  ];
  const variants = variantsOf(all, projects);

  beforeAll(() => {
    for (const file of ['consumer.mts', 'consumer.cts'])
      cpSync(join(import.meta.dirname, 'consumer.ts'), join(consumer, file));
  });

  test.each(variants)(
    '$compiler, $moduleResolution, skipLibCheck $skipLibCheck',
    async ({ compiler, path, files, ...resolution }) => {
      expect(await run(consumer, process.execPath, path, '--version')).toContain(`Version ${compiler}.`);
      const { module, moduleResolution, skipLibCheck } = resolution;
      const compilerOptions = {
        module,
        moduleResolution,
        skipLibCheck,
        target: 'es2022',
        strict: true,
        exactOptionalPropertyTypes: true,
        noEmit: true,
      };
      writeFileSync(join(consumer, 'tsconfig.json'), JSON.stringify({ compilerOptions, files }));
      // the compiler prints its errors where a failed command's message does not show them
      const errors = await run(consumer, process.execPath, path, '-p', '.').catch(({ stdout }) => stdout);
      expect(errors).toBe('');
    },
  );
});
