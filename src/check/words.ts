import type { Finding, Mistake } from './mistakes/finding.ts';

/** English or Chinese. */
export type Locale = 'en' | 'zh';

const show = (value: number | undefined): string => String(Number((value ?? 0).toPrecision(6)));

/** What makes a factor that of a mean: seen in a batch of one, or guessed. */
const inBatches = (alone: number | undefined, samples: number): string =>
  alone === undefined
    ? `if there are ${show(samples)} samples`
    : `and ${show(alone)} times in a batch of one`;

/** What a mistake is, to its author. */
const messages: Record<Mistake, (numbers: Finding['numbers'], name: (k: number) => string) => string> = {
  zeros: () => 'the gradient is zero everywhere, and the cost is not flat',
  'wrong-sign': ({ factor }) => `wrong sign: it is ${show(factor)} times the right one`,
  'residual-reversed': () => 'the residual may be t - y where it should be y - t',
  'extra-factor-2': ({ factor }) => `a factor of 2 too many: it is ${show(factor)} times the right one`,
  'missing-factor-2': ({ factor }) => `a factor of 2 is missing: it is ${show(factor)} times the right one`,
  'missing-half': () => 'the ½ of the cost may be missing from the gradient',
  'sum-for-mean': ({ factor, alone }) =>
    `a sum where the cost has a mean: it is ${show(factor)} times the right one, ${inBatches(alone, factor)}`,
  'mean-for-sum': ({ factor, alone }) =>
    `a mean where the cost has a sum: it is ${show(factor)} times the right one, ${inBatches(alone, 1 / factor)}`,
  'learning-rate': ({ factor }) =>
    `the learning rate may be left in: it is ${show(factor)} times the right one`,
  'constant-factor': ({ factor }) => `it is ${show(factor)} times the right one`,
  'x-forgotten': () => 'the input x is missing from the chain rule: of many weights, every entry is the same',
  'target-forgotten': () =>
    'it is off by what does not depend on w: the target t is missing from the residual, or another such term',
  'activation-forgotten': () => 'the derivative of the activation is missing from the chain rule',
  'stale-w': ({ calls, shift, ratio }) =>
    calls !== undefined
      ? 'it is the gradient at the w of the call before'
      : shift !== undefined
        ? `it is the gradient at w + ${show(shift)}`
        : ratio !== undefined
          ? `it is the gradient at ${show(1 + ratio)} w`
          : 'it does not change with w, as if taken at a w of long ago',
  'updated-w': ({ learningRate }) =>
    `it is the gradient at a w already updated, with learning rate ${show(learningRate)}`,
  'not-summed': ({ rows }) => `it has ${rows} rows that are to be summed over the samples`,
  'already-summed': ({ rows }) => `it is the sum over the samples, where ${rows} rows are asked for`,
  'right-in-sum': () => 'its sum over the samples is right, its rows are not',
  swapped: ({ first, second }, name) => `entries ${name(first)} and ${name(second)} are swapped`,
  reversed: () => 'its entries are in reverse order',
  transposed: () => 'it is transposed',
  'off-by-one': ({ shift }) => `its entries are shifted by ${-shift}`,
  'one-entry': ({ index, weight }, name) =>
    weight === undefined
      ? `only entry ${name(index)} is wrong`
      : `only the entries of weight ${weight} are wrong`,
  'bias-missing': ({ weight }) => `the entry of the bias, weight ${weight}, is missing`,
  'wrong-where-negative': () =>
    'it is wrong where the input is negative, and only there: an absolute value or a relu',
};

