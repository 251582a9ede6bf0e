import assert from 'node:assert/strict';
import { type Analysis, createAnalysisHost } from '../../src/analysis';
import { createConflictCount } from '../../src/features/conflictCount';

const columns = [
  'Bread was dearer in Aldport than in any other town of the coast this spring. Millers blame wet harvests, bakers the price of gas, and shoppers both of them.',
  'The museum of clocks has a new roof. Slate came from a quarry that shut in the war, and three apprentices learnt to split it by hand.',
  'Nobody has caught the otter that lives under the stage of the theatre. It is fed by actors, and the insurers would rather not hear of it.',
  'Rowers from eleven schools met on the canal. A cold wind from the east had the smaller crews drifting into the reeds before noon.',
];
const remark = (count: string) =>
  `\n\n“We have asked for ${count} new lifeboats, and we will not sail without them,” Marta Kovel said.\n`;

/** Columns about different things, each with the same remark in other words. */
function columnsSaying(...counts: readonly string[]) {
  const host = createAnalysisHost();
  const say = (id: string, about: number, count: string) => {
    host.set({ id, name: id, text: `${columns[about] ?? ''}${remark(count)}` });
  };
  counts.forEach((count, i) => {
    say(`${i}.txt`, i, count);
  });
  return { host, say };
}

describe('the count of conflicts', () => {
  it('has each between articles of no story once, and no longer when it is settled or one of them is gone', () => {
    const { host, say } = columnsSaying('forty', 'fourteen');
    const count = createConflictCount();
    const look = (ids: readonly string[]): number => {
      const analysis = host.snapshot();
      count.update(analysis, ids);
      return count.total(analysis);
    };
    const { ids } = host.snapshot();
    assert.deepEqual(
      ids.map((id) => host.snapshot().storyOf(id)),
      [null, null],
    );
    assert.equal(look(ids), 1);
    say('1.txt', 1, 'forty');
    assert.equal(look(ids), 0);
    say('1.txt', 1, 'fourteen');
    assert.equal(look(ids), 1);
    host.delete('0.txt');
    assert.equal(look(['0.txt', '1.txt']), 0);
  });

  it('asks for the problems of such articles a few times each, however many there are', () => {
    const { host } = columnsSaying('forty', 'fourteen', 'four', 'fifty');
    const analysis = host.snapshot();
    let asked = 0;
    const watched: Analysis = {
      ...analysis,
      ids: analysis.ids,
      problems: (id) => {
        asked++;
        return analysis.problems(id);
      },
    };
    const count = createConflictCount();
    for (const id of analysis.ids) count.update(watched, [id]);
    assert.ok(count.total(watched) > 0);
    assert.equal(asked, 2 * analysis.ids.length);
  });
});
