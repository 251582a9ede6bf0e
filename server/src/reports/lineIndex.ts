/** Finds the line and column of an offset, both counted from 1; columns in UTF-16 units as editors count them. */
export interface LineIndex {
  at(offset: number): { readonly line: number; readonly column: number };
}

/** Line breaks are LF, CRLF and CR. An offset out of the text counts as the nearest one in it. */
export function createLineIndex(text: string): LineIndex {
  const starts = [0];
  for (const match of text.matchAll(/\r\n|\n|\r/g)) starts.push(match.index + match[0].length);
  return {
    at(offset) {
      const inside = Math.max(0, Math.min(offset, text.length));
      let low = 0;
      let high = starts.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((starts[middle] ?? 0) <= inside) low = middle;
        else high = middle - 1;
      }
      return { line: low + 1, column: inside - (starts[low] ?? 0) + 1 };
    },
  };
}
