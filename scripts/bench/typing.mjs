const typed = 'and then again ';

/**
 * Keystrokes as an editor makes them, in their order: `{ article, kind, at, cut, insert }`. In one article a few words
 * are typed into a quote and deleted again, in the next into plain text, and so on.
 * @param count how many keystrokes in all, in whole runs of typing and deleting.
 */
export function keystrokes(corpus, count) {
  const perRun = typed.length * 2;
  const runs = Math.floor(count / perRun);
  const strokes = [];
  for (let run = 0; run < runs; run++) {
    // Each time another outlet, with other marks.
    const article = Math.min(Math.floor((run * corpus.length) / runs) + (run % 5), corpus.length - 1);
    const kind = run % 2 === 0 ? 'quote' : 'plain';
    const at = placeIn(corpus[article].text, kind);
    for (let i = 0; i < typed.length; i++) strokes.push({ article, kind, at: at + i, cut: 0, insert: typed[i] });
    for (let i = typed.length - 1; i >= 0; i--) strokes.push({ article, kind, at: at + i, cut: 1, insert: '' });
  }
  return strokes;
}

/** Between two words of a quote, or of narration, near the middle of the article. */
function placeIn(text, kind) {
  const half = Math.floor(text.length / 2);
  const pattern = kind === 'quote' ? /["“‘«]\s?(?=[A-Z])[^"”’»\n]{20,}/g : /\n\n(?:The|Officials|Neither) [^\n]{20,}/g;
  pattern.lastIndex = half;
  const match = pattern.exec(text) ?? new RegExp(pattern.source).exec(text);
  const from = match?.index ?? 0;
  return text.indexOf(' ', from + 12) + 1;
}
