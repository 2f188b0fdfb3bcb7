/** What came, in words short enough for an error message. */
export function describe(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (Object.is(value, -0)) return '-0';
  if (typeof value === 'string') {
    return value.length > 60
      ? `a string of ${value.length} characters`
      : `the string ${JSON.stringify(value)}`;
  }
  if (typeof value === 'bigint') return `the bigint ${value}n`;
  if (typeof value === 'function') return 'a function';
  if (typeof value === 'symbol') return 'a symbol';
  if (Array.isArray(value)) return `an array of ${value.length}`;
  if (typeof value === 'object') {
    const name = Object.getPrototypeOf(value)?.constructor?.name ?? 'Object';
    return name === 'Object' ? 'an object' : `a value of class ${name}`;
  }
  return String(value);
}

/** The error for an argument of the wrong kind: who, which argument, what was expected, what came. */
export function wrongKind(who: string, what: string, expected: string, value: unknown): TypeError {
  return new TypeError(`${who}: ${what} must ${expected}, got ${describe(value)}`);
}

/** The error for the right kind with the wrong value or shape; `got` is already in words. */
export function wrongValue(who: string, what: string, expected: string, got: unknown): RangeError {
  return new RangeError(
    `${who}: ${what} must ${expected}, got ${typeof got === 'string' ? got : describe(got)}`,
  );
}

export function assertNumber(who: string, what: string, value: unknown): asserts value is number {
  if (typeof value !== 'number') throw wrongKind(who, what, 'be a number', value);
}

export function assertFinite(who: string, what: string, value: unknown): asserts value is number {
  assertNumber(who, what, value);
  if (!Number.isFinite(value)) throw wrongValue(who, what, 'be a finite number', value);
}

/** A finite number of at least `low`. */
export function assertAtLeast(
  who: string,
  what: string,
  value: unknown,
  low: number,
): asserts value is number {
  assertNumber(who, what, value);
  if (!(value >= low && value < Infinity)) {
    throw wrongValue(who, what, `be a finite number of at least ${low}`, value);
  }
}

/** Whether a value is a whole number of at least `low` that doubles hold exactly. */
export function isWhole(value: unknown, low: number): value is number {
  return Number.isSafeInteger(value) && (value as number) >= low;
}

/** A whole number of at least `low` that doubles hold exactly. */
export function assertWhole(who: string, what: string, value: unknown, low: number): asserts value is number {
  assertNumber(who, what, value);
  if (!isWhole(value, low)) {
    throw wrongValue(who, what, `be a whole number of at least ${low}`, value);
  }
}

/** A whole number of 32 bits. */
export function assertWord(who: string, what: string, value: unknown): asserts value is number {
  assertNumber(who, what, value);
  if (value >>> 0 !== value) throw wrongValue(who, what, 'be a whole number from 0 to 2 ** 32 - 1', value);
}

export function assertFunction(who: string, what: string, value: unknown, expected: string): void {
  if (typeof value !== 'function') throw wrongKind(who, what, expected, value);
}

export function assertObject(
  who: string,
  what: string,
  value: unknown,
): asserts value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw wrongKind(who, what, 'be an object', value);
  }
}

/** A small bag of options, each of them known: a misspelt one would silently mean its default. */
export function assertOptions(who: string, options: unknown, known: readonly string[]): void {
  assertObject(who, 'options', options);
  const unknown = Object.keys(options).find((name) => !known.includes(name));
  if (unknown !== undefined) {
    throw new TypeError(`${who}: options must be of ${known.join(', ')}, got ${unknown}`);
  }
}

export function assertFlag(who: string, what: string, value: unknown): asserts value is boolean {
  if (typeof value !== 'boolean') throw wrongKind(who, what, 'be true or false', value);
}

/** An object with these functions. */
export function assertMethods(who: string, what: string, value: unknown, methods: readonly string[]): void {
  assertObject(who, what, value);
  for (const method of methods) {
    if (typeof value[method] === 'function') continue;
    throw wrongKind(who, `${what}.${method}`, 'be a function', value[method]);
  }
}

/** One of the languages that the library speaks. */
export function assertLocale(who: string, locale: unknown): asserts locale is 'en' | 'zh' {
  if (typeof locale !== 'string') throw wrongKind(who, 'locale', 'be a string', locale);
  if (locale !== 'en' && locale !== 'zh') {
    throw wrongValue(who, 'locale', "be 'en' or 'zh'", describe(locale));
  }
}
