// Executes a notebook without Jupyter: all cells as one module, in Deno. The kernel may lose a message on its way (measured: about
// one of sixty), and what is committed must be whole; that the kernel shows the same is a test.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import ts from 'typescript';
import { type Cell, folder, type Notebook, normalized, notebooks, readNotebook, textOf } from './notebook.ts';
import { deno, run, workspace } from './workspace.ts';

/** A committed notebook with the outputs of its cells run anew, from top to bottom; the file itself is left as it is. */
export async function execute(locale: 'en' | 'zh'): Promise<Notebook> {
  const { cells, ...rest } = readNotebook(join(folder, notebooks[locale]));
  const file = join(workspace, `cells.${locale}.ts`);
  const code = moduleOf(cells);
  writeFileSync(file, code);
  const outputs = JSON.parse(
    await run(workspace, await deno(), 'run', '--quiet', '--allow-all', file).catch(({ stderr }) => {
      throw new Error(`notebook: every cell must run, got an error in ${cellAt(code, stderr)}\n${stderr}`);
    }),
  );
  let count = 0;
  const executed = cells.map((cell): Cell => {
    if (cell.cell_type === 'markdown') return cell;
    count++;
    const ofCell = (outputs[cell.id] as object[]).map((output) =>
      'data' in output ? { ...output, execution_count: count } : output,
    );
    return { ...cell, execution_count: count, outputs: ofCell as Cell['outputs'] & object };
  });
  return normalized({ ...rest, cells: executed });
}

/** The code of all cells, with what records their outputs between them. */
function moduleOf(cells: Cell[]): string {
  const recorder = pathToFileURL(join(import.meta.dirname, 'record.ts')).href;
  const parts = cells
    .filter(({ cell_type }) => cell_type === 'code')
    .map(({ id, source }) => `$record.cell('${id}');\n${shown(textOf(source))}`);
  return [`import * as $record from '${recorder}';`, ...parts, '$record.end();\n'].join('\n\n');
}

/** The cell of the last line that a trace names: those above it are of what the cell called. */
function cellAt(code: string, trace: string): string {
  const line = [...trace.matchAll(/cells\.\w+\.ts:(\d+)/g)].at(-1)?.[1];
  const before = code.split('\n').slice(0, Number(line ?? 0));
  return (
    before
      .filter((each) => each.startsWith('$record.cell('))
      .at(-1)
      ?.slice(13, -2) ?? 'none of them'
  );
}

/** A cell's code, the value of its last line being shown. */
function shown(code: string): string {
  const file = ts.createSourceFile('cell.ts', code, ts.ScriptTarget.ES2022);
  const last = file.statements.at(-1);
  if (last === undefined || !ts.isExpressionStatement(last)) return code;
  const start = last.getStart(file);
  return `${code.slice(0, start)}await $record.show(${code.slice(start, last.expression.end)});`;
}
