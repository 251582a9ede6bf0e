import assert from 'node:assert/strict';
import type { Analysis } from '../../src/analysis';
import type { Claims } from '../../src/claims/model';
import type { Span } from '../../src/core/span';
import type { FigureLink, QuoteLink } from '../../src/links/model';

/** Checks that a span lies in a text. */
export function checkSpan({ start, end }: Span, text: string, what: string): void {
  const isSound = Number.isInteger(start) && Number.isInteger(end) && 0 <= start && start <= end && end <= text.length;
  assert.ok(isSound, `${what} at ${start}-${end} of ${text.length}`);
}

function checkOrder(list: readonly Span[], what: string): void {
  list.forEach((one, i) => assert.ok(i === 0 || (list[i - 1]?.start ?? 0) <= one.start, `${what} in order`));
}

function checkApart(list: readonly Span[], what: string): void {
  list.forEach((one, i) => assert.ok(i === 0 || (list[i - 1]?.end ?? 0) <= one.start, `${what} apart`));
}

/** Checks that all that was found in a text lies in it, in order, and crosses nothing. */
export function checkClaims(claims: Claims, text: string): void {
  const { paragraphs, sentences, quotes, faults, figures, names, dateline } = claims;
  for (const [what, list] of Object.entries({ paragraphs, sentences, quotes, faults, figures })) {
    for (const one of list) checkSpan(one, text, what);
    if (what !== 'faults') checkOrder(list, what);
  }
  checkApart(paragraphs, 'paragraphs');
  checkApart(sentences, 'sentences');
  const around: Span[] = [];
  quotes.forEach((quote, i) => {
    assert.equal(quote.index, i);
    assert.equal(quote.text, text.slice(quote.start, quote.end));
    checkSpan(quote.outer, text, 'marks');
    assert.ok(quote.outer.start <= quote.start && quote.end <= quote.outer.end, 'words within their marks');
    for (let last = around.at(-1); last && last.end <= quote.start; last = around.at(-1)) around.pop();
    const enclosing = around.at(-1);
    assert.ok(!enclosing || quote.end <= enclosing.end, 'quotes overlap only by standing inside');
    around.push(quote);
    if (quote.nestedIn !== null) {
      const outer = quotes[quote.nestedIn];
      assert.ok(outer && outer.index < i && outer.start <= quote.start && quote.end <= outer.end, 'nested inside');
    }
    if (quote.continues !== null) assert.ok(quote.continues < i && quotes[quote.continues], 'goes on from one before');
    if (!quote.speaker) return;
    checkSpan(quote.speaker, text, 'speaker');
    assert.equal(text.slice(quote.speaker.start, quote.speaker.end), quote.speaker.mention);
    assert.ok(quote.speaker.confidence >= 0 && quote.speaker.confidence <= 1);
  });
  checkApart(figures, 'figures');
  figures.forEach((figure, i) => {
    assert.equal(figure.index, i);
    assert.equal(figure.text, text.slice(figure.start, figure.end));
    assert.ok(figure.value === null || Number.isFinite(figure.value), `value of “${figure.text}”`);
    assert.ok(figure.max === null || Number.isFinite(figure.max), `range of “${figure.text}”`);
    if (!figure.claimant) return;
    checkSpan(figure.claimant, text, 'claimant');
    assert.ok(figure.claimant.confidence >= 0 && figure.claimant.confidence <= 1);
  });
  for (const { spellings, offices } of names) {
    assert.ok(spellings.length > 0, 'a name is spelled somehow');
    for (const one of [...spellings, ...offices]) checkSpan(one, text, 'name');
  }
  if (dateline) checkSpan(dateline, text, 'dateline');
}

/** Checks that every link and problem of an analysis lies in its texts, and every link is known from both ends. */
export function checkAnalysis(analysis: Analysis): void {
  const textOf = (id: string): string => {
    const text = analysis.get(id)?.article.text;
    assert.ok(text !== undefined, `${id} is an article`);
    return text;
  };
  const there: string[] = [];
  const back: string[] = [];
  const checkLink = ({ from, to, relation, similarity, tentative }: FigureLink | QuoteLink): void => {
    for (const end of [from, to]) checkSpan(end, textOf(end.articleId), 'end of a link');
    assert.ok(similarity >= 0 && similarity <= 1, `similarity ${similarity}`);
    const ends = [from, to].map(({ articleId, start, end }) => `${articleId} ${start}-${end}`);
    there.push(`${ends.join(` ${relation} `)} ${tentative}`);
    back.push(`${ends.reverse().join(` ${relation} `)} ${tentative}`);
  };
  for (const id of analysis.ids) {
    const text = textOf(id);
    const links = analysis.linksFrom(id);
    const figureLinks = analysis.figureLinksFrom(id);
    for (const link of links) {
      checkLink(link);
      for (const { from, to } of link.steps) {
        checkSpan(from, text, 'step');
        checkSpan(to, textOf(link.to.articleId), 'step there');
      }
    }
    figureLinks.forEach(checkLink);
    checkOrder(
      links.map(({ from }) => from),
      'links',
    );
    checkOrder(
      figureLinks.map(({ from }) => from),
      'figure links',
    );
    const problems = analysis.problems(id);
    checkOrder(problems, 'problems');
    for (const problem of [...problems, ...analysis.accepted(id).map((one) => one.problem)]) {
      checkSpan(problem, text, problem.code);
      assert.notEqual(problem.message.trim(), '');
      for (const side of problem.related) {
        checkSpan(side, textOf(side.articleId), `the other side of ${problem.code}`);
        assert.notEqual(side.message.trim(), '');
      }
    }
    const story = analysis.storyOf(id);
    assert.ok(!story || story.articles.includes(id), 'an article is in its own story');
  }
  assert.deepEqual(back.sort(), there.sort(), 'links are known from both ends');
}
