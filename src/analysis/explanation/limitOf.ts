import type { EpochMap } from '../../internal/quadratic/EpochMap.ts';
import type { LeastSquaresRun, OwnEpochs } from './leastSquaresOf.ts';

/** Within so much of 1 a factor takes half a million epochs to halve a distance, or to double it: nobody will see it move. */
const edge = 1e-6;

/**
 * What an epoch does to the distance. At the limit is where growing begins: a little above the learning rate it grows for certain. A
 * factor near 1 alone is no limit: it may be that of a direction along which the cost is nearly flat.
 */
export function regimeOf(
  { at }: OwnEpochs,
  learningRate: number,
  { log }: EpochMap,
): 'shrinks' | 'at-the-limit' | 'grows' {
  if (log > edge) return 'grows';
  return log >= -edge && at(1.001 * learningRate).log > 10 * edge ? 'at-the-limit' : 'shrinks';
}

/** Whether an epoch grows the distance, beyond what rounding can have made of a flat direction. */
export function grows(own: OwnEpochs, learningRate: number, map: EpochMap = own.at(learningRate)): boolean {
  return map.log > 0 && regimeOf(own, learningRate, map) !== 'shrinks';
}

/**
 * The learning rate at which an epoch neither shrinks the distance nor grows it, below one at which it grows, and a rate that
 * holds. Of full batch it is 2 / λ. Of smaller batches it is between the rate and the first of its halves that holds, and
 * halved for until seven digits stand.
 */
export function limitOf(
  { largest }: LeastSquaresRun,
  own: OwnEpochs,
  learningRate: number,
): { limit: number; holds: number } {
  if (own.isFullBatch) return { limit: 2 / largest, holds: 1 / largest };
  let above = learningRate;
  let below = learningRate;
  do below /= 2;
  while (below > 0 && grows(own, below));
  const halved = below;
  while (above - below > 1e-7 * above) {
    const middle = below + (above - below) / 2;
    if (own.at(middle).log > 0) above = middle;
    else below = middle;
  }
  return { limit: below, holds: grows(own, below / 2) ? halved : below / 2 };
}
