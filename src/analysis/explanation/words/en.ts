import type { Comparisons, Distance, Findings, Measured, Standing } from '../codes.ts';
import { apart, factors, point, short, standings, times } from './numbers.ts';
import type { Sentences, Words } from './words.ts';

const nearly = 'nearly ';

const count = (n: number, thing: string): string => `${n} ${thing}${n === 1 ? '' : 's'}`;

const toGo = ({ epochsToGo, closeness, fixedPoint }: Distance): string => {
  const near = `w within ${short(closeness, 3)} of ${point(fixedPoint)}`;
  if (epochsToGo === 0) return near.replace(' ', ' is ');
  if (epochsToGo > 1e6) return `more than a million epochs would have to bring ${near}`;
  const about = typeof fixedPoint === 'number' ? '' : 'about ';
  return `${about}${count(epochsToGo, 'more epoch')} bring${epochsToGo === 1 ? 's' : ''} ${near}`;
};

const shrinking = ({ factor, fixedPoint }: Distance): string =>
  `an epoch multiplies the distance to ${point(fixedPoint)} by ${times(factor, nearly)}`;

const growth = (firstGrowth: number | undefined): string =>
  firstGrowth === undefined ? '' : `; the cost first grew at step ${firstGrowth}`;

const besideFullBatch = (
  which: string,
  found: Distance & { fullBatchFactor: number; minimizer: Distance['fixedPoint'] },
): string => {
  const [own, all] = factors(found.factor, found.fullBatchFactor, nearly);
  const [there, least] = apart(found.fixedPoint, found.minimizer);
  const diverges = Math.abs(found.fullBatchFactor) > 1 ? ', which diverges' : '';
  return `${which} per epoch than full batch at the same learning rate: an epoch multiplies the distance to where it leads, ${there}, by ${own}; one of full batch that to the minimizer, ${least}, by ${all}${diverges}; ${toGo(found)}.`;
};

const measured = (
  verb: string,
  { epochs, updates, lowestCost, lowestStep, minimumCost }: Measured,
): string => {
  const known = minimumCost === undefined ? '' : `; the least possible is ${short(minimumCost)}`;
  const [made, passes] = [count(updates, 'update'), count(epochs, 'epoch')];
  return `The cost ${verb} in ${made}, ${passes}; the least recorded was ${short(lowestCost)}, at step ${lowestStep}${known}.`;
};

const fromTo = ({ startCost, endCost }: Measured): string => {
  const [from, to] = apart(startCost, endCost);
  return `from ${from} to ${to}`;
};

const run = ({ strategy, batch, rule, learningRate, epochs, status }: Standing): string => {
  const names: Record<string, string> = {
    fullBatch: 'full batch',
    perSample: 'per sample',
    miniBatch: 'mini-batches',
  };
  const size = strategy === 'miniBatch' && batch !== undefined ? ` of ${batch}` : '';
  const ruled = rule === 'gradientDescent' ? '' : `, ${rule}`;
  const ended = status === 'diverged' ? ', diverged' : '';
  return `${names[strategy] ?? strategy}${size}${ruled}, learning rate ${short(learningRate)}, ${count(epochs, 'epoch')}${ended}`;
};

const compared = (nearer: string, near: Standing, farther: string, far: Standing): string => {
  const { areDistances, here, there } = standings(near, far);
  const closer = areDistances
    ? `is closer to the minimizer: ${here} away, and the ${farther} (${run(far)}) ${there}`
    : `has the lower cost, ${here}, and the ${farther} (${run(far)}) ${there}`;
  if (near.factor === undefined || far.factor === undefined) {
    return `The ${nearer} run (${run(near)}) ${closer}.`;
  }
  const [a, b] = factors(near.factor, far.factor, nearly);
  return `The ${nearer} run (${run(near)}) ${closer}; an epoch multiplies the distance by ${a} in the ${nearer}, and by ${b} in the ${farther}.`;
};

const findings: Sentences<Findings> = {
  standing: ({ updates, learningRate, cost }) => {
    const here = `at a cost of ${short(cost)}`;
    if (updates === 0) return `No update was made: w is where it started, ${here}.`;
    const why =
      learningRate === 0 ? 'the learning rate is 0' : 'the gradient there is 0, or too small to move it';
    return `w stayed where it started, ${here}, in ${count(updates, 'update')}: ${why}.`;
  },
  converging: (found) =>
    found.epochsToGo === 0
      ? `Converged: ${toGo(found)}; an epoch multiplies the distance by ${times(found.factor, nearly)}.`
      : `Converging: ${shrinking(found)}; ${toGo(found)}.`,
  'converging-slowly': (found) =>
    `Converging slowly: the learning rate ${short(found.learningRate)} is ${short(found.times, 3)} times below the best, ${short(found.bestLearningRate)}; ${shrinking(found)}; ${toGo(found)}.`,
  'ill-conditioned': (found) =>
    `Converging slowly at every learning rate: the cost is ${short(found.condition, 3)} times more curved along one direction than along another; ${shrinking(found)}, and at the best learning rate one would by ${times(found.bestFactor, nearly)}; ${toGo(found)}.`,
  overshooting: (found) =>
    `Overshooting, but stable: w lands on the other side each time, and ${shrinking(found)}; ${toGo(found)}.`,
  'at-the-limit': ({ learningRate, limit }) =>
    `At the limit: the learning rate is ${short(learningRate)}, and at ${short(limit)} w neither comes closer nor leaves.`,
  diverging: ({ factor, learningRate, limit, holds, firstGrowth }) => {
    const [rate, edge] = apart(learningRate, limit);
    return `Diverging: the learning rate ${rate} is above the limit ${edge}, and an epoch multiplies the distance by ${times(factor, nearly)}${growth(firstGrowth)}; with ${short(holds)} it would converge.`;
  },
  hovering: ({ minimizer, fixedPoint, lowest, highest, halfIsCloser }) => {
    const range = `from ${point(lowest)} to ${point(highest)}`;
    if (fixedPoint === undefined) {
      return `Hovering: in the last epoch w went ${range}, about the minimizer ${point(minimizer)}.`;
    }
    const [there, least] = apart(fixedPoint, minimizer);
    const back = there === least ? `the minimizer ${least}` : `${there}, not to the minimizer ${least}`;
    const less = halfIsCloser === true ? '; at half the learning rate it would stay closer' : '';
    return `Hovering: each epoch leads back to ${back}, and within an epoch w goes ${range}${less}.`;
  },
  'slower-than-full-batch': (found) => besideFullBatch('Slower', found),
  'faster-than-full-batch': (found) => besideFullBatch('Faster', found),
  diverged: ({ step, firstGrowth }) =>
    `Diverged: after step ${step} the run left the finite numbers${growth(firstGrowth)}.`,
  'cost-fell': (found) => measured(`fell ${fromTo(found)}`, found),
  'cost-rose': (found) => measured(`rose ${fromTo(found)}`, found),
  'cost-unchanged': (found) => measured(`was ${short(found.startCost)} at both ends`, found),
};

const comparisons: Sentences<Comparisons> = {
  'first-is-closer': ({ first, second }) => compared('first', first, 'second', second),
  'second-is-closer': ({ first, second }) => compared('second', second, 'first', first),
  'equally-close': ({ first, second }) => {
    const far =
      first.distance === undefined
        ? `to a cost of ${short(first.cost)}`
        : `to ${short(first.distance)} from the minimizer`;
    return `Both runs (${run(first)}; ${run(second)}) have come equally far, ${far}.`;
  },
};

export const en: Words = { findings, comparisons };
