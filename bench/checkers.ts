// `npx tsx bench/checkers.ts`: what checkGradient says of the corpus of right and wrong gradients, beside what scipy's and
// PyTorch's checkers say of the same ones. A peer that is not there is left out.
//   --json FILE   writes what was said of every gradient      --only KIND   functions of this kind; may be repeated
//   --python COMMAND   the interpreter that has the peers, python3 where it is left out
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { type Form, readForm, readNumbers } from '../src/check/forms.ts';
import { checkGradient } from '../src/check/index.ts';
import { corpus, type Entry } from '../test/reference/gradients/corpus.ts';

/** A gradient that is to be checked. */
interface Pair {
  entry: Entry;
  gradient: Entry['gradient'];
  /** The names of its mistake; undefined for a right one. */
  labels?: readonly string[];
}

/** What a checker says of a pair. */
interface Opinion {
  said: 'accepted' | 'rejected' | 'cannot tell';
  /** How often the cost was evaluated, for each entry of the gradient. */
  evaluations?: number;
  /** Whether the mistake was called by its name. */
  isNamed?: boolean;
  /** The class of the exception in which the check ended: a rejection, as it is in a test. */
  exception?: string;
  detail: unknown;
}

/** What JSON has no number for goes as a string. */
type Double = number | string;

/** What a peer says, in its own terms. */
interface Reply {
  exception?: string;
  /** scipy: the norm of the gradient less the differences, and that of the gradient. */
  error?: Double;
  norm?: Double;
  /** PyTorch. */
  accepted?: boolean;
}

// JSON.stringify would drop the sign of −0
const double = (value: number): Double =>
  Object.is(value, -0) ? '-0' : Number.isFinite(value) ? value : String(value);

// scipy returns a norm and leaves the verdict to the user: the usual threshold, a lax one, and one relative to the gradient
const peers: { name: string; accepts: Record<string, (reply: Reply) => boolean> }[] = [
  {
    name: 'scipy',
    accepts: {
      'scipy check_grad < 1e-6': ({ error }) => Number(error) < 1e-6,
      'scipy check_grad < 1e-4': ({ error }) => Number(error) < 1e-4,
      'scipy check_grad ≤ 1e-6 · norm': ({ error, norm }) => Number(error) <= 1e-6 * Number(norm),
    },
  },
  { name: 'torch', accepts: { 'torch gradcheck': ({ accepted }) => accepted === true } },
];

const { values: options } = parseArgs({
  options: {
    json: { type: 'string' },
    only: { type: 'string', multiple: true },
    python: { type: 'string', default: 'python3' },
  },
});
const kinds = [...new Set(corpus.map(({ kind }) => kind))];
const unknown = options.only?.find((kind) => !kinds.includes(kind));
if (unknown !== undefined) {
  console.error(`checkers: --only must be one of ${kinds.join(', ')}, got ${unknown}`);
  process.exit(2);
}
const pairs: Pair[] = corpus
  .filter(({ kind }) => options.only?.includes(kind) ?? true)
  .flatMap((entry) => [
    { entry, gradient: entry.gradient },
    ...entry.wrong.map((wrong) => ({ entry, ...wrong })),
  ]);
const isRight = ({ labels }: Pair): boolean => labels === undefined;
const isDoubtful = ({ entry }: Pair): boolean => entry.reasons.length > 0;
const isToBeNamed = (pair: Pair): boolean => !isDoubtful(pair) && (pair.labels?.length ?? 0) > 0;
const hasOtherShape = ({ entry: { at }, gradient }: Pair): boolean => {
  const { make, values, shape } = readForm<unknown>('checkers', at);
  return `${readNumbers(gradient(make(values) as never))?.shape}` !== `${shape}`;
};

function askGradus(pair: Pair): Opinion {
  const { entry, gradient, labels = [] } = pair;
  const { cost, at } = entry;
  try {
    const report = checkGradient({ cost, gradient, at } as Parameters<typeof checkGradient>[0]);
    const said = ({ correct: 'accepted', wrong: 'rejected', inconclusive: 'cannot tell' } as const)[
      report.verdict
    ];
    const diagnosis = report.diagnosis.map(({ code }) => code);
    const isNamed = isToBeNamed(pair) && labels.includes(diagnosis[0]);
    const evaluations = report.evaluations / (report.entries.length || 1);
    return { said, isNamed, evaluations, detail: { reasons: report.reasons, diagnosis } };
  } catch (error) {
    return { said: 'rejected', exception: (error as Error).name, detail: `${error}` };
  }
}

