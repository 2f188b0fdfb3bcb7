import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import * as figures from '../src/figures/index.ts';
import * as gradus from '../src/index.ts';
import { onlyInNode } from './browser/onlyInNode.ts';
import { drawn } from './support/figures.ts';
import { models, rules, sources, strategies } from './support/implementations.ts';

const src = join(import.meta.dirname, '..', 'src');
const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.ts'))
  .sort();
const room = (file: string): string => (file.includes('/') ? dirname(file) : file);

/** Who may import whom: a room imports from those listed, and from itself only where `itself` says so. */
const mayImport: Record<string, string[]> = {
  'types.ts': [],
  internal: ['types.ts'],
  'internal/kernels': ['types.ts', 'internal'],
  'internal/quadratic': ['types.ts', 'internal', 'internal/kernels'],
  primitives: ['types.ts', 'internal', 'internal/kernels'],
  random: ['types.ts', 'internal', 'primitives'],
  models: ['types.ts', 'internal', 'internal/kernels', 'internal/quadratic', 'primitives'],
  strategies: ['types.ts', 'internal', 'primitives', 'random'],
  rules: ['types.ts', 'internal', 'primitives'],
  descent: [
    'types.ts',
    'internal',
    'internal/kernels',
    'primitives',
    'random',
    'models',
    'strategies',
    'rules',
  ],
  analysis: [
    'types.ts',
    'internal',
    'internal/quadratic',
    'descent',
    'analysis/explanation',
    'analysis/explanation/words',
  ],
  'analysis/explanation': [
    'types.ts',
    'internal',
    'internal/kernels',
    'internal/quadratic',
    'rules',
    'descent',
  ],
  'analysis/explanation/words': ['analysis/explanation'],
  check: ['types.ts', 'internal', 'check/mistakes'],
  'check/mistakes': ['types.ts', 'internal', 'check'],
  vitest: ['types.ts', 'internal', 'check'],
  figures: ['types.ts', 'internal', 'figures/parts', 'figures/data', 'figures/views'],
  'figures/views': ['figures/data', 'figures/parts'],
  'figures/data': ['types.ts', 'internal', 'figures/parts'],
  'figures/parts': ['types.ts', 'internal'],
};
// figures are drawn of data, and must not rest on what made them
const forFigures = ['assert', 'views'].map((name) => `internal/${name}.ts`);
// the check is given functions, and must not rest on what it checks
const forCheck = ['assert', 'views', 'float64', 'mersenneTwister'].map((name) => `internal/${name}.ts`);
// rooms whose files are parts of one thing; in the others a file is a variant, and no variant imports its sibling
const itself = [
  'internal',
  'internal/kernels',
  'internal/quadratic',
  'descent',
  'check',
  'check/mistakes',
  'vitest',
  'analysis/explanation',
  'analysis/explanation/words',
  'figures/views',
  'figures/data',
  'figures/parts',
];
// makeRegression is uniform and randn put together
// and an index re-exports the variants beside it
const exceptions = ['random/makeRegression.ts', 'figures/index.ts'];

const imports = files.map((file) => {
  const text = readFileSync(join(src, file), 'utf8');
  const specifiers = [...text.matchAll(/^(?:import|export)\b[^;]*?from '([^']+)'/gms)].map(
    ([, specifier]) => specifier,
  );
  return { file, text, specifiers };
});

const inner = (file: string, specifiers: string[]): string[] =>
  specifiers
    .filter((specifier) => specifier.startsWith('.'))
    .map((specifier) => relative(src, join(src, dirname(file), specifier)).replaceAll('\\', '/'));

