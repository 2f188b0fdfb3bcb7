import { renew, seedByNumber } from '../internal/mersenneTwister.ts';

/** Numbers in (−1, 1) from a seed: the check's choices are the same every time. */
export function choices(seed: number): () => number {
  const key = seedByNumber(seed);
  const words = new Int32Array(624);
  let k = 624;
  return () => {
    if (k === 624) {
      renew(key, words);
      k = 0;
    }
    return (words[k++] + 0.5) / 2 ** 31;
  };
}
