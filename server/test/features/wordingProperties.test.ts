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

const remarks = [
  'The charts of the harbour have not been renewed for twenty-three years, and nobody at the port authority has ever asked why that is',
  'They told us that the ‘old boats’ would do until the spring, Mr. Brandt. We wrote it down, we signed it, and we’re still waiting for an answer',
  'If the council loves its pensioners it will repair the pier before winter; if it doesn’t, Ana Bruhl and I will come back with two thousand names',
];
const stray = ['never', 'the', 'forty', 'harbour', 'Ana', 'not', 'very', 'won’t', 'ever', 'two', 'of', 'Then', '‘old’'];

/** A remark as somebody took it down: a word changed here, one left out or put in there. */
const takenDown = (remark: string): fc.Arbitrary<string> => {
  const words = remark.split(' ');
  return fc
    .array(fc.tuple(fc.nat(words.length - 1), fc.constantFrom('drop', 'change', 'add'), fc.constantFrom(...stray)), {
      maxLength: 3,
    })
    .map((changes) =>
      words
        .flatMap((word, i) => {
          const change = changes.find(([at]) => at === i);
          if (!change) return [word];
          if (change[1] === 'drop') return [];
          return change[1] === 'add' ? [change[2], word] : [change[2]];
        })
        .join(' '),
    );
};

const frames: readonly ((words: string) => string)[] = [
  (words) => `“${words},” Marta Kovel said on Monday.`,
  (words) => `Marta Kovel told the harbour board: "${words.replaceAll('’', "'").replaceAll('‘', "'")}."`,
  (words) => `Marta Kovel said that “${words}” and left.\n\nNobody else spoke.`,
  (words) => `« ${words} », Marta Kovel said.`,
];

/** Two articles that have one remark, as two reporters took it down. */
const twoAccounts: fc.Arbitrary<readonly [string, string]> = fc
  .constantFrom(...remarks)
  .chain((remark) =>
    fc.tuple(takenDown(remark), takenDown(remark), fc.constantFrom(...frames), fc.constantFrom(...frames)),
  )
  .map(([here, there, one, other]) => [
    `Talks broke off.\n\n${one(here)}\n`,
    `The talks are over.\n\n${other(there)}\n`,
  ]);

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
      { numRuns: 60 },
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
      { numRuns: 60 },
    );
  });
});

describe('“Use the wording in FILE”', () => {
  it('settles the problem with that file and leaves all outside the quote as it was', () => {
    let seen = 0;
    fc.assert(
      fc.property(fc.oneof(twoAccounts, fc.tuple(storyText, storyText)), ([draft, wire]) => {
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
      { numRuns: 200 },
    );
    assert.ok(seen > 30, `${seen} fixes were tried`);
  }).timeout(60_000);
});
