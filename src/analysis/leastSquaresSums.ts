import { assertFunction, assertObject, assertOptions, wrongKind, wrongValue } from '../internal/assert.ts';
import { assertFiniteView, readData } from '../internal/finite.ts';
import { assertRange, hasNonzero } from '../internal/quadratic/assertRange.ts';
import { Moments } from '../internal/quadratic/Moments.ts';
import type {
  ArrayInput,
  Float64Matrix,
  Float64Vector,
  LeastSquaresSums,
  Vector,
  Weights,
} from '../types.ts';

/** Some of the samples: x [n] or [n, d], and t [n]. */
export interface Chunk<X extends ArrayInput = ArrayInput> {
  /** The inputs. */
  x: X;
  /** The targets. */
  t: ArrayInput;
}

/** What can end a reading of chunks early: an AbortSignal. */
export interface Signal {
  /** Whether it has been given. */
  readonly aborted: boolean;
  /** Why: what the promise is rejected with. */
  readonly reason: unknown;
  /** Asks to be told. */
  addEventListener(type: 'abort', listener: () => void): void;
  /** Asks no longer. */
  removeEventListener(type: 'abort', listener: () => void): void;
}

/** How a reading of chunks is watched. */
export interface ChunkOptions {
  /** Called after each chunk, with the chunks and the samples so far. */
  onProgress?: ((progress: { chunks: number; samples: number }) => void) | undefined;
  /** Ends the reading: the promise is rejected with the signal's reason, and the iterable is told to finish. */
  signal?: Signal | undefined;
}

/**
 * All that least squares with one weight needs of the data: n, Σx², Σxt and Σt². Each is summed in twice the digits, one
 * sample after the other, and rounded once: sums of squares are exact arithmetic's result but, rarely, for the last bit, and
 * Σxt is so far as its terms do not cancel to less than 2⁻⁵⁰ of their size.
 *
 * @param x - the inputs [n]: at least one sample, finite; never written to
 * @param t - the targets [n], finite
 * @returns the sums, as plain JSON: for `leastSquares`, `addSums`, and `descend({ sums })`
 * @throws RangeError for data that are empty, not finite (with the first such index), of different lengths, or whose sums of
 * squares are above 2⁹⁰⁰ or, but for zeros, below 2⁻⁹⁰⁰
 * @throws TypeError where an argument is of the wrong kind
 * @example
 * ```ts
 * import { leastSquaresSums } from 'gradus';
 * console.log(leastSquaresSums([1, 2], [2, 5])); // { n: 2, xx: 5, xt: 12, tt: 29 }
 * ```
 */
export function leastSquaresSums(x: Vector | Float64Vector, t: ArrayInput): LeastSquaresSums<number>;
/**
 * The same for many weights: Σ xⱼxₖ as rows, and Σ xⱼt.
 *
 * @param x - the inputs as rows [n, d]
 * @param t - the targets [n]
 * @returns the sums, as plain JSON
 * @throws RangeError and TypeError as for one weight
 * @example
 * ```ts
 * import { leastSquaresSums } from 'gradus';
 * console.log(leastSquaresSums([[1, 0], [1, 2]], [1, 5]).xx); // [ [ 2, 2 ], [ 2, 4 ] ]
 * ```
 */
export function leastSquaresSums(
  x: readonly Vector[] | Float64Matrix,
  t: ArrayInput,
): LeastSquaresSums<Float64Array>;
/**
 * The same of data that come in chunks, so that only one chunk need be in memory. Where the cuts fall changes no bit: the sums
 * equal those of the whole.
 *
 * @param chunks - an async iterable of { x, t }, as an async generator or a stream gives them
 * @param options - `onProgress`, called after each chunk; `signal`, an AbortSignal that ends the reading
 * @returns a promise of the sums
 * @throws (the promise) RangeError where there are no samples, or a chunk is not finite, or of another number of inputs than
 * the first; what the iterable throws; the signal's reason
 * @example
 * ```ts
 * import { leastSquaresSums } from 'gradus';
 * async function* read() {
 *   yield { x: [1], t: [2] };
 *   yield { x: [2, 3], t: [5, 6] };
 * }
 * console.log(await leastSquaresSums(read())); // { n: 3, xx: 14, xt: 30, tt: 65 }
 * ```
 */
export function leastSquaresSums(
  chunks: AsyncIterable<Chunk<Vector | Float64Vector>>,
  options?: ChunkOptions,
): Promise<LeastSquaresSums<number>>;
/** The same of chunks for many weights; see the other signatures. */
export function leastSquaresSums(
  chunks: AsyncIterable<Chunk<readonly Vector[] | Float64Matrix>>,
  options?: ChunkOptions,
): Promise<LeastSquaresSums<Float64Array>>;
/** The same of chunks of ndarrays, or where the type does not say which; see the other signatures. */
export function leastSquaresSums<W extends Weights = Weights>(
  chunks: AsyncIterable<Chunk>,
  options?: ChunkOptions,
): Promise<LeastSquaresSums<W>>;
/** The same of an ndarray, [n] or [n, d], or where the type does not say which; see the other signatures. */
export function leastSquaresSums<W extends Weights = Weights>(
  x: ArrayInput,
  t: ArrayInput,
): LeastSquaresSums<W>;
export function leastSquaresSums(
  first: ArrayInput | AsyncIterable<Chunk>,
  second?: ArrayInput | ChunkOptions,
): LeastSquaresSums | Promise<LeastSquaresSums> {
  if (isAsyncIterable(first)) return ofChunks(first, second as ChunkOptions | undefined);
  if (second === undefined) {
    const expected = 'be of x and t, or of an async iterable of chunks { x, t }';
    throw wrongKind('leastSquaresSums', 'the arguments', expected, first);
  }
  const reading = new Reading();
  reading.add('', first, second);
  return reading.sums();
}

