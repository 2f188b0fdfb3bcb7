import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Column, Progression } from '../../src/descent/columns.ts';

test('a column holds what was pushed, of any length', () => {
  for (const length of [0, 1, 64, 65, 256, 257, 2 ** 16, 2 ** 16 + 1, 3 * 2 ** 16]) {
    const column = new Column();
    for (let i = 0; i < length; i++) column.push(Math.sin(i));
    expect(column.length).toBe(length);
    const values = Float64Array.from({ length }, (_, i) => Math.sin(i));
    expect(column.values()).toEqual(values);
    for (const i of [0, 63, 64, length - 1].filter((i) => i >= 0 && i < length)) {
      expect(column.at(i)).toBe(values[i]);
    }
  }
});

describe('a progression', () => {
  const pieces = fc.array(
    fc.record({ first: fc.nat(6), stride: fc.nat(2), count: fc.nat(6), isRun: fc.boolean() }),
    { maxLength: 12 },
  );

  test('holds what was pushed, one by one or as a run', () => {
    fc.assert(
      fc.property(pieces, (pieces) => {
        const progression = new Progression();
        const values: number[] = [];
        for (const { first, stride, count, isRun } of pieces) {
          const piece = Array.from({ length: count }, (_, k) => first + k * stride);
          values.push(...piece);
          if (isRun) progression.pushRun(first, stride, count);
          else for (const value of piece) progression.push(value);
        }
        expect(progression.length).toBe(values.length);
        expect([...progression.values()]).toEqual(values);
        expect(values.map((_, i) => progression.at(i))).toEqual(values);
      }),
    );
  });
});
