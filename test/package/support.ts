// What the tests of the package share: to pack it, to install it in an empty folder, and to run a command there.
import { execFile } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

export const root: string = join(import.meta.dirname, '..', '..');

/** What a command prints; one that fails is an error. */
export const run = async (folder: string, command: string, ...args: string[]): Promise<string> =>
  (await promisify(execFile)(command, args, { cwd: folder })).stdout;

/** Packs the built package into a folder; the path of the tarball. */
export const pack = async (folder: string): Promise<string> => {
  await run(root, 'npm', 'pack', '--pack-destination', folder);
  const [tarball] = readdirSync(folder).filter((file) => file.endsWith('.tgz'));
  return join(folder, tarball);
};

/** Makes a project of packages and what they bring; `manifest` is what its package.json says beside. */
export const install = async (folder: string, packages: string[], manifest: object = {}): Promise<void> => {
  mkdirSync(folder);
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, ...manifest }));
  await run(folder, 'npm', 'install', '--no-audit', '--no-fund', ...packages);
};

/** The compilers that the repository has. */
export const compilers: { compiler: string; path: string }[] = [
  { compiler: '6.0', path: join(root, 'node_modules', 'typescript', 'bin', 'tsc') },
  { compiler: '7.0', path: join(root, 'node_modules', 'typescript-7', 'bin', 'tsc') },
];

/** Every compiler on every project, with the libraries' types checked and not. */
export const variantsOf = <C extends object, P extends object>(
  compilers: C[],
  projects: P[],
): (C & P & { skipLibCheck: boolean })[] =>
  compilers.flatMap((compiler) =>
    projects.flatMap((project) =>
      [true, false].map((skipLibCheck) => ({ ...compiler, ...project, skipLibCheck })),
    ),
  );
