import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createAnalysisHost } from '../../src/analysis';
import { foldsOf, indentedFolds } from '../../src/features/folding';
import { inlayHintsOf } from '../../src/features/inlayHints';
import { tokensOf } from '../../src/features/semanticTokens';
import { symbolsFor } from '../../src/features/workspaceSymbols';
import { storyText, tornText } from '../support/arbitraryArticles';

describe('what helps to read any article', () => {
  it('has tokens in order, in the text and without overlap, and folds and notes in the text', () => {
    fc.assert(
      fc.property(fc.oneof(storyText, tornText), storyText, fc.string(), (one, other, query) => {
        const host = createAnalysisHost();
        host.set({ id: 'a', name: 'a', text: one });
        host.set({ id: 'b', name: 'b', text: other });
        const analysis = host.snapshot();
        let end = 0;
        for (const token of tokensOf(analysis, 'a')) {
          assert.ok(token.start >= end && token.end > token.start && token.end <= one.length);
          end = token.end;
        }
        for (const fold of [...foldsOf(analysis, 'a'), ...indentedFolds(one)]) {
          assert.ok(fold.start >= 0 && fold.start < fold.end && fold.end <= one.length);
        }
        for (const { offset } of inlayHintsOf(analysis, 'a', 'all', { start: 0, end: one.length })) {
          assert.ok(offset >= 0 && offset <= one.length);
        }
        symbolsFor(analysis, query);
      }),
      { numRuns: 150 },
    );
  });
});
