// The committed notebooks: executed anew they give the outputs that stand in them, and both languages say the same. Deno runs the
// cells as one module; Jupyter runs them as a reader does.
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { execute } from '../../scripts/notebook/execute.ts';
import { executeInJupyter } from '../../scripts/notebook/jupyter.ts';
import {
  type Cell,
  folder,
  format,
  type Notebook,
  normalized,
  notebooks,
  readNotebook,
  textOf,
  vegaLite,
} from '../../scripts/notebook/notebook.ts';
import { setUp, workspace } from '../../scripts/notebook/workspace.ts';
import { strictErrors } from '../../scripts/strictErrors.ts';
import numpy from '../reference/numpy/numbers.json' with { type: 'json' };
import { callsOf, codeOf, tokensOf } from './code.ts';

const locales = ['en', 'zh'] as const;
const pathOf = (locale: 'en' | 'zh'): string => join(folder, notebooks[locale]);
const committed: Record<'en' | 'zh', Notebook> = {
  en: readNotebook(pathOf('en')),
  zh: readNotebook(pathOf('zh')),
};

/** What a cell printed, line by line. */
const printed = ({ outputs = [] }: Cell): string[] =>
  outputs.flatMap((output) => (output.output_type === 'stream' ? textOf(output.text).split('\n') : []));
/** What a cell showed, by media types. */
const shown = ({ outputs = [] }: Cell): Record<string, unknown>[] =>
  outputs.flatMap((output) => ('data' in output ? [output.data] : []));
/** A cell by its name. */
const cellOf = ({ cells }: Notebook, id: string): Cell => {
  const cell = cells.find((each) => each.id === id);
  if (cell === undefined) throw new Error(`the notebook must have a cell ${id}, got none`);
  return cell;
};
const numbersIn = (text: string): string[] =>
  text.replaceAll('−', '-').match(/-?\d+(\.\d+)?(e[-+]?\d+)?/g) ?? [];

beforeAll(setUp);

describe.each(locales)('%s', (locale) => {
  const notebook = committed[locale];

  test('executed anew, it prints and draws what stands in it', async () => {
    const { cells } = await execute(locale);
    expect(cells.map(printed)).toEqual(notebook.cells.map(printed));
    const specifications = (each: Cell[]): unknown[] =>
      each.flatMap(shown).map(({ [vegaLite]: specification, 'text/plain': text }) => [specification, text]);
    expect(specifications(cells)).toEqual(specifications(notebook.cells));
  });

  test('in Jupyter no cell fails, and what arrives is what stands in it', async () => {
    const { cells } = await executeInJupyter(locale);
    for (const cell of cells) {
      for (const { [vegaLite]: specification } of shown(cell)) {
        expect(specification).toEqual(shown(cellOf(notebook, cell.id))[0][vegaLite]);
      }
    }
    // the kernel may lose a line on the way, or send it late, when the next cell is running; but never out of turn
    const [arrived, expected] = [cells, notebook.cells].map((each) => each.flatMap(printed).filter(Boolean));
    let from = 0;
    for (const line of arrived) {
      expect(expected.slice(from)).toContain(line);
      from = expected.indexOf(line, from) + 1;
    }
    const figures = (each: Cell[]): number => each.flatMap(shown).length;
    expect(arrived.length + figures(cells)).toBeGreaterThan(
      0.5 * (expected.length + figures(notebook.cells)),
    );
  });

  test('every figure is there as a specification and as SVG', () => {
    const figures = notebook.cells.flatMap(shown);
    expect(figures).toHaveLength(8);
    for (const figure of figures) {
      expect(Object.keys(figure).sort()).toEqual([vegaLite, 'image/svg+xml', 'text/plain'].sort());
      expect(figure['image/svg+xml']).toMatch(/^<svg .*<\/svg>$/s);
    }
  });

  test('the file is as the script writes it, and not too large to be read on the web', () => {
    expect(readFileSync(pathOf(locale), 'utf8')).toBe(format(normalized(notebook)));
    expect(statSync(pathOf(locale)).size).toBeLessThan(400_000);
    const counts = notebook.cells.flatMap(({ cell_type, execution_count }) =>
      cell_type === 'code' ? [execution_count] : [],
    );
    expect(counts).toEqual(counts.map((_, i) => i + 1));
  });

  test('the cells, one after the other, are right for strict TypeScript', () => {
    const path = join(workspace, `types.${locale}.ts`);
    // a semicolon, since a cell may end in an expression
    writeFileSync(
      path,
      codeOf(notebook)
        .map(({ code }) => `${code};\n`)
        .join(''),
    );
    const lib = ['lib.es2022.d.ts', 'lib.dom.d.ts'];
    expect(strictErrors([path], { lib, types: [] })).toEqual([]);
  });

  test('no cell is too wide for a page', () => {
    const lines = codeOf(notebook).flatMap(({ code }) => code.split('\n'));
    expect(lines.filter((line) => line.length > 100)).toEqual([]);
  });

  test("the log and the runs are NumPy's", () => {
    const { log, fullBatch, perSample, miniBatch5, leastSquares } = numpy.lecture;
    expect(printed(cellOf(notebook, 'log')).slice(0, 4)).toEqual(log);
    const walked = printed(cellOf(notebook, 'loop')).flatMap((line) => line.match(/\d+\.\d+/g) ?? []);
    expect(walked.map(Number)).toEqual([0, 1, 2, 3].flatMap((k) => [fullBatch.w[k], fullBatch.cost[k]]));
    expect(printed(cellOf(notebook, 'cost-curve'))[0]).toContain(leastSquares.toFixed(6));
    const runs = [
      { ...fullBatch, last: 3 },
      { ...perSample, last: 60 },
      { ...miniBatch5, last: 12 },
    ];
    const ends = runs.map(
      ({ w, cost, last }) => `w = ${w[last].toFixed(6)}, cost = ${cost[last].toFixed(6)}`,
    );
    const lines = printed(cellOf(notebook, 'strategies'));
    for (const [i, end] of ends.entries()) expect(lines[i]).toContain(end);
  });

  test('what was compared was equal, and the gradient right', () => {
    for (const id of ['slopes', 'log', 'per-sample']) {
      expect(printed(cellOf(notebook, id)).join('\n')).toMatch(/true\n$/);
    }
    expect(printed(cellOf(notebook, 'check'))[0]).toBe('correct');
  });

  test('numbers in the text are those that the cells print', () => {
    const all = notebook.cells.flatMap(printed).flatMap(numbersIn).map(Number);
    for (const { cell_type, source } of notebook.cells) {
      if (cell_type === 'code') continue;
      for (const number of textOf(source).match(/\d+\.\d{3,}/g) ?? []) {
        const digits = number.split('.')[1].length;
        expect(all.map((value) => value.toFixed(digits))).toContain(number);
      }
    }
  });

  test("every function of the lecture's path is called", () => {
    const calls = callsOf(
      codeOf(notebook)
        .map(({ code }) => code)
        .join('\n'),
    );
    const formulas = ['nn', 'cost', 'gradient', 'deltaW'];
    const walk = ['descend', 'steps', 'fullBatch', 'perSample', 'miniBatch', 'formatHistory', 'formatStep'];
    const answers = ['leastSquares', 'contraction', 'explain', 'checkGradient'];
    const figures = ['samples', 'costCurve', 'descent', 'fit', 'learningCurve', 'compare'];
    const names = [...formulas, ...walk, ...answers, ...figures.map((name) => `${name}Figure`)];
    expect(names.filter((name) => !calls.has(name))).toEqual([]);
  });
});

