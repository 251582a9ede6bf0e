import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { createAnalysisHost, type Analysis } from '../../src/analysis';
import { finish } from '../../src/core/steps';
import { createStoryIndex } from '../../src/links/stories';
import { makeSignature } from '../../src/links/storySignature';
import { mergeByAverage } from '../../src/links/storyClusters';
import { parseFiles } from '../support/marked';

/** The stories of the files, each as its file names, in the order of their numbers; files without a story are left out. */
function storiesOf(source: string): string[][] {
  const host = createAnalysisHost();
  for (const [name, { text }] of parseFiles(source)) host.set({ id: name, name, text });
  return grouped(host.snapshot());
}

function grouped(analysis: Analysis): string[][] {
  const stories = new Map<string, string[]>();
  for (const id of analysis.ids) {
    const story = analysis.storyOf(id);
    if (story) stories.set(story.id, [...story.articles]);
  }
  return [...stories.values()];
}

const courier = `The harbor ferry Orrin ran aground off Hestholm on Tuesday with 214 passengers aboard, the Kellock Harbor Board said.

Captain Lars Roe told the board's inquiry that the Tarn light had been dark for 12 nights. Ana Bruhl, the board's chairwoman, said the charts of the sound dated from 1987.

All the passengers were taken off by the lifeboat from Kellock. Two were treated in hospital.`;
const wire = `KELLOCK (Wire) - Two people were hurt when the ferry Orrin struck rocks near Hestholm, officials said.

The Orrin carried 214 passengers. Its master, Lars Roe, blamed the Tarn light, which he said had not burned for 12 nights.

Ana Bruhl of the Kellock Harbor Board conceded that the charts were drawn in 1987. A lifeboat landed everyone.`;
const radio = `Ferry Orrin goes aground

Good morning from Kellock. Everyone is safe on shore after the Orrin hit a rock off Hestholm. Lars Roe, who was at the wheel, says nobody had lit the Tarn light. Ana Bruhl from the Harbor Board promises new charts.`;
const otherFerry = `The car ferry Maiden of Stroma lost its rudder outside Port Aven on Saturday, and 96 passengers spent the night at sea.

Captain Joan Petrie anchored off Cape Lorne until the tug Bulwark arrived. The Aven Line's managing director, Tomas Field, said that the rudder had been inspected in March.

Passengers were given vouchers for 40 pounds.`;
const otherFerryToo = `PORT AVEN - A tug towed in the ferry Maiden of Stroma on Sunday after 96 passengers had waited aboard all night off Cape Lorne.

The rudder came off, Captain Joan Petrie said. Tomas Field of the Aven Line said inspectors had found no fault in March. The tug was the Bulwark.`;
const school = `Marlow's school board will close Birch Lane Elementary next June, Superintendent Odile Marchetti said.

The school has 131 pupils. Parents led by Graham Teague collected 900 signatures against it, and the teachers' union called the vote a disgrace.`;
const schoolToo = `Birch Lane Elementary in Marlow shuts in June after a vote of the school board. Its 131 pupils go to Fenwick.

Odile Marchetti, the superintendent, cited the roof. Graham Teague handed in 900 signatures.`;

