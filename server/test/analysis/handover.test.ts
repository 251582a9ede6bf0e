import assert from 'node:assert/strict';
import fc from 'fast-check';
import { takenOver, type Analysis, type AnalysisHost } from '../../src/analysis';
import { defaultConfig } from '../../src/core/config';
import { emptyDesk } from '../../src/core/desk';
import { jsonReport, printParts, reportPart } from '../../src/reports/json';
import { storyText } from '../support/arbitraryArticles';
import { everything } from '../support/everything';
import { change, createFolder, newHost } from '../support/randomChanges';

/** What a thread makes of what it was sent. It finds no words of no article. */
const taken = (host: AnalysisHost, mostHot = 400): Analysis => ({
  ...takenOver(structuredClone(host.handOver()), { config: defaultConfig, desk: emptyDesk, mostHot }),
  find: () => [],
  changedSince: () => null,
});

describe('an analysis that was handed over', () => {
  it('says what the host says, unfolded or not, whatever came before', () => {
    const changes = fc.array(change, { minLength: 1, maxLength: 10 });
    const texts = fc.array(storyText, { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(texts, changes, fc.boolean(), fc.constantFrom(2, 400), (texts, changes, asked, mostHot) => {
        const folder = createFolder();
        const host = newHost({ mostHot });
        for (const [file, text] of texts.entries()) folder.make({ kind: 'write', file, text }, host);
        for (const one of changes) folder.make(one, host);
        if (asked) for (const id of folder.articles.keys()) host.snapshot().problems(id);
        assert.deepEqual(everything(taken(host, mostHot)), everything(host.snapshot()));
      }),
      { numRuns: 60 },
    );
  }).timeout(60_000);

  it('gives the same report, of which each may have made a part, and let go of it', () => {
    fc.assert(
      fc.property(fc.array(storyText, { minLength: 2, maxLength: 6 }), fc.nat(63), (texts, which) => {
        const host = newHost();
        texts.forEach((text, n) => {
          host.set({ id: `${n}.txt`, name: `${n}.txt`, text });
        });
        const sides = [host.snapshot(), taken(host)] as const;
        const { ids } = host.snapshot();
        const parts = ids.map((id, n) => {
          const side = sides[(which >> n) & 1 ? 1 : 0];
          const part = reportPart(side, id, (one) => ids.indexOf(one));
          side.letGo(n % 2 ? ids : [id]);
          return part;
        });
        assert.equal([...printParts(parts)].join(''), jsonReport(host.snapshot()));
      }),
      { numRuns: 30 },
    );
  }).timeout(60_000);

  it('is empty where nothing is known', () => {
    assert.deepEqual(taken(newHost()).ids, []);
  });
});
