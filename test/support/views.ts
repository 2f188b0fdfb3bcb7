import fc from 'fast-check';
import ndarray, { type NdArray } from 'ndarray';

const SENTINEL = -77;

const stores: ((length: number) => unknown)[] = [
  (length) => new Float64Array(length).fill(SENTINEL),
  (length) => new Float64Array(length).fill(SENTINEL),
  (length) => new Float32Array(length).fill(SENTINEL),
  (length) => new Int32Array(length).fill(SENTINEL),
  (length) => new Int8Array(length).fill(SENTINEL),
  (length) => new Uint8ClampedArray(length).fill(77),
  (length) => new Array<number>(length).fill(SENTINEL),
  (length) => genericStore(length),
];

/** A store that is reached by get and set only: ndarray's third kind of data. */
function genericStore(length: number): unknown {
  const values = new Map<number, number>();
  return {
    length,
    get: (i: number) => values.get(i) ?? SENTINEL,
    set: (i: number, value: number) => void values.set(i, value),
  };
}

const value = fc.oneof(fc.double({ min: -1e3, max: 1e3, noNaN: true }), fc.integer({ min: -100, max: 100 }));

/** An ndarray of that shape over any store, with any gaps, offset, order of axes and negative steps. */
export function viewOf(shape: readonly number[]): fc.Arbitrary<NdArray> {
  const size = shape.reduce((product, length) => product * length, 1);
  return fc
    .record({
      store: fc.constantFrom(...stores),
      values: fc.array(value, { minLength: size, maxLength: size }),
      gaps: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 2, maxLength: 2 }),
      signs: fc.array(fc.constantFrom(1, -1), { minLength: 2, maxLength: 2 }),
      transposed: fc.boolean(),
      padding: fc.integer({ min: 0, max: 3 }),
    })
    .map(({ store, values, gaps, signs, transposed, padding }) => {
      const axes = transposed ? [0, 1] : [1, 0];
      const stride = shape.map(() => 0);
      let reach = 1;
      for (const axis of axes.filter((axis) => axis < shape.length)) {
        stride[axis] = reach * gaps[axis];
        reach = stride[axis] * Math.max(shape[axis], 1);
      }
      let offset = padding;
      shape.forEach((length, axis) => {
        if (signs[axis] > 0) return;
        offset += Math.max(length - 1, 0) * stride[axis];
        stride[axis] = -stride[axis];
      });
      const view = ndarray(store(reach + 2 * padding) as Float64Array, [...shape], stride, offset);
      const [n = 1, d = 1] = shape;
      for (let i = 0; i < n; i++)
        for (let j = 0; j < d; j++) view.set(...[i, j].slice(0, shape.length), values[i * d + j]);
      return view;
    });
}

/** The view's values as plain arrays: what a packed copy holds. */
export function plain(view: NdArray): number[] & number[][] {
  const rows = Array.from({ length: view.shape[0] }, (_, i) =>
    view.shape.length === 1 ? view.get(i) : Array.from({ length: view.shape[1] }, (_, j) => view.get(i, j)),
  );
  return rows as number[] & number[][];
}

/** Everything that a caller could see changed: the whole store, sentinels included, and the view's own fields. */
export function snapshot(view: NdArray): string {
  const data = view.data as { length: number; get?(i: number): number; [i: number]: number };
  const values = Array.from({ length: data.length }, (_, i) => data.get?.(i) ?? data[i]);
  return JSON.stringify([values, view.shape, view.stride, view.offset]);
}
