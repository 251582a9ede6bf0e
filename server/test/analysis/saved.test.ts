import assert from 'node:assert/strict';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import type { AnalysisHost } from '../../src/analysis';
import { textHash } from '../../src/core/textHash';
import { storyText } from '../support/arbitraryArticles';
import { everything } from '../support/everything';
import { change, createFolder, newHost } from '../support/randomChanges';

const save = (host: AnalysisHost): readonly Uint8Array[] => [...host.save()];

const places = ['Hestholm', 'Kellock', 'Vardby', 'Sund'];
const people = ['Bruhl', 'Castellan', 'Okoro', 'Lindqvist', 'Haugen', 'Tamm'];
/** Reports of some events, with a little more or less in common. */
const reports = places.flatMap((place) =>
  people.map(
    (person, i) =>
      `${person} of ${place} met ${people[(i + 1) % 6]} on Tuesday about the ferry to ${place}, the pier and ${i + 3} boats. ` +
      `The harbour at ${place} stays shut until ${person} signs the ${['lease', 'permit', 'charter'][i % 3]}.`,
  ),
);

const about = 'Ana Bruhl of the Hestholm Ferry Board met Lars Roe and Noor Castellan in Kellock.';
const wire = {
  id: 'wire',
  name: 'wire.txt',
  text: `${about}\n\n“Nobody on this island will set foot on a ferry before the summer,” Bruhl said. Twelve people were hurt.`,
};
const gull = {
  id: 'gull',
  name: 'gull.txt',
  text: `${about}\n\n“Nobody on this island will set foot on a ship before the summer,” Bruhl said. Fourteen people were hurt.`,
};

