// What an exercise says in each language.
interface Words {
  editor: string;
  check: string;
  checking: string;
  restore: string;
  correct: string;
  wrong: string;
  noHint: string;
  more: string;
  numbers(yours: string, slope: string): string;
  inconclusive(reasons: string): string;
  error(message: string): string;
  endless: string;
}

export const words: Record<'en' | 'zh', Words> = {
  en: {
    editor: 'Your function, in JavaScript',
    check: 'Check',
    checking: 'Checking …',
    restore: 'Start again',
    correct: 'Right. The function is the gradient of that cost.',
    wrong: 'Not yet.',
    noHint: 'Compare the formula with your code, factor by factor: which one differs?',
    more: 'Show the mistake',
    numbers: (yours, slope) =>
      `Where they differ most, your function gives ${yours}; the slope of the cost is ${slope}.`,
    inconclusive: (reasons) => `It cannot be told whether that is right: ${reasons}.`,
    error: (message) => `The function could not be run. ${message}`,
    endless: 'The function did not come to an end within five seconds, and was stopped.',
  },
  zh: {
    editor: '你的函数（JavaScript）',
    check: '检查',
    checking: '正在检查……',
    restore: '重新开始',
    correct: '对了。这个函数就是该损失的梯度。',
    wrong: '还不对。',
    noHint: '把公式和代码逐个因子对照一下。',
    more: '看看错在哪里（英文）',
    numbers: (yours, slope) => `相差最大的地方，你的函数给出 ${yours}，而损失的斜率是 ${slope}。`,
    inconclusive: (reasons) => `无法判断对错：${reasons}。`,
    error: (message) => `函数无法运行。${message}`,
    endless: '函数五秒内没有结束，已被停止。',
  },
};
