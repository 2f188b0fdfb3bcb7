import type { Rung, Slope } from './slope.ts';

// a bend is looked at where it stands this far above the noise
const clear = 256;
// the second difference of a smooth function shrinks as h², at a kink as h
const between = 1.4;

/** Where the sides of a function meet at an angle, or at a step, down to the smallest steps that can be seen: its two slopes. */
export function findKink(
  origin: number,
  rungs: readonly Rung[],
  noise: number,
  grain: number,
): (Slope & { isNoisy: boolean }) | undefined {
  const bends = rungs.map(({ right, left }) => right - origin - (origin - left));
  const isJump =
    bends.slice(-4).every((bend) => Math.abs(bend - bends[bends.length - 1]) < 0.1 * Math.abs(bend)) &&
    Math.abs(bends[bends.length - 1]) > clear * grain;
  const k = isJump
    ? rungs.length - 2
    : bends.reduce(
        (last, bend, i) => (i < rungs.length - 1 && Math.abs(bend) > clear * noise ? i : last),
        -1,
      );
  if (k < 0) return undefined;
  const order = (i: number): number =>
    Math.log(Math.abs(bends[i]) / Math.max(Math.abs(bends[i + 1]), noise)) /
    Math.log(rungs[i].h / rungs[i + 1].h);
  if (!isJump && !(order(k) < between && (k === 0 || order(k - 1) < between))) return undefined;
  const { h, right, left } = rungs[k + 1];
  const sides = [(right - origin) / h, (origin - left) / h];
  return {
    value: (sides[0] + sides[1]) / 2,
    bound: isJump ? Infinity : Math.abs(sides[0] - sides[1]) / 2,
    scale: Math.max(Math.abs(sides[0]), Math.abs(sides[1])),
    step: h,
    obstacle: 'kink',
    isNoisy: false,
  };
}
