// The Mersenne Twister MT19937: a key of 624 words of 32 bits, renewed all at once, and tempered into the words given out.
// Source: M. Matsumoto and T. Nishimura, Mersenne Twister: a 623-dimensionally equidistributed uniform pseudo-random number
// generator, ACM TOMACS 8 (1998); the seedings are those of their mt19937ar.c (2002).

/** The key of one number: `init_genrand`. */
export function seedByNumber(seed: number): Int32Array {
  const key = new Int32Array(624);
  key[0] = seed;
  for (let k = 1; k < 624; k++) key[k] = Math.imul(mixed(key[k - 1]), 1812433253) + k;
  return key;
}

/** The key of a list of numbers: `init_by_array`. */
export function seedByList(seeds: ArrayLike<number>): Int32Array {
  const key = seedByNumber(19650218);
  let k = 1;
  const next = (): void => {
    k += 1;
    if (k < 624) return;
    key[0] = key[623];
    k = 1;
  };
  for (let i = 0; i < Math.max(624, seeds.length); i++, next()) {
    const j = i % seeds.length;
    key[k] = (key[k] ^ Math.imul(mixed(key[k - 1]), 1664525)) + seeds[j] + j;
  }
  for (let i = 0; i < 623; i++, next()) key[k] = (key[k] ^ Math.imul(mixed(key[k - 1]), 1566083941)) - k;
  key[0] = 0x80000000;
  return key;
}

function mixed(word: number): number {
  return word ^ (word >>> 30);
}

/** Renews the key in place, each word from itself, the next and the 397th after it; then the words given out. */
export function renew(key: Int32Array, words: Int32Array): void {
  // three times the same line: a call, or an index taken modulo 624, costs as much as the twist itself
  for (let k = 0; k < 227; k++) {
    const joined = (key[k] & 0x80000000) | (key[k + 1] & 0x7fffffff);
    key[k] = key[k + 397] ^ (joined >>> 1) ^ (-(joined & 1) & 0x9908b0df);
  }
  for (let k = 227; k < 623; k++) {
    const joined = (key[k] & 0x80000000) | (key[k + 1] & 0x7fffffff);
    key[k] = key[k - 227] ^ (joined >>> 1) ^ (-(joined & 1) & 0x9908b0df);
  }
  const joined = (key[623] & 0x80000000) | (key[0] & 0x7fffffff);
  key[623] = key[396] ^ (joined >>> 1) ^ (-(joined & 1) & 0x9908b0df);
  temper(key, words);
}

/** Writes the words that the key gives out. */
export function temper(key: Int32Array, words: Int32Array): void {
  for (let k = 0; k < 624; k++) {
    const a = key[k] ^ (key[k] >>> 11);
    const b = a ^ ((a << 7) & 0x9d2c5680);
    const c = b ^ ((b << 15) & 0xefc60000);
    words[k] = c ^ (c >>> 18);
  }
}
