// The folder in which notebooks run: the packed library, Vega, and Deno with a kernelspec that only this folder knows.
import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { root } from './notebook.ts';

/** What a command prints; one that fails is an error. */
export const run = async (folder: string, command: string, ...args: string[]): Promise<string> =>
  (
    await promisify(execFile)(command, args, {
      cwd: folder,
      env: { ...process.env, NO_COLOR: '1' },
      maxBuffer: 2 ** 26,
    })
  ).stdout;

/** Where notebooks run, and where a reader's copies lie: Deno looks for packages from a notebook's folder upwards. */
export const workspace: string = join(root, 'build', 'notebook');
/** Where Jupyter finds the kernelspec. */
export const jupyterPath: string = join(workspace, 'jupyter');

/** Installs what the notebooks import, with the library as it was last built. */
export async function setUp(): Promise<void> {
  mkdirSync(workspace, { recursive: true });
  writeJson(join(workspace, 'package.json'), { private: true, type: 'module' });
  // Deno takes the packages that npm installed, and fetches none
  writeJson(join(workspace, 'deno.json'), { nodeModulesDir: 'manual' });
  const [{ filename }] = JSON.parse(
    await run(root, 'npm', 'pack', '--json', '--pack-destination', workspace),
  );
  const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const vega = ['vega', 'vega-lite'].map((name) => `${name}@${devDependencies[name]}`);
  const flags = ['--no-audit', '--no-fund', '--no-package-lock'];
  // a package of the same version would be taken for the one that is there
  rmSync(join(workspace, 'node_modules', 'gradus'), { recursive: true, force: true });
  await run(workspace, 'npm', 'install', ...flags, join(workspace, filename), ...vega, 'deno@2');

  const kernel = join(jupyterPath, 'kernels', 'deno');
  mkdirSync(kernel, { recursive: true });
  writeJson(join(kernel, 'kernel.json'), {
    argv: [await deno(), 'jupyter', '--quiet', '--kernel', '--conn', '{connection_file}'],
    display_name: 'Deno',
    language: 'typescript',
    env: { NO_COLOR: '1' },
  });
}

/** Deno's binary. */
export async function deno(): Promise<string> {
  // npm may have left out the script that unpacks it; a first call does it then, and says where it is
  const script = join(workspace, 'node_modules', 'deno', 'bin.cjs');
  return (await run(workspace, process.execPath, script, 'eval', 'console.log(Deno.execPath())')).trim();
}

function writeJson(path: string, value: object): void {
  writeFileSync(path, `${JSON.stringify(value, null, 2)}\n`);
}
