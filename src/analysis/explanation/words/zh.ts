import type { Comparisons, Distance, Findings, Measured, Standing } from '../codes.ts';
import { apart, factors, point, short, standings, times } from './numbers.ts';
import type { Sentences, Words } from './words.ts';

const nearly = '约 ';

const toGo = ({ epochsToGo, closeness, fixedPoint }: Distance): string => {
  const near = `w 与 ${point(fixedPoint)} 的距离`;
  if (epochsToGo === 0) return `${near}已不超过 ${short(closeness, 3)}`;
  if (epochsToGo > 1e6) return `要再过一百万轮以上，${near}才不超过 ${short(closeness, 3)}`;
  const about = typeof fixedPoint === 'number' ? '' : '大约';
  return `${about}再过 ${epochsToGo} 轮，${near}就不超过 ${short(closeness, 3)}`;
};

const shrinking = ({ factor, fixedPoint }: Distance): string =>
  `每一轮把到 ${point(fixedPoint)} 的距离乘以 ${times(factor, nearly)}`;

const growth = (firstGrowth: number | undefined): string =>
  firstGrowth === undefined ? '' : `；损失在第 ${firstGrowth} 步第一次变大`;

const besideFullBatch = (
  which: string,
  found: Distance & { fullBatchFactor: number; minimizer: Distance['fixedPoint'] },
): string => {
  const [own, all] = factors(found.factor, found.fullBatchFactor, nearly);
  const [there, least] = apart(found.fixedPoint, found.minimizer);
  const diverges = Math.abs(found.fullBatchFactor) > 1 ? '（发散）' : '';
  return `学习率相同时，每一轮比全批量${which}：每一轮把到终点 ${there} 的距离乘以 ${own}，全批量把到最小值点 ${least} 的距离乘以 ${all}${diverges}；${toGo(found)}。`;
};

const measured = (
  verb: string,
  { epochs, updates, lowestCost, lowestStep, minimumCost }: Measured,
): string => {
  const known = minimumCost === undefined ? '' : `；可能的最小损失是 ${short(minimumCost)}`;
  return `经过 ${updates} 次更新（${epochs} 轮），损失${verb}；记录到的最小损失是 ${short(lowestCost)}（第 ${lowestStep} 步）${known}。`;
};

const fromTo = (verb: string, { startCost, endCost }: Measured): string => {
  const [from, to] = apart(startCost, endCost);
  return `从 ${from} ${verb} ${to}`;
};

const run = ({ strategy, batch, rule, learningRate, epochs, status }: Standing): string => {
  const names: Record<string, string> = { fullBatch: '全批量', perSample: '逐样本', miniBatch: '小批量' };
  const rules: Record<string, string> = { momentum: '动量' };
  const size = strategy === 'miniBatch' && batch !== undefined ? `（每批 ${batch} 个）` : '';
  const ruled = rule === 'gradientDescent' ? '' : `，${rules[rule] ?? rule}`;
  const ended = status === 'diverged' ? '，已发散' : '';
  return `${names[strategy] ?? strategy}${size}${ruled}，学习率 ${short(learningRate)}，${epochs} 轮${ended}`;
};

const compared = (nearer: string, near: Standing, farther: string, far: Standing): string => {
  const { areDistances, here, there } = standings(near, far);
  const closer = areDistances
    ? `离最小值点更近：距离是 ${here}，${farther}（${run(far)}）是 ${there}`
    : `损失更小：${here}，${farther}（${run(far)}）是 ${there}`;
  if (near.factor === undefined || far.factor === undefined) return `${nearer}（${run(near)}）${closer}。`;
  const [a, b] = factors(near.factor, far.factor, nearly);
  return `${nearer}（${run(near)}）${closer}；每一轮，${nearer}把距离乘以 ${a}，${farther}乘以 ${b}。`;
};

const findings: Sentences<Findings> = {
  standing: ({ updates, learningRate, cost }) => {
    if (updates === 0) return `没有做任何更新：w 还在起点，损失是 ${short(cost)}。`;
    const why = learningRate === 0 ? '学习率是 0' : '那里的梯度是 0，或者小得不足以移动 w';
    return `经过 ${updates} 次更新，w 仍在起点，损失是 ${short(cost)}：${why}。`;
  },
  converging: (found) =>
    found.epochsToGo === 0
      ? `已经收敛：${toGo(found)}；每一轮把距离乘以 ${times(found.factor, nearly)}。`
      : `正在收敛：${shrinking(found)}；${toGo(found)}。`,
  'converging-slowly': (found) =>
    `收敛很慢：学习率 ${short(found.learningRate)} 只有最佳学习率 ${short(found.bestLearningRate)} 的 1/${short(found.times, 3)}；${shrinking(found)}；${toGo(found)}。`,
  'ill-conditioned': (found) =>
    `无论学习率多大，收敛都慢：损失在一个方向上的弯曲程度是另一个方向的 ${short(found.condition, 3)} 倍；${shrinking(found)}，用最佳学习率则乘以 ${times(found.bestFactor, nearly)}；${toGo(found)}。`,
  overshooting: (found) =>
    `每次都越过最低点，但仍然稳定：w 落到另一边，${shrinking(found)}；${toGo(found)}。`,
  'at-the-limit': ({ learningRate, limit }) =>
    `恰好处于极限：学习率是 ${short(learningRate)}，而在 ${short(limit)} 处 w 既不靠近，也不远离。`,
  diverging: ({ factor, learningRate, limit, holds, firstGrowth }) => {
    const [rate, edge] = apart(learningRate, limit);
    return `正在发散：学习率 ${rate} 超过了极限 ${edge}，每一轮把距离乘以 ${times(factor, nearly)}${growth(firstGrowth)}；改用 ${short(holds)} 就能收敛。`;
  },
  hovering: ({ minimizer, fixedPoint, lowest, highest, halfIsCloser }) => {
    const range = `在 ${point(lowest)} 与 ${point(highest)} 之间摆动`;
    if (fixedPoint === undefined) {
      return `在最小值点附近徘徊：最后一轮里 w ${range}，最小值点是 ${point(minimizer)}。`;
    }
    const [there, least] = apart(fixedPoint, minimizer);
    const back = there === least ? `最小值点 ${least}` : `${there}，而不是最小值点 ${least}`;
    const less = halfIsCloser === true ? '；学习率减半，就会离最小值点更近' : '';
    return `在最小值点附近徘徊：每一轮都回到${there === least ? '' : ' '}${back}；一轮之内 w ${range}${less}。`;
  },
  'slower-than-full-batch': (found) => besideFullBatch('慢', found),
  'faster-than-full-batch': (found) => besideFullBatch('快', found),
  diverged: ({ step, firstGrowth }) => `已经发散：第 ${step} 步之后，数值已溢出${growth(firstGrowth)}。`,
  'cost-fell': (found) => measured(fromTo('降到', found), found),
  'cost-rose': (found) => measured(fromTo('升到', found), found),
  'cost-unchanged': (found) => measured(`首尾都是 ${short(found.startCost)}`, found),
};

const comparisons: Sentences<Comparisons> = {
  'first-is-closer': ({ first, second }) => compared('第一次运行', first, '第二次运行', second),
  'second-is-closer': ({ first, second }) => compared('第二次运行', second, '第一次运行', first),
  'equally-close': ({ first, second }) => {
    const far =
      first.distance === undefined
        ? `损失都是 ${short(first.cost)}`
        : `离最小值点都是 ${short(first.distance)}`;
    return `两次运行（${run(first)}；${run(second)}）走得一样远，${far}。`;
  },
};

export const zh: Words = { findings, comparisons };
