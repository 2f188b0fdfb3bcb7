// The library's own narrow types of specifications, against Vega-Lite's.
import type { TopLevelSpec } from 'vega-lite';
import { expectTypeOf, test } from 'vitest';
import type { Figure, FigureRow } from '../../src/figures/index.ts';

test('a figure is what Vega-Lite takes', () => {
  expectTypeOf<Figure>().toExtend<TopLevelSpec>();
  expectTypeOf<FigureRow>().toExtend<TopLevelSpec>();
});
