// Jupyter, from a python that has it: serves notebooks to a reader, and runs them as a reader would.
import { spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { folder, type Notebook, normalized, notebooks, readNotebook } from './notebook.ts';
import { jupyterPath, run, workspace } from './workspace.ts';

/** Python's modules, and the packages in which Debian has them. */
const debian: Record<string, string> = {
  nbconvert: 'python3-nbconvert',
  jupyter_client: 'python3-jupyter-client',
  notebook: 'python3-notebook',
};
// the one on the PATH may be another than Debian's
const pythons = ['python3', '/usr/bin/python3', 'python'];

/** Executes a committed notebook in a fresh kernel; the file itself is left as it is. An output may be missing: see execute.ts. */
export async function executeInJupyter(locale: 'en' | 'zh'): Promise<Notebook> {
  const executed = join(workspace, 'executed');
  mkdirSync(executed, { recursive: true });
  const [input, output] = [join(executed, notebooks[locale]), `out.${notebooks[locale]}`];
  copyFileSync(join(folder, notebooks[locale]), input);
  const python = await pythonWith('nbconvert', 'jupyter_client');
  const flags = ['--to', 'notebook', '--execute', '--ExecutePreprocessor.record_timing=False'];
  // prints on stderr alone: its progress, and where a cell throws, the cell and what it threw
  await call(python, '-m', 'nbconvert', '--log-level=WARN', ...flags, input, '--output', output);
  return normalized(readNotebook(join(executed, output)));
}

/** Serves a reader's own copy of a notebook, until the server is stopped; a copy that is there already stays as it is. */
export async function open(locale: 'en' | 'zh'): Promise<void> {
  const copy = join(workspace, notebooks[locale]);
  const python = await pythonWith('notebook');
  if (!existsSync(copy)) {
    copyFileSync(join(folder, notebooks[locale]), copy);
    // Jupyter shows no SVG of a notebook that nobody has vouched for
    await call(python, '-m', 'nbformat.sign', copy);
  }
  // Jupyter refuses to serve for root unless told to
  const flags = process.getuid?.() === 0 ? ['--allow-root'] : [];
  await call(python, '-m', 'notebook', ...flags, copy);
}

/** A python that has these modules; on Debian, root installs them where there is none. */
async function pythonWith(...modules: string[]): Promise<string> {
  const found = await firstWith(modules);
  if (found !== undefined) return found;
  const packages = modules.map((name) => debian[name]);
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    await call('apt-get', 'update', '--quiet');
    await call('apt-get', 'install', '--quiet', '--yes', '--no-install-recommends', ...packages);
    const installed = await firstWith(modules);
    if (installed !== undefined) return installed;
  }
  throw new Error(
    `notebook: a python must have ${modules.join(' and ')}, got none of ${pythons.join(', ')} with them; install ${packages.join(' ')} on Debian and Ubuntu, elsewhere: python3 -m pip install ${modules.join(' ')}`,
  );
}

async function firstWith(modules: string[]): Promise<string | undefined> {
  for (const python of pythons) {
    const has = await run(workspace, python, '-c', `import ${modules.join(', ')}`).then(
      () => true,
      () => false,
    );
    if (has) return python;
  }
  return undefined;
}

/** Runs a command that talks to whoever started this one. */
function call(command: string, ...args: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, JUPYTER_PATH: jupyterPath };
    const child = spawn(command, args, { cwd: workspace, env, stdio: 'inherit' });
    child.on('error', reject);
    child.on('exit', (code, signal) =>
      code === 0
        ? resolve()
        : reject(new Error(`notebook: ${command} ${args.join(' ')} must end with 0, got ${signal ?? code}`)),
    );
  });
}
