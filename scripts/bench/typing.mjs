const typed = 'and then ';
const digits = '70';
/** A page of 300 words. */
const pageLength = 1800;

/** What is typed: within a quote, within a figure, in plain text; and a page that is pasted. */
export const kinds = ['quote', 'figure', 'plain', 'paste'];

/**
 * Which articles of a corpus are typed into: from its first hundred only, so that a small corpus and a large one that
 * begins with it are edited alike.
 * @returns up to `count` places in the list of articles.
 */
export function typedInto(articles, count) {
  const among = Math.min(articles, 100);
  const typists = Math.min(count, among);
  return Array.from({ length: typists }, (_, i) => Math.floor(((i + 0.5) * among) / typists));
}

/**
 * The edits that an editor makes in one article, in their order: `{ kind, at, cut, insert }`, in UTF-16 units. All that is
 * put in is taken out again, letter by letter; a page in one go.
 * @param page the text that a page is pasted from.
 */
export function keystrokes(text, page) {
  const pasted = page.slice(page.indexOf('\n\n')).slice(0, pageLength);
  return kinds.flatMap((kind) => {
    const at = placeIn(text, kind);
    if (kind === 'paste') {
      const both = [
        { kind, at, cut: 0, insert: pasted },
        { kind, at, cut: pasted.length, insert: '' },
      ];
      return [...both, ...both];
    }
    const letters = (kind === 'figure' ? digits : typed).split('');
    const into = letters.map((insert, i) => ({ kind, at: at + i, cut: 0, insert }));
    const out = letters.map((_, i) => ({ kind, at: at + i, cut: 1, insert: '' }));
    return [...into, ...out.reverse()];
  });
}

const places = {
  quote: /["“‘«]\s?[A-Z][^"”’»\n]{9,}? (?=[^"”’»\n]{10,})/g,
  figure: /\d(?=\d)/g,
  plain: /\n\n(?:The|Officials|Neither) [^\n]{9,}? (?=[^\n]{10,})/g,
  paste: /(?=\n\n)/g,
};

/** Where an edit of a kind goes: the first place for it in the second half of the article, else in the first. */
function placeIn(text, kind) {
  const pattern = new RegExp(places[kind]);
  pattern.lastIndex = Math.floor(text.length / 2);
  const match = pattern.exec(text) ?? new RegExp(places[kind]).exec(text);
  return match ? match.index + match[0].length : 0;
}

/** The text after an edit. */
export const edited = (text, { at, cut, insert }) => text.slice(0, at) + insert + text.slice(at + cut);