function isAsyncIterable(value: unknown): value is AsyncIterable<Chunk> {
  return typeof value === 'object' && value !== null && Symbol.asyncIterator in value;
}

/** Moments of as many inputs as the first samples have. */
class Reading {
  private moments: Moments | undefined;
  private inputs: number | undefined;
  /** For each input, and for t, whether there was anything but zeros where the squares so far say nothing of it. */
  private readonly isTiny: boolean[] = [];

  /** Adds samples; `where` says in messages whose they are. Gives their number. */
  add(where: string, xInput: unknown, tInput: unknown): number {
    const who = `leastSquaresSums${where}`;
    const { x, t } = readData(who, xInput, tInput);
    const [n, d] = x.shape;
    if (n === 0) return 0;
    if (this.moments === undefined) {
      this.moments = new Moments(d ?? 1);
      this.inputs = d;
    }
    if (d !== this.inputs) {
      const words = (inputs: number | undefined): string =>
        inputs === undefined ? 'a vector' : `${inputs} columns`;
      throw wrongValue(who, 'x', `be ${words(this.inputs)} like those before`, words(d));
    }
    this.moments.add(x, t);
    const { squares } = this.moments;
    // they are finite only where all samples are, so that nobody need look at each
    if (!squares.every(Number.isFinite)) {
      assertFiniteView(who, 'x', x);
      assertFiniteView(who, 't', t);
    }
    for (const [j, sum] of squares.entries()) {
      if (sum <= 2 ** -900 && hasNonzero([x, t], j)) this.isTiny[j] = true;
    }
    return n;
  }

  /** The sums over at least one sample. */
  sums(): LeastSquaresSums {
    if (this.moments === undefined) throw wrongValue('leastSquaresSums', 'x', 'have at least 1 sample', 0);
    const { n, xx, xt, tt, squares } = this.moments;
    assertRange('leastSquaresSums', squares, (j) => this.isTiny[j] === true);
    const high = ([value]: readonly [number, number]): number => value;
    if (this.inputs === undefined) return { n, xx: high(xx[0][0]), xt: high(xt[0]), tt: high(tt) };
    return { n, xx: xx.map((row) => row.map(high)), xt: xt.map(high), tt: high(tt) };
  }
}

async function ofChunks(chunks: AsyncIterable<Chunk>, options: ChunkOptions = {}): Promise<LeastSquaresSums> {
  assertOptions('leastSquaresSums', options, ['onProgress', 'signal']);
  const { onProgress, signal } = options;
  if (onProgress !== undefined) {
    assertFunction('leastSquaresSums', 'onProgress', onProgress, 'be a function of the progress');
  }
  if (signal !== undefined && typeof signal?.addEventListener !== 'function') {
    throw wrongKind('leastSquaresSums', 'signal', 'be an AbortSignal', signal);
  }
  const reading = new Reading();
  let [count, samples] = [0, 0];
  for await (const chunk of signal === undefined ? chunks : abortable(chunks, signal)) {
    assertObject('leastSquaresSums', `chunk ${count}`, chunk);
    samples += reading.add(` of chunk ${count}`, chunk.x, chunk.t);
    count += 1;
    onProgress?.({ chunks: count, samples });
  }
  return reading.sums();
}

/** The chunks up to the signal, which ends the waiting for one as well. */
async function* abortable(chunks: AsyncIterable<Chunk>, signal: Signal): AsyncGenerator<Chunk, void, void> {
  const iterator = chunks[Symbol.asyncIterator]();
  const aborted = Symbol();
  let isOver = false;
  let wake = (): void => undefined;
  const onAbort = (): void => wake();
  // a promise of its own for each chunk: one for all would remember every race that it was in
  const next = (): Promise<IteratorResult<Chunk> | typeof aborted> =>
    new Promise((resolve, reject) => {
      wake = () => resolve(aborted);
      // async functions: an iterator may give or throw what is no promise
      (async () => iterator.next())().then(resolve, (error) => {
        isOver = true;
        reject(error);
      });
    });
  signal.addEventListener('abort', onAbort);
  try {
    while (!signal.aborted) {
      const result = await next();
      if (result === aborted || signal.aborted) break;
      if (result.done === true) {
        isOver = true;
        return;
      }
      yield result.value;
    }
    throw signal.reason;
  } finally {
    signal.removeEventListener('abort', onAbort);
    if (!isOver) {
      const end = (async () => iterator.return?.())();
      // after an abort it is not waited for: an iterator that hangs would hang here too
      if (signal.aborted) end.catch(() => undefined);
      else await end;
    }
  }
}