/** Calls the cost or the gradient at the point that differs by `moved` from the one that is checked. */
function call(
  { entry: { cost }, gradient }: Pair,
  form: Form<unknown>,
  { ask, moved }: { ask: string; moved: [number, Double][] },
): object {
  const point = form.values.slice();
  for (const [k, value] of moved) point[k] = Number(value);
  const argument = form.make(point);
  try {
    const { values = [], shape = [0] } =
      readNumbers((ask === 'cost' ? cost : gradient)(argument as never)) ?? {};
    const after = readNumbers(argument)?.values ?? point;
    const written = [...point.keys()].filter((k) => !Object.is(point[k], after[k]));
    return { values: Array.from(values, double), shape, wrote: written.map((k) => [k, double(after[k])]) };
  } catch (error) {
    return { threw: `${ask}: ${error}` };
  }
}

/** What a peer says of every pair; undefined where it is not there. */
async function askPeer(name: string): Promise<{ version: string; replies: Reply[] } | undefined> {
  if (spawnSync(options.python, ['-c', `import numpy, ${name}`]).status !== 0) return undefined;
  const program = [join(import.meta.dirname, 'checkers.py'), name];
  const child = spawn(options.python, program, { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const read = async () => {
    const { value, done } = await lines.next();
    if (done) throw new Error(`${name} ended early`);
    return JSON.parse(value);
  };
  const write = (message: object): unknown => child.stdin.write(`${JSON.stringify(message)}\n`);
  const { version } = await read();
  const replies: Reply[] = [];
  for (const pair of pairs) {
    const { at } = pair.entry;
    // the peers ask for double precision, so that a cost of singles is given doubles
    const form = readForm<unknown>('checkers', at instanceof Float32Array ? Float64Array.from(at) : at);
    write({ at: Array.from(form.values, double), shape: form.shape });
    let message = await read();
    for (; message.reply === undefined; message = await read()) write(call(pair, form, message));
    replies.push(message.reply);
  }
  child.stdin.end();
  await once(child, 'exit');
  return { version, replies };
}

const own = JSON.parse(readFileSync(join(import.meta.dirname, '..', 'package.json'), 'utf8'));
/** The line of a checker: its version, and the exceptions that count as rejections. */
function introduce(version: string, answers: { exception?: string }[]): string {
  const names = answers.flatMap(({ exception }) => exception ?? []).sort();
  const counts = [...new Set(names)].map(
    (name) => `${name} ${names.filter((other) => other === name).length} times`,
  );
  return counts.length > 0 ? `${version}; raised ${counts.join(', ')}, each a rejection` : version;
}
const columns = [{ checker: 'gradus checkGradient', opinions: pairs.map(askGradus) }];
const about = [introduce(`gradus ${own.version}, Node.js ${process.versions.node}`, columns[0].opinions)];
for (const { name, accepts } of peers) {
  const peer = await askPeer(name);
  if (peer === undefined) {
    about.push(`${options.python} has no ${name} (Debian: python3-${name}): left out`);
    continue;
  }
  const { version, replies } = peer;
  about.push(introduce(version, replies));
  for (const [checker, isAccepted] of Object.entries(accepts)) {
    const opinions = replies.map((reply): Opinion => {
      const said = reply.exception === undefined && isAccepted(reply) ? 'accepted' : 'rejected';
      return { said, detail: reply };
    });
    columns.push({ checker, opinions });
  }
}

const perEntry = columns[0].opinions
  .filter((_, i) => isRight(pairs[i]) && !isDoubtful(pairs[i]) && pairs[i].entry.kind !== 'large')
  .flatMap(({ evaluations }) => evaluations ?? [])
  .sort((a, b) => a - b);
const [middle, most] = [perEntry[perEntry.length >> 1], perEntry.at(-1)].map((value) => value?.toFixed(1));
about.push(
  `gradus: costs evaluated for an entry of a right gradient: ${middle} in the median, ${most} at most`,
);

type Column = (typeof columns)[number];
type Test = (pair: Pair, opinion: Opinion) => boolean;
const count = ({ opinions }: Column, test: Test): number =>
  pairs.filter((pair, i) => test(pair, opinions[i])).length;
const size = (test: (pair: Pair) => boolean): number => pairs.filter(test).length;
const isFalseAlarm: Test = (pair, { said }) => isRight(pair) && !isDoubtful(pair) && said === 'rejected';
const isFalsePass: Test = (pair, { said }) => !isRight(pair) && !isDoubtful(pair) && said === 'accepted';

function print(title: string, head: string[], rows: (string | number)[][]): void {
  const line = (cells: (string | number)[]): string => `| ${cells.join(' | ')} |`;
  if (rows.length > 0)
    console.log(
      [`\n${title}:\n`, line(head), `|${'---|'.repeat(head.length)}`, ...rows.map(line)].join('\n'),
    );
}

const groups = (
  [
    ['right accepted', true, 'accepted'],
    ['right rejected', true, 'rejected'],
    ['right: cannot tell', true, 'cannot tell'],
    ['wrong rejected', false, 'rejected'],
    ['wrong accepted', false, 'accepted'],
    ['wrong: cannot tell', false, 'cannot tell'],
  ] as const
).map(([head, right, word]) => ({ head, right, word }));
const heads = groups.map(({ head }) => head);
const tally = (column: Column, doubtful: boolean): number[] =>
  groups.map(({ right, word }) =>
    count(
      column,
      (pair, { said }) => isDoubtful(pair) === doubtful && isRight(pair) === right && said === word,
    ),
  );
const sizes = (doubtful: boolean): string => {
  const [right, wrong] = [true, false].map((kind) =>
    size((pair) => isDoubtful(pair) === doubtful && isRight(pair) === kind),
  );
  return `${right} right and ${wrong} wrong gradients`;
};

console.log(about.map((line) => `- ${line}`).join('\n'));
print(
  `Of ${sizes(false)}`,
  // such a gradient may be right once it is summed over its rows, which autograd does unasked
  ['checker', ...heads, 'wrong accepted, of another shape', 'named'],
  columns.map((column, i) => [
    column.checker,
    ...tally(column, false),
    count(column, (pair, opinion) => isFalsePass(pair, opinion) && hasOtherShape(pair)),
    i === 0 ? `${count(column, (_, { isNamed }) => isNamed === true)} of ${size(isToBeNamed)}` : '–',
  ]),
);
print(
  `Where there is no telling, of ${sizes(true)}`,
  ['checker', ...heads],
  columns.map((column) => [column.checker, ...tally(column, true)]),
);
const [, ...ofPeers] = columns;
const errorsByKind = kinds.map((kind) => {
  const isHere = (pair: Pair): boolean => pair.entry.kind === kind && !isDoubtful(pair);
  const errors = ofPeers.map((column) =>
    [isFalseAlarm, isFalsePass].map((test) =>
      count(column, (pair, opinion) => isHere(pair) && test(pair, opinion)),
    ),
  );
  const [right, wrong] = [true, false].map((is) => size((pair) => isHere(pair) && isRight(pair) === is));
  return { kind, right, wrong, errors };
});
print(
  'Right rejected / wrong accepted, by what is hard about the functions',
  ['kind', 'right', 'wrong', ...ofPeers.map(({ checker }) => checker)],
  errorsByKind
    .filter(({ errors }) => errors.flat().some((n) => n > 0))
    .map(({ kind, right, wrong, errors }) => [kind, right, wrong, ...errors.map((pair) => pair.join(' / '))]),
);

if (options.json !== undefined) {
  const results = pairs.map((pair, i) => ({
    kind: pair.entry.kind,
    function: pair.entry.name,
    gradient: isRight(pair) ? 'right' : pair.labels?.join(' or ') || 'wrong',
    isDoubtful: isDoubtful(pair),
    hasOtherShape: hasOtherShape(pair),
    opinions: Object.fromEntries(columns.map(({ checker, opinions }) => [checker, opinions[i]])),
  }));
  writeFileSync(options.json, `${JSON.stringify({ about, results }, null, 1)}\n`);
}
