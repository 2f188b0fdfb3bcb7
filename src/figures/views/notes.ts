import type { PathTold } from '../data/descentData.ts';
import type { Words } from '../parts/words.ts';

/** What is to be said of a path: that it is not drawn whole, or leads out of what numbers there are. */
export function pathNotes(
  { told, path }: { told: PathTold; path: readonly { cost: number }[] },
  isLog: boolean,
  say: Words,
): string[] {
  const { entries, held, lastStep, outside, infinite, divergedAfter } = told;
  const zeros = path.filter(({ cost }) => cost === 0).length;
  return [
    ...(held < entries ? [say.cut(lastStep)] : []),
    ...(outside > 0 ? [say.outside(outside, held)] : []),
    ...(path.length < held ? [say.thinned(path.length, held)] : []),
    ...(divergedAfter !== undefined ? [say.divergedAfter(divergedAfter)] : []),
    ...(infinite > 0 ? [say.infinite] : []),
    ...(isLog && zeros > 0 ? [say.zeros(zeros)] : []),
  ];
}
