// A figure as SVG, by vega and vega-lite: what a notebook or a script hands to a figure as `render`.
import type { Figure, FigureRow } from 'gradus/figures';
import { parse, View } from 'vega';
import { compile, type TopLevelSpec } from 'vega-lite';

export async function render(figure: Figure | FigureRow): Promise<string> {
  // a copy: compiling need not leave it alone
  const { spec } = compile(structuredClone({ ...figure }) as TopLevelSpec);
  return await new View(parse(spec), { renderer: 'none' }).toSVG();
}
