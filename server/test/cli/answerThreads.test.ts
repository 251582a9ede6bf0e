import assert from 'node:assert/strict';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { createAnalysisHost } from '../../src/analysis';
import { answerAll } from '../../src/cli/answerThreads';
import { answer, groupsOf, type Wanted } from '../../src/cli/answers';
import { threadMark } from '../../src/readers/messages';
import { useTempFolder } from '../support/tempFolder';

/** Where each story happens, who speaks of what, and what befell whom. */
const events = [
  [
    'Hestholm',
    'Ana Bruhl',
    'Nobody here will set foot on a ferry before the summer is out',
    'The fire at the harbour hurt',
  ],
  ['Kellock', 'Lars Ottesen', 'The mine was inspected twice and found sound each time', 'A collapsed shaft trapped'],
  ['Orrin', 'Dolores Quill', 'We never promised the teachers a rise of any kind', 'The school strike kept out'],
  [
    'Skaill',
    'Piet Aalders',
    'Our vaccine stood every trial that the agency asked for',
    'A batch of spoiled doses sickened',
  ],
  [
    'Varn',
    'Mira Sandoval',
    'The dam holds more water than its builders ever dreamed',
    'Floods below the reservoir displaced',
  ],
  [
    'Tolbeck',
    'Hugo Renner',
    'Those ballots were counted under the eyes of both parties',
    'Riots after the election injured',
  ],
] as const;

/** A few articles of six stories, two of a story at odds over a word and a figure. */
function host() {
  const made = createAnalysisHost();
  for (let n = 0; n < 36; n++) {
    const [place, who, said, befell] = events[n % events.length] ?? events[0];
    const text =
      `${place.toUpperCase()}, May 4, 2025 — ${who} of the ${place} Board met reporters in ${place}.\n\n` +
      `“${n < 6 ? said.replace('the', 'a') : said},” ${who} said. ${befell} ${n % 7 ? 12 : 14} people, the ${place} Board said.`;
    made.set({ id: `${n}.txt`, name: `${n}.txt`, text });
  }
  return made;
}

const ownScript = join(__dirname, '../../src/cli/answerThread.js');

async function answersOf(script: string, wanted: Wanted) {
  const thread = new Worker(script, { workerData: threadMark });
  const made = host();
  const analysis = made.snapshot();
  assert.ok(groupsOf(analysis).length > 1, 'there is something to share out');
  const found = await answerAll(analysis, [thread], {
    wanted,
    job: () => ({ handover: made.handOver(), desk: null, mostHot: 2000 }),
  });
  return { inOrder: analysis.ids.map((id) => found.get(id)), alone: answer(analysis, analysis.ids, wanted) };
}

describe('threads that answer of articles', function () {
  this.timeout(60_000);
  const folder = useTempFolder();

  for (const wanted of ['problems', 'part'] as const) {
    it(`find of each article what one thread alone finds: ${wanted}`, async () => {
      const { inOrder, alone } = await answersOf(ownScript, wanted);
      assert.deepEqual(inOrder, alone);
      assert.ok(JSON.stringify(alone).includes('figure-conflict'));
    });
  }

  for (const [what, script] of [
    ['dies at once', 'process.exit(3);'],
    [
      'dies with a story in hand',
      `const { parentPort } = require('node:worker_threads');
       parentPort.once('message', ({ next }) => {
         Atomics.add(new Int32Array(next), 0, 1);
         process.exit(3);
       });`,
    ],
    ['throws', `require('node:worker_threads').parentPort.once('message', () => { throw new Error('broken'); });`],
  ] as const) {
    it(`lose nothing where one ${what}`, async () => {
      folder.write({ 'thread.js': script });
      const { inOrder, alone } = await answersOf(join(folder.path, 'thread.js'), 'part');
      assert.deepEqual(inOrder, alone);
    });
  }

  it('are not needed where their file is gone', async () => {
    const { inOrder, alone } = await answersOf(join(folder.path, 'missing.js'), 'problems');
    assert.deepEqual(inOrder, alone);
  });
});
