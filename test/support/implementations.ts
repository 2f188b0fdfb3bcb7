// One entry per file of a folder: the laws loop over these, and house.test.ts fails where a file has none.
import {
  fullBatch,
  gradientDescent,
  type Json,
  linearRegression,
  type Model,
  miniBatch,
  momentum,
  numpyRandom,
  perSample,
  type RandomSource,
  type Rule,
  type Strategy,
  seededRandom,
} from '../../src/index.ts';

export const strategies: Record<string, Strategy[]> = {
  fullBatch: [fullBatch()],
  perSample: [perSample(), perSample({ shuffle: true })],
  miniBatch: [
    miniBatch(1),
    miniBatch(3),
    miniBatch(4, { shuffle: true }),
    miniBatch(3, { dropLast: true }),
    miniBatch(1000),
  ],
};

export const rules: Record<string, Rule[]> = {
  gradientDescent: [gradientDescent()],
  momentum: [
    momentum({ momentum: 0 }),
    momentum({ momentum: 0.9 }),
    momentum({ momentum: 0.5, dampening: 0.3 }),
    momentum({ momentum: 0.5, nesterov: true }),
  ],
};

export const models: Record<string, Model[]> = {
  linearRegression: (['sum', 'mean', 'half', 'half-mean'] as const).map((reduction) =>
    linearRegression({ reduction }),
  ),
};

/** A source by seed, and its way back from a state. */
export const sources: Record<
  string,
  { make(seed: number): RandomSource; fromState(state: Json | undefined): RandomSource }
> = {
  numpyRandom: { make: numpyRandom, fromState: numpyRandom.fromState },
  seededRandom: { make: seededRandom, fromState: seededRandom.fromState },
};

export function each<T>(folder: Record<string, T[]>): [name: string, instance: T][] {
  return Object.entries(folder).flatMap(([name, instances]) =>
    instances.map((instance, i): [string, T] => [`${name} ${i + 1}`, instance]),
  );
}

/** The strategies that draw no random numbers. */
export const steady: [name: string, instance: Strategy][] = each(strategies).filter(([, { epoch }]) => {
  let drawn = 0;
  epoch(2000, () => {
    drawn += 1;
    return 0.5;
  });
  return drawn === 0;
});