describe('stories', () => {
  it('join two reports of one event and leave out what reports something else', () => {
    assert.deepEqual(storiesOf(`=== a.txt\n${courier}\n=== b.txt\n${school}\n=== c.txt\n${wire}`), [
      ['a.txt', 'c.txt'],
    ]);
  });

  it('take in a short piece that has little more than the names', () => {
    assert.deepEqual(storiesOf(`=== a.txt\n${courier}\n=== b.txt\n${radio}\n=== c.txt\n${wire}`), [
      ['a.txt', 'b.txt', 'c.txt'],
    ]);
  });

  it('keep two events of one kind apart', () => {
    const files = `=== a.txt\n${courier}\n=== b.txt\n${otherFerry}\n=== c.txt\n${wire}\n=== d.txt\n${otherFerryToo}`;
    assert.deepEqual(storiesOf(files), [
      ['a.txt', 'c.txt'],
      ['b.txt', 'd.txt'],
    ]);
  });

  it('are not run together by a roundup that tells of two', () => {
    const roundup = `The week in brief\n\n${wire}\n\n${schoolToo}`;
    const found = storiesOf(
      `=== a.txt\n${courier}\n=== b.txt\n${wire}\n=== c.txt\n${school}\n=== d.txt\n${schoolToo}\n=== e.txt\n${roundup}`,
    );
    const storyWith = (name: string) => found.find((story) => story.includes(name));
    assert.notDeepEqual(storyWith('a.txt'), storyWith('c.txt'));
    assert.ok(storyWith('a.txt')?.includes('b.txt'));
    assert.ok(storyWith('c.txt')?.includes('d.txt'));
  });

  it('are none in one article, in empty ones and in ones without a word', () => {
    assert.deepEqual(storiesOf(`=== a.txt\n${courier}`), []);
    assert.deepEqual(storiesOf('=== a.txt\n\n=== b.txt\n\n=== c.txt\n… 。 — “”'), []);
  });

  it('are numbered by the first of their articles in the order of names', () => {
    const host = createAnalysisHost();
    host.set({ id: '1', name: 'z.txt', text: courier });
    host.set({ id: '2', name: 'y.txt', text: wire });
    host.set({ id: '3', name: 'x.txt', text: school });
    host.set({ id: '4', name: 'w.txt', text: schoolToo });
    assert.equal(host.snapshot().storyOf('1')?.id, 's2');
    assert.deepEqual(host.snapshot().storyOf('1')?.articles, ['2', '1']);
    host.set({ id: '2', name: 'a.txt', text: wire });
    assert.equal(host.snapshot().storyOf('1')?.id, 's1');
    assert.equal(host.snapshot().storyOf('3')?.id, 's2');
  });

  it('have the day that most of their articles give as their own', () => {
    const days = ['June 10, 2025', 'June 9, 2025', 'June 10, 2025'];
    const files = [courier, wire, radio].map((text, i) => `=== ${i}.txt\nPosted 11:02 p.m. ${days[i]}\n\n${text}`);
    const host = createAnalysisHost();
    for (const [name, { text }] of parseFiles(files.join('\n'))) host.set({ id: name, name, text });
    const story = host.snapshot().storyOf('0.txt');
    assert.equal(story?.articles.length, 3);
    assert.equal(story.date, '2025-06-10');
  });

  it('stay as they were in a snapshot when the articles change later', () => {
    const host = createAnalysisHost();
    host.set({ id: 'a', name: 'a', text: courier });
    host.set({ id: 'b', name: 'b', text: wire });
    const asked = host.snapshot();
    const before = asked.storyOf('a');
    host.set({ id: 'b', name: 'b', text: school });
    const unasked = host.snapshot();
    host.delete('a');
    assert.equal(host.snapshot().storyOf('b'), null);
    assert.deepEqual(asked.storyOf('a'), before);
    assert.deepEqual(asked.storyOf('b')?.articles, ['a', 'b']);
    assert.equal(unasked.storyOf('a'), null);
  });

  it('stay the same objects while an edit changes nothing of them', () => {
    const host = createAnalysisHost();
    host.set({ id: 'a', name: 'a', text: courier });
    host.set({ id: 'b', name: 'b', text: wire });
    const before = host.snapshot().storyOf('a');
    host.set({ id: 'b', name: 'b', text: `${wire} More later.` });
    assert.equal(host.snapshot().storyOf('a'), before);
  });
});

