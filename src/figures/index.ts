export { compareFigure } from './compareFigure.ts';
export { contourFigure } from './contourFigure.ts';
export { costCurveFigure } from './costCurveFigure.ts';
export { type CompareData, compareData } from './data/compareData.ts';
export { type ContourData, type ContourOptions, contourData } from './data/contourData.ts';
export { type CostCurveData, type CostCurveInput, costCurveData } from './data/costCurveData.ts';
export { type DescentData, descentData, type PathPoint, type PathTold } from './data/descentData.ts';
export { type FitData, type FitInput, fitData } from './data/fitData.ts';
export { type LearningCurveData, learningCurveData, type Runs } from './data/learningCurveData.ts';
export { type SamplesData, type SamplesInput, samplesData } from './data/samplesData.ts';
export { descentFigure } from './descentFigure.ts';
export { fitFigure } from './fitFigure.ts';
export { learningCurveFigure } from './learningCurveFigure.ts';
export type { Line } from './parts/line.ts';
export type { CurveOptions, FigureOptions, ScaleOptions, ThinOptions, UpToOptions } from './parts/options.ts';
export type { FigureRun, RecordedRun } from './parts/run.ts';
export type {
  Axis,
  Encoding,
  Figure,
  FigureRow,
  Layer,
  LayeredView,
  Legend,
  LookChannel,
  Mark,
  PositionChannel,
  Row,
  Scale,
  Title,
  TopLevel,
} from './parts/specification.ts';
export { samplesFigure } from './samplesFigure.ts';