describe('an analysis that was saved', () => {
  it('says what one built anew says, with articles changed, gone and new since', () => {
    const changes = fc.array(change, { minLength: 2, maxLength: 8 });
    const texts = fc.array(storyText, { minLength: 5, maxLength: 5 });
    const order = fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 });
    fc.assert(
      fc.property(texts, changes, changes, order, fc.boolean(), (texts, before, since, order, asked) => {
        const folder = createFolder();
        const old = newHost();
        for (const [file, text] of texts.entries()) folder.make({ kind: 'write', file, text }, old);
        for (const one of before) folder.make(one, old);
        if (asked) for (const id of folder.articles.keys()) old.snapshot().problems(id);
        const saved = save(old);
        for (const one of since.slice(0, since.length / 2)) folder.make(one);
        const host = newHost({ saved });
        const ids = order.map((file) => `f${file}`);
        for (const id of ids) {
          const article = folder.articles.get(id);
          if (article) host.set(article);
          // Asking while the folder is being read must not change the answers later.
          if (asked && article) host.snapshot().problems(id);
        }
        for (const one of since.slice(since.length / 2)) folder.make(one, host);
        if (asked) host.rest();
        const anew = newHost();
        for (const article of folder.articles.values()) anew.set(article);
        assert.deepEqual(everything(host.snapshot()), everything(anew.snapshot()));
        assert.deepEqual(everything(newHostOf(folder.articles.values(), save(host))), everything(anew.snapshot()));
      }),
      { numRuns: 60 },
    );
  }).timeout(180_000);

  it('groups a folder into the stories that it had, though some of its articles were changed, came or went', () => {
    const some = fc.array(fc.tuple(fc.nat(23), fc.oneof(storyText, fc.constantFrom(...reports))), { maxLength: 2 });
    const texts = fc.array(fc.constantFrom(...reports), { minLength: 24, maxLength: 24 });
    fc.assert(
      fc.property(texts, some, some, fc.boolean(), (texts, written, later, isOneGone) => {
        const old = newHost();
        const articles = texts.map((text, i) => ({ id: `a${i}`, name: `a${i}.txt`, text: `${text} It was day ${i}.` }));
        for (const article of articles) old.set(article);
        while (!old.prepare(10));
        const saved = save(old);
        for (const [i, text] of written) articles[i] = { id: `a${i}`, name: `a${i}.txt`, text };
        if (isOneGone) articles.pop();
        const host = newHost({ saved });
        for (const article of articles) host.set(article);
        while (!host.prepare(10));
        const anew = newHost();
        for (const article of articles) anew.set(article);
        assert.deepEqual(storiesOf(host), storiesOf(anew));
        for (const [i, text] of later) {
          const article = articles[i];
          if (!article) continue;
          host.set({ ...article, text });
          anew.set({ ...article, text });
        }
        assert.deepEqual(storiesOf(host), storiesOf(anew));
      }),
      { numRuns: 40 },
    );
  }).timeout(60_000);

  it('groups a folder into the stories that it has, whatever changes while it is taken over how alike they were', () => {
    const step = fc.tuple(fc.nat(23), fc.constantFrom('edit', 'leave', 'ask', 'go on'), fc.constantFrom(...reports));
    const texts = fc.array(fc.constantFrom(...reports), { minLength: 24, maxLength: 24 });
    fc.assert(
      fc.property(texts, fc.array(step, { maxLength: 6 }), (texts, steps) => {
        const old = newHost();
        const folder = new Map(
          texts.map((text, i) => [i, { id: `a${i}`, name: `a${i}.txt`, text: `${text} It was day ${i}.` }]),
        );
        for (const article of folder.values()) old.set(article);
        while (!old.prepare(10));
        const host = newHost({ saved: save(old) });
        for (const article of folder.values()) host.set(article);
        for (const [i, what, text] of steps) {
          // So little is done at each call that it takes dozens of them.
          const isDone = host.prepare(1 / 100);
          const article = folder.get(i);
          if (isDone || !article || what === 'go on') continue;
          if (what === 'ask') for (const { id } of folder.values()) host.snapshot().storyOf(id);
          else if (what === 'leave') {
            folder.delete(i);
            host.delete(article.id);
          } else {
            folder.set(i, { ...article, text });
            host.set({ ...article, text });
          }
        }
        while (!host.prepare(1 / 100));
        const anew = newHost();
        for (const article of folder.values()) anew.set(article);
        assert.deepEqual(storiesOf(host), storiesOf(anew));
        // What was taken over counts from then on: whoever leaves is forgotten by all.
        for (const [i, { id }] of folder) {
          if (i % 3 !== 0) continue;
          host.delete(id);
          anew.delete(id);
        }
        assert.deepEqual(storiesOf(host), storiesOf(anew));
      }),
      { numRuns: 60 },
    );
  }).timeout(120_000);

  it('compares what is taken over with what was written meanwhile, whichever is read first', () => {
    const old = newHost();
    for (const article of [wire, gull]) old.set(article);
    const saved = save(old);
    const written = { ...gull, text: gull.text.replace('Fourteen', 'Sixteen') };
    const anew = newHost();
    for (const article of [wire, written]) anew.set(article);
    const said = everything(anew.snapshot());
    for (const order of [
      [written, wire],
      [wire, written],
      [gull, written, wire],
    ]) {
      const host = newHost({ saved });
      for (const article of order) host.set(article);
      assert.deepEqual(everything(host.snapshot()), said);
    }
  });

  it('knows which names stand in each article, without looking', () => {
    const old = newHost();
    for (const article of [wire, gull]) old.set(article);
    const host = newHost({ saved: save(old) });
    for (const article of [wire, gull]) host.set(article);
    // The numbers that are handed over are those of passages and of names.
    assert.deepEqual(host.handOver().numbers, old.handOver().numbers);
    assert.ok(old.handOver().articles.every(({ names }) => names >= 8));
  });

  it('needs no claims for the texts that are in it', () => {
    const old = newHost();
    old.set(wire);
    const host = newHost({ saved: save(old) });
    assert.equal(host.knows(textHash(wire.text)), true);
    assert.equal(host.knows(textHash(gull.text)), false);
    assert.equal(newHost().knows(textHash(wire.text)), false);
  });

  it('has the problems that were found, and finds them anew where something that they depend on has changed', () => {
    const old = newHost();
    for (const article of [wire, gull]) old.set(article);
    const problems = old.snapshot().problems('wire');
    assert.ok(problems.length > 0);
    const saved = save(old);
    assert.ok(saved.some((chunk) => Buffer.from(chunk).includes('there')));
    const host = newHost({ saved });
    for (const article of [gull, wire]) host.set(article);
    assert.deepEqual(host.snapshot().problems('wire'), problems);
    host.set({ ...gull, text: wire.text });
    assert.deepEqual(host.snapshot().problems('wire'), []);
    const renamed = newHost({ saved });
    for (const article of [{ ...gull, name: 'shag.txt' }, wire]) renamed.set(article);
    assert.ok(
      renamed
        .snapshot()
        .problems('wire')
        .every(({ message }) => message.includes('shag.txt')),
    );
  });

  it('tells of the moment in which it was asked for, whatever changes while it is made', () => {
    const host = newHost();
    for (const article of [wire, gull]) host.set(article);
    const said = everything(host.snapshot());
    const chunks: Uint8Array[] = [];
    for (const chunk of host.save()) {
      if (chunks.length === 0) host.delete('gull');
      chunks.push(chunk);
    }
    assert.deepEqual(everything(newHostOf([wire, gull], chunks)), said);
  });

  it('has the words of that moment, though others become known while it is made', () => {
    const host = newHost();
    const notice = { id: 'notice', name: 'notice.txt', text: `${wire.text} The advertisement was withdrawn.` };
    for (const article of [notice, gull]) host.set(article);
    const chunks: Uint8Array[] = [];
    for (const chunk of host.save()) {
      // What was only a stem so far becomes a word, with a stem that is new.
      if (chunks.length === 0) host.snapshot().find('advertis');
      chunks.push(chunk);
    }
    assert.equal(newHost({ saved: chunks }).knows(textHash(notice.text)), true);
  });

  it('holds nothing of what was saved of the folder as a whole, once its articles are back, renamed or not', async () => {
    const old = newHost();
    for (const article of [wire, gull]) old.set(article);
    const chunks = [...old.save()];
    const host = newHost({ saved: chunks });
    for (const article of [wire, { ...gull, id: 'moved' }]) host.set(article);
    host.rest();
    const held = chunks.map((chunk) => new WeakRef(chunk.buffer));
    chunks.length = 0;
    await new Promise(setImmediate);
    setFlagsFromString('--expose-gc');
    (runInNewContext('gc') as () => void)();
    assert.equal(held.filter((one) => one.deref()).length, 0);
    assert.equal(host.snapshot().linksFrom('wire').length, 1);
  });

  it('counts as none where bytes of it are missing or changed, and never throws', () => {
    const old = newHost();
    for (const article of [wire, gull]) old.set(article);
    old.snapshot().problems('wire');
    const said = everything(old.snapshot());
    const saved = save(old);
    for (const chunks of [[], saved.slice(1), saved.slice(0, -1), [...saved, ...saved], saved.map((c) => c.slice(1))]) {
      const host = newHost({ saved: chunks });
      assert.equal(host.knows(textHash(wire.text)), false);
      for (const article of [wire, gull]) host.set(article);
      assert.deepEqual(everything(host.snapshot()), said);
    }
    fc.assert(
      fc.property(fc.nat(), fc.nat(), fc.integer({ min: 1, max: 255 }), (which, at, by) => {
        const chunks = saved.map((chunk) => chunk.slice());
        const chunk = chunks[which % chunks.length];
        if (chunk) chunk[at % chunk.length] = (chunk[at % chunk.length] ?? 0) ^ by;
        assert.deepEqual(everything(newHostOf([wire, gull], chunks)), said);
      }),
      { numRuns: 100 },
    );
  }).timeout(60_000);
});

/** Which articles tell which story, by the articles. */
function storiesOf(host: AnalysisHost) {
  const analysis = host.snapshot();
  return analysis.ids.map((id) => [id, analysis.storyOf(id)?.articles ?? []]);
}

/** What a host says that has read these articles with what was saved at hand. */
function newHostOf(articles: Iterable<typeof wire>, saved: readonly Uint8Array[]) {
  const host = newHost({ saved });
  for (const article of articles) host.set(article);
  return host.snapshot();
}