const sentences = [courier, wire, radio, otherFerry, otherFerryToo, school, schoolToo].flatMap((text) =>
  text.split(/(?<=\.)\s+/),
);
const articleText = fc.oneof(
  fc.constantFrom(courier, wire, radio, otherFerry, otherFerryToo, school, schoolToo),
  fc.array(fc.constantFrom(...sentences), { maxLength: 12 }).map((parts) => parts.join('\n\n')),
);
const change = fc.record({
  file: fc.nat({ max: 13 }),
  text: fc.option(articleText, { nil: null, freq: 4 }),
  ask: fc.boolean(),
});

describe('stories kept up to date by difference', () => {
  it('are after any changes what they are in a folder read anew', () => {
    fc.assert(
      fc.property(fc.array(change, { minLength: 8, maxLength: 40 }), (changes) => {
        const host = createAnalysisHost();
        const texts = new Map<string, string>();
        for (const { file, text, ask } of changes) {
          const id = `f${String(file).padStart(2, '0')}`;
          if (text === null) {
            texts.delete(id);
            host.delete(id);
          } else {
            texts.set(id, text);
            host.set({ id, name: id, text });
          }
          if (ask) host.snapshot().storyOf(id);
        }
        const anew = createAnalysisHost();
        for (const [id, text] of [...texts].sort(([a], [b]) => (a < b ? 1 : -1))) anew.set({ id, name: id, text });
        assert.deepEqual(grouped(host.snapshot()), grouped(anew.snapshot()));
      }),
      { numRuns: 60 },
    );
  }).timeout(60_000);
});

/** Signatures of a folder: each article has most of the names of one event, and some of all. */
const evidenceOf = (event: number, own: readonly number[], common: readonly number[]) => ({
  signature: makeSignature([...new Set([...own.map((n) => event * 100 + n), ...common])].map((stem) => [stem, 10])),
  shared: new Map<string, number>(),
  day: null,
});
const anyEvidence = fc
  .tuple(
    fc.integer({ min: 1, max: 12 }),
    fc.array(fc.nat({ max: 9 }), { maxLength: 12 }),
    fc.array(fc.nat({ max: 60 }), { maxLength: 8 }),
  )
  .map(([event, own, common]) => evidenceOf(event, own, common));

describe('stories of a folder that is being read', () => {
  const ids = Array.from({ length: 90 }, (_, i) => `f${i}`);
  it('are, asked for one by one while many articles wait, those of the folder as it is then', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...ids), fc.option(anyEvidence, { freq: 6 })), {
          minLength: 60,
          maxLength: 160,
        }),
        fc.array(fc.tuple(fc.nat({ max: 159 }), fc.constantFrom(...ids))),
        fc.array(fc.tuple(fc.nat({ max: 159 }), fc.nat({ max: 30 })), { maxLength: 6 }),
        (changes, asked, slices) => {
          const index = createStoryIndex();
          const known = new Map<string, ReturnType<typeof evidenceOf>>();
          for (const [i, [id, evidence]] of changes.entries()) {
            if (evidence) {
              known.set(id, evidence);
              index.set(id, evidence);
            } else {
              known.delete(id);
              index.delete(id);
            }
            for (const [at, most] of slices) if (at === i) index.settle(most);
            const anew = createStoryIndex();
            const questions = asked.filter(([at]) => at === i);
            if (questions.length > 0) for (const [one, what] of known) anew.set(one, what);
            for (const [, one] of questions) {
              assert.deepEqual(index.clusters().get(one), anew.clusters().all().get(one), `${one} after ${i}`);
            }
          }
          const anew = createStoryIndex();
          for (const [id, evidence] of [...known].reverse()) anew.set(id, evidence);
          assert.deepEqual(
            [...index.clusters().all()].sort(([a], [b]) => (a < b ? -1 : 1)),
            [...anew.clusters().all()].sort(([a], [b]) => (a < b ? -1 : 1)),
          );
          for (const [id, cluster] of index.clusters().all()) {
            for (const mate of cluster) assert.equal(index.clusters().all().get(mate), cluster, id);
          }
        },
      ),
      { numRuns: 120 },
    );
  }).timeout(60_000);

  it('say what they said before when more articles come', () => {
    const index = createStoryIndex();
    const add = (id: string, event: number) => index.set(id, evidenceOf(event, [1, 2, 3, 4, 5, 6], []));
    for (const id of ids.slice(0, 40)) add(id, Number(id.slice(1)) % 10);
    const asked = index.clusters();
    const before = asked.get('f1');
    assert.equal(before?.length, 4);
    add('f91', 1);
    assert.equal(index.clusters().get('f1')?.length, 5);
    assert.equal(asked.get('f1'), before);
    assert.equal(index.clusters().all().get('f1')?.length, 5);
  });
});

