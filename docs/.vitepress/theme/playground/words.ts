// What a playground says in each language.
import {
  type ChoiceName,
  type HowFar,
  lecture,
  type NumberName,
  type Points,
  type Settings,
  type When,
} from './settings.ts';

export type Locale = 'en' | 'zh';

interface Words {
  playground: string;
  settings: string;
  names: Record<NumberName | ChoiceName | 'shuffle', string>;
  points: Record<Points, string>;
  strategy: Record<When, string>;
  rule: Record<HowFar, string>;
  limit(value: string): string;
  rateSlider: string;
  outOfBounds(name: string, low: string, high: string, isWhole: boolean): string;
  controls: string;
  back: string;
  step: string;
  run: string;
  pause: string;
  reset: string;
  keep: string;
  keptFull: string;
  link: string;
  copy: string;
  copied: string;
  notCopied: string;
  stepSlider: string;
  log: string;
  inNumbers: string;
  noUpdate: string;
  why: string;
  status(step: number, last: number, w: string, cost: string): string;
  diverged(last: number): string;
  refused(parts: string): string;
  keptRuns(names: string): string;
  drop(name: string): string;
  current: string;
  compare: string;
  otherPoints: string;
  loading: string;
  described(settings: Settings): string;
}

const en: Words = {
  playground: 'Playground',
  settings: 'Settings',
  names: {
    points: 'points',
    seed: 'seed',
    samples: 'number of points',
    noise: 'noise',
    w: 'w at the start',
    learningRate: 'learning rate',
    epochs: 'epochs',
    strategy: 'update w',
    size: 'batch size',
    shuffle: 'shuffle each epoch',
    rule: 'rule',
    momentum: 'momentum',
  },
  points: { lecture: "the lecture's 20", drawn: 'drawn by seed' },
  strategy: { 'full-batch': 'full batch', 'per-sample': 'per sample', 'mini-batch': 'mini-batch' },
  rule: { 'gradient-descent': 'gradient descent', momentum: 'momentum', nesterov: 'Nesterov momentum' },
  limit: (value) => `limit of full batch: ${value}`,
  rateSlider: 'learning rate, slider',
  outOfBounds: (name, low, high, isWhole) =>
    `${name}: ${isWhole ? 'a whole number' : 'a number'} from ${low} to ${high}`,
  controls: 'Steps of the run',
  back: 'Back',
  step: 'Step',
  run: 'Run',
  pause: 'Pause',
  reset: 'Reset',
  keep: 'Keep this run',
  keptFull: 'Two runs are kept: drop one to keep another.',
  link: 'Link to this state',
  copy: 'Copy the link',
  copied: 'The link is copied.',
  notCopied: 'The browser does not allow copying here: take the link itself.',
  stepSlider: 'step',
  log: 'Log',
  inNumbers: 'This step in numbers',
  noUpdate: 'No update yet: this is the start.',
  why: 'Why it went so',
  status: (step, last, w, cost) => `Step ${step} of ${last}: w = ${w}, cost = ${cost}`,
  diverged: (last) => `The run diverged: after step ${last} its numbers are no longer finite.`,
  refused: (parts) => `These parts of the link were not understood, and left out: ${parts}`,
  keptRuns: (names) => (names === '' ? 'No run is kept.' : `Kept runs: ${names}`),
  drop: (name) => `Drop ${name}`,
  current: 'now',
  compare: 'Two runs compared',
  otherPoints: 'The two runs have different points: their costs are not those of one curve.',
  loading: 'The figure is being drawn.',
  described: ({ strategy, size, shuffle, learningRate, epochs, rule, momentum, w, ...points }) =>
    [
      strategy === 'mini-batch' ? `mini-batches of ${size}` : en.strategy[strategy],
      ...(shuffle && strategy !== 'full-batch' ? ['shuffled'] : []),
      `rate ${learningRate}`,
      ...(rule === 'gradient-descent' ? [] : [`${en.rule[rule]} ${momentum}`]),
      `${epochs} ${epochs === 1 ? 'epoch' : 'epochs'}`,
      ...(w === lecture.w ? [] : [`from ${w}`]),
      ...(points.points === 'lecture' ? [] : [`seed ${points.seed}`]),
      ...(points.points === 'lecture' || points.noise === lecture.noise ? [] : [`noise ${points.noise}`]),
    ].join(', '),
};

const zh: Words = {
  playground: '实验台',
  settings: '设置',
  names: {
    points: '样本点',
    seed: '随机种子',
    samples: '点的个数',
    noise: '噪音',
    w: 'w 的初值',
    learningRate: '学习率',
    epochs: '轮数',
    strategy: '更新时机',
    size: '每批个数',
    shuffle: '每轮打乱顺序',
    rule: '更新规则',
    momentum: '动量',
  },
  points: { lecture: '课上的 20 个点', drawn: '由种子生成' },
  strategy: { 'full-batch': '全批量', 'per-sample': '逐样本', 'mini-batch': '小批量' },
  rule: { 'gradient-descent': '梯度下降', momentum: '动量', nesterov: 'Nesterov 动量' },
  limit: (value) => `全批量的极限：${value}`,
  rateSlider: '学习率滑块',
  outOfBounds: (name, low, high, isWhole) => `${name}：${low} 到 ${high} 之间的${isWhole ? '整数' : '数'}`,
  controls: '一步一步地看',
  back: '后退',
  step: '前进',
  run: '播放',
  pause: '暂停',
  reset: '重置',
  keep: '留下这次运行',
  keptFull: '已经留下两次运行：去掉一次，才能再留。',
  link: '当前状态的链接',
  copy: '复制链接',
  copied: '链接已复制。',
  notCopied: '浏览器不允许在这里复制：请直接使用链接。',
  stepSlider: '步数',
  log: '日志',
  inNumbers: '这一步的数字',
  noUpdate: '还没有更新：这是起点。',
  why: '为什么会这样',
  status: (step, last, w, cost) => `第 ${step} 步，共 ${last} 步：w = ${w}，损失 = ${cost}`,
  diverged: (last) => `运行已发散：第 ${last} 步之后，数值已溢出。`,
  refused: (parts) => `链接中的这些部分无法识别，没有采用：${parts}`,
  keptRuns: (names) => (names === '' ? '没有留下的运行。' : `留下的运行：${names}`),
  drop: (name) => `去掉 ${name}`,
  current: '当前',
  compare: '两次运行的比较',
  otherPoints: '两次运行的样本点不同：它们的损失不在同一条曲线上。',
  loading: '正在画图。',
  described: ({ strategy, size, shuffle, learningRate, epochs, rule, momentum, w, ...points }) =>
    [
      strategy === 'mini-batch' ? `每 ${size} 个一批` : zh.strategy[strategy],
      ...(shuffle && strategy !== 'full-batch' ? ['打乱顺序'] : []),
      `学习率 ${learningRate}`,
      ...(rule === 'gradient-descent' ? [] : [`${zh.rule[rule]} ${momentum}`]),
      `${epochs} 轮`,
      ...(w === lecture.w ? [] : [`从 ${w} 开始`]),
      ...(points.points === 'lecture' ? [] : [`种子 ${points.seed}`]),
      ...(points.points === 'lecture' || points.noise === lecture.noise ? [] : [`噪音 ${points.noise}`]),
    ].join('，'),
};

export const words: Record<Locale, Words> = { en, zh };
