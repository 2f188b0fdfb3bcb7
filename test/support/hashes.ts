/** The first half of a SHA-256, as the scripts in test/reference write it. */
export async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  // of the Web's API, which Node.js has too
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest.slice(0, 8), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The hash of each `size` values as doubles; the last takes what is left. */
export async function hashes(values: ArrayLike<number>, size: number): Promise<string[]> {
  const doubles = Float64Array.from(values);
  return Promise.all(
    Array.from({ length: Math.ceil(doubles.length / size) }, (_, i) => {
      return sha256(new Uint8Array(doubles.slice(i * size, (i + 1) * size).buffer));
    }),
  );
}
