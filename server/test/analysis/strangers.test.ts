import assert from 'node:assert/strict';
import fc from 'fast-check';
import { storyText } from '../support/arbitraryArticles';
import { everything } from '../support/everything';
import { change, createFolder, newHost } from '../support/randomChanges';

/** What befalls a host that takes a folder over: a file is read, as it was saved unless it was changed; it is changed; rest. */
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('read' as const), file: fc.nat({ max: 4 }) }) },
  { weight: 4, arbitrary: change },
  fc.constant({ kind: 'rest' as const }),
);

describe('articles that are read while others are taken over as they were saved', () => {
  it('are linked to those as in a folder read anew, whenever they come, change and go', () => {
    const texts = fc.array(storyText, { minLength: 5, maxLength: 5 });
    const order = fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 });
    fc.assert(
      fc.property(texts, fc.array(step, { maxLength: 12 }), order, (texts, steps, order) => {
        const folder = createFolder();
        const old = newHost();
        for (const [file, text] of texts.entries()) folder.make({ kind: 'write', file, text }, old);
        const host = newHost({ saved: [...old.save()] });
        const read = (file: number) => {
          const article = folder.articles.get(`f${file}`);
          if (article) host.set(article);
        };
        for (const one of steps) {
          if (one.kind === 'rest') host.rest();
          else if (one.kind === 'read') read(one.file);
          else folder.make(one, host);
        }
        for (const file of order) read(file);
        const anew = newHost();
        for (const article of folder.articles.values()) anew.set(article);
        assert.deepEqual(everything(host.snapshot()), everything(anew.snapshot()));
      }),
      { numRuns: 120 },
    );
  }).timeout(120_000);

  const about = 'Ana Bruhl of the Hestholm Ferry Board met Lars Roe and Noor Castellan in Kellock.';
  const remark = (what: string) => `“Nobody on this island will set foot on a ${what} before the summer,” Bruhl said.`;
  const article = (id: string, ...paragraphs: string[]) => ({ id, name: `${id}.txt`, text: paragraphs.join('\n\n') });
  const wire = article('wire', about, remark('ferry'));
  const gull = article('gull', about);

  it('are linked by what an edit has added to them before the other was taken over', () => {
    const old = newHost();
    for (const one of [wire, gull]) old.set(one);
    const host = newHost({ saved: [...old.save()] });
    host.set(article('gull', about, 'The ferry was late again on Tuesday, and nobody was told why.'));
    host.set(article('gull', about, remark('ship')));
    host.set(wire);
    assert.equal(host.snapshot().linksFrom('wire').length > 0, true);
    const anew = newHost();
    for (const one of [article('gull', about, remark('ship')), wire]) anew.set(one);
    assert.deepEqual(everything(host.snapshot()), everything(anew.snapshot()));
  });

  it('are linked to one taken over by words that stood in both when they were themselves taken over', () => {
    const old = newHost();
    for (const one of [wire, article('gull', about, remark('ship'))]) old.set(one);
    const host = newHost({ saved: [...old.save()] });
    host.set(article('gull', about, remark('ship')));
    host.set(article('gull', about, remark('ship'), 'The ferry was late again on Tuesday, and nobody was told why.'));
    host.set(wire);
    assert.equal(host.snapshot().linksFrom('wire').length > 0, true);
  });
});
