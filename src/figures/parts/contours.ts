/** A line along which a field has one value, as points in the coordinates of its grid. */
export type ContourLine = { x: number; y: number }[];

/**
 * The lines along which a field has the value `level`, by marching squares: each edge of a grid of `size` by `size` whose ends are on
 * two sides of the level is crossed once, where the field has it. Where all four edges of a cell are crossed, the middle
 * tells which two belong together. `grid` holds the field's values at the grid's points, `grid[row][column]`.
 * Source: W. E. Lorensen and H. E. Cline, Marching Cubes, Computer Graphics 21 (1987), in two dimensions.
 */
export function contours(
  field: (column: number, row: number) => number,
  grid: readonly (readonly number[])[],
  level: number,
): ContourLine[] {
  const size = grid.length;
  const points = new Map<string, { x: number; y: number }>();
  const links = new Map<string, string[]>();

  /** The crossing of the edge from a grid point to its right, or to that above it. */
  const crossing = (column: number, row: number, isRight: boolean): string => {
    const key = `${column},${row},${isRight}`;
    if (!points.has(key)) {
      const along = (way: number): { x: number; y: number } =>
        isRight ? { x: column + way, y: row } : { x: column, y: row + way };
      const ends = [grid[row][column], isRight ? grid[row][column + 1] : grid[row + 1][column]];
      points.set(key, along(root(ends[0], ends[1], level, (way) => field(along(way).x, along(way).y))));
    }
    return key;
  };
  const link = (a: string, b: string): void => {
    for (const [from, to] of [
      [a, b],
      [b, a],
    ])
      links.set(from, [...(links.get(from) ?? []), to]);
  };

  for (let row = 0; row + 1 < size; row++) {
    for (let column = 0; column + 1 < size; column++) {
      const own = [
        grid[row][column],
        grid[row][column + 1],
        grid[row + 1][column + 1],
        grid[row + 1][column],
      ];
      if (!own.every(Number.isFinite)) continue;
      const corners = own.map((value) => value >= level);
      const edges: [number, number, boolean][] = [
        [column, row, true],
        [column + 1, row, false],
        [column, row + 1, true],
        [column, row, false],
      ];
      // edge k leads from corner k to the next
      const crossed = edges.filter((_, k) => corners[k] !== corners[(k + 1) % 4]);
      const keys = crossed.map(([x, y, isRight]) => crossing(x, y, isRight));
      if (keys.length === 2) link(keys[0], keys[1]);
      if (keys.length === 4) {
        const middle = field(column + 0.5, row + 0.5);
        const [bottom, right, top, left] = keys;
        // the first corner is cut off where it is alone on its side of the middle
        const isFirstAlone = middle >= level !== corners[0];
        if (isFirstAlone) [link(left, bottom), link(right, top)];
        else [link(bottom, right), link(top, left)];
      }
    }
  }
  return join(points, links);
}

/** Links in a row: first the lines that end at the grid's edge, then the rings. */
function join(points: Map<string, { x: number; y: number }>, links: Map<string, string[]>): ContourLine[] {
  const left = new Set(links.keys());
  const lines: ContourLine[] = [];
  const follow = (start: string): void => {
    const line: ContourLine = [];
    let at: string | undefined = start;
    let isRing = false;
    while (at !== undefined) {
      left.delete(at);
      line.push(points.get(at) as { x: number; y: number });
      const next: string[] = links.get(at) as string[];
      isRing = line.length > 2 && next.includes(start);
      at = next.find((key) => left.has(key));
    }
    lines.push(isRing ? [...line, line[0]] : line);
  };
  for (const [key, next] of links) if (next.length === 1 && left.has(key)) follow(key);
  for (const key of links.keys()) if (left.has(key)) follow(key);
  return lines;
}

/** Where between 0 and 1 a function with these values at its ends has the value `level`: by false position, Illinois's kind. */
function root(at0: number, at1: number, level: number, value: (way: number) => number): number {
  let [low, high, below, above] = [0, 1, at0 - level, at1 - level];
  let way = 0.5;
  let stayed: 'low' | 'high' | undefined;
  for (let k = 0; k < 30 && below !== above; k++) {
    way = low - (below * (high - low)) / (above - below);
    const here = value(way) - level;
    if (Math.abs(here) <= 1e-12 * Math.abs(level)) break;
    if (here < 0 === below < 0) {
      [low, below] = [way, here];
      // an end that stays a second time would stay for good
      if (stayed === 'high') above /= 2;
      stayed = 'high';
    } else {
      [high, above] = [way, here];
      if (stayed === 'low') below /= 2;
      stayed = 'low';
    }
  }
  return way;
}
