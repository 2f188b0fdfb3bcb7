/** Rows for a plot: plain objects of numbers and words. */
export type Row = Record<string, number | string>;

/** How values become places, or looks. */
export interface Scale {
  type?: 'linear' | 'log';
  domain?: number[] | string[];
  range?: string[] | number[][];
  nice?: boolean;
  zero?: boolean;
}

/** A column on an axis. */
export interface PositionChannel {
  field: string;
  type: 'quantitative';
  title?: string | null;
  scale?: Scale;
  axis?: Axis;
}

/** The ticks of an axis, and its title. */
export interface Axis {
  grid?: boolean;
  tickCount?: number;
  values?: number[];
  labelExpr?: string;
  titleAngle?: number;
  titlePadding?: number;
}

/** A column as colour, dash or shape, with its legend; or nothing but a value. */
export interface LookChannel {
  field: string;
  type: 'nominal' | 'quantitative';
  title?: string | null;
  scale?: Scale;
  legend?: Legend | null;
}

/** What explains colours and dashes. */
export interface Legend {
  orient?: 'bottom' | 'right';
  columns?: number;
  symbolType?: 'stroke' | 'circle';
  symbolSize?: number;
  symbolStrokeWidth?: number;
  labelLimit?: number;
}

/** Which columns are seen as what. */
export interface Encoding {
  x?: PositionChannel;
  y?: PositionChannel;
  color?: LookChannel;
  strokeDash?: LookChannel;
  shape?: LookChannel;
  detail?: { field: string; type: 'nominal' };
  order?: { field: string; type: 'quantitative' };
  text?: { field: string; type: 'nominal' };
  tooltip?: { field: string; type: 'quantitative' | 'nominal'; title?: string }[];
}

/** What is drawn for each row, or along them. */
export interface Mark {
  type: 'line' | 'point' | 'text';
  color?: string;
  filled?: boolean;
  size?: number;
  opacity?: number;
  strokeWidth?: number;
  stroke?: string;
  strokeDash?: number[];
  align?: 'left' | 'center' | 'right';
  dx?: number;
  dy?: number;
  fontSize?: number;
  clip?: boolean;
}

/** One layer: rows, a mark, and which columns it shows. */
export interface Layer {
  data: { values: Row[] };
  mark: Mark;
  encoding: Encoding;
}

/** A title, and below it what is to be said of the drawing. */
export interface Title {
  text: string;
  subtitle?: string[];
  anchor?: 'start';
}

/** A picture of layers. */
export interface LayeredView {
  title?: Title;
  width: number;
  height: number;
  layer: Layer[];
  resolve?: { scale?: { color?: 'independent'; strokeDash?: 'independent' } };
}

/** What all pictures share. */
export interface TopLevel {
  $schema: string;
  /** For those who cannot see it. */
  description: string;
  background: string;
  padding: { left: number; top: number; right: number; bottom: number };
  config: {
    font: string;
    axis: Record<string, string | number | boolean>;
    legend: Record<string, string | number | boolean>;
    title: Record<string, string | number | boolean>;
    view: { stroke: string };
  };
}

/** One picture as a Vega-Lite 6 specification: plain JSON. */
export type Figure = TopLevel & LayeredView;

/** Pictures side by side as a Vega-Lite 6 specification: plain JSON. */
export interface FigureRow extends TopLevel {
  title: Title;
  hconcat: LayeredView[];
}
