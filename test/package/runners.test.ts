// The matchers in the processes of the runners that the README names: the package is packed and installed beside them, and
// each runs a file of tests that must all pass and one of tests that must all fail, saying why. node:test has assertGradient.
import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compilers, install, pack, run, variantsOf } from './support.ts';

const temporary = mkdtempSync(join(tmpdir(), 'gradus-'));
const consumer = join(temporary, 'consumer');
const bin = (...path: string[]): string => join(consumer, 'node_modules', ...path);

beforeAll(async () => {
  const packages = [await pack(temporary), 'vitest@4.1.12', 'jest@30.5.2'];
  // jest 30 takes the newest @babel/types 7, and 7.29.15 asks for a package that the registry may not have
  await install(consumer, packages, { overrides: { '@babel/types': '7.29.14' } });
  // vitest looks for its settings, and bun for paths, in the folders above as well
  writeFileSync(join(consumer, 'vitest.config.mjs'), 'export default {};');
  writeFileSync(join(consumer, 'tsconfig.json'), '{}');
});

afterAll(() => rmSync(temporary, { recursive: true, force: true }));

/** The tests of two files by their titles: a line of code, and what is printed of one that fails, … standing for anything. */
interface Cases {
  right: Record<string, [code: string]>;
  wrong: Record<string, [code: string, ...message: string[]]>;
}

const shared = `
  const square = (w) => w * w;
  const volume = ([a, b]) => a * a * b;
  const line = linearRegression();
  const meanLine = { ...line, gradient: linearRegression({ reduction: 'mean' }).gradient };
  const data = { x: [0.9, -0.3, 0.7], t: [1.8, -0.6, 1.6], w: 0.5 };
`;

const bends = 'kink: the cost bends here, and has no gradient; check beside the kink';

// a seed of its own tells each message from the others
const withMatchers: Cases = {
  right: {
    'a right gradient': ['expect((w) => 2 * w).toBeGradientOf(square, { at: 3 });'],
    'a right gradient of a vector': [
      'expect(([a, b]) => [2 * a * b, a * a]).toBeGradientOf(volume, { at: [1.5, -2] });',
    ],
    '.not on a wrong gradient': ['expect((w) => w).not.toBeGradientOf(square, { at: 3 });'],
    'a right model': ['expect(line).toHaveCorrectGradient(data);'],
    '.not on a wrong model': ['expect(meanLine).not.toHaveCorrectGradient(data);'],
    'close numbers': ['expect(0.1 + 0.2).toBeAllClose(0.3);'],
    'close arrays': ['expect([1, 2]).toBeAllClose([1, 2.001], { absolute: 0.01 });'],
    'a close ndarray': ['expect(nn([1, 2], 3)).toBeAllClose([3, 6]);'],
    '.not on numbers apart': ['expect(nn([1, 2], 3)).not.toBeAllClose([3, 6.1]);'],
    '.not on other shapes': ['expect([1, 2]).not.toBeAllClose([1, 2, 3]);'],
  },
  wrong: {
    'a wrong gradient': [
      'expect(([a, b]) => [2 * a * b, 2 * a * a]).toBeGradientOf(volume, { at: [1.5, -2], seed: 1 });',
      'checkGradient: the gradient is wrong',
      'entry 1: gradient 4.5, slope of the cost 2.25 ± … (step …)',
      'diagnosis: only entry 1 is wrong',
      'to reproduce: seed 1, at [1.5, -2]',
    ],
    '.not on a right gradient': [
      'expect((w) => 2 * w).not.toBeGradientOf(square, { at: 3, seed: 2 });',
      'checkGradient: the gradient is correct',
      'entry 0: gradient 6, slope of the cost 6 ± … (step …)',
      'to reproduce: seed 2, at [3]',
      'and was expected not to be',
    ],
    'what cannot be told': [
      'expect(Math.sign).toBeGradientOf(Math.abs, { at: 0, seed: 3 });',
      'checkGradient: cannot tell whether the gradient is correct',
      'entry 0: gradient 0, slope of the cost …',
      bends,
      'to reproduce: seed 3, at [0]',
    ],
    '.not on what cannot be told': [
      'expect(Math.sign).not.toBeGradientOf(Math.abs, { at: 0, seed: 4 });',
      'checkGradient: cannot tell whether the gradient is correct',
      'entry 0: gradient 0, slope of the cost …',
      bends,
      'to reproduce: seed 4, at [0]',
    ],
    'a wrong model': [
      'expect(meanLine).toHaveCorrectGradient({ ...data, seed: 5 });',
      'checkModel: the gradient is wrong',
      'entry 0: gradient -0.81, slope of the cost -2.43 ± … (step …)',
      'diagnosis: a mean where the cost has a sum: …',
      'to reproduce: seed 5, …',
    ],
    '.not on a right model': [
      'expect(line).not.toHaveCorrectGradient({ ...data, seed: 6 });',
      'checkModel: the gradient is correct',
      'entry 0: gradient -2.43, slope of the cost -2.43 ± … (step …)',
      'to reproduce: seed 6, …',
      'and was expected not to be',
    ],
    'arrays apart': [
      'expect([1, 2, 3, 4]).toBeAllClose([1, 2.5, 3, 5]);',
      '2 of 4 values too far apart (relative 1e-7, absolute 0)',
      'first at 1: expected 2.5, got 2',
      'worst at 3: expected 5, got 4',
    ],
    'an ndarray apart': [
      'expect(nn([1, 2], 3)).toBeAllClose([3, 7], { relative: 0.01 });',
      '1 of 2 values too far apart (relative 0.01, absolute 0)',
      'first at 1: expected 7, got 6',
    ],
    '.not on close arrays': [
      'expect([1, 2]).not.toBeAllClose([1, 2]);',
      'every value is close, and was expected not to be',
    ],
    // a mistake in the test itself is no wrong gradient
    '.not on what is no gradient': [
      'expect(7).not.toBeGradientOf(square, { at: 3 });',
      'TypeError: checkGradient: gradient must be a function of a point, got 7',
    ],
  },
};

