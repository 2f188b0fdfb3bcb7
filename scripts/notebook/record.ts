// Runs inside Deno, beside the cells: keeps what each cell prints and shows, in the form in which the kernel would send it.
import process from 'node:process';
import type { Output } from './notebook.ts';

declare const Deno: { inspect(value: unknown): string };

const outputs: Record<string, Output[]> = {};
let current = '';

console.log = (...values: unknown[]): void => {
  const text = values.map((value) => (typeof value === 'string' ? value : Deno.inspect(value))).join(' ');
  outputs[current].push({ output_type: 'stream', name: 'stdout', text: `${text}\n` });
};

/** From here on it is the cell of this name. */
export function cell(id: string): void {
  current = id;
  outputs[id] = [];
}

/** The value of a cell's last line. */
export async function show(value: unknown): Promise<void> {
  if (value === undefined) return;
  const { [Symbol.for('Jupyter.display')]: display } = Object(value);
  const data = display === undefined ? { 'text/plain': Deno.inspect(value) } : await display.call(value);
  outputs[current].push({ output_type: 'execute_result', metadata: {}, data });
}

/** All cells have run. */
export function end(): void {
  process.stdout.write(JSON.stringify(outputs));
}
