// The ```ts blocks of the README, of docs/ and of the docstrings, and what stands beside each as its output.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { strictErrors } from './strictErrors.ts';

const root = join(import.meta.dirname, '..');
// inside the package, so that `import 'gradus'` finds the package itself
const folder: string = join(root, 'build', 'blocks');

/** One block of code. */
export interface Block {
  /** Where it stands. */
  name: string;
  /** The file that it is written to, without its ending. */
  file: string;
  code: string;
  /** What it prints: a ```text block below it, or comments behind its console.log. */
  expected: string;
}

export const blocks: Block[] = ['README.md', ...list('docs', '.md'), ...list('src', '.ts')].flatMap(
  (path) => {
    const text = readFileSync(join(root, path), 'utf8').replace(path.endsWith('.ts') ? /^ *\* ?/gm : '', '');
    return [...text.matchAll(/^```ts\n(.*?)^```\n(?:\n?prints\n+)?(?:\n?```text\n(.*?)^```)?/gms)].map(
      ([, code, printed], i) => ({
        name: `${path} ${i + 1}`,
        file: join(folder, `${path.replaceAll(/[/\\.]/g, '-')}-${i + 1}`),
        code,
        expected:
          printed ??
          [...code.matchAll(/console\.log\(.*\);? \/\/ (.*)\n/g)].map(([, line]) => `${line}\n`).join(''),
      }),
    );
  },
);

function list(path: string, ending: string): string[] {
  return readdirSync(join(root, path), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(ending) && !/node_modules|\.vitepress|^api[/\\]/.test(file))
    .map((file) => join(path, file))
    .sort();
}

/** Writes each block as TypeScript and as JavaScript. */
export function writeBlocks(): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const { file, code } of blocks) {
    writeFileSync(`${file}.mts`, code);
    const compilerOptions = { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 };
    writeFileSync(`${file}.mjs`, ts.transpileModule(code, { compilerOptions }).outputText);
  }
}

/** What a strict TypeScript project would complain of in the blocks that were written, on the built package. */
export function typeErrors(): string[] {
  const names = new Map(blocks.map(({ file, name }) => [`${file}.mts`, name]));
  return strictErrors([...names.keys()], { types: ['node'] }).map(
    ({ file = '', message }) => `${names.get(file) ?? file}: ${message}`,
  );
}
