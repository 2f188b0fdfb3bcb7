import { describe, expect, test } from 'vitest';

/** Calls that must fail, each with the whole message. */
export type Failures = Record<string, [call: () => unknown, message: string][]>;

/** One test per call, named by what it must say. */
export function testMessages(table: Failures): void {
  describe.each(Object.entries(table))('%s', (_, rows) => {
    test.each(rows.map(([call, message]) => ({ call, message })))('$message', ({ call, message }) => {
      let thrown: unknown;
      try {
        call();
      } catch (error) {
        thrown = error;
      }
      expect(String(thrown)).toBe(message);
    });
  });
}
