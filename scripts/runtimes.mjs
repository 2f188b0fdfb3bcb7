// Runs runtimes/lecture-run.mjs, on the built package, in every runtime that the README names, and compares what they
// print, byte for byte, with the Node.js that runs this file. A runtime that cannot be had is a failure.
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';

const run = promisify(execFile);
const lectureRun = join(import.meta.dirname, 'runtimes', 'lecture-run.mjs');
const [ownMajor] = process.versions.node.split('.');
const otherMajors = ['20', '22', '24', '26'].filter((major) => major !== ownMajor);
const npx = (name, command) => ['npx', '-y', '-p', name, ...command];
const runtimes = [
  { name: `Node.js ${ownMajor}.`, command: [process.execPath] },
  ...otherMajors.map((major) => ({ name: `Node.js ${major}.`, command: npx(`node@${major}`, ['node']) })),
  { name: 'Deno 2.', command: npx('deno@2', ['deno', 'run', '--allow-read']) },
  { name: 'Bun 1.', command: npx('bun@1', ['bun']) },
];

async function print({ name, command: [program, ...args] }, build) {
  const { stdout } = await run(program, [...args, lectureRun, build], { maxBuffer: 2 ** 26 });
  const [runtime, ...lines] = stdout.trimEnd().split('\n');
  // npm 12 installs these packages without the script that brings the binary; npx then takes the next on the PATH
  if (!runtime.startsWith(name)) throw new Error(`asked for ${name}x, got ${runtime}`);
  return { runtime, lines };
}

function compare(expected, lines) {
  const length = Math.max(expected.length, lines.length);
  const i = Array.from({ length }, (_, k) => k).find((k) => expected[k] !== lines[k]);
  return i === undefined
    ? undefined
    : `line ${i + 1} differs\n  expected ${expected[i]}\n  got      ${lines[i]}`;
}

const reference = await print(runtimes[0], 'index.js');
for (const asked of runtimes) {
  try {
    const [esm, cjs] = [await print(asked, 'index.js'), await print(asked, 'index.cjs')];
    const difference = compare(reference.lines, esm.lines) ?? compare(reference.lines, cjs.lines);
    console.log(`${esm.runtime}: ${difference ?? `same, ${esm.lines.length} lines, from ESM and CJS`}`);
    if (difference !== undefined) process.exitCode = 1;
  } catch (error) {
    console.log(`${asked.name}x could not be run: ${error.message}`);
    process.exitCode = 1;
  }
}
