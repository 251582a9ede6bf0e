import assert from 'node:assert/strict';
import { CancellationTokenSource, type Location } from 'vscode-languageserver/node';
import { type NextConflictResult, nextConflictMethod } from '../../src/protocol';
import { library } from './stories';
import { TestClient, withServer } from './testClient';

describe('Next Conflict', () => {
  it(
    'goes through all articles by name, in both directions, and wraps',
    withServer({ files: library }, async (client) => {
      const visited = async (direction: 'next' | 'previous', steps: number): Promise<string[]> => {
        const names: string[] = [];
        let from: { uri: string; position: Location['range']['start'] } | { uri: null } = { uri: null };
        for (let step = 0; step < steps; step++) {
          const found: NextConflictResult = await client.connection.sendRequest(nextConflictMethod, {
            ...from,
            direction,
          });
          assert.ok(found);
          names.push(client.name(found.uri));
          from = { uri: found.uri, position: found.range.start };
        }
        return names;
      };
      assert.deepEqual(await visited('next', 4), ['courier.txt', 'rewrite.txt', 'wire.txt', 'courier.txt']);
      assert.deepEqual(await visited('previous', 4), ['wire.txt', 'rewrite.txt', 'courier.txt', 'wire.txt']);
    }),
  );

  it(
    'leads to what stands further down in the same article first',
    withServer({ files: library }, async (client) => {
      const uri = client.uri('rewrite.txt');
      const params = { uri, position: { line: 0, character: 0 }, direction: 'next' };
      const found = await client.connection.sendRequest<NextConflictResult>(nextConflictMethod, params);
      assert.equal(found?.uri, uri);
      assert.notEqual(found.message, '');
    }),
  );

  it(
    'leads nowhere where no two files disagree',
    withServer({ files: library.replace('leaf', 'snow') }, async (client) => {
      assert.equal(await client.connection.sendRequest(nextConflictMethod, { uri: null, direction: 'next' }), null);
    }),
  );
});

describe('the status', () => {
  it(
    'counts the problems by file and tells each of the worst once',
    withServer({ files: library }, async (client) => {
      await client.until(() => client.status?.total === 3);
      const { files, worst } = client.status ?? { files: [], worst: [] };
      assert.deepEqual(
        files.map(({ name, problems }) => [name, problems]),
        [
          ['courier.txt', 1],
          ['rewrite.txt', 1],
          ['wire.txt', 1],
        ],
      );
      // The wire and the courier agree with each other: each has its own disagreement with the rewrite.
      assert.deepEqual(
        worst.map(({ name }) => name),
        ['courier.txt', 'wire.txt'],
      );
    }),
  );

  it(
    'is not told again while nothing changes',
    withServer({ files: library }, async (client) => {
      await client.until(() => client.status?.total === 3);
      await client.open('rewrite.txt');
      await client.replace('rewrite.txt', 'first leaf', 'first snow');
      await client.until(() => client.status?.total === 0);
      const told = client.statuses.map((status) => JSON.stringify(status));
      told.forEach((status, i) => assert.notEqual(status, told[i - 1]));
    }),
  );
});

describe('a folder that is still being read', () => {
  const words =
    'roof ferry bridge mill orchard choir lantern harvest tunnel copper saddle winter garden market fiddle kettle barley'
      .split(' ')
      .flatMap((word, i) => [word, `${word}${'aeiou'.charAt(i % 5)}n`, `un${word}`]);
  /** Ten words for each number, so that no two of the stories have a remark in common. */
  const remark = (n: number): string =>
    Array.from({ length: 10 }, (_, i) => words[(n * (i + 3) * 7 + i * i * 11 + ((n * n) % 13)) % words.length]).join(
      ' ',
    );
  const many = Array.from(
    { length: 400 },
    (_, n) => `
=== archive/${String(n).padStart(3, '0')}.txt
The council met again on Monday, and it was late before the members went home.

“The ${remark(n)} was all that I could think of,” Alderman Piet Lund said.
`,
  ).join('');

  it('keeps nothing waiting: open files answer first, and progress is shown until the end', async () => {
    const client = await TestClient.start({ files: library + many });
    try {
      await client.open('wire.txt');
      await client.open('rewrite.txt');
      const [problem] = await client.pull('rewrite.txt');
      assert.ok(problem, 'the open files were not compared');
      assert.ok(!client.log.some(({ message }) => message.startsWith('Read ')), 'the answer waited for the scan');
      await client.until(() => client.progress.at(-1)?.kind === 'end');
      assert.equal(client.progress[0]?.kind, 'begin');
      assert.equal(client.progress[0].title, 'Reading articles');
      await client.settled();
      assert.ok(client.log.some(({ message }) => /^Read 403 articles in \d+\.\d s\.$/.test(message)));
      assert.ok(client.statuses.some(({ scan }) => scan !== null));
    } finally {
      await client.stop();
    }
  });
});

describe('requests', () => {
  it(
    'that are cancelled are answered as cancelled',
    withServer({ files: library }, async (client) => {
      const source = new CancellationTokenSource();
      // While the server takes in a long article, the request and its cancelling wait in line.
      void client.open('untitled:Untitled-1', `${client.text('wire.txt').text}\n\n`.repeat(100));
      const asked = client.connection.sendRequest('workspace/diagnostic', { previousResultIds: [] }, source.token);
      source.cancel();
      await assert.rejects(asked, { code: -32800 });
    }),
  );

  it(
    'that make no sense are answered with nothing, named in the output, and do no harm',
    withServer({ files: library }, async (client) => {
      assert.equal(await client.connection.sendRequest('textDocument/hover', { position: 7 }), null);
      assert.deepEqual(await client.connection.sendRequest('textDocument/codeLens', {}), []);
      await client.connection.sendNotification('textDocument/didChange', {});
      await client.until(() => client.log.filter(({ type }) => type === 1).length === 3);
      const [hover, lens, change] = client.log.filter(({ type }) => type === 1).map(({ message }) => message);
      assert.match(hover ?? '', /^textDocument\/hover gave no answer: /);
      assert.match(lens ?? '', /^textDocument\/codeLens gave no answer: /);
      assert.match(change ?? '', /^textDocument\/didChange was not taken in: /);
      await client.open('rewrite.txt');
      assert.equal((await client.pull('rewrite.txt')).length, 1);
    }),
  );
});