describe('stories of which few articles wait', () => {
  it('are all told at once where one alone would take more comparing', () => {
    const index = createStoryIndex();
    const eventOf = (id: number) => (id < 40 ? 1 : 2 + (id % 20));
    const add = (id: number, names: readonly number[]) => index.set(`f${id}`, evidenceOf(eventOf(id), names, []));
    for (let id = 0; id < 400; id++) add(id, [1, 2, 3, 4, 5, 6]);
    index.settle(Infinity);
    for (let id = 0; id < 16; id++) add(id, [1, 2, 3, 4, 5, 6, 7]);
    const asked = index.clusters();
    assert.ok(!asked.areKnown);
    assert.equal(asked.get('f30')?.length, 40);
    assert.ok(index.clusters().areKnown);
    assert.equal(asked.get('f3'), index.clusters().get('f3'));
  });

  it('are told one by one while very many are being formed', () => {
    const index = createStoryIndex();
    for (let id = 0; id < 1200; id++) index.set(`f${id}`, evidenceOf(id % 60, [1, 2, 3, 4, 5, 6], []));
    for (let compared = 0; compared < 1200; compared += 150) index.settle(150);
    const asked = index.clusters();
    assert.ok(!asked.areKnown);
    assert.equal(asked.get('f30')?.length, 20);
    assert.equal(index.clusters(), asked, 'the others are left for later');
    index.settle(Infinity);
    assert.equal(index.clusters().get('f30'), asked.get('f30'));
  });
});

describe('two articles that are only somewhat alike', () => {
  /** Whether two articles with `own` names each and `common` ones beside are one story. */
  const areOne = (own: number, common: number, days: readonly [string | null, string | null], remarks: number) => {
    const index = createStoryIndex();
    const names = (from: number, count: number) => Array.from({ length: count }, (_, i) => [from + i, 10] as const);
    const signature = (from: number) => makeSignature([...names(0, common), ...names(from, own)]);
    index.set('a', { signature: signature(100), shared: new Map(), day: days[0] });
    index.set('b', { signature: signature(200), shared: new Map(remarks > 0 ? [['a', remarks]] : []), day: days[1] });
    return index.clusters().get('a') !== undefined;
  };

  it('are one story where their own days are near or not known', () => {
    assert.ok(areOne(5, 3, [null, null], 0));
    assert.ok(areOne(5, 3, ['2025-06-09', null], 0));
    assert.ok(areOne(5, 3, ['2025-06-09', '2025-06-12'], 0));
  });

  it('are none where their own days lie weeks apart', () => {
    assert.ok(!areOne(5, 3, ['2024-06-10', '2025-06-09'], 0));
  });

  it('are one story for a remark that both quote', () => {
    assert.ok(!areOne(4, 2, [null, null], 0));
    assert.ok(areOne(4, 2, [null, null], 1));
  });
});

