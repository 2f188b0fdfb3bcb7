// Every ```ts block of the README, of docs/ and of the docstrings is run on the built package by Node, as a reader
// would run it, and prints what stands beside it: in a ```text block below, or in comments behind console.log.
import { execFile } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import ts from 'typescript';
import { beforeAll, describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..', '..');
// inside the package, so that `import 'gradus'` finds the package itself
const folder = join(root, 'build', 'blocks');

const list = (path: string, ending: string): string[] =>
  readdirSync(join(root, path), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(ending) && !file.includes('node_modules'))
    .map((file) => join(path, file))
    .sort();

interface Block {
  name: string;
  file: string;
  code: string;
  expected: string;
}

const blocks: Block[] = ['README.md', ...list('docs', '.md'), ...list('src', '.ts')].flatMap((path) => {
  const text = readFileSync(join(root, path), 'utf8').replace(path.endsWith('.ts') ? /^ *\* ?/gm : '', '');
  return [...text.matchAll(/^```ts\n(.*?)^```\n(?:\n?prints\n+)?(?:\n?```text\n(.*?)^```)?/gms)].map(
    ([, code, printed], i) => ({
      name: `${path} ${i + 1}`,
      file: `${path.replaceAll(/[/\\.]/g, '-')}-${i + 1}`,
      code,
      expected:
        printed ??
        [...code.matchAll(/console\.log\(.*\);? \/\/ (.*)\n/g)].map(([, line]) => `${line}\n`).join(''),
    }),
  );
});

beforeAll(() => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const { file, code } of blocks) {
    writeFileSync(join(folder, `${file}.mts`), code);
    const options = { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 };
    writeFileSync(
      join(folder, `${file}.mjs`),
      ts.transpileModule(code, { compilerOptions: options }).outputText,
    );
  }
});

describe('code blocks', () => {
  test('are there', () => {
    expect(blocks.length).toBeGreaterThan(20);
  });

  test.concurrent.each(blocks)('$name prints what it says', async ({ file, expected }) => {
    const { stdout } = await promisify(execFile)(process.execPath, [join(folder, `${file}.mjs`)]);
    expect(stdout).toBe(expected);
  });

  test('are right for a strict TypeScript project', () => {
    const program = ts.createProgram(
      blocks.map(({ file }) => join(folder, `${file}.mts`)),
      {
        strict: true,
        exactOptionalPropertyTypes: true,
        noEmit: true,
        skipLibCheck: true,
        target: ts.ScriptTarget.ES2022,
        module: ts.ModuleKind.NodeNext,
        moduleResolution: ts.ModuleResolutionKind.NodeNext,
        types: ['node'],
      },
    );
    const errors = ts.getPreEmitDiagnostics(program).map(({ file, messageText }) => {
      return `${file?.fileName.replace(folder, '')}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`;
    });
    expect(errors).toEqual([]);
  });
});
