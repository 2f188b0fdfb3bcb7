import points from '../reference/lecture/points.json' with { type: 'json' };

/** The 20 points that the lecture prints. */
export const { x, t }: { x: number[]; t: number[] } = points;
