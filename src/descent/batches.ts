import {
  assertFlag,
  assertObject,
  assertWhole,
  describe,
  isWhole,
  wrongKind,
  wrongValue,
} from '../internal/assert.ts';
import type { Epoch, RandomSource, Strategy } from '../types.ts';

/** One epoch's batches: sample indices to visit, or none for 0 … n − 1, in `count` cuts of `size`. */
export interface Batches {
  order: ArrayLike<number> | undefined;
  length: number;
  size: number;
  count: number;
}

/** Asks the strategy for an epoch and holds it to the contract: whole sizes, indices of samples, at least one batch. */
export function openEpoch(who: string, strategy: Strategy, n: number, random: RandomSource): Batches {
  const epoch: Partial<Epoch> = strategy.epoch(n, random);
  // the words for a fault are put together when there is one: this is done once an epoch
  const what = (part: string): string => `${part} strategy ${strategy.name}`;
  if (typeof epoch !== 'object' || epoch === null) assertObject(who, what('an epoch of'), epoch);
  const { order, size, dropLast = false } = epoch;
  if (!isWhole(size, 1)) assertWhole(who, what('the size from'), size, 1);
  if (typeof dropLast !== 'boolean') assertFlag(who, what('dropLast from'), dropLast);
  if (order !== undefined) assertIndices(who, what('the order from'), order, n);
  const length = order === undefined ? n : order.length;
  const count = dropLast ? Math.floor(length / size) : Math.ceil(length / size);
  if (count === 0) {
    const got = `${length} samples in batches of ${size}`;
    throw wrongValue(who, what('an epoch of'), 'have at least 1 batch', got);
  }
  return { order, length, size, count };
}

/** Where batch k ends in the order; it starts at k · size. */
export function batchEnd({ length, size }: Batches, k: number): number {
  return Math.min((k + 1) * size, length);
}

/** The sample indices of batch k. */
export function batchIndices(batches: Batches, k: number): number[] {
  const { order, size } = batches;
  const start = k * size;
  return Array.from({ length: batchEnd(batches, k) - start }, (_, i) =>
    order === undefined ? start + i : order[start + i],
  );
}

/** Whether a batch is all the samples, each once, in whatever order. */
export function isFullBatch({ order, length, size }: Batches, n: number): boolean {
  return size >= n && length === n && (order === undefined || new Set(Array.from(order)).size === n);
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