const withAssert: Cases = {
  right: {
    'a right gradient': ['assertGradient({ cost: square, gradient: (w) => 2 * w, at: 3 });'],
    'a right gradient of an ndarray': [
      'assertGradient({ cost: (w) => w.get(0) * w.get(1), gradient: (w) => [w.get(1), w.get(0)], at: nn([1, 2], 3) });',
    ],
    'throws on a wrong gradient': [
      "assert.throws(() => assertGradient({ cost: square, gradient: (w) => w, at: 3 }), { name: 'AssertionError' });",
    ],
  },
  wrong: {
    'a wrong gradient': [
      'assertGradient({ cost: volume, gradient: ([a, b]) => [2 * a * b, 2 * a * a], at: [1.5, -2], seed: 1 });',
      'checkGradient: the gradient is wrong',
      'entry 1: gradient 4.5, slope of the cost 2.25 ± … (step …)',
      'diagnosis: only entry 1 is wrong',
      'to reproduce: seed 1, at [1.5, -2]',
    ],
    'what cannot be told': [
      'assertGradient({ cost: Math.abs, gradient: Math.sign, at: 0, seed: 2 });',
      'checkGradient: cannot tell whether the gradient is correct',
      'entry 0: gradient 0, slope of the cost …',
      bends,
      'to reproduce: seed 2, at [0]',
    ],
  },
};

interface Counts {
  passed: number;
  failed: number;
}

interface Runner {
  name: string;
  /** The first lines of its test files, and how their names end. */
  head: string;
  ending: string;
  cases: Cases;
  /** What runs a file, and writes a report where the runner has one. */
  command(file: string, report: string): [program: string, ...args: string[]];
  /** How many tests passed and failed, by the report or else by what was printed. */
  count(report: string, output: string): Counts;
  /** Shows which program answered, where it might have been another. */
  greeting?: RegExp;
}

const countReport: Runner['count'] = (report) => {
  const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(join(consumer, report), 'utf8'));
  return { passed: numPassedTests, failed: numFailedTests };
};
const countSummary =
  (passed: RegExp, failed: RegExp): Runner['count'] =>
  (_, output) => ({ passed: Number(passed.exec(output)?.[1]), failed: Number(failed.exec(output)?.[1]) });

