/** What an epoch of plain descent on squared error makes of w: the distance from a point, multiplied. */
export interface EpochMap {
  /** Of one weight what the distance is multiplied by, with its sign; of many the spectral radius. */
  factor: number;
  /** ln |factor|, which says more where the factor is near 1. */
  log: number;
  /** Where an epoch leads back to. */
  cycle(): Cycle;
}

export interface Cycle {
  /** The w that an epoch leads back to. */
  fixedPoint: Float64Array;
  /** The least value of each weight in an epoch that starts there. */
  lowest: Float64Array;
  /** The largest. */
  highest: Float64Array;
}

/** The maps of one order of batches. */
export interface EpochMaps {
  /** For a gradient of rate(b) Σ x (y − t), over b samples, that is taken off w. */
  at(rate: (samples: number) => number): EpochMap;
  /** Orthonormal directions in which w can move. */
  basis: Float64Array[];
}
