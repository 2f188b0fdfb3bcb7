// Every ```ts block of the README, of docs/ and of the docstrings is run on the built package by Node, as a reader
// would run it, and prints what stands beside it: in a ```text block below, or in comments behind console.log.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, test } from 'vitest';
import { blocks, typeErrors, writeBlocks } from '../../scripts/blocks.ts';

beforeAll(writeBlocks);

describe('code blocks', () => {
  test('are there', () => {
    expect(blocks.length).toBeGreaterThan(100);
  });

  test.concurrent.each(blocks)('$name prints what it says', async ({ file, expected }) => {
    const { stdout } = await promisify(execFile)(process.execPath, [`${file}.mjs`]);
    expect(stdout).toBe(expected);
  });

  test('are right for a strict TypeScript project', () => {
    expect(typeErrors()).toEqual([]);
  });
});
