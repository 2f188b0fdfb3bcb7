// One page of HTML with everything in it: no script, no style sheet, no font from elsewhere.

/** A part of the page: a heading, words below it, a figure as SVG, what was printed, and points to be made. */
export interface Section {
  heading: string;
  text: string;
  svg: string;
  log?: string;
  points?: string[];
}

export function page(locale: 'en' | 'zh', title: string, lead: string, sections: readonly Section[]): string {
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>
:root { color-scheme: light; }
body { font: 1rem/1.6 system-ui, 'Noto Sans CJK SC', 'PingFang SC', 'Microsoft YaHei', sans-serif; color: #1a1a1a;
  background: #fff; max-width: 60rem; margin: 0 auto; padding: 1rem; }
figure { margin: 1rem 0; overflow-x: auto; }
svg { max-width: 100%; height: auto; }
/* the lecture's log has tabs, after steps of one digit and of more */
pre { background: #f4f4f4; padding: .75rem 1rem; overflow-x: auto; font-size: .875rem; tab-size: 12; }
/* on a phone a row of pictures is scrolled, not shrunk until nobody can read it */
@media (max-width: 40rem) { .wide svg { max-width: none; } }
</style>
</head>
<body>
<h1>${escaped(title)}</h1>
<p>${escaped(lead)}</p>
${sections.map(section).join('\n')}
</body>
</html>
`;
}

function section({ heading, text, svg, log, points = [] }: Section, number: number): string {
  const printed = log === undefined ? '' : `\n<pre tabindex="0">${escaped(log)}</pre>`;
  const items = points.map((point) => `<li>${escaped(point)}</li>`).join('\n');
  return `<section>
<h2>${escaped(heading)}</h2>
<p>${escaped(text)}</p>
<figure${isWide(svg) ? ' class="wide"' : ''}>${inline(svg, number)}</figure>${printed}${items && `\n<ul>\n${items}\n</ul>`}
</section>`;
}

/** Whether a picture is wider than one plot. */
function isWide(svg: string): boolean {
  return Number(svg.match(/\bwidth="([\d.]+)"/)?.[1]) > 700;
}

/** An SVG beside others in one document: names of its parts must not be theirs. */
function inline(svg: string, number: number): string {
  return svg.replace(/\bid="/g, `id="figure${number}-`).replace(/url\(#/g, `url(#figure${number}-`);
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
