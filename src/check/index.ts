export { assertGradient, type GradientAssertionError } from './assertGradient.ts';
export { type CheckSettings, checkGradient, type GradientCheck, type Point } from './checkGradient.ts';
export { checkModel, type ModelCheck, type ModelReport } from './checkModel.ts';
export type { Mistake } from './mistakes/finding.ts';
export type { CheckedEntry, Diagnosis, GradientReport, Reason, Verdict } from './report.ts';
export type { Locale } from './words.ts';
