/** About how wide a text is in pixels, in letters of this height: Chinese ones are as wide as high. */
export function widthOf(text: string, size: number): number {
  const chinese = chineseIn(text);
  return size * (chinese + 0.5 * (text.length - chinese));
}

/** How many Chinese letters a text has. */
export function chineseIn(text: string): number {
  return text.match(/[\u2e80-\u9fff\uff00-\uffef]/g)?.length ?? 0;
}

/** How many of these names have room beside each other in a legend, each with its symbol: `most` where there is room for them. */
export function columnsFor(names: readonly string[], width: number, most: number): number {
  const widest = Math.max(...names.map((name) => widthOf(name, 12)));
  // a symbol, and the space between columns
  return Math.max(1, Math.min(most, Math.floor((width + 40) / (widest + 70))));
}
