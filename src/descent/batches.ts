import {
  assertFlag,
  assertObject,
  assertWhole,
  describe,
  wrongKind,
  wrongValue,
} from '../internal/assert.ts';
import type { RandomSource, Strategy } from '../types.ts';

/** One epoch's batches: sample indices to visit, or none for 0 … n − 1, in `count` cuts of `size`. */
export interface Batches {
  order: ArrayLike<number> | undefined;
  length: number;
  size: number;
  count: number;
}

/** Asks the strategy for an epoch and holds it to the contract: whole sizes, indices of samples, at least one batch. */
export function openEpoch(who: string, strategy: Strategy, n: number, random: RandomSource): Batches {
  const name = `strategy ${strategy.name}`;
  const epoch: unknown = strategy.epoch(n, random);
  assertObject(who, `an epoch of ${name}`, epoch);
  const {
    order,
    size,
    dropLast = false,
  } = epoch as { order?: ArrayLike<number>; size: unknown; dropLast?: unknown };
  assertWhole(who, `the size from ${name}`, size, 1);
  assertFlag(who, `dropLast from ${name}`, dropLast);
  if (order !== undefined) assertIndices(who, `the order from ${name}`, order, n);
  const length = order === undefined ? n : order.length;
  const count = dropLast ? Math.floor(length / size) : Math.ceil(length / size);
  if (count === 0) {
    throw wrongValue(
      who,
      `an epoch of ${name}`,
      'have at least 1 batch',
      `${length} samples in batches of ${size}`,
    );
  }
  return { order, length, size, count };
}

/** The sample indices of batch k. */
export function batchIndices({ order, length, size }: Batches, k: number): number[] {
  const start = k * size;
  const indices = new Array<number>(Math.min(size, length - start));
  for (let i = 0; i < indices.length; i++) indices[i] = order === undefined ? start + i : order[start + i];
  return indices;
}

function assertIndices(who: string, what: string, order: unknown, n: number): void {
  const length = (order as ArrayLike<number> | null)?.length;
  if (typeof order !== 'object' || !Number.isInteger(length)) {
    throw wrongKind(who, what, 'be an array of sample indices', order);
  }
  const indices = order as ArrayLike<number>;
  for (let i = 0; i < indices.length; i++) {
    const index = indices[i];
    if (Number.isInteger(index) && index >= 0 && index < n) continue;
    throw wrongValue(who, what, `hold whole numbers from 0 to ${n - 1}`, `${describe(index)} at index ${i}`);
  }
}
