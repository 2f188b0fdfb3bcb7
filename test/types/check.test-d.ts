import type { NdArray } from 'ndarray';
import { expectTypeOf, test } from 'vitest';
import {
  assertGradient,
  type CheckedEntry,
  checkGradient,
  checkModel,
  type Diagnosis,
  type GradientReport,
  type ModelReport,
} from '../../src/check/index.ts';
import { linearRegression, nn } from '../../src/index.ts';

test('the functions are given what the point is', () => {
  checkGradient({
    cost(w) {
      expectTypeOf(w).toEqualTypeOf<number>();
      return w;
    },
    gradient: (w) => w,
    at: 1,
  });
  checkGradient({
    cost(w) {
      expectTypeOf(w).toEqualTypeOf<number[]>();
      return w[0];
    },
    gradient: (w) => w,
    at: [1, 2],
  });
  checkGradient({
    cost: (w) => w.subarray(1)[0],
    gradient: (w) => w.map((value) => 2 * value),
    at: new Float64Array(2),
  });
  const at: NdArray = nn([1, 2], 3);
  checkGradient({ cost: (w) => w.get(0), gradient: (w) => w, at });
  checkGradient({ cost: ([row]) => row[0], gradient: (rows) => rows, at: [[1, 2]] });
});

test('the report is typed to its leaves', () => {
  const report = checkGradient({ cost: Math.sin, gradient: Math.cos, at: 1, seed: 1, locale: 'zh' });
  expectTypeOf(report).toEqualTypeOf<GradientReport>();
  expectTypeOf(report.worst).toEqualTypeOf<CheckedEntry | undefined>();
  expectTypeOf(report.diagnosis).toEqualTypeOf<Diagnosis[]>();
  expectTypeOf(report.verdict).toEqualTypeOf<'correct' | 'wrong' | 'inconclusive'>();
  const model = checkModel(linearRegression(), { x: [1, 2], t: [2, 4], w: 0 });
  expectTypeOf(model).toEqualTypeOf<ModelReport>();
  expectTypeOf(model.sum).toEqualTypeOf<GradientReport>();
  expectTypeOf(assertGradient({ cost: Math.sin, gradient: Math.cos, at: 1 })).toEqualTypeOf<void>();
});

test('what is missing or misspelt is refused', () => {
  // @ts-expect-error no gradient
  checkGradient({ cost: Math.sin, at: 1 });
  // @ts-expect-error no such option
  checkGradient({ cost: Math.sin, gradient: Math.cos, at: 1, eps: 1e-6 });
  // @ts-expect-error integers cannot be moved by a little
  checkGradient({ cost: (w: Int32Array) => w[0], gradient: (w: Int32Array) => w, at: new Int32Array(1) });
  // @ts-expect-error no weights
  checkModel(linearRegression(), { x: [1, 2], t: [2, 4] });
});
