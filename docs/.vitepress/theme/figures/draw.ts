// The plot library, in a chunk of its own: a page loads it when its first figure comes into view.
import type { Figure, FigureRow } from 'gradus/figures';
import { parse, View } from 'vega';
import { compile, type TopLevelSpec } from 'vega-lite';

const shown = new WeakMap<HTMLElement, View>();

/** Draws a figure into an element, in the place of what was drawn there; several views in rows of so many. */
export async function draw(figure: Figure | FigureRow, element: HTMLElement, columns: number): Promise<void> {
  const { spec } = compile(arranged(figure, columns));
  const view = new View(parse(spec), { renderer: 'svg' });
  await view.initialize(element).runAsync();
  shown.get(element)?.finalize();
  shown.set(element, view);
}

function arranged(figure: Figure | FigureRow, columns: number): TopLevelSpec {
  // a copy: compiling need not leave it alone
  const copy = structuredClone({ ...figure });
  if (!('hconcat' in copy)) return copy as TopLevelSpec;
  const { hconcat: concat, ...rest } = copy;
  return { ...rest, concat, columns } as TopLevelSpec;
}
