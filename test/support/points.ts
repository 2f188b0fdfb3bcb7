import points from '../reference/lecture/points.json' with { type: 'json' };

/** The 20 points that the lecture prints. */
export const x: number[] = points.x;
export const t: number[] = points.t;
