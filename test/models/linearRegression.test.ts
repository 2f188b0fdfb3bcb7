import { expect, test } from 'vitest';
import { linearRegression, type Reduction } from '../../src/index.ts';

// by hand: x (1, 2), w 3, t (2, 5): y (3, 6), residuals (1, 1), squares 2, products x · residual (1, 2)
test.each<[Reduction, number, number[], number]>([
  ['sum', 2, [2, 4], 2],
  ['mean', 1, [1, 2], 1],
  ['half', 1, [1, 2], 1],
  ['half-mean', 0.5, [0.5, 1], 0.5],
])('%s', (reduction, cost, gradient, curvature) => {
  const model = linearRegression({ reduction });
  expect(model.reduction).toBe(reduction);
  expect(model.cost(model.nn([1, 2], 3), [2, 5])).toBe(cost);
  expect([...model.gradient(3, [1, 2], [2, 5]).data]).toEqual(gradient);
  expect(model.curvature(2)).toBe(curvature);
});

test('the sum is the default', () => {
  expect(linearRegression().reduction).toBe('sum');
});
