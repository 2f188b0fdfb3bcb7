// What must hold for every figure, whatever it draws.
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { parse, View } from 'vega';
import { compile, type TopLevelSpec } from 'vega-lite';
import schema from 'vega-lite/vega-lite-schema.json' with { type: 'json' };
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Figure, FigureRow, LayeredView } from '../../src/figures/index.ts';
import { drawn, everyFigure } from '../support/figures.ts';

const ajv = new Ajv({ strict: false, allErrors: false });
addFormats.default(ajv);
ajv.addFormat('color-hex', () => true);
const isSpecification = ajv.compile(schema);

const views = (figure: Figure | FigureRow): LayeredView[] =>
  'hconcat' in figure ? figure.hconcat : [figure];

/** A logger that keeps all that is said above information. */
function listen(): { logger: never; said: string[] } {
  const said: string[] = [];
  const keep = (...args: unknown[]): unknown => {
    said.push(args.join(' '));
    return logger;
  };
  const logger = {
    level: () => logger,
    error: keep,
    warn: keep,
    info: () => logger,
    debug: () => logger,
  };
  return { logger: logger as never, said };
}

/** The contrast ratio of two colours #rrggbb, as WCAG 2.1 defines it. */
function contrast(a: string, b: string): number {
  const luminance = (color: string): number => {
    const [red, green, blue] = [1, 3, 5].map((from) => {
      const value = Number.parseInt(color.slice(from, from + 2), 16) / 255;
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [low, high] = [luminance(a), luminance(b)].sort((p, q) => p - q);
  return (high + 0.05) / (low + 0.05);
}

/** All strings and numbers of a value. */
function leaves(value: unknown): unknown[] {
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(leaves) : [value];
}

describe.each(everyFigure)('$name', ({ input, drawn }) => {
  test.each(['en', 'zh'])(
    '%s is plain JSON, passes the schema, and is drawn without a warning',
    async (locale) => {
      const figure = drawn.figure(input, { locale });
      const copy = JSON.parse(JSON.stringify(figure));
      expect(copy).toEqual(figure);
      expect(isSpecification(copy) || isSpecification.errors).toBe(true);

      const { logger, said } = listen();
      const { spec } = compile(copy as TopLevelSpec, { logger });
      const svg = await new View(parse(spec), { renderer: 'none', logger }).toSVG();
      expect(said).toEqual([]);
      expect(svg).not.toMatch(/NaN|undefined|Infinity/);
      expect(JSON.stringify(figure)).toBe(JSON.stringify(drawn.figure(input, { locale })));
    },
  );

  test('is drawn from its data, which is plain JSON', () => {
    const data = drawn.data(input);
    expect(JSON.parse(JSON.stringify(data))).toEqual(data);
    const places = new Set(leaves(data).filter((leaf) => typeof leaf === 'number'));
    // every number that is drawn is one of the data
    for (const { layer } of views(drawn.figure(input))) {
      for (const { data } of layer) {
        for (const leaf of leaves(data)) if (typeof leaf === 'number') expect(places).toContain(leaf);
      }
    }
  });

  test('leaves its input and its options as they were', () => {
    const options = Object.freeze({ labels: Object.freeze({ x: 'x' }), colors: Object.freeze(['#111111']) });
    const before = JSON.stringify(input);
    drawn.figure(input, options);
    drawn.data(input);
    expect(JSON.stringify(input)).toBe(before);
  });

  test('has its title, labels, size and colours as asked for', () => {
    const figure = drawn.figure(input, {
      title: 'my title',
      labels: { x: 'my x', y: 'my y' },
      width: 123,
      height: 77,
      colors: ['#123456'],
    });
    expect(figure.title?.text).toBe('my title');
    expect(figure.description).toMatch(/^my title/);
    for (const { width, height, layer } of views(figure)) {
      expect([width, height]).toEqual([123, 77]);
      for (const { encoding } of layer) {
        expect([encoding.x?.title, encoding.y?.title]).toEqual(['my x', 'my y']);
      }
    }
    expect(JSON.stringify(figure)).toContain('#123456');
    expect(JSON.stringify(figure)).not.toMatch(/#004488|#bb5566|#ddaa33/);
  });

  // WCAG 2.1's contrast of what must be read (1.4.3, at least 4.5), and on dark ground of what must be seen (1.4.11, at least 3)
  test.each(['light', 'dark'])('can be read and seen on %s ground', (scheme) => {
    const figure = drawn.figure(input, { scheme });
    const { background, config } = figure;
    for (const part of [config.axis, config.legend, config.title]) {
      for (const [name, color] of Object.entries(part)) {
        if (!/[cC]olor$/.test(name) || /grid|tick|domain/.test(name)) continue;
        expect(contrast(String(color), background)).toBeGreaterThanOrEqual(4.5);
      }
    }
    if (scheme === 'light') return;
    // contours fade into the ground, and are no colours in turn
    const marks = views(figure).flatMap(({ layer }) =>
      layer.flatMap(({ mark, encoding: { color } }) => [
        mark.color,
        ...(color?.type === 'nominal' ? (color.scale?.range ?? []) : []),
      ]),
    );
    for (const color of marks) {
      if (typeof color !== 'string' || color === background) continue;
      expect(contrast(color, background)).toBeGreaterThanOrEqual(3);
    }
    expect(JSON.stringify(figure)).not.toMatch(/#ffffff|#000000|#004488/);
  });

  test('draws itself in a notebook, and with SVG where a renderer is handed over', async () => {
    type Bundle = Record<string, unknown>;
    const show = (figure: unknown): Promise<Bundle> =>
      (figure as Record<symbol, () => Promise<Bundle>>)[Symbol.for('Jupyter.display')]();
    const plain = drawn.figure(input);
    expect(Object.keys(await show(plain))).toEqual([
      'application/vnd.vegalite.v6+json',
      'application/vnd.vegalite.v5+json',
      'text/plain',
    ]);
    expect((await show(plain))['application/vnd.vegalite.v6+json']).toEqual(plain);
    const render = (figure: Figure | FigureRow): string => `<svg><!-- ${figure.title?.text} --></svg>`;
    const figure = drawn.figure(input, { render });
    expect((await show(figure))['image/svg+xml']).toBe(`<svg><!-- ${figure.title?.text} --></svg>`);
    expect((await show(drawn.figure(input, { render: async () => '<svg/>' })))['image/svg+xml']).toBe(
      '<svg/>',
    );
    expect(Object.keys(plain)).not.toContain('Jupyter.display');
  });

  test('says nothing in English where Chinese is asked for', () => {
    const { title, description } = drawn.figure(input, { locale: 'zh' });
    expect(title?.text).toMatch(/[一-鿿]/);
    expect(description).not.toMatch(/[a-z]{4}.*\b(the|of|are|entries)\b/);
  });
});

// Chromium 156 and Node.js 20 do differ so
describe('on an engine that rounds its logarithms otherwise', () => {
  afterEach(() => vi.restoreAllMocks());

  test.each(everyFigure)('$name is the same', ({ input, drawn }) => {
    const { log10 } = Math;
    const usual = drawn.figure(input);
    vi.spyOn(Math, 'log10').mockImplementation((value) => log10(value) * (1 + 2 ** -52));
    expect(drawn.figure(input)).toEqual(usual);
  });
});

test.each(Object.entries(drawn))(
  '%s is the same today: a pin against changes that nobody meant',
  async (name, { figure, inputs }) => {
    const figures = Object.entries(inputs).map(([input, value]) => [input, figure(value)] as const);
    // rows stand in for themselves by their number: the numbers are held to other sources elsewhere
    // a line for each input, in which rows stand in for themselves by their number: numbers are held to other sources elsewhere
    const brief = figures
      .map(([input, figure]) => {
        const text = JSON.stringify(figure, (key, value) =>
          key === 'values' && typeof value[0] === 'object' ? value.length : value,
        );
        return `${input}: ${text}`;
      })
      .join('\n');
    await expect(brief).toMatchFileSnapshot(`pins/${name}.txt`);
  },
);
