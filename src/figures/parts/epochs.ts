import type { Path } from './run.ts';

/**
 * For each entry the epochs completed before it, parts of one included; undefined where the record does not tell how many updates an
 * epoch has. It does where updates are recorded one by one over ends of epochs, or where every entry is such an end.
 */
export function epochsOf({ entries }: Path): number[] | undefined {
  const [start, last] = [entries[0], entries[entries.length - 1]];
  const ends = entries.filter(
    ({ step, epoch }, i) => i > 0 && epoch > entries[i - 1].epoch && step === entries[i - 1].step + 1,
  );
  const isByEpoch =
    last.epoch > 0 && entries.every(({ step, epoch }) => step * last.epoch === last.step * epoch);
  if (isByEpoch) return entries.map(({ epoch }) => epoch);
  if (ends.length === 0) return undefined;
  const end = ends[ends.length - 1];
  // two ends tell; else counts go on over runs that were resumed, from an epoch that began at 0, or this one began one
  const beginnings = ends.length > 1 ? [ends[0]] : [{ step: 0, epoch: 0 }, start];
  for (const { step: from, epoch: first } of beginnings) {
    const updates = (end.step - from) / (end.epoch - first);
    const epochs = entries.map(({ step }) => (end.epoch * updates + step - end.step) / updates);
    if (epochs.every((value, i) => value >= entries[i].epoch - 1e-9 && value < entries[i].epoch + 1))
      return epochs;
  }
  return undefined;
}
