/** What figures say in one language. */
export interface Words {
  samples: string;
  costCurve: string;
  descent: string;
  fit: string;
  fitAlone: string;
  learningCurve: string;
  compare: string;
  contour: string;
  /** The line that the targets were drawn about, in a legend; and the fitted one. */
  sample: string;
  target: string;
  fitted: string;
  cost: string;
  epochs: string;
  steps: string;
  diverged: string;
  thinned(drawn: number, total: number): string;
  thinnedSamples(drawn: number, total: number): string;
  cut(lastStep: number): string;
  outside(count: number, total: number): string;
  infinite: string;
  divergedAfter(step: number): string;
  zeros(count: number): string;
  /** Of a line that leads out of the picture. */
  lineLeaves: string;
  sameEpochs(epochs: number): string;
  /** A note on one of several runs. */
  of(run: string, note: string): string;
}

export const words: Record<'en' | 'zh', Words> = {
  en: {
    samples: 'The samples: target t over input x',
    costCurve: 'The cost as a function of w',
    descent: 'Gradient descent on the cost curve',
    fit: 'The fitted line beside the target line',
    fitAlone: 'The samples and the fitted line',
    learningCurve: 'The cost while learning',
    compare: 'When to update w',
    contour: 'Gradient descent over two weights',
    sample: 'sample',
    target: 'target line',
    fitted: 'fitted line',
    cost: 'cost',
    epochs: 'epochs',
    steps: 'steps',
    diverged: ' (diverged)',
    thinned: (drawn, total) => `${drawn} of ${total} entries are drawn`,
    thinnedSamples: (drawn, total) => `${drawn} of ${total} samples are drawn`,
    cut: (lastStep) => `drawn up to step ${lastStep}: from there on the cost leaves the picture`,
    outside: (count, total) => `${count} of ${total} entries are outside of the range`,
    infinite: 'nothing is drawn where the cost is no finite number',
    divergedAfter: (step) => `the run diverged: after step ${step} its numbers are no longer finite`,
    zeros: (count) =>
      `${count} ${count === 1 ? 'entry has' : 'entries have'} a cost of 0, for which a logarithmic scale has no place`,
    of: (run, note) => `${run}: ${note}`,
    lineLeaves: 'a line leads out of the picture',
    sameEpochs: (epochs) => (epochs === 1 ? 'the first epoch of each' : `the first ${epochs} epochs of each`),
  },
  zh: {
    samples: '样本：目标 t 与输入 x',
    costCurve: '损失随 w 的变化',
    descent: '在损失曲线上做梯度下降',
    fit: '拟合的直线与目标直线',
    fitAlone: '样本与拟合的直线',
    learningCurve: '学习曲线',
    compare: '什么时候更新 w',
    contour: '两个权重的梯度下降',
    sample: '样本',
    target: '目标直线',
    fitted: '拟合的直线',
    cost: '损失',
    epochs: '轮数',
    steps: '步数',
    diverged: '（发散）',
    thinned: (drawn, total) => `共 ${total} 条记录，画出其中 ${drawn} 条`,
    thinnedSamples: (drawn, total) => `共 ${total} 个样本，画出 ${drawn} 个`,
    cut: (lastStep) => `只画到第 ${lastStep} 步：之后损失超出了图的范围`,
    outside: (count, total) => `共 ${total} 条记录，其中 ${count} 条在范围之外`,
    infinite: '损失不是有限数的地方没有画',
    divergedAfter: (step) => `运行已发散：第 ${step} 步之后，数值已溢出`,
    zeros: (count) => `有 ${count} 条记录的损失是 0，无法在对数坐标上显示`,
    of: (run, note) => `${run}：${note}`,
    lineLeaves: '有直线超出了图的范围',
    sameEpochs: (epochs) => `各取前 ${epochs} 轮`,
  },
};
