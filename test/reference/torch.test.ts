import { expect, test } from 'vitest';
import { descend, miniBatch, momentum } from '../../src/index.ts';
import { t, x } from '../support/points.ts';
import reference from './torch/momentum.json' with { type: 'json' };

test.each(reference.runs)('torch.optim.SGD $options in batches of $size', ({ options, size, w }) => {
  const run = descend({
    x,
    t,
    w: 0.1,
    learningRate: 0.01,
    epochs: 10,
    strategy: miniBatch(size),
    rule: momentum(options),
  });
  const path = [...run.history.w.data];
  expect(path).toHaveLength(w.length);
  // PyTorch fuses multiply and add, and sums in another order: each of the at most 40 updates may differ by a few
  // roundings of numbers below 4, and momentum 0.9 keeps at most ten updates' errors alive: 10 · 4 · 2⁻⁵² < 1e-14
  for (const [i, value] of path.entries()) expect(Math.abs(value - w[i])).toBeLessThan(1e-14);
});
