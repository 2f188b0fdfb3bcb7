// The lecture's exercises, and what stands in the editor of each at first.
export type ExerciseName = 'one-weight' | 'half-mean' | 'bias';

export const starts: Record<ExerciseName, Record<'en' | 'zh', string>> = {
  'one-weight': {
    en: '// the derivative of one sample’s cost (t − x w)², with respect to w\nfunction gradient(w, x, t) {\n  return 0;\n}\n',
    zh: '// 一个样本的损失 (t − x w)² 对 w 的导数\nfunction gradient(w, x, t) {\n  return 0;\n}\n',
  },
  'half-mean': {
    en: '// x and t are arrays of n numbers; the derivative of Σ (t − x w)² / (2n), with respect to w\nfunction gradient(w, x, t) {\n  let sum = 0;\n  for (let i = 0; i < x.length; i++) {\n    sum += 2 * x[i] * (x[i] * w - t[i]);\n  }\n  return sum;\n}\n',
    zh: '// x 和 t 是 n 个数的数组；Σ (t − x w)² / (2n) 对 w 的导数\nfunction gradient(w, x, t) {\n  let sum = 0;\n  for (let i = 0; i < x.length; i++) {\n    sum += 2 * x[i] * (x[i] * w - t[i]);\n  }\n  return sum;\n}\n',
  },
  bias: {
    en: '// y = x w + b; the derivatives of Σ (t − y)²: by b first, then by w\nfunction gradient([b, w], x, t) {\n  let [byB, byW] = [0, 0];\n  for (let i = 0; i < x.length; i++) {\n    const y = x[i] * w + b;\n    byB += 0;\n    byW += 2 * x[i] * (y - t[i]);\n  }\n  return [byB, byW];\n}\n',
    zh: '// y = x w + b；Σ (t − y)² 的导数：先对 b，再对 w\nfunction gradient([b, w], x, t) {\n  let [byB, byW] = [0, 0];\n  for (let i = 0; i < x.length; i++) {\n    const y = x[i] * w + b;\n    byB += 0;\n    byW += 2 * x[i] * (y - t[i]);\n  }\n  return [byB, byW];\n}\n',
  },
};
