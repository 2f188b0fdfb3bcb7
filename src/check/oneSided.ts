import { extrapolate } from './extrapolate.ts';
import { type Judged, known } from './judge.ts';
import type { Rung } from './slope.ts';

/** The derivative of the one side where there are values: good enough to contradict, never to confirm. */
export function oneSided(origin: number, all: readonly Rung[]): Judged {
  const sides = [1, -1].map((sign) =>
    all
      .map(({ h, right, left }) => ({ h, quotient: ((sign === 1 ? right : left) - origin) / (sign * h) }))
      .filter(({ quotient }) => Number.isFinite(quotient)),
  );
  const side = sides[0].length >= sides[1].length ? sides[0] : sides[1];
  const common = { obstacle: 'domain-edge', isNoisy: false, relative: 0 } as const;
  const best = side.slice(0, -4).reduce<Judged>(
    (best, _, k) => {
      const three = side.slice(k, k + 3);
      const { h } = three[2];
      const { value, coarser } = extrapolate(
        three.map((rung) => rung.h / h),
        three.map(({ quotient }) => quotient),
      );
      const deviations = side.slice(k + 3).map((rung) => Math.abs(rung.quotient - value) * rung.h);
      const bound =
        Math.abs(value - coarser) + (4 * Math.max(2 ** -52 * Math.abs(origin), ...deviations)) / h;
      const scale = Math.max(...three.map(({ quotient }) => Math.abs(quotient)));
      return bound < best.bound ? { ...common, value, bound, step: h, scale } : best;
    },
    { ...common, value: Number.NaN, bound: Infinity, step: Number.NaN, scale: 0 },
  );
  return best.bound <= known * best.scale ? best : { ...best, bound: Infinity };
}