describe('the house', () => {
  test('has the rooms of docs/architecture.md', () => {
    expect([...new Set(files.map(room))].sort()).toEqual([...Object.keys(mayImport), 'index.ts'].sort());
  });

  test.each(imports.filter(({ file }) => file !== 'index.ts'))(
    '$file imports only what it may',
    ({ file, specifiers }) => {
      for (const target of inner(file, specifiers)) {
        expect(files).toContain(target);
        if (room(target) === room(file))
          expect(itself.includes(room(file)) || exceptions.includes(file)).toBe(true);
        else expect(mayImport[room(file)]).toContain(room(target));
      }
    },
  );

  test.each([
    ['check', /^(check|vitest)\//, forCheck],
    ['figures', /^figures\//, forFigures],
  ])('%s imports little of what is inside', (_, rooms, few) => {
    const inside = imports
      .filter(({ file }) => rooms.test(file))
      .flatMap(({ file, specifiers }) =>
        inner(file, specifiers).filter((target) => room(target) === 'internal'),
      );
    expect([...new Set(inside)].sort()).toEqual([...few].sort());
  });

  test('has one door to each package', () => {
    const doors = (name: string): string[] =>
      imports
        .filter(({ text }) => new RegExp(`^import (?!type )[^;]*from '${name}'`, 'm').test(text))
        .map(({ file }) => file);
    expect(doors('ndarray')).toEqual(['internal/float64.ts']);
    expect(doors('ndarray-ops')).toEqual(['internal/ndarrays.ts']);
    expect(doors('seedrandom/seedrandom.js')).toEqual(['random/seededRandom.ts']);
    const outer = new Set(
      imports.flatMap(({ specifiers }) => specifiers.filter((specifier) => !specifier.startsWith('.'))),
    );
    expect([...outer].sort()).toEqual([
      'ndarray',
      'ndarray-ops',
      'seedrandom',
      'seedrandom/seedrandom.js',
      'vitest',
    ]);
  });

  test.each(['index.ts', 'check/index.ts', 'vitest/index.ts', 'figures/index.ts'])(
    '%s only re-exports',
    (name) => {
      const [{ text }] = imports.filter(({ file }) => file === name);
      expect(text.replace(/^export (type )?(\{[^}]*\}|\*) from '[^']+';$/gm, '').trim()).toBe('');
    },
  );

  test('types.ts holds no code that runs', () => {
    const [{ text }] = imports.filter(({ file }) => file === 'types.ts');
    expect(text).not.toMatch(/^(export )?(const|let|var|function|class|enum)\b/m);
  });

  test('a public file is named as what it exports', () => {
    const variants = ['primitives', 'random', 'models', 'strategies', 'rules', 'analysis'];
    const names = files
      .filter((file) => variants.includes(room(file)))
      .map((file) => file.replace(/.*\/|\.ts$/g, ''));
    expect(Object.keys(gradus).sort()).toEqual(
      [...names, 'descend', 'steps', 'formatHistory', 'formatStep'].sort(),
    );
    const drawing = files
      .filter((file) => /^figures(\/data)?$/.test(room(file)) && !file.endsWith('index.ts'))
      .map((file) => file.replace(/.*\/|\.ts$/g, ''));
    expect(Object.keys(figures).sort()).toEqual(drawing.sort());
  });

  test.each(Object.entries({ models, rules, strategies }))(
    'every file of %s stands under the laws',
    (folder, implementations) => {
      const names = files
        .filter((file) => room(file) === folder)
        .map((file) => file.replace(/.*\/|\.ts$/g, ''));
      expect(Object.keys(implementations).sort()).toEqual(names);
    },
  );

  test('so does every figure', () => {
    const names = Object.keys(figures).filter((name) => name.endsWith('Figure'));
    expect(Object.keys(drawn).sort()).toEqual(names.sort());
  });

  test('so does every source with a state', () => {
    const stateful = Object.entries(gradus).filter(([, value]) => 'fromState' in value);
    expect(Object.keys(sources)).toEqual(stateful.map(([name]) => name));
  });
});

test('all tests run in a browser too, but for those that import of Node.js', () => {
  // those of the package, the site and the notebooks are apart
  const apart = /^(package|site|notebook|browser)\//;
  const importing = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.ts') && !apart.test(file))
    .filter((file) => /^import [^;]*from 'node:/m.test(readFileSync(join(import.meta.dirname, file), 'utf8')))
    .map((file) => `test/${file}`);
  expect(importing.sort()).toEqual(Object.keys(onlyInNode).sort());
});
