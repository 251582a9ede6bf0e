import { readStory, type Story } from './story';

/** What two reports of one event have in common, without a figure: it makes them a story. */
const background = `The Skarrow ferry Grey Heron ran on the Kellock rocks off Hestholm, and the harbour master, Lars Roe, shut the
Orrin channel. Ana Bruhl of the Hestholm Ferry Board and the mate, Noor Castellan, spoke to the Maritime Bureau in Varde.`;

/** Articles in the test notation about one accident, each with a paragraph that makes them one story. */
export function figureStory(...articles: readonly string[]): Story {
  const names = ['draft.txt', 'wire.txt', 'radio.txt', 'gazette.txt'];
  return readStory(
    articles.map((text, i) => `=== ${names[i] ?? `more-${i}.txt`}\n${text}\n\n${background}\n`).join('\n'),
  );
}

/** The figure links from the first article to the others, in a form to compare with. */
export function figureLinksOf({ analysis, files }: Story): string[] {
  const [first = ''] = files.keys();
  return analysis.figureLinksFrom(first).map(({ from, to, relation, tentative }) => {
    const sign = relation === 'agrees' ? '=' : '≠';
    return `${tentative ? 'perhaps ' : ''}${from.figure.text} ${sign} ${to.figure.text} (${to.articleId})`;
  });
}
