/** The mistakes that the check can name. */
export type Mistake =
  | 'zeros'
  | 'wrong-sign'
  | 'residual-reversed'
  | 'extra-factor-2'
  | 'missing-factor-2'
  | 'missing-half'
  | 'sum-for-mean'
  | 'mean-for-sum'
  | 'learning-rate'
  | 'constant-factor'
  | 'x-forgotten'
  | 'target-forgotten'
  | 'activation-forgotten'
  | 'stale-w'
  | 'updated-w'
  | 'not-summed'
  | 'already-summed'
  | 'right-in-sum'
  | 'swapped'
  | 'reversed'
  | 'transposed'
  | 'off-by-one'
  | 'one-entry'
  | 'bias-missing'
  | 'wrong-where-negative';

/** A mistake that fits, with the numbers that show it. */
export interface Finding {
  code: Mistake;
  numbers: Record<string, number>;
}
