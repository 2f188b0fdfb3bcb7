/** The colours of what is no data: the ground a figure stands on, and what is written and ruled upon it. */
export interface Ground {
  background: string;
  /** Of axis labels and titles. */
  text: string;
  /** Of notes. */
  note: string;
  grid: string;
  frame: string;
  /** Of contours, from the lowest to the highest. */
  contours: [string, string];
  /** Of what is drawn in turn, where the caller names none. */
  colors: readonly string[];
}

/**
 * Light: blue, red, yellow, black of Paul Tol's high-contrast scheme, whose colours colour-blind readers tell apart, and whose greys
 * are far from each other. Dark: blue, orange, yellow, grey of his light scheme. Source: P. Tol, Colour Schemes, SRON technical
 * note SRON/EPS/TN/09-002, issue 3.2 (2021).
 */
export const schemes: Record<'light' | 'dark', Ground> = {
  light: {
    background: '#ffffff',
    text: '#000000',
    note: '#555555',
    grid: '#e4e4e4',
    frame: '#bbbbbb',
    contours: ['#555555', '#cccccc'],
    colors: ['#004488', '#bb5566', '#ddaa33', '#000000'],
  },
  dark: {
    background: '#1b1b1f',
    text: '#dddddd',
    note: '#b0b0b0',
    grid: '#36363c',
    frame: '#66666e',
    contours: ['#b0b0b0', '#55555c'],
    colors: ['#77aadd', '#ee8866', '#eedd88', '#dddddd'],
  },
};
