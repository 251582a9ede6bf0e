import assert from 'node:assert/strict';
import { benchScript, type CorpusScript, type MadeArticle, type TypingScript } from './scripts';

describe('the articles that the benchmark makes up', () => {
  let make: (articles: number, seed?: number) => readonly MadeArticle[];
  let typing: TypingScript;
  before(async () => {
    const corpus = (await benchScript('corpus.mjs')) as CorpusScript;
    make = (articles, seed = 1) => [...corpus.articlesOf({ articles, seed })];
    typing = (await benchScript('typing.mjs')) as TypingScript;
  });

  it('are the same for the same seed, and others for another', () => {
    assert.deepEqual(make(30), make(30));
    assert.notEqual(make(30)[0]?.text, make(30, 2)[0]?.text);
  });

  it('begin as those of a larger corpus do, so that both can be edited alike', () => {
    assert.deepEqual(make(60).slice(0, 25), make(25));
  });

  it('have a path each, some 700 words, and are told in stories of 5 to 40', () => {
    const articles = make(300);
    assert.equal(new Set(articles.map(({ path }) => path)).size, 300);
    const words = articles.map(({ text }) => text.split(/\s+/).length);
    const mean = words.reduce((sum, count) => sum + count, 0) / words.length;
    assert.ok(mean > 650 && mean < 800, `${mean} words on average`);
    const sizes = new Map<number, number>();
    for (const { story } of articles) sizes.set(story, (sizes.get(story) ?? 0) + 1);
    const whole = [...sizes.values()].slice(0, -1);
    assert.ok(
      whole.every((size) => size >= 5 && size <= 40),
      whole.join(),
    );
    assert.ok(whole.some((size) => size > 20) && whole.some((size) => size < 8), whole.join());
  });

  it('say where they print which remark, and whether word for word', () => {
    const articles = make(40).filter(({ story }) => story === 0);
    const said = new Map<string, Set<string>>();
    for (const { text, quotes } of articles) {
      for (const { remark, how, start, end } of quotes) {
        const words = text.slice(start, end).replace(/\n/g, ' ');
        assert.match(words, /^[\p{L}\d].*[\p{L}\d]$/u);
        if (how !== 'verbatim') continue;
        assert.match(text.slice(0, start), /["“‘«]\u00a0?$/);
        said.set(remark, (said.get(remark) ?? new Set()).add(words));
      }
    }
    assert.ok(said.size > 20);
    for (const [remark, wordings] of said) assert.equal(wordings.size, 1, `${remark}: ${[...wordings].join(' | ')}`);
    const hows = new Set(articles.flatMap(({ quotes }) => quotes.map(({ how }) => how)));
    assert.deepEqual([...hows].sort(), ['altered', 'cut', 'reported', 'verbatim']);
  });

  it('are typed into within quotes, figures and plain text, and are afterwards as they were', () => {
    const articles = make(25);
    const page = articles[24]?.text ?? '';
    for (const { text } of articles) {
      const strokes = typing.keystrokes(text, page);
      assert.deepEqual([...new Set(strokes.map(({ kind }) => kind))], typing.kinds);
      const first = (kind: string) => strokes.find((stroke) => stroke.kind === kind);
      const before = (kind: string) => text.slice(0, first(kind)?.at);
      assert.match(before('quote'), /["“‘«]\s?[A-Z][^"”’»\n]+ $/);
      assert.match(before('figure'), /\d$/);
      assert.match(before('plain'), /\n(?:The|Officials|Neither) [^\n]+ $/);
      assert.ok((first('paste')?.insert.length ?? 0) > 1500);
      assert.equal(strokes.reduce(typing.edited, text), text);
    }
  });

  it('are typed into at the same places, however many there are', () => {
    assert.deepEqual(typing.typedInto(8000, 16), typing.typedInto(500, 16));
    assert.deepEqual(typing.typedInto(3, 16), [0, 1, 2]);
  });
});
