/**
 * The paragraphs of all texts, numbered through: what is looked for is one of these, so that each engine is asked for
 * the same thing.
 * @returns `all`, their texts, and `numberAt(text, offset)`, the number of the paragraph of the nth text that an offset
 *   (UTF-16) lies in.
 */
export function createParagraphs(texts) {
  const all = [];
  const ofText = texts.map((text) => {
    const first = all.length;
    const starts = [];
    let start = 0;
    for (const paragraph of text.split('\n\n')) {
      starts.push(start);
      all.push(paragraph);
      start += paragraph.length + 2;
    }
    return { first, starts };
  });
  const numberAt = (text, offset) => {
    const { first, starts } = ofText[text];
    let last = starts.length - 1;
    while (last > 0 && starts[last] > offset) last--;
    return first + last;
  };
  return { all, numberAt };
}
