const blockSize = 2 ** 16;

/** A list of numbers that grows: in blocks, so that nothing is copied when it is long, and the first from small beginnings. */
export class Column {
  private readonly full: Float64Array[] = [];
  /** The last block; the next value goes to its index `used`. */
  tail: Float64Array = new Float64Array(64);
  used = 0;

  get length(): number {
    return this.full.length * blockSize + this.used;
  }

  push(value: number): void {
    if (this.used === this.tail.length) this.grow();
    this.tail[this.used] = value;
    this.used += 1;
  }

  /** Makes room where the last block is full. */
  grow(): void {
    if (this.tail.length < blockSize) {
      const larger = new Float64Array(4 * this.tail.length);
      larger.set(this.tail);
      this.tail = larger;
      return;
    }
    this.full.push(this.tail);
    this.tail = new Float64Array(blockSize);
    this.used = 0;
  }

  at(index: number): number {
    const block = Math.floor(index / blockSize);
    return (block < this.full.length ? this.full[block] : this.tail)[index % blockSize];
  }

  /** All of it, in an array of its own. */
  values(): Float64Array {
    const values = new Float64Array(this.length);
    for (const [k, block] of this.full.entries()) values.set(block, k * blockSize);
    values.set(this.tail.subarray(0, this.used), this.full.length * blockSize);
    return values;
  }
}

/** Whole numbers that mostly go on by the same stride, as steps and epochs do: kept as runs (index, first value, stride). */
export class Progression {
  length = 0;
  private readonly starts: number[] = [];
  private readonly firsts: number[] = [];
  private readonly strides: number[] = [];
  /** The value that would go on with the last run; none goes on with a run of one, whose stride the next value tells. */
  private next = Number.NaN;
  private stride = 0;

  push(value: number): void {
    if (value === this.next) this.next += this.stride;
    else this.turn(value);
    this.length += 1;
  }

  /** As many values from `first` on, each `stride` after the one before. */
  pushRun(first: number, stride: number, count: number): void {
    // one value may end the run before, the next opens one, and the third tells its stride
    const told = Math.min(count, 3);
    for (let k = 0; k < told; k++) this.push(first + k * stride);
    this.next += (count - told) * this.stride;
    this.length += count - told;
  }

  at(index: number): number {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (this.starts[middle] <= index) low = middle;
      else high = middle - 1;
    }
    return this.firsts[low] + (index - this.starts[low]) * this.strides[low];
  }

  values(): Float64Array {
    const values = new Float64Array(this.length);
    for (let run = 0; run < this.starts.length; run++) {
      const end = this.starts[run + 1] ?? this.length;
      for (let i = this.starts[run]; i < end; i++) {
        values[i] = this.firsts[run] + (i - this.starts[run]) * this.strides[run];
      }
    }
    return values;
  }

  /** A value that does not go on with the last run: the second of it, or the first of a new one. */
  private turn(value: number): void {
    const run = this.starts.length - 1;
    if (this.length - this.starts[run] === 1) {
      this.stride = value - this.firsts[run];
      this.strides[run] = this.stride;
      this.next = value + this.stride;
      return;
    }
    this.starts.push(this.length);
    this.firsts.push(value);
    this.strides.push(0);
    this.next = Number.NaN;
  }
}
