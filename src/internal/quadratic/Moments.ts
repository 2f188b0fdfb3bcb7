import type { Float64NdArray } from '../../types.ts';
import type { DoubleDouble } from './doubleDouble.ts';
import { ProductSum } from './ProductSum.ts';

/** What least squares needs of the data: n, Σ x xᵀ, Σ x t and Σ t², of d inputs. */
export class Moments {
  n = 0;
  readonly d: number;
  // of the symmetric Σ x xᵀ the part above the diagonal and the diagonal itself
  private readonly products: ProductSum[][];
  private readonly projections: ProductSum[];
  private readonly targets: ProductSum = new ProductSum();

  constructor(d: number) {
    this.d = d;
    this.products = Array.from({ length: d }, (_, j) =>
      Array.from({ length: d - j }, () => new ProductSum()),
    );
    this.projections = Array.from({ length: d }, () => new ProductSum());
  }

  /** Adds samples: x [n] or [n, d], and t [n]. */
  add(x: Float64NdArray, t: Float64NdArray): void {
    const n = x.shape[0];
    const [sampleStride, inputStride = 0] = x.stride;
    const [tStride] = t.stride;
    for (let j = 0; j < this.d; j++) {
      const column = x.offset + j * inputStride;
      for (let k = j; k < this.d; k++) {
        const other = x.offset + k * inputStride;
        this.products[j][k - j].add(x.data, column, sampleStride, x.data, other, sampleStride, n);
      }
      this.projections[j].add(x.data, column, sampleStride, t.data, t.offset, tStride, n);
    }
    this.targets.add(t.data, t.offset, tStride, t.data, t.offset, tStride, n);
    this.n += n;
  }

  /** Σ x² of each input, and Σ t². */
  get squares(): number[] {
    return [...this.products.map(([square]) => square), this.targets].map(({ value: [high] }) => high);
  }

  get xx(): DoubleDouble[][] {
    const { products, d } = this;
    const row = (j: number): DoubleDouble[] =>
      Array.from({ length: d }, (_, k) => products[Math.min(j, k)][Math.abs(k - j)].value);
    return Array.from({ length: d }, (_, j) => row(j));
  }

  get xt(): DoubleDouble[] {
    return this.projections.map((sum) => sum.value);
  }

  get tt(): DoubleDouble {
    return this.targets.value;
  }
}
