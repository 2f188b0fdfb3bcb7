import type { SavedWeights } from '../../descent/state.ts';
import type { Weights } from '../../types.ts';

/** A run whose epochs multiply the distance to one point. Learning rates are those of the run's own model. */
export interface Distance<W extends Weights = Weights> {
  /** What an epoch multiplies the distance by; of many weights the spectral radius. At most `Number.MAX_VALUE` in size. */
  factor: number;
  /** The point where the run leads, from where it is: along directions in which w cannot move, it is where w is. */
  fixedPoint: SavedWeights<W>;
  /** How far from it w was at the last end of an epoch; of many weights, in Euclid's sense. */
  distance: number;
  /** The distance that is asked for; where rounding stops w before that, the one at which it does. */
  closeness: number;
  /**
   * The epochs still to run until w is that close; of many weights about as many, by the spectral radius. At most
   * `Number.MAX_SAFE_INTEGER`.
   */
  epochsToGo: number;
}

/** What `explain` finds of one run: by its code the numbers that belong to it. */
export interface Findings<W extends Weights = Weights> {
  /** w is where it was at the start. */
  standing: { updates: number; learningRate: number; cost: number };
  /** The distance shrinks, about as fast as it could. */
  converging: Distance<W>;
  /** It shrinks, but the learning rate is `times` times below the best. */
  'converging-slowly': Distance<W> & { learningRate: number; bestLearningRate: number; times: number };
  /**
   * It shrinks slowly at every learning rate, since the largest eigenvalue of the Hessian is `condition` times the smallest;
   * at the best rate an epoch would multiply it by `bestFactor`.
   */
  'ill-conditioned': Distance<W> & { condition: number; bestFactor: number };
  /** w lands on the other side each time, and comes closer all the same. */
  overshooting: Distance<W>;
  /** At the limit: w neither comes closer nor leaves. */
  'at-the-limit': { factor: number; learningRate: number; limit: number };
  /**
   * The distance grows. `firstGrowth` is the step at which the cost first was above that of an epoch before; absent where the
   * run has not come that far. At the learning rate `holds` it would shrink.
   */
  diverging: { factor: number; learningRate: number; limit: number; holds: number; firstGrowth?: number };
  /**
   * Batches pull w about a point that is not the minimizer, from `lowest` to `highest` within an epoch. Where a strategy
   * shuffles there is no such point, and the range is that of the last epoch. `halfIsCloser` says that at half the
   * learning rate all of that range would be closer to the minimizer.
   */
  hovering: {
    minimizer: SavedWeights<W>;
    lowest: SavedWeights<W>;
    highest: SavedWeights<W>;
    fixedPoint?: SavedWeights<W>;
    factor?: number;
    halfIsCloser?: boolean;
  };
  /** An epoch takes less of the distance away than one of full batch at the same learning rate would: the lecture's question. */
  'slower-than-full-batch': Distance<W> & { fullBatchFactor: number; minimizer: SavedWeights<W> };
  /** It takes away more. */
  'faster-than-full-batch': Distance<W> & { fullBatchFactor: number; minimizer: SavedWeights<W> };
  /** The run has left the finite numbers, and no limit is known of such a run. */
  diverged: { step: number; firstGrowth?: number };
  /** What was measured, where nothing can be predicted. */
  'cost-fell': Measured;
  /** The same. */
  'cost-rose': Measured;
  /** The same. */
  'cost-unchanged': Measured;
}

/** What the history shows. */
export interface Measured {
  epochs: number;
  updates: number;
  startCost: number;
  endCost: number;
  /** The least cost that was recorded, and its step. */
  lowestCost: number;
  lowestStep: number;
  /** The least cost that there is, where it is known: squared error has one. */
  minimumCost?: number;
}

/** How far one of two runs has come. */
export interface Standing {
  strategy: string;
  /** Samples in a batch, where the strategy draws no random numbers. */
  batch?: number;
  rule: string;
  status: string;
  learningRate: number;
  epochs: number;
  cost: number;
  /** From the minimizer, where that is known. */
  distance?: number;
  /** What an epoch multiplies its distance by, where that is known. */
  factor?: number;
}

/** What `explain` finds of two runs. */
export interface Comparisons {
  /** The first run's w is closer to the minimizer, or where none is known its cost is lower. */
  'first-is-closer': { first: Standing; second: Standing };
  /** The second's is. */
  'second-is-closer': { first: Standing; second: Standing };
  /** Both are alike. */
  'equally-close': { first: Standing; second: Standing };
}

/** One of several findings, told apart by `code`. */
export type Explained<Codes> = {
  [Code in keyof Codes]: {
    /** What was found. */
    code: Code;
    /** The numbers that say it. */
    numbers: Codes[Code];
    /** Both as a sentence. */
    message: string;
  };
}[keyof Codes];
