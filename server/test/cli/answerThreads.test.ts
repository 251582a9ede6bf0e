import assert from 'node:assert/strict';
import { join } from 'node:path';
import { createAnalysisHost } from '../../src/analysis';
import { createAnswerThreads, type AnswerThreadsOptions } from '../../src/cli/answerThreads';
import { answer, type Wanted } from '../../src/cli/answers';
import { useTempFolder } from '../support/tempFolder';

const places = ['Hestholm', 'Kellock', 'Orrin', 'Skaill', 'Varn', 'Tolbeck'];

/** A few articles of six stories, two of a story at odds over a word and a figure. */
function host() {
  const made = createAnalysisHost();
  for (let n = 0; n < 36; n++) {
    const place = places[n % places.length] ?? '';
    const text =
      `${place.toUpperCase()}, May 4, 2025 — Ana Bruhl of the ${place} Ferry Board met Lars ${place}son in ${place}.\n\n` +
      `“Nobody in ${place} will set foot on a ${n % 4 ? 'ferry' : 'ship'} before the summer,” Bruhl said. ` +
      `The fire at ${place} harbour hurt ${n % 3 ? 12 : 14} people, the Ferry Board said.`;
    made.set({ id: `${n}.txt`, name: `${n}.txt`, text });
  }
  return made;
}

async function answersOf(options: AnswerThreadsOptions, wanted: Wanted) {
  const threads = createAnswerThreads({ most: 1, ...options });
  threads.start(120);
  const made = host();
  const analysis = made.snapshot();
  const found = await threads.answerAll(analysis, wanted, () => ({
    handover: made.handOver(),
    desk: null,
    mostHot: 2000,
  }));
  return { inOrder: analysis.ids.map((id) => found.get(id)), alone: answer(analysis, analysis.ids, wanted) };
}

describe('threads that answer of articles', function () {
  this.timeout(60_000);
  const folder = useTempFolder();

  for (const wanted of ['problems', 'part'] as const) {
    it(`find of each article what one thread alone finds: ${wanted}`, async () => {
      const { inOrder, alone } = await answersOf({}, wanted);
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
      const { inOrder, alone } = await answersOf({ script: join(folder.path, 'thread.js') }, 'part');
      assert.deepEqual(inOrder, alone);
    });
  }

  it('are not needed where their file is gone', async () => {
    const { inOrder, alone } = await answersOf({ script: join(folder.path, 'missing.js') }, 'problems');
    assert.deepEqual(inOrder, alone);
  });
});
