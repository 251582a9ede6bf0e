import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createAnalysisHost, type Analysis } from '../../src/analysis';
import { overlaps } from '../../src/core/span';
import { fixesFor } from '../../src/features/codeActions';
import { applied, type Fix } from '../../src/features/fixes/fix';
import type { Problem } from '../../src/rules/rule';
import { storyText } from '../support/arbitraryArticles';
import { shippedVectors } from '../support/story';

function analysed(texts: Readonly<Record<string, string>>): Analysis {
  const host = createAnalysisHost(undefined, { wordVectors: shippedVectors });
  for (const [id, text] of Object.entries(texts)) host.set({ id, name: id, text });
  return host.snapshot();
}

/** Every fix of every problem in the draft, with the problem. */
const allFixes = (analysis: Analysis): readonly (readonly [Problem, Fix])[] =>
  analysis
    .problems('draft.txt')
    .flatMap((problem) => fixesFor(analysis, 'draft.txt', problem).map((fix) => [problem, fix] as const));

const outermostAt = (analysis: Analysis, { start, end }: Problem) =>
  analysis
    .get('draft.txt')
    ?.claims.quotes.filter((quote) => quote.outer.start <= start && end <= quote.outer.end)
    .sort((a, b) => b.outer.end - b.outer.start - (a.outer.end - a.outer.start))[0];

describe('every fix', () => {
  it('has edits in order that change something, whatever the text', () => {
    fc.assert(
      fc.property(storyText, storyText, (draft, wire) => {
        const analysis = analysed({ 'draft.txt': draft, 'wire.txt': wire });
        for (const [, { edits, title, description }] of allFixes(analysis)) {
          assert.ok(title !== '' && description !== '');
          assert.notEqual(applied(draft, edits), draft);
          edits.forEach((edit, i) => assert.ok(edit.start >= (edits[i - 1]?.end ?? 0) && edit.end >= edit.start));
        }
      }),
      { numRuns: 150 },
    );
  });

  it('tears no quotation marks', () => {
    fc.assert(
      fc.property(storyText, storyText, (draft, wire) => {
        const analysis = analysed({ 'draft.txt': draft, 'wire.txt': wire });
        const faults = analysis.get('draft.txt')?.claims.faults.length ?? 0;
        for (const [, fix] of allFixes(analysis)) {
          const after = analysed({ 'draft.txt': applied(draft, fix.edits) });
          assert.ok((after.get('draft.txt')?.claims.faults.length ?? 0) <= faults, fix.title);
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe('“Use the wording in FILE”', () => {
  it('settles the problem with that file and leaves all outside the quote as it was', () => {
    let seen = 0;
    fc.assert(
      fc.property(storyText, storyText, (draft, wire) => {
        const analysis = analysed({ 'draft.txt': draft, 'wire.txt': wire });
        for (const [problem, fix] of allFixes(analysis)) {
          if (problem.code !== 'quote-altered' || fix.title !== 'Use the wording in wire.txt') continue;
          seen++;
          const quote = outermostAt(analysis, problem);
          assert.ok(quote, 'the problem is about a quote');
          const text = applied(draft, fix.edits);
          const grown = text.length - draft.length;
          assert.equal(text.slice(0, quote.outer.start), draft.slice(0, quote.outer.start));
          assert.equal(text.slice(quote.outer.end + grown), draft.slice(quote.outer.end));
          const again = analysed({ 'draft.txt': text, 'wire.txt': wire });
          const left = again
            .problems('draft.txt')
            .filter(
              (one) =>
                one.code === 'quote-altered' &&
                overlaps(one, { start: problem.start, end: problem.end + grown }) &&
                one.related.some((side) =>
                  problem.related.some(
                    (was) =>
                      was.articleId === 'wire.txt' && was.articleId === side.articleId && was.start === side.start,
                  ),
                ),
            );
          assert.deepEqual(
            left.map(({ message }) => message),
            [],
            `${draft}\n=====\n${wire}\n=====\n${text}`,
          );
        }
      }),
      { numRuns: 300 },
    );
    assert.ok(seen > 20, `${seen} fixes were tried`);
  });
});
