import type { EpochMaps } from './EpochMap.ts';
import type { Spectrum } from './extremes.ts';
import type { Fit } from './fit.ts';
import { rowSpace } from './rowSpace.ts';

/** The epoch of one update, w ← w − rate Σ x (y − t): what the minimizer is off by is multiplied by I − rate Σ x xᵀ. */
export function fullBatchMap(
  fit: Fit,
  { smallest, largest }: Spectrum,
  n: number,
  isScalar: boolean,
): EpochMaps {
  const fixedPoint = fit.quadratic.center;
  return {
    basis: rowSpace(fit),
    at(rate) {
      const [flat, steep] = [rate(n) * smallest, rate(n) * largest];
      // the flat direction lasts until the steep one turns about farther
      const isFlat = 1 - flat >= steep - 1;
      return {
        factor: isScalar ? 1 - steep : isFlat ? 1 - flat : steep - 1,
        log: isFlat ? Math.log1p(-flat) : Math.log(steep - 1),
        cycle: () => ({ fixedPoint, lowest: fixedPoint, highest: fixedPoint }),
      };
    },
  };
}
