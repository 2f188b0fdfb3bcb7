import type { Comparisons, Findings } from '../codes.ts';

/** A sentence for each code, of its numbers. */
export type Sentences<Codes> = { [Code in keyof Codes]: (numbers: Codes[Code]) => string };

/** What `explain` says in one language. */
export interface Words {
  findings: Sentences<Findings>;
  comparisons: Sentences<Comparisons>;
}
