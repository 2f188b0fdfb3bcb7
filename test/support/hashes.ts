import { createHash } from 'node:crypto';

/** The first half of a SHA-256, as the scripts in test/reference write it. */
export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 16);
}

/** The hash of each `size` values as doubles; the last takes what is left. */
export function hashes(values: ArrayLike<number>, size: number): string[] {
  const doubles = Float64Array.from(values);
  return Array.from({ length: Math.ceil(doubles.length / size) }, (_, i) => {
    return sha256(new Uint8Array(doubles.slice(i * size, (i + 1) * size).buffer));
  });
}
