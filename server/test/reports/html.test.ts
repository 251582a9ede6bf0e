import assert from 'node:assert/strict';
import { acceptAll, analysed, mill, report } from './reporting';

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;
const section = (page: string, id: string): string =>
  new RegExp(`<section id="${id}"[^]*?</section>`).exec(page)?.[0] ?? '';

describe('the sign-off page', () => {
  it('shows each conflict once, with both passages and the words that differ marked', () => {
    const conflicts = section(report('html', analysed(mill)), 'conflicts');
    assert.equal(count(conflicts, /<article/g), 2, 'a quote and a figure, though both files carry them');
    assert.match(conflicts, /herald\.txt:3 \(here\)<\/figcaption><blockquote>“I am <mark>not<\/mark> going/);
    assert.match(
      conflicts,
      /wire\.txt:3<\/figcaption><blockquote>“I am.*role="img" aria-label="words are missing here"/,
    );
    assert.match(conflicts, /<mark>300 people<\/mark>[^]*<mark>800 people<\/mark>/);
  });

  it('has the board of the story, what was accepted, coverage, the files, and lines to sign on', () => {
    const page = report('html', analysed(mill));
    const boards = section(page, 'boards');
    assert.match(boards, /<th scope="col">herald\.txt<small>2025-05-04<\/small><\/th>/);
    assert.match(boards, /<th scope="row">Abel Thorne<small class="error">Error<\/small><\/th>/);
    assert.match(boards, /<mark>not<\/mark>/);
    assert.match(section(page, 'accepted'), /No difference was accepted/);
    assert.match(section(page, 'coverage'), /<th scope="row">herald\.txt<\/th><td class="number">1<\/td>/);
    assert.match(section(page, 'checked'), /<th scope="row">wire\.txt<\/th><td>2025-05-04<\/td>/);
    assert.match(section(page, 'signed'), /Checked by<\/li><li>Date/);
    assert.match(page, /Made on 2025-05-04 21:40 UTC\. Second Source 1\.2\.3\./);
  });

  it('tells what was accepted, why, by whom and when, and no longer as a conflict', () => {
    const page = report('html', analysed(mill, { accepted: acceptAll(analysed(mill), 'The mayor asked.') }));
    assert.match(section(page, 'conflicts'), /No two files disagree/);
    assert.match(
      section(page, 'accepted'),
      /<td>The mayor asked\.<\/td><td>Ada Quill<\/td><td>2025-05-04T21:30:00Z<\/td>/,
    );
  });

  it('counts the quotes that stand in a declared source where there is one', () => {
    const page = report('html', analysed(mill, { sources: ['wire.txt'] }));
    assert.match(page, /Quotes that stand in a source<\/dt><dd>1<small> \/ 2/);
    assert.match(section(page, 'coverage'), /In a declared source/);
    assert.match(section(page, 'coverage'), /wire\.txt \(source\)/);
    assert.doesNotMatch(report('html', analysed(mill)), /declared source/);
  });

  it('stands alone: nothing in it loads, runs or leads anywhere, and it says so to the browser', () => {
    const page = report('html', analysed(mill));
    assert.match(page, /http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline';/);
    assert.doesNotMatch(page, /<(?:script|link|img|iframe|object|form|svg)\b|\bon\w+=|url\(|@import|https?:/i);
    for (const [, target] of page.matchAll(/href="([^"]*)"/g)) assert.match(target ?? '', /^#[a-z]+$/);
  });

  it('escapes all that comes from articles, names and whoever accepted', () => {
    const evil = `</style></title><script>alert(1)</script><img src=x onerror="alert(1)"> " ' & <!-- \u202e\x1b[2J`;
    const text = (not: string) =>
      `${evil}\n\nCOLD ASHBY, 4 May 2025 - The mill is open.\n\n“I am ${not}going to sell ${evil} the wheel to anybody from the city,” Abel Thorne said on Sunday.`;
    const articles = { [`a</td>${evil}.txt`]: text('not '), 'wire.txt': text('') };
    const plain = report('html', analysed(mill));
    const tags = (page: string) => new Set([...page.matchAll(/<(\/?[a-z!][a-z0-9-]*)/gi)].map(([, tag]) => tag));
    for (const accepted of [[], acceptAll(analysed(articles), evil)]) {
      const page = report('html', analysed(articles, { accepted }), { date: evil, version: evil });
      assert.ok(page.includes('&lt;script') && page.includes('wheel'));
      for (const tag of tags(page)) assert.ok(tags(plain).has(tag) || /^\/?(?:p|td|article)$/.test(tag ?? ''), tag);
      assert.equal(count(page, /<\/style>/g), 1);
      // eslint-disable-next-line no-control-regex
      assert.doesNotMatch(page, /[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]/);
    }
  });

  it('says so where there is nothing to say', () => {
    const page = report('html', analysed({}), { date: '' });
    assert.match(page, /No articles were checked/);
    assert.doesNotMatch(page, /undefined|null|NaN/);
  });
});
