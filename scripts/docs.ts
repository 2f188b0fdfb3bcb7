// The site: built without a network, served, and opened. It is not built where a link is dead, a code block or a component has a type error,
// or an export has no documentation. `--build` builds it and ends.
import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build, serve } from 'vitepress';
import { typeErrors, writeBlocks } from './blocks.ts';

const root = join(import.meta.dirname, '..');
const docs = join(root, 'docs');
const { values } = parseArgs({
  options: { build: { type: 'boolean', default: false }, port: { type: 'string', default: '4173' } },
});

/** Runs a tool of the project, and ends with its exit code where it fails. */
function run(tool: string, ...args: string[]): void {
  console.log(`docs: ${tool} ${args.join(' ')}`);
  const { status } = spawnSync(join(root, 'node_modules', '.bin', tool), args, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) process.exit(status ?? 1);
}

const port = Number(values.port);
if (!(Number.isInteger(port) && port > 0 && port < 65_536)) {
  console.error(`docs: --port must be a whole number from 1 to 65535, got ${values.port}`);
  process.exit(2);
}
run('tsup', '--silent');
console.log('docs: types of the code blocks');
writeBlocks();
const errors = typeErrors();
if (errors.length > 0) {
  console.error(errors.join('\n'));
  process.exit(1);
}
run('typedoc', '--options', 'docs/.vitepress/typedoc.json');
run('vue-tsc', '-p', 'docs/.vitepress');
await build(docs);
if (!values.build) {
  await serve({ root: docs, port });
  const address = `http://localhost:${port}`;
  console.log(`\nthe lecture: ${address}/lectures/one\n第一讲：     ${address}/zh/lectures/one`);
  if (process.stdout.isTTY) {
    const opener =
      process.platform === 'darwin' ? 'open' : process.platform === 'win32' ? 'explorer' : 'xdg-open';
    // where there is no browser to open it, the address stands above
    spawn(opener, [`${address}/lectures/one`], { stdio: 'ignore' }).on('error', () => {});
  }
}