describe('merging by average', () => {
  const merge = (size: number, pairs: readonly (readonly [number, number, number])[]) =>
    finish(
      mergeByAverage(
        size,
        (member) =>
          pairs.flatMap(([a, b, n]) => (a === member ? [[b, n] as const] : b === member ? [[a, n] as const] : [])),
        { single: 10, groups: 12 },
      ),
    );

  it('joins no chain whose ends have nothing in common', () => {
    assert.deepEqual(
      merge(3, [
        [0, 1, 15],
        [1, 2, 12],
      ]),
      [[0, 1], [2]],
    );
  });

  it('asks more of two groups than of one article and a group', () => {
    const across = [
      [0, 2, 11],
      [0, 3, 11],
      [1, 2, 11],
      [1, 3, 11],
    ] as const;
    assert.deepEqual(merge(4, [[0, 1, 20], [2, 3, 20], ...across]), [
      [0, 1],
      [2, 3],
    ]);
    assert.deepEqual(
      merge(3, [
        [0, 1, 20],
        [0, 2, 11],
        [1, 2, 11],
      ]),
      [[0, 1, 2]],
    );
  });
});

describe('merging many', () => {
  /** As it is said, and as slow: of all pairs of groups the nearest, until none is near enough. */
  function oneByOne(size: number, likeness: ReadonlyMap<string, number>): number[][] {
    let groups = Array.from({ length: size }, (_, member) => [member]);
    for (;;) {
      let best = { value: 0, a: [0], b: [0] };
      for (const [i, a] of groups.entries()) {
        for (const b of groups.slice(i + 1)) {
          const sum = a
            .flatMap((x) => b.map((y) => likeness.get(pairOf(x, y)) ?? 0))
            .reduce((all, one) => all + one, 0);
          const value = sum / (a.length * b.length);
          if (value > best.value && value >= (a.length === 1 || b.length === 1 ? 10 : 12)) best = { value, a, b };
        }
      }
      if (best.value === 0) return groups.map((group) => group.sort((x, y) => x - y));
      groups = groups
        .filter((group) => group !== best.b)
        .map((group) => (group === best.a ? [...group, ...best.b] : group));
    }
  }
  const pairOf = (x: number, y: number) => `${Math.min(x, y)} ${Math.max(x, y)}`;

  it('joins the nearest first, of equally near ones those with the smaller numbers', () => {
    const size = 24;
    const pair = fc.tuple(fc.nat(size - 1), fc.nat(size - 1), fc.integer({ min: 8, max: 16 }));
    fc.assert(
      fc.property(fc.array(pair, { maxLength: 120 }), (pairs) => {
        const likeness = new Map(pairs.filter(([x, y]) => x !== y).map(([x, y, value]) => [pairOf(x, y), value]));
        const near = (member: number) =>
          Array.from({ length: size }, (_, other) => [other, likeness.get(pairOf(member, other)) ?? 0] as const).filter(
            ([other, value]) => other !== member && value > 0,
          );
        assert.deepEqual(finish(mergeByAverage(size, near, { single: 10, groups: 12 })), oneByOne(size, likeness));
      }),
      { numRuns: 300 },
    );
  }).timeout(60_000);
});

const sets = path.resolve(__dirname, '../../../../../shared/eval/sets');

describe('stories of labelled news', () => {
  it('join reports of one event and hardly ever reports of two', function () {
    const file = path.join(sets, 'outlets.json');
    if (!existsSync(file)) this.skip();
    const { docs } = JSON.parse(readFileSync(file, 'utf8')) as { docs: { id: string; story: string; text: string }[] };
    const host = createAnalysisHost();
    for (const { id, text } of docs) host.set({ id, name: id, text });
    const analysis = host.snapshot();
    const count = { right: 0, wrong: 0, missed: 0 };
    for (const [i, a] of docs.entries()) {
      for (const b of docs.slice(0, i)) {
        const joined = analysis.storyOf(a.id)?.articles.includes(b.id) ?? false;
        if (joined) count[a.story === b.story ? 'right' : 'wrong']++;
        else if (a.story === b.story) count.missed++;
      }
    }
    assert.ok(count.right / (count.right + count.wrong) >= 0.97, JSON.stringify(count));
    assert.ok(count.right / (count.right + count.missed) >= 0.9, JSON.stringify(count));
  }).timeout(60_000);
});
