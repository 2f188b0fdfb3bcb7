/**
 * At most `most` indices of a long list, that look like all of it: the first tenth of them one after the other, then of each of as
 * many stretches the least value and the largest, and the last. A fixed stride would show a cycle of as many steps as standing still.
 */
export function thin(values: readonly number[], most: number): number[] {
  const n = values.length;
  if (n <= most) return values.map((_, i) => i);
  const head = Math.max(1, Math.floor(most / 10));
  const stretches = Math.floor((most - head - 1) / 2);
  const chosen = new Set(Array.from({ length: head }, (_, i) => i));
  for (let k = 0; k < stretches; k++) {
    const from = head + Math.floor((k * (n - 1 - head)) / stretches);
    const to = head + Math.floor(((k + 1) * (n - 1 - head)) / stretches);
    let [low, high] = [from, from];
    for (let i = from; i < to; i++) {
      if (values[i] < values[low]) low = i;
      if (values[i] > values[high]) high = i;
    }
    chosen.add(low).add(high);
  }
  chosen.add(n - 1);
  return [...chosen].sort((a, b) => a - b);
}

/** At most `most` of a list of samples: evenly spread, and those of the least and the largest t. */
export function spread<S extends { t: number }>(samples: readonly S[], most: number): S[] {
  if (samples.length <= most) return [...samples];
  const chosen = new Set<number>();
  for (let k = 0; k < most - 2; k++) chosen.add(Math.floor((k * (samples.length - 1)) / (most - 3)));
  const extreme = (isBeyond: (a: number, b: number) => boolean): number =>
    samples.reduce((best, { t }, i) => (isBeyond(t, samples[best].t) ? i : best), 0);
  chosen.add(extreme((a, b) => a < b)).add(extreme((a, b) => a > b));
  return [...chosen].sort((a, b) => a - b).map((i) => samples[i]);
}
