// What a strict TypeScript project may and may not write with the matchers in vitest. The test compiles a copy of this file
// beside the installed packages, as an ES module and as CommonJS; nothing runs it.

import { linearRegression, nn } from 'gradus';
import standard, { type Closeness, matchers } from 'gradus/vitest';
import { expect } from 'vitest';

const cost = (w: number): number => w * w;
const gradient = (w: number): number => 2 * w;
const closeness: Closeness = { relative: 1e-6, absolute: undefined };

export async function right(): Promise<void> {
  expect.extend(matchers);
  expect.extend(standard);
  expect(gradient).toBeGradientOf(cost, { at: 1 });
  expect(gradient).not.toBeGradientOf(cost, { at: 1, seed: 3, locale: 'zh', relativeTolerance: undefined });
  // the point says what the cost is a function of
  expect(([a, b]: number[]) => [b, a]).toBeGradientOf(([a, b]) => a * b, { at: [1, 2] });
  expect(gradient).toBeGradientOf((w) => w.get(0), { at: nn([1, 2], 3) });
  expect(linearRegression()).toHaveCorrectGradient({ x: [1, 2], t: [2, 4], w: 0 });
  expect(linearRegression()).not.toHaveCorrectGradient({ x: [[1, 2]], t: [2], w: [0, 1], seed: 1 });
  expect(nn([1, 2], 3)).toBeAllClose([3, 6]);
  expect(0.3).not.toBeAllClose(0.4, closeness);
  await expect(Promise.resolve([3, 6])).resolves.toBeAllClose(nn([1, 2], 3));
}

export function wrong(): void {
  // @ts-expect-error no point
  expect(gradient).toBeGradientOf(cost, {});
  // @ts-expect-error no point with .not either
  expect(gradient).not.toBeGradientOf(cost, { seed: 1 });
  // @ts-expect-error no options
  expect(gradient).toBeGradientOf(cost);
  // @ts-expect-error a point is no string
  expect(gradient).toBeGradientOf(cost, { at: '1' });
  // @ts-expect-error the cost is one of a number, the point a vector
  expect(gradient).toBeGradientOf(cost, { at: [1] });
  // @ts-expect-error a cost is a number
  expect(gradient).toBeGradientOf((w: number) => [w], { at: 1 });
  // @ts-expect-error no weight
  expect(linearRegression()).toHaveCorrectGradient({ x: [1, 2], t: [2, 4] });
  // @ts-expect-error no such option
  expect(0.3).toBeAllClose(0.4, { tolerance: 1e-6 });
}
