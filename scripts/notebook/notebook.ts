// A Jupyter notebook as it is committed: what a run left by the way is taken out, so that the same run gives the same file.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const root: string = join(import.meta.dirname, '..', '..');
/** Where the notebooks are committed. */
export const folder: string = join(root, 'docs', 'notebooks');
/** The notebooks, by the language that they are written in. */
export const notebooks: Record<'en' | 'zh', string> = { en: 'lecture-one.ipynb', zh: 'lecture-one.zh.ipynb' };

export interface Notebook {
  cells: Cell[];
  metadata: Record<string, unknown>;
  nbformat: number;
  nbformat_minor: number;
}

export interface Cell {
  cell_type: 'code' | 'markdown';
  /** Names the cell, alike in both languages. */
  id: string;
  metadata: Record<string, unknown>;
  source: Text;
  execution_count?: number | null;
  outputs?: Output[];
}

export type Output =
  | { output_type: 'stream'; name: 'stdout' | 'stderr'; text: Text }
  | {
      output_type: 'execute_result' | 'display_data';
      execution_count?: number | null;
      metadata: Record<string, unknown>;
      data: Record<string, unknown>;
    }
  | { output_type: 'error'; ename: string; evalue: string; traceback: string[] };

/** A text, or its lines with their newlines. */
export type Text = string | string[];

export const vegaLite = 'application/vnd.vegalite.v6+json';
// the same specification once more, which Deno sends for frontends that know no later version; those have the SVG
const vegaLiteAgain = 'application/vnd.vegalite.v5+json';

export function textOf(text: Text): string {
  return typeof text === 'string' ? text : text.join('');
}

export function readNotebook(path: string): Notebook {
  return JSON.parse(readFileSync(path, 'utf8'));
}

export function writeNotebook(path: string, notebook: Notebook): void {
  writeFileSync(path, format(notebook));
}

/** As Jupyter writes it, but for specifications, which stand on one line each: indented they are half as large again. */
export function format(notebook: Notebook): string {
  const compact: string[] = [];
  const text = JSON.stringify(
    sorted(notebook),
    (key, value) => (key === vegaLite ? `\0${compact.push(JSON.stringify(value)) - 1}\0` : value),
    1,
  );
  return `${text.replaceAll(/"\\u0000(\d+)\\u0000"/g, (_, i) => compact[Number(i)])}\n`;
}

/** Without versions, times and whatever else one run has and the next has not. */
export function normalized({ cells, nbformat }: Notebook): Notebook {
  return {
    cells: cells.map(normalizedCell),
    metadata: {
      kernelspec: { display_name: 'Deno', language: 'typescript', name: 'deno' },
      language_info: { file_extension: '.ts', mimetype: 'text/x.typescript', name: 'typescript' },
    },
    nbformat,
    // the first that has names of cells
    nbformat_minor: 5,
  };
}

function normalizedCell({ cell_type, id, source, execution_count = null, outputs = [] }: Cell): Cell {
  const cell: Cell = { cell_type, id, metadata: {}, source: linesOf(textOf(source)) };
  if (cell_type === 'markdown') return cell;
  const kept: Output[] = [];
  for (const output of outputs) {
    const last = kept.at(-1);
    if (output.output_type === 'stream' && last?.output_type === 'stream' && last.name === output.name) {
      // one write to the console comes as one piece or as several
      last.text = linesOf(textOf(last.text) + textOf(output.text));
    } else {
      kept.push(normalizedOutput(id, output));
    }
  }
  return { ...cell, execution_count, outputs: kept };
}

function normalizedOutput(id: string, output: Output): Output {
  if (output.output_type === 'error' || (output.output_type === 'stream' && output.name === 'stderr')) {
    const got = output.output_type === 'error' ? `${output.ename}: ${output.evalue}` : textOf(output.text);
    throw new Error(`notebook: cell ${id} must run without an error or a warning, got ${got}`);
  }
  if (output.output_type === 'stream') return { ...output, text: linesOf(textOf(output.text)) };
  const { [vegaLiteAgain]: _, ...data } = output.data;
  return { ...output, metadata: {}, data };
}

function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, part]) => [key, sorted(part)]),
  );
}
