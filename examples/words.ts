// What the page of `npm start` says, in both languages.
export interface PageWords {
  title: string;
  lead: string;
  samples: [heading: string, text: string];
  curve: [heading: string, text: string];
  descent: [heading: string, text: string];
  step: [heading: string, text: string];
  fit: [heading: string, text: string];
  compare: [heading: string, text: string];
  learning: [heading: string, text: string];
  /** A run's name before what is said of it. */
  said(name: string, what: string): string;
  why: string;
  strategies: Record<'full-batch' | 'per-sample' | 'mini-batch', string>;
}

export const pageWords: Record<'en' | 'zh', PageWords> = {
  en: {
    title: 'Walking down a cost curve',
    lead: 'A line y = x w is fitted to points that were drawn about y = 2x. Everything on this page was computed from those points.',
    samples: [
      'The points',
      'Each point is an input x with its target t. The line is the one that the targets were drawn about; the fit has to find it from the points alone.',
    ],
    curve: [
      'The cost',
      'How wrong a w is: the squares of t − x w, added up over the points. As a function of w that is a parabola, and where it is lowest is known from the points.',
    ],
    descent: [
      'Down the curve',
      'The derivative says which way is down, and w goes a step that way: w(k + 1) = w(k) − Δw(k), where Δw is the learning rate times the derivative.',
    ],
    step: ['One update in numbers', 'The first update, with its numbers put into the formulas.'],
    fit: ['The fitted line', 'The line of the last w, beside the one that the targets were drawn about.'],
    compare: [
      'When to update?',
      'After all points, after each, or after a few: as many epochs of each, on the same curve.',
    ],
    learning: [
      'Why did it come out worse?',
      'The cost over the epochs, and what the points say of each run: in one epoch plain descent multiplies the distance to where it leads, and by how much is known before it is run.',
    ],
    said: (name, what) => `${name}: ${what}`,
    why: 'why it went so',
    strategies: { 'full-batch': 'full batch', 'per-sample': 'per sample', 'mini-batch': 'mini-batches of 5' },
  },
  zh: {
    title: '沿着损失曲线往下走',
    lead: '用直线 y = x w 拟合一些点，这些点是围绕 y = 2x 生成的。这一页上的所有数字都由这些点算出。',
    samples: [
      '样本点',
      '每个点是一个输入 x 和它的目标 t。图中的直线是生成目标时所用的直线；拟合只能从点出发把它找回来。',
    ],
    curve: [
      '损失',
      'w 错得有多厉害：把每个点的 (t − x w)² 加起来。它作为 w 的函数是一条抛物线，最低点可以由这些点直接算出。',
    ],
    descent: [
      '往下走',
      '导数告诉我们哪个方向是下坡，w 就朝那边走一步：w(k + 1) = w(k) − Δw(k)，其中 Δw 是学习率乘以导数。',
    ],
    step: ['一次更新的数字', '第一次更新，把数字代入公式。'],
    fit: ['拟合的直线', '最后的 w 对应的直线，以及生成目标时所用的直线。'],
    compare: [
      '什么时候更新？',
      '看完所有点再更新，每看一个点就更新，还是看几个点更新一次：在同一条曲线上，各走同样多轮。',
    ],
    learning: [
      '结果变差了，为啥？',
      '损失随轮数的变化，以及这些点对每次运行的说明：每过一轮，梯度下降把到终点的距离乘以一个数，这个数不用运行就能算出来。',
    ],
    said: (name, what) => `${name}：${what}`,
    why: '为什么会这样',
    strategies: { 'full-batch': '全批量', 'per-sample': '逐样本', 'mini-batch': '每 5 个一批' },
  },
};