/** A question for the learner, which leads there without giving it away. */
const hints: Record<Mistake, Record<Locale, string>> = {
  zeros: { en: 'Move w a little: does the cost stay as it is?', zh: '把 w 挪动一点点，损失真的不变吗？' },
  'wrong-sign': {
    en: 'If w grows a little, does the cost rise or fall, and what does your gradient say?',
    zh: 'w 稍微增大时，损失是升还是降？你的梯度怎么说？',
  },
  'residual-reversed': {
    en: 'Differentiate the residual by y: which sign comes out?',
    zh: '把残差对 y 求导，得到的是什么符号？',
  },
  'extra-factor-2': {
    en: 'Write the cost down again with its constants, and differentiate the square.',
    zh: '把损失连同常数再写一遍，然后对平方求导。',
  },
  'missing-factor-2': { en: 'What is the derivative of a square?', zh: '平方的导数是什么？' },
  'missing-half': {
    en: 'Which constant stands before the sum in the cost, and where did it go?',
    zh: '损失的求和号前面有什么常数？在你的梯度里还在吗？',
  },
  'sum-for-mean': {
    en: 'Does the cost grow when every sample is given twice? Should your gradient?',
    zh: '如果每个样本都重复一遍，损失会变大吗？你的梯度呢？',
  },
  'mean-for-sum': {
    en: 'Does the cost grow when every sample is given twice? Does your gradient?',
    zh: '如果每个样本都重复一遍，损失会变大吗？你的梯度也变大吗？',
  },
  'learning-rate': {
    en: 'What belongs to the slope of the cost, and what to the step that follows it?',
    zh: '哪些属于损失的斜率，哪些属于之后迈出的那一步？',
  },
  'constant-factor': {
    en: 'The direction is right. Which constant of the cost is not in the gradient, or the reverse?',
    zh: '方向是对的。损失里有哪个常数没有进入梯度，或者多了哪个常数？',
  },
  'x-forgotten': {
    en: 'By the chain rule: how much does y change when w does?',
    zh: '用链式法则想一想：w 变化时，y 变化多少？',
  },
  'target-forgotten': {
    en: 'At which w is your gradient zero, and does the cost have its minimum there?',
    zh: '你的梯度在哪个 w 处为零？损失在那里最小吗？',
  },
  'activation-forgotten': {
    en: 'How many links does the chain from w to the cost have? Count the factors of your gradient.',
    zh: '从 w 到损失的链条有几环？数一数你的梯度有几个因子。',
  },
  'stale-w': {
    en: 'Which w does your gradient look at, and which was it given?',
    zh: '你的梯度看的是哪个 w？传给它的又是哪个？',
  },
  'updated-w': {
    en: 'In which order do the gradient and the update of w come?',
    zh: '求梯度和更新 w，哪个在前，哪个在后？',
  },
  'not-summed': {
    en: 'How many numbers does the gradient of one cost by one w have?',
    zh: '一个损失对一个 w 的梯度有几个数？',
  },
  'already-summed': { en: 'What does each sample alone contribute?', zh: '每个样本各自的贡献是多少？' },
  'right-in-sum': {
    en: 'Take one sample alone: is its row the slope of its own part of the cost?',
    zh: '只取一个样本：它那一行是它自己那部分损失的斜率吗？',
  },
  swapped: {
    en: 'Change one weight at a time: which entry should answer?',
    zh: '每次只改变一个权重：应该是哪个分量有反应？',
  },
  reversed: {
    en: 'Change the first weight only: which entry should answer?',
    zh: '只改变第一个权重：应该是哪个分量有反应？',
  },
  transposed: {
    en: 'What do the rows of w stand for, and what the rows of your gradient?',
    zh: 'w 的行代表什么？你的梯度的行又代表什么？',
  },
  'off-by-one': {
    en: 'At which index does your loop begin, and at which does it end?',
    zh: '你的循环从哪个下标开始，到哪个下标结束？',
  },
  'one-entry': {
    en: 'All entries but one are right. What is different about that one?',
    zh: '哪个分量与众不同？它有什么特别之处？',
  },
  'bias-missing': {
    en: 'Which weight has no input of its own, and how does the cost change with it?',
    zh: '哪个权重没有自己的输入？损失怎样随它变化？',
  },
  'wrong-where-negative': {
    en: 'Try a negative number. Which branch does the function take, and which your gradient?',
    zh: '试一个负数：函数走哪个分支？你的梯度走哪个分支？',
  },
};

/** A mistake in words. */
export function describeMistake(
  finding: Finding,
  locale: Locale,
  name: (k: number) => string,
): { message: string; hint: string } {
  return { message: messages[finding.code](finding.numbers, name), hint: hints[finding.code][locale] };
}
