import { log } from './log.ts';

/**
 * Writes two standard normals into `pair`, by the polar method: a point (v₁, v₂) drawn evenly from the square (−1, 1)² until
 * s = v₁² + v₂² is inside the unit circle and not 0, then v₂ √(−2 ln s / s) and v₁ √(−2 ln s / s), in that order, which is
 * NumPy's. Source: G. Marsaglia and T. A. Bray, A convenient method for generating normal variables, SIAM Review 6 (1964).
 */
export function polarPair(random: () => number, pair: Float64Array): void {
  // a try fails with probability 1 − π/4: a hundred in a row come once in 10^66 pairs, or from a constant source
  for (let tries = 0; tries < 100; tries++) {
    const v1 = 2 * random() - 1;
    const v2 = 2 * random() - 1;
    const s = v1 * v1 + v2 * v2;
    if (s >= 1 || s === 0) continue;
    const scale = Math.sqrt((-2 * log(s)) / s);
    pair[0] = scale * v2;
    pair[1] = scale * v1;
    return;
  }
  throw new RangeError('randn: random must vary, got 100 points outside the unit circle or at its centre');
}
