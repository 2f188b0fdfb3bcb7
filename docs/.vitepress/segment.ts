/**
 * Words for the search. Chinese has no spaces: its words come from the browser's own dictionary, and each of their letters too, so
 * that a part of a longer word is found. It is sent to the page as text, and so must not lean on anything outside itself.
 */
export function segment(text: string): string[] {
  const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
  const found: string[] = [];
  for (const { segment: word, isWordLike } of segmenter.segment(text)) {
    if (!isWordLike) continue;
    found.push(word);
    if (word.length > 1 && /\p{Script=Han}/u.test(word)) found.push(...word);
  }
  return found;
}