describe('in both languages', () => {
  const { en, zh } = committed;
  const pairs = en.cells.map((cell, i): [string, Cell, Cell] => [cell.id, cell, zh.cells[i]]);

  test('there are the same cells', () => {
    const names = ({ cells }: Notebook): string[] => cells.map(({ id, cell_type }) => `${cell_type} ${id}`);
    expect(names(zh)).toEqual(names(en));
  });

  test.each(pairs)('%s is the same but for words', (_, english, chinese) => {
    const [source, other] = [textOf(english.source), textOf(chinese.source)];
    if (english.cell_type === 'markdown') {
      // a letter alone may stand for it in one language where the other has a word
      const formulas = (text: string): string[] =>
        (text.match(/\$\$.+?\$\$|\$.+?\$/gs) ?? [])
          .filter((each) => /[=\-+_/]/.test(each))
          .map((each) => each.replaceAll(/\\text\{.+?\}/g, ''));
      expect(formulas(other).sort()).toEqual(formulas(source).sort());
      return;
    }
    const [tokens, others] = [tokensOf(source), tokensOf(other)];
    expect(others.map(({ kind }) => kind)).toEqual(tokens.map(({ kind }) => kind));
    for (const [i, { text, isWords }] of tokens.entries()) {
      if (!isWords) expect(others[i].text).toBe(text);
      else if (text !== others[i].text && text !== "'en'") {
        expect(`${text} ${others[i].text}`).toMatch(/[\u4e00-\u9fff，：]/);
      }
    }
  });

  test.each(pairs)('%s comes to the same numbers', (_, english, chinese) => {
    const sorted = (cell: Cell): string[] => printed(cell).flatMap(numbersIn).sort();
    expect(sorted(chinese)).toEqual(sorted(english));
    const drawn = (cell: Cell): number[] => shown(cell).flatMap(({ [vegaLite]: figure }) => rowsOf(figure));
    expect(drawn(chinese)).toEqual(drawn(english));
  });
});

/** The numbers in the data of a specification, in order. */
function rowsOf(figure: unknown): number[] {
  const found: number[] = [];
  JSON.stringify(figure, (key, value) => {
    if (key === 'values' && Array.isArray(value)) {
      for (const row of value) {
        if (typeof row === 'object' && row !== null) {
          found.push(...Object.values(row).filter((each) => typeof each === 'number'));
        }
      }
    }
    return value;
  });
  return found;
}
