export { addSums } from './analysis/addSums.ts';
export { type Comparison, type ExplainOptions, type Explanation, explain } from './analysis/explain.ts';
export type {
  Comparisons,
  Distance,
  Explained,
  Findings,
  Measured,
  Standing,
} from './analysis/explanation/codes.ts';
export { type Contraction, type LeastSquares, leastSquares } from './analysis/leastSquares.ts';
export {
  type Chunk,
  type ChunkOptions,
  leastSquaresSums,
  type Signal,
} from './analysis/leastSquaresSums.ts';
export { descend } from './descent/descend.ts';
export { formatHistory } from './descent/formatHistory.ts';
export { formatStep } from './descent/formatStep.ts';
export type { EntryJson, History } from './descent/history.ts';
export type {
  DescentData,
  DescentOptions,
  DescentSettings,
  DescentStart,
  DescentSums,
} from './descent/options.ts';
export type { Descent, DescentJson, RunSettings } from './descent/run.ts';
export type { DescentState, SavedWeights } from './descent/state.ts';
export { type StepsOptions, type StepTrace, steps } from './descent/steps.ts';
export type { Status } from './descent/walk.ts';
export { type LinearRegression, linearRegression, type Reduction } from './models/linearRegression.ts';
export { cost } from './primitives/cost.ts';
export { deltaW } from './primitives/deltaW.ts';
export { gradient } from './primitives/gradient.ts';
export { nn } from './primitives/nn.ts';
export { withBias } from './primitives/withBias.ts';
export { integers } from './random/integers.ts';
export { makeRegression, type RegressionOptions } from './random/makeRegression.ts';
export {
  type NumpyRandom,
  type NumpyRandomFactory,
  type NumpyState,
  numpyRandom,
} from './random/numpyRandom.ts';
export { permutation } from './random/permutation.ts';
export { randn } from './random/randn.ts';
export {
  type SeededRandom,
  type SeededRandomFactory,
  type SeededState,
  seededRandom,
} from './random/seededRandom.ts';
export { uniform } from './random/uniform.ts';
export { gradientDescent } from './rules/gradientDescent.ts';
export { type MomentumState, momentum } from './rules/momentum.ts';
export { fullBatch } from './strategies/fullBatch.ts';
export { miniBatch } from './strategies/miniBatch.ts';
export { perSample } from './strategies/perSample.ts';
export type * from './types.ts';
