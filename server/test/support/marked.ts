/** A stretch of article text that a test marks: `⟦words⟧` or `⟦words⟧{label}`. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly label: string;
}

/** Article text with its marks taken out; `cursor` is where `‸` stood, or -1. Offsets are UTF-16 units in `text`. */
export interface MarkedText {
  readonly text: string;
  readonly marks: readonly Mark[];
  readonly cursor: number;
}

/**
 * Reads one article in the test notation. Marks may nest.
 * @example parseMarked('He said: “⟦We know who is present⟧{direct, Putin}.”')
 */
export function parseMarked(source: string): MarkedText {
  let text = '';
  let cursor = -1;
  const open: number[] = [];
  const marks: Mark[] = [];
  for (let i = 0; i < source.length; i++) {
    const ch = source.charAt(i);
    if (ch === '⟦') open.push(text.length);
    else if (ch === '‸') cursor = text.length;
    else if (ch === '⟧') {
      const start = open.pop();
      if (start === undefined) throw new Error(`a mark is closed that was never opened, at ${i}`);
      let label = '';
      if (source.charAt(i + 1) === '{') {
        const end = source.indexOf('}', i);
        label = source.slice(i + 2, end);
        i = end;
      }
      marks.push({ start, end: text.length, text: text.slice(start), label });
    } else text += ch;
  }
  if (open.length > 0) throw new Error('a mark is never closed');
  return { text, marks: marks.sort((a, b) => a.start - b.start || b.end - a.end), cursor };
}

/**
 * Reads several articles from one string: each begins with a line `=== name.txt`.
 * A line break right before the next header does not belong to the article.
 */
export function parseFiles(source: string): ReadonlyMap<string, MarkedText> {
  const files = new Map<string, MarkedText>();
  for (const part of source.replace(/^\s*\n/, '').split(/^\s*=== /m)) {
    if (part.trim() === '') continue;
    const lineEnd = part.indexOf('\n');
    files.set(part.slice(0, lineEnd).trim(), parseMarked(part.slice(lineEnd + 1).replace(/\n\s*$/, '')));
  }
  return files;
}
