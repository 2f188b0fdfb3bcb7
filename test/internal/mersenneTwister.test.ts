import { expect, test } from 'vitest';
import { numpyRandom } from '../../src/index.ts';

test('the first words of mt19937ar.out, which its authors print for the seeds 0x123, 0x234, 0x345, 0x456', () => {
  const { word } = numpyRandom([0x123, 0x234, 0x345, 0x456]);
  const printed = [1067595299, 955945823, 477289528, 4107218783, 4228976476];
  expect(printed.map(() => word())).toEqual(printed);
});

test('the 10,000th word of the seed 5489, which the C++ standard requires of mt19937', () => {
  // ISO/IEC 14882:2011, 26.5.5 [rand.predef]
  const { word } = numpyRandom(5489);
  for (let i = 1; i < 10_000; i++) word();
  expect(word()).toBe(4123659995);
});
