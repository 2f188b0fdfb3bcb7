import type { Looks } from './options.ts';
import type { Figure, FigureRow, LayeredView, Title, TopLevel } from './specification.ts';
import { chineseIn, widthOf } from './text.ts';

const schema = 'https://vega.github.io/schema/vega-lite/v6.json';

/** A figure of one view, with the title that was asked for or `title`, and notes below it. */
export function finish(looks: Looks, title: string, notes: string[], view: LayeredView): Figure {
  return display({ ...topLevel(looks, title, notes, [view]), ...view }, looks);
}

/** A figure of several views side by side. */
export function finishRow(looks: Looks, title: string, notes: string[], views: LayeredView[]): FigureRow {
  return display({ ...topLevel(looks, title, notes, views), hconcat: views }, looks);
}

/** How wide a line of notes may be: as the plot, and not too narrow to read. */
function lineOf({ width }: Looks): number {
  return Math.max(width, 300);
}

function topLevel(
  looks: Looks,
  plain: string,
  notes: string[],
  views: LayeredView[],
): TopLevel & { title: Title } {
  const { title = plain, ground } = looks;
  const lines = notes.flatMap((note) => wrapped(note, lineOf(looks)));
  return {
    $schema: schema,
    description: [title, ...notes].join('. '),
    background: ground.background,
    padding: {
      left: 5,
      top: 5,
      bottom: 5,
      right: 5 + overhang([title, ...views.map((view) => view.title?.text ?? '')]),
    },
    config: {
      // names of fonts with Chinese glyphs on Linux, macOS and Windows
      font: "system-ui, 'Noto Sans CJK SC', 'PingFang SC', 'Microsoft YaHei', sans-serif",
      axis: {
        gridColor: ground.grid,
        tickColor: ground.frame,
        domainColor: ground.frame,
        labelColor: ground.text,
        titleColor: ground.text,
        labelFontSize: 12,
        titleFontSize: 14,
        titleFontWeight: 'normal',
      },
      // room, since what lays it out may think Chinese letters narrower than they are
      legend: {
        labelColor: ground.text,
        titleColor: ground.text,
        labelFontSize: 12,
        titleFontSize: 12,
        columnPadding: 40,
        padding: 6,
      },
      title: {
        color: ground.text,
        fontSize: 16,
        subtitleFontSize: 12,
        subtitleColor: ground.note,
        offset: 10,
      },
      view: { stroke: ground.frame },
    },
    title: { text: title, anchor: 'start', ...(lines.length > 0 && { subtitle: lines }) },
  };
}

/** A note in lines of up to so many pixels, at 12 pixels a letter's height. */
function wrapped(note: string, most: number): string[] {
  const lines = [''];
  // Chinese may be broken anywhere, other words between them
  for (const word of note.match(/[\u2e80-\u9fff\uff00-\uffef]|[^\u2e80-\u9fff\uff00-\uffef\s]+\s*|\s+/g) ??
    []) {
    const last = lines.length - 1;
    if (lines[last] !== '' && widthOf(lines[last] + word.trimEnd(), 12) > most) lines.push(word);
    else lines[last] += word;
  }
  return lines.map((line) => line.trim());
}

/** How far titles reach beyond where a plotter without a browser, which thinks Chinese letters a fifth narrower, has them end. */
function overhang(titles: readonly string[]): number {
  return Math.ceil(0.2 * 16 * Math.max(...titles.map(chineseIn)));
}

/**
 * Gives the figure what Deno's notebooks ask an object for. It is no part of the JSON, nor of a copy, and is not listed. Frontends
 * know Vega-Lite by its version: those that have version 6 take that, and older ones try it as 5.
 */
function display<F extends Figure | FigureRow>(made: F, { render }: Looks): F {
  // a copy to the last row: what is changed in one place of a figure changes no other, nor the next figure
  const figure = copy(made);
  return Object.defineProperty(figure, Symbol.for('Jupyter.display'), {
    async value(): Promise<Record<string, unknown>> {
      return {
        'application/vnd.vegalite.v6+json': figure,
        'application/vnd.vegalite.v5+json': figure,
        ...(render !== undefined && { 'image/svg+xml': await render(figure) }),
        'text/plain': figure.description,
      };
    },
  });
}

function copy<T>(value: T): T {
  if (Array.isArray(value)) return value.map(copy) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, copy(part)])) as T;
}