const runners: Runner[] = [
  {
    name: 'vitest',
    ending: 'test.mjs',
    head: `
      import { expect, test } from 'vitest';
      import { linearRegression, nn } from 'gradus';
      import { matchers } from 'gradus/vitest';
      expect.extend(matchers);`,
    cases: withMatchers,
    command(file, report) {
      const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
      return [process.execPath, bin('vitest', 'vitest.mjs'), 'run', file, ...reporters];
    },
    count: countReport,
  },
  {
    name: 'jest',
    ending: 'test.cjs',
    head: `
      const { linearRegression, nn } = require('gradus');
      const { matchers } = require('gradus/vitest');
      expect.extend(matchers);`,
    cases: withMatchers,
    command(file, report) {
      // its cache would stay in the system's folder of temporary files
      const settings = ['--cacheDirectory=cache', '--json', `--outputFile=${report}`];
      return [process.execPath, bin('jest', 'bin', 'jest.js'), file, ...settings];
    },
    count: countReport,
  },
  {
    name: 'bun',
    ending: 'test.mjs',
    head: `
      import { expect, test } from 'bun:test';
      import { linearRegression, nn } from 'gradus';
      import matchers from 'gradus/vitest';
      expect.extend(matchers);`,
    cases: withMatchers,
    command: (file) => ['npx', '-y', '-p', 'bun@1', 'bun', 'test', `./${file}`],
    count: countSummary(/^ *(\d+) pass$/m, /^ *(\d+) fail$/m),
    greeting: /^bun test v1\./m,
  },
  {
    name: 'node:test',
    ending: 'test.mjs',
    head: `
      import assert from 'node:assert';
      import { test } from 'node:test';
      import { linearRegression, nn } from 'gradus';
      import { assertGradient } from 'gradus/check';`,
    cases: withAssert,
    command: (file) => [process.execPath, '--test', '--test-reporter=tap', file],
    count: countSummary(/^# pass (\d+)$/m, /^# fail (\d+)$/m),
  },
];

// without what this vitest tells its own processes, and without colours
const inherited = Object.entries(process.env).filter(
  ([name]) => !/^(VITEST.*|NODE_ENV|FORCE_COLOR)$/.test(name),
);
const env = { ...Object.fromEntries(inherited), NO_COLOR: '1' };

interface Outcome {
  /** The exit code; a string where the program could not be run. */
  code: unknown;
  output: string;
  report: string;
}

/** Writes one of a runner's two test files, and runs it. */
async function play({ name, head, ending, cases, command }: Runner, kind: keyof Cases): Promise<Outcome> {
  const tests = Object.entries(cases[kind]).map(
    ([title, [code]]) => `test(${JSON.stringify(title)}, () => {\n  ${code}\n});`,
  );
  const file = `${name.replace(':', '-')}-${kind}.${ending}`;
  const report = `${file}.json`;
  writeFileSync(join(consumer, file), [head, shared, ...tests].join('\n'));
  const [program, ...args] = command(file, report);
  return new Promise((resolve) => {
    execFile(program, args, { cwd: consumer, env, maxBuffer: 2 ** 24 }, (error, stdout, stderr) =>
      resolve({ code: error === null ? 0 : error.code, output: `${stdout}\n${stderr}`, report }),
    );
  });
}

/** The parts of a message, a line each and however far indented. */
const lines = (message: string[]): RegExp => {
  const parts = message.map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&').replaceAll('…', '.*'));
  return new RegExp(`${parts.join('\\n *')}$`, 'm');
};

describe.each(runners)('$name', (runner) => {
  const { cases, count, greeting = /^/ } = runner;

  test('passes what is right', async () => {
    const { code, output, report } = await play(runner, 'right');
    expect(output).toMatch(greeting);
    expect(code, output).toBe(0);
    expect(count(report, output)).toEqual({ passed: Object.keys(cases.right).length, failed: 0 });
  });

  test('fails what is wrong, and shows why', async () => {
    const { code, output, report } = await play(runner, 'wrong');
    expect(output).toMatch(greeting);
    expect(code, output).toBe(1);
    expect(count(report, output)).toEqual({ passed: 0, failed: Object.keys(cases.wrong).length });
    for (const [, ...message] of Object.values(cases.wrong)) expect(output).toMatch(lines(message));
  });
});

describe('the types in vitest', () => {
  const projects = [
    { moduleResolution: 'nodenext', module: 'nodenext', files: ['matchers.mts', 'matchers.cts'] },
    { moduleResolution: 'bundler', module: 'esnext', files: ['matchers.ts'] },
  ];
  const variants = variantsOf(compilers, projects);

  beforeAll(() => {
    for (const file of projects.flatMap(({ files }) => files))
      cpSync(join(import.meta.dirname, 'matchers.ts'), join(consumer, file));
  });

  test.each(variants)(
    '$compiler, $moduleResolution, skipLibCheck $skipLibCheck',
    async ({ compiler, path, files, ...resolution }) => {
      expect(await run(consumer, process.execPath, path, '--version')).toContain(`Version ${compiler}.`);
      const compilerOptions = {
        ...resolution,
        target: 'es2022',
        strict: true,
        exactOptionalPropertyTypes: true,
        noEmit: true,
      };
      writeFileSync(join(consumer, 'tsconfig.json'), JSON.stringify({ compilerOptions, files }));
      // the compiler prints its errors where a failed command's message does not show them
      const errors = await run(consumer, process.execPath, path, '-p', '.').catch(({ stdout }) => stdout);
      expect(errors).toBe('');
    },
  );
});
