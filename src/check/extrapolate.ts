/**
 * The value at 0 of the parabola through three points (x, y), and of the line through the last two: their difference is the
 * error of the line, and so more than that of the parabola where the points are close enough to 0.
 */
export function extrapolate(x: readonly number[], y: readonly number[]): { value: number; coarser: number } {
  const upper = y[1] + (y[1] - y[0]) / (x[0] / x[1] - 1);
  const coarser = y[2] + (y[2] - y[1]) / (x[1] / x[2] - 1);
  return { value: coarser + (coarser - upper) / (x[0] / x[2] - 1), coarser };
}
