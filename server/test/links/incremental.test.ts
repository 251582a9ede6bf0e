import assert from 'node:assert/strict';
import fc from 'fast-check';
import { storyText } from '../support/arbitraryArticles';
import { deskOf } from '../support/deskStory';
import { everything, plain } from '../support/everything';
import { change, createFolder, newHost } from '../support/randomChanges';

/** As many articles as are kept hot: one, some of them, all of them. */
const mostHot = fc.constantFrom({ mostHot: 1 }, { mostHot: 3 }, {});

describe('an analysis kept up to date by difference', () => {
  for (const [when, sources] of [
    ['', []],
    [', also where sources are declared meanwhile', ['f0.txt', 'wire/**']],
  ] as const) {
    it(`says after every change what one built anew says, however few articles it keeps hot${when}`, () => {
      fc.assert(
        fc.property(fc.array(change, { minLength: 3, maxLength: 14 }), mostHot, (changes, hot) => {
          const host = newHost(hot);
          const folder = createFolder();
          for (const [i, one] of changes.entries()) {
            if (sources.length > 0 && i === 2) host.setDesk(deskOf(sources));
            folder.make(one, host);
            // Asking in between must not change the answers later.
            for (const known of folder.articles.keys()) host.snapshot().problems(known);
          }
          const anew = newHost();
          if (sources.length > 0) anew.setDesk(deskOf(sources));
          for (const article of [...folder.articles.values()].reverse()) anew.set(article);
          assert.deepEqual(everything(host.snapshot()), everything(anew.snapshot()));
        }),
        { numRuns: 150 },
      );
    }).timeout(60_000);
  }

  it('says the same where problems were approached step by step, to the end or not, before something changed', () => {
    const approached = fc.array(fc.tuple(change, fc.nat(5), fc.nat(60)), { minLength: 4, maxLength: 12 });
    fc.assert(
      fc.property(approached, mostHot, (changes, hot) => {
        const host = newHost(hot);
        const folder = createFolder();
        let steps = host.snapshot().approach('f0');
        for (const [one, file, times] of changes) {
          folder.make(one, host);
          // Those of the moment before, too.
          for (let i = 0; i < times / 2 && steps.next().done !== true; i++);
          steps = host.snapshot().approach(`f${file}`);
          for (let i = 0; i < times && steps.next().done !== true; i++);
          if (times % 3 === 0) host.rest();
          if (times % 2 === 0) host.snapshot().problems(`f${one.file}`);
          for (let i = 0; i < times / 2 && steps.next().done !== true; i++);
        }
        const anew = newHost();
        for (const article of folder.articles.values()) anew.set(article);
        assert.deepEqual(everything(host.snapshot()), everything(anew.snapshot()));
      }),
      { numRuns: 100 },
    );
  }).timeout(60_000);

  it('has nothing left to do for the problems of an article that was approached, and takes many steps to it', () => {
    const host = newHost();
    for (const [i, ship] of ['ferry', 'ship', 'boat'].entries()) {
      const text = `Ana Bruhl of the Ferry Board met Noor Castellan in Kellock.\n\n“Nobody will set foot on a ${ship} before the summer,” Bruhl said. Over ${i + 12} people were hurt at Kellock.`;
      host.set({ id: `f${i}`, name: `f${i}.txt`, text });
    }
    const analysis = host.snapshot();
    assert.ok([...analysis.approach('f0')].length > 10);
    assert.equal([...analysis.approach('f0')].length, 0);
    assert.ok(analysis.problems('f0').length > 0);
    assert.equal([...host.snapshot().approach('nowhere')].length, 0);
    const steps = analysis.approach('f1');
    steps.next();
    const asked = analysis.problems('f1');
    while (steps.next().done !== true);
    assert.equal(analysis.problems('f1'), asked);
  });

  it('names after every change the articles of which it says something else', () => {
    fc.assert(
      fc.property(fc.array(change, { minLength: 3, maxLength: 14 }), (changes) => {
        const host = newHost();
        const texts = new Map<string, { name: string; text: string }>();
        const told = () => {
          const analysis = host.snapshot();
          const of = (id: string) => JSON.stringify([analysis.problems(id), analysis.linksFrom(id).map(plain).sort()]);
          return { analysis, answers: new Map(analysis.ids.map((id) => [id, of(id)])) };
        };
        let before = told();
        for (const one of changes) {
          const id = `f${one.file}`;
          const { name, text } = texts.get(id) ?? { name: `${id}.txt`, text: '' };
          const next = {
            name: one.kind === 'rename' ? one.name : name,
            text:
              one.kind === 'write'
                ? one.text
                : one.kind === 'edit'
                  ? text.slice(0, one.at) + one.insert + text.slice(one.at + one.cut)
                  : text,
          };
          if (one.kind === 'delete') {
            texts.delete(id);
            host.delete(id);
          } else {
            texts.set(id, next);
            host.set({ id, ...next });
          }
          const now = told();
          const changed = now.analysis.changedSince(before.analysis.revision);
          for (const known of new Set([...before.answers.keys(), ...now.answers.keys()])) {
            const isSame = before.answers.get(known) === now.answers.get(known);
            assert.ok(isSame || changed === null || changed.has(known), `${known} is not named`);
          }
          before = now;
        }
      }),
      { numRuns: 150 },
    );
  }).timeout(60_000);

  it('forgets a likely link when what made it likely is gone', () => {
    const about = 'Ana Bruhl of the Hestholm Ferry Board met Lars Roe and Noor Castellan in Kellock.';
    const shared = '“Nobody on this island will set foot on a ferry before the summer,” Ana Bruhl said.';
    const one = '“Photographs do not lie. If there are photographs, they are of something,” Bruhl said.';
    const two = '“A photograph, if there are any, shows something,” Bruhl said.';
    const article = (id: string, ...paragraphs: string[]) => ({ id, name: `${id}.txt`, text: paragraphs.join('\n\n') });
    const host = newHost();
    host.set(article('a', about, shared, one));
    host.set(article('b', about, shared, two));
    assert.equal(host.snapshot().linksFrom('a').length, 2);
    host.set(article('a', about, one));
    const anew = newHost();
    anew.set(article('a', about, one));
    anew.set(article('b', about, shared, two));
    assert.deepEqual(everything(host.snapshot()), everything(anew.snapshot()));
  });

  it('forgets another wording of a remark, known by its meaning alone, when its speaker changes', () => {
    const about = 'Ana Bruhl of the Hestholm Ferry Board met Lars Roe and Noor Castellan in Kellock.';
    const shared = '“Nobody on this island will set foot on a ferry before the summer,” Roe said.';
    const one = '“If the council loves its pensioners, let it repair the pier before winter,” Bruhl said.';
    const two = (speaker: string) =>
      `${speaker} told reporters: “The pier must be mended ahead of winter by a council that has any love for pensioners.”`;
    const article = (id: string, ...paragraphs: string[]) => ({ id, name: `${id}.txt`, text: paragraphs.join('\n\n') });
    const host = newHost();
    host.set(article('a', about, shared, one));
    host.set(article('b', about, shared, two('Bruhl')));
    assert.equal(host.snapshot().problems('a').length, 1);
    host.set(article('b', about, shared, two('Lars Roe')));
    const anew = newHost();
    anew.set(article('b', about, shared, two('Lars Roe')));
    anew.set(article('a', about, shared, one));
    assert.deepEqual(host.snapshot().problems('a'), []);
    assert.deepEqual(everything(host.snapshot()), everything(anew.snapshot()));
  });

  it('aligns two remarks alike whichever was read first, where two ways are as good', () => {
    const about = 'Ana Bruhl of the Hestholm Ferry Board met Lars Roe and Noor Castellan in Kellock.';
    const shared = '“Nobody on this island will set foot on a ferry before the summer,” Roe said.';
    const articles = [
      '“The lantern is rotten, the quay is dark and Castellan knows it,” Bruhl said.',
      '“So Castellan tells me of a quay, and then of some lantern again,” Bruhl said.',
    ].map((remark, i) => ({ id: `f${i}`, name: `f${i}.txt`, text: [about, shared, remark].join('\n\n') }));
    const readAs = (order: typeof articles) => {
      const host = newHost();
      for (const article of order) host.set(article);
      return host.snapshot();
    };
    const inOrder = readAs(articles);
    assert.equal(inOrder.linksFrom('f0').length, 2);
    assert.deepEqual(everything(readAs([...articles].reverse())), everything(inOrder));
  });

  it('leaves a snapshot as it was when the articles change later', () => {
    fc.assert(
      fc.property(storyText, storyText, storyText, (one, two, three) => {
        const host = newHost();
        host.set({ id: 'a', name: 'a.txt', text: one });
        host.set({ id: 'b', name: 'b.txt', text: two });
        const before = host.snapshot();
        const said = JSON.stringify(everything(before));
        host.set({ id: 'b', name: 'wire/a.txt', text: three });
        host.delete('a');
        assert.equal(JSON.stringify(everything(before)), said);
      }),
      { numRuns: 60 },
    );
  }).timeout(60_000);
});
