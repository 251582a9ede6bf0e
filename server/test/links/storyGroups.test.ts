import assert from 'node:assert/strict';
import fc from 'fast-check';
import { finish } from '../../src/core/steps';
import { createStoryGroups } from '../../src/links/storyGroups';
import { group } from '../../src/links/storyNeighbours';

/** Articles that are told how alike they are, pair by pair, and the groups kept of them. */
function folderOf(ids: readonly string[]) {
  const near = new Map(ids.map((id) => [id, new Map<string, number>()]));
  let asked = 0;
  const groups = createStoryGroups((id) => {
    asked++;
    return near.get(id) ?? new Map();
  });
  return {
    groups,
    setLikeness(a: string, b: string, now: number) {
      for (const id of [a, b]) if (!near.has(id)) near.set(id, new Map());
      const before = near.get(a)?.get(b) ?? 0;
      if (before === now) return;
      for (const [one, other] of [
        [a, b],
        [b, a],
      ] as const) {
        if (now === 0) near.get(one)?.delete(other);
        else near.get(one)?.set(other, now);
      }
      groups.noteLikeness(a, b, before, now);
    },
    delete(id: string) {
      for (const other of near.get(id)?.keys() ?? []) near.get(other)?.delete(id);
      if (near.delete(id)) groups.noteGone(id);
    },
    /** The groups that all articles together form, begun from nothing. */
    anew: () => finish(group([...near.keys()].sort(), (id) => near.get(id) ?? new Map())),
    /** How often a likeness was asked for since this was last called. */
    takeAsked() {
      const count = asked;
      asked = 0;
      return count;
    },
  };
}

const told = (all: ReadonlyMap<string, readonly string[]>) =>
  [...new Set(all.values())].sort(([a = ''], [b = '']) => (a < b ? -1 : 1));

/** Many near what joins two articles, some far above, some none. */
const likeness = fc.oneof(
  { weight: 5, arbitrary: fc.integer({ min: 13, max: 19 }) },
  { weight: 2, arbitrary: fc.integer({ min: 10, max: 40 }) },
  { weight: 2, arbitrary: fc.constant(0) },
);

/** Stories of three articles in a row, each of which has one article that is nearly enough like one of the next story. */
function rowOfStories(count: number) {
  const name = (story: number, article: number) => `s${String(story).padStart(4, '0')}-${article}`;
  const ids = Array.from({ length: 3 * count }, (_, i) => name(Math.floor(i / 3), i % 3));
  const folder = folderOf(ids);
  for (let story = 0; story < count; story++) {
    for (const [a, b] of [
      [0, 1],
      [0, 2],
      [1, 2],
    ] as const) {
      folder.setLikeness(name(story, a), name(story, b), 30);
    }
    if (story > 0) folder.setLikeness(name(story - 1, 2), name(story, 0), 16);
  }
  return { folder, name };
}

describe('groups of articles', () => {
  it('are after any changes those that all articles together form', () => {
    const ids = Array.from({ length: 16 }, (_, i) => `f${String(i).padStart(2, '0')}`);
    const id = fc.constantFrom(...ids);
    const change = fc.oneof(
      { weight: 12, arbitrary: fc.tuple(id, id, likeness) },
      { weight: 1, arbitrary: fc.tuple(id) },
      { weight: 4, arbitrary: fc.tuple(fc.constantFrom(1, 5, 20, Infinity)) },
    );
    fc.assert(
      fc.property(fc.array(change, { minLength: 20, maxLength: 160 }), (changes) => {
        const folder = folderOf(ids);
        for (const one of changes) {
          if (one.length === 3) {
            if (one[0] !== one[1]) folder.setLikeness(...one);
          } else if (typeof one[0] === 'string') folder.delete(one[0]);
          else if (folder.groups.regroup(one[0])) assert.deepEqual(told(folder.groups.all()), folder.anew());
        }
        assert.ok(folder.groups.regroup(Infinity));
        assert.deepEqual(told(folder.groups.all()), folder.anew());
      }),
      { numRuns: 500 },
    );
  }).timeout(60_000);

  it('stay the same objects where a change elsewhere plays no part in them', () => {
    const { folder, name } = rowOfStories(20);
    folder.groups.regroup(Infinity);
    const before = folder.groups.all();
    folder.setLikeness(name(10, 0), name(10, 1), 12);
    folder.setLikeness(name(10, 0), name(10, 2), 12);
    folder.groups.regroup(Infinity);
    const now = folder.groups.all();
    assert.deepEqual(now.get(name(10, 1)), [name(10, 1), name(10, 2)]);
    for (let story = 0; story < 20; story++) {
      if (story !== 10 && story !== 9) assert.equal(now.get(name(story, 0)), before.get(name(story, 0)), `${story}`);
    }
  });

  it('are formed anew around a change only, though all articles hang together by some chain', () => {
    const { folder, name } = rowOfStories(1000);
    folder.groups.regroup(Infinity);
    assert.ok(folder.takeAsked() < 10_000, 'at first each article is looked at a few times');
    folder.setLikeness(name(500, 0), name(500, 1), 29);
    folder.groups.regroup(Infinity);
    assert.ok(folder.takeAsked() < 60, 'then the story and its neighbours');
  });

  it('are formed in steps, however many articles hang together', () => {
    const { folder, name } = rowOfStories(1000);
    let calls = 1;
    while (!folder.groups.regroup(100)) {
      assert.equal(folder.groups.all().size, 0, 'they are told when all are formed');
      calls++;
    }
    assert.ok(calls > 40, String(calls));
    assert.equal(folder.groups.all().get(name(700, 1))?.length, 3);
  });

  it('are looked at once where an edit makes an article more or less alike to all of another group', () => {
    const ids = (group: string) => Array.from({ length: 60 }, (_, i) => `${group}${i}`);
    const [ones, others] = [ids('a'), ids('b')];
    const folder = folderOf([...ones, ...others]);
    for (const group of [ones, others]) {
      for (const [i, a] of group.entries()) for (const b of group.slice(i + 1)) folder.setLikeness(a, b, 30);
    }
    folder.groups.regroup(Infinity);
    assert.equal(new Set(folder.groups.all().values()).size, 2);
    folder.takeAsked();
    for (const other of others) folder.setLikeness('a0', other, 12);
    assert.ok(folder.takeAsked() <= ones.length);
    folder.setLikeness('a0', 'b0', 17);
    folder.setLikeness('a1', 'b1', 13);
    assert.ok(folder.groups.regroup(Infinity));
    assert.deepEqual(told(folder.groups.all()), folder.anew());
  });

  it('are not formed anew where a likeness can play no part', () => {
    const { folder, name } = rowOfStories(1000);
    folder.groups.regroup(Infinity);
    folder.takeAsked();
    folder.setLikeness(name(499, 2), name(500, 0), 15);
    folder.groups.regroup(Infinity);
    assert.equal(folder.takeAsked(), 0, 'less between two groups that nothing has joined');
    folder.setLikeness(name(300, 0), name(700, 0), 14);
    folder.groups.regroup(Infinity);
    assert.ok(folder.takeAsked() <= 3, 'more between two that have nothing to join them');
  });
});
