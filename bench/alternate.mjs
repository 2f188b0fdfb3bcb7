// Contenders that take turns: each is a process of its own, so that no other has shaped what its engine guesses about its
// loops, and what is compared are times taken one after the other, since machines are noisy.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** Starts a contender, which says its version in its first line, and then answers each line with one line. */
export async function start({ name, command: [program, ...args], env = {} }) {
  const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'inherit'], env: { ...process.env, ...env } });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const read = async () => {
    const { value, done } = await lines.next();
    if (done) throw new Error(`${name} ended early`);
    return value;
  };
  const version = await read();
  const ask = async (line) => {
    child.stdin.write(`${line}\n`);
    return (await read()).split(' ').map(Number);
  };
  return { name: version === '' ? name : `${name} ${version}`, ask, stop: () => child.stdin.end() };
}

/** The answers of each contender to `line`, asked in turn, `rounds` times after as many `unmeasured`. */
export async function alternate(contenders, line, rounds, unmeasured) {
  const answers = contenders.map(() => []);
  for (let round = -unmeasured; round < rounds; round++) {
    for (const [i, { ask }] of contenders.entries()) {
      const answer = await ask(line);
      if (round >= 0) answers[i].push(answer);
    }
  }
  return answers;
}

export const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** The median of ratios of times taken one after the other. */
export const ratioOf = (times, others) => median(times.map((time, round) => time / others[round]));

/** Whole numbers of at least `low` from options by name. */
export function wholeNumbers(values, low, ...names) {
  return names.map((name) => {
    const value = Number(values[name]);
    if (Number.isSafeInteger(value) && value >= low) return value;
    console.error(`bench: --${name} must be a whole number of at least ${low}, got ${values[name]}`);
    return process.exit(2);
  });
}
