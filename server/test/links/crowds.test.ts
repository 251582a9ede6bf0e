import assert from 'node:assert/strict';
import { createAnalysisHost } from '../../src/analysis';
import { alignmentsMade } from '../../src/links/alignTable';

const articles = 20;
const quotes = 60;
const trades = 'harbour bridge school library market station theatre hospital stadium quarry chapel museum'.split(' ');
const people = ['Ana Bruhl', 'Lars Roe', 'Noor Castellan'];

/** An article of quotes that `say` makes, each given to the same person in every article. */
function article(say: (quote: number) => string, of: number = quotes): string {
  const paragraphs = Array.from({ length: of }, (_, i) => `“${say(i)},” ${people[i % people.length] ?? ''} said.`);
  return paragraphs.join('\n\n');
}

/** A remark of its own for each quote, in words that no other has. */
const ordinary = (quote: number) =>
  Array.from(
    { length: 12 },
    (_, i) => `${trades[i] ?? ''}${'abcdefgh'.charAt(quote % 8)}${String.fromCharCode(97 + (quote >> 3))}o`,
  ).join(' ');
const nearlyTheSame = (article: number) => (quote: number) =>
  `We will spend ${100 + article * quotes + quote} crowns on the old ${trades[quote % 12] ?? ''} before the winter comes to the island`;

/** How many alignments it takes to load so many articles. */
function workOf(text: (article: number) => string): number {
  const before = alignmentsMade();
  const host = createAnalysisHost();
  for (let i = 0; i < articles; i++) host.set({ id: `f${i}`, name: `f${i}.txt`, text: text(i) });
  return alignmentsMade() - before;
}

describe('articles full of near-identical quotes', () => {
  it('cost at most three times as much to compare as copies of ordinary ones', () => {
    const usual = workOf(() => article(ordinary));
    assert.ok(usual > (articles * (articles - 1) * quotes) / 4, `${usual} alignments`);
    const crowded = workOf((i) => article(nearlyTheSame(i)));
    assert.ok(crowded <= 3 * usual, `${crowded} alignments of near-identical quotes, ${usual} of ordinary ones`);
  }).timeout(60_000);

  it('are linked to those that share most with them, and never to all', () => {
    const host = createAnalysisHost();
    const same = (quote: number) =>
      `We will spend ${100 + quote} crowns on the old bridge before the winter comes to the island`;
    host.set({ id: 'a', name: 'a.txt', text: article(same, 40) });
    host.set({ id: 'b', name: 'b.txt', text: article(same, 40) });
    const links = host.snapshot().linksFrom('a');
    const own = host.snapshot().get('a')?.claims.quotes ?? [];
    assert.equal(own.length, 40);
    for (const { text } of own) {
      const mates = links.filter(({ from }) => from.quote?.text === text).map(({ to }) => to.quote?.text);
      assert.ok(mates.includes(text), text);
      assert.ok(mates.length <= 3, `${mates.length} links`);
    }
  });

  it('have the same links after an edit as anew, and from either side', () => {
    const host = createAnalysisHost();
    const anew = createAnalysisHost();
    const texts = [0, 1].map((i) => article(nearlyTheSame(i), 45));
    const edited = (texts[0] ?? '')
      .replace('“We will spend 117', '“We may spend 117')
      .replace(/“We will spend 130.*\n\n/, '');
    host.set({ id: 'a', name: 'a.txt', text: texts[0] ?? '' });
    host.set({ id: 'b', name: 'b.txt', text: texts[1] ?? '' });
    host.set({ id: 'a', name: 'a.txt', text: edited });
    anew.set({ id: 'b', name: 'b.txt', text: texts[1] ?? '' });
    anew.set({ id: 'a', name: 'a.txt', text: edited });
    const linksOf = (one: typeof host, id: string) =>
      one
        .snapshot()
        .linksFrom(id)
        .map(({ from, to, relation }) => `${from.start} ${relation} ${to.start}`);
    assert.ok(linksOf(host, 'a').length > 45);
    assert.deepEqual(linksOf(host, 'a'), linksOf(anew, 'a'));
    const turned = linksOf(host, 'b').map((link) => link.split(' ').reverse().join(' '));
    assert.deepEqual([...turned].sort(), [...linksOf(host, 'a')].sort());
  });
});
