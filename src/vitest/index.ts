export type { Closeness } from './allClose.ts';
export {
  type GradientMatchers,
  type GradientMatchOptions,
  type MatcherResult,
  type MatcherState,
  type Matchers,
  matchers,
  matchers as default,
} from './matchers.ts';
