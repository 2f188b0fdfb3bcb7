// The lecture as a Jupyter notebook. Without an argument, executes the notebooks of docs/notebooks and writes their outputs into
// them; the files are their own source, and cells are edited there. With `--open`, serves a copy of one to a reader.
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { execute } from './notebook/execute.ts';
import { open } from './notebook/jupyter.ts';
import { folder, notebooks, writeNotebook } from './notebook/notebook.ts';
import { setUp } from './notebook/workspace.ts';

try {
  await main();
} catch (error) {
  // what went wrong in a cell or in a command stands in the message
  console.error((error as Error).message);
  process.exitCode = 1;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { open: { type: 'boolean', default: false }, locale: { type: 'string', default: 'en' } },
  });
  const { locale } = values;
  if (locale !== 'en' && locale !== 'zh') {
    throw new RangeError(`notebook: --locale must be en, zh, got ${locale}`);
  }
  await setUp();
  if (values.open) {
    await open(locale);
    return;
  }
  // both before either is written: they belong together
  const executed = { en: await execute('en'), zh: await execute('zh') };
  for (const locale of ['en', 'zh'] as const) {
    const path = join(folder, notebooks[locale]);
    writeNotebook(path, executed[locale]);
    console.log(`written: ${relative('.', path)}`);
  }
}
