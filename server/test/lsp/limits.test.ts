import assert from 'node:assert/strict';
import { FileChangeType } from 'vscode-languageserver/node';
import { library } from './stories';
import { type TestClient, withServer } from './testClient';

const limits = (client: TestClient): readonly string[] =>
  (client.status?.limits ?? []).map(({ setting, message }) => `${setting}: ${message}`);
const warnings = (client: TestClient): readonly string[] =>
  client.log.filter(({ type }) => type === 2).map(({ message }) => message);

const said = (hour: string): string =>
  `“We will sail at ${hour} on Monday whatever the weather does to the island,” Marta Kovel said on the quay.\n`;

describe('bounds that settings set', function () {
  this.timeout(30_000);

  it(
    'leave out larger files and documents, by name and with the setting, in the status and once in the output',
    withServer({ files: library, settings: { files: { maxSize: 1 } } }, async (client) => {
      assert.deepEqual(limits(client), []);
      const long = client.text('rewrite.txt').text.replace('applause', 'applause, and more of it,'.repeat(80));
      await client.write('rewrite.txt', long);
      await client.tell('rewrite.txt', FileChangeType.Changed);
      await client.until(() => limits(client).length === 1);
      const said = 'rewrite.txt is larger than 1 KB and was not read. “secondSource.files.maxSize” sets the limit.';
      assert.deepEqual(limits(client), [`secondSource.files.maxSize: ${said}`]);
      await client.until(() => warnings(client).includes(said));

      await client.open('courier.txt');
      const many = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
      await client.edit('courier.txt', [
        { range: many, text: 'Two members stayed away from the vote on Tuesday. '.repeat(30) },
      ]);
      assert.deepEqual(await client.pull('courier.txt'), []);
      await client.until(() => limits(client)[0]?.includes('2 files are larger than 1 KB') === true);
      assert.match(limits(client)[0] ?? '', /\(rewrite\.txt, courier\.txt\)/);
      assert.equal(warnings(client).filter((line) => line.includes('sets the limit')).length, 1);

      client.settings = { files: { maxSize: 100 } };
      await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
      await client.until(() => client.status?.limits.length === 0);
    }),
  );

  it(
    'leave out articles beyond their number, first those that lie far from open ones, and take in what is opened',
    withServer({ files: library, settings: { files: { maxArticles: 2 } } }, async (client) => {
      await client.until(() => limits(client).length === 1);
      assert.match(
        limits(client)[0] ?? '',
        /^secondSource\.files\.maxArticles: The folder has more than 2 files; the rest were not read\./,
      );
      // What is open is read whatever the number.
      await client.open('wire.txt');
      await client.open('rewrite.txt');
      await client.open('courier.txt');
      await client.until(() => client.status?.total === 3);
      assert.equal(warnings(client).filter((line) => line.includes('sets the limit')).length, 1);
    }),
  );

  it(
    'show the gravest problems of a file that has more than may be, and say how many there are',
    withServer({ files: library, settings: { problems: { maxPerFile: 1 } } }, async (client) => {
      await client.open(
        'untitled:Untitled-1',
        `“Nobody opened the gate in time, the warden told the inquiry.\n\n${client.text('rewrite.txt').text}`,
      );
      const problems = await client.pull('untitled:Untitled-1');
      assert.deepEqual(
        problems.map(({ code }) => code),
        ['quote-marks'],
      );
      await client.until(() => limits(client).length === 1);
      const all = /^secondSource\.problems\.maxPerFile: Untitled-1 has (\d+) problems; shown are the gravest 1\./;
      assert.ok(Number(all.exec(limits(client)[0] ?? '')?.[1]) > 1, limits(client)[0]);
      assert.equal(client.status?.files.find(({ name }) => name === 'Untitled-1')?.problems, 1);
      await client.close('untitled:Untitled-1');
      await client.until(() => client.status?.limits.length === 0);
    }),
  );

  it(
    'leave out articles that come when there are as many as may be, until they go',
    withServer({ files: library, settings: { files: { maxArticles: 3 } } }, async (client) => {
      await client.until(() => client.status?.total === 3);
      assert.deepEqual(limits(client), []);
      for (const name of ['late.txt', 'later.txt']) await client.write(name, client.text('rewrite.txt').text);
      await client.tell('late.txt', FileChangeType.Created);
      const many = 'secondSource.files.maxArticles: 3 articles are read;';
      const sets = '“secondSource.files.maxArticles” sets the limit.';
      await client.until(() => limits(client)[0] === `${many} 1 more file was left out. ${sets}`);
      await client.tell('later.txt', FileChangeType.Created);
      await client.until(() => limits(client)[0] === `${many} 2 more files were left out. ${sets}`);
      assert.equal(client.status?.total, 3);
      await client.tell('late.txt', FileChangeType.Deleted);
      await client.tell('later.txt', FileChangeType.Deleted);
      await client.until(() => limits(client).length === 0);
    }),
  );

  it(
    'count no open document among the articles that may be read',
    withServer({ files: `=== a.txt\n${said('nine')}`, settings: { files: { maxArticles: 2 } } }, async (client) => {
      await client.open('untitled:Untitled-1', 'The ferry was late again on Monday morning, and nobody knew why.\n');
      await client.until(() => client.status?.scan === null);
      await client.write('b.txt', said('noon'));
      await client.tell('b.txt', FileChangeType.Created);
      await client.until(() => client.status?.total === 2);
      assert.deepEqual(limits(client), []);
    }),
  );

  it(
    'are told of at once where a file or a document comes that is too large, and no longer once it has gone',
    withServer({ files: library, settings: { files: { maxSize: 1 } } }, async (client) => {
      const long = said('nine').repeat(30);
      await client.write('late.txt', long);
      await client.tell('late.txt', FileChangeType.Created);
      await client.until(() => limits(client).length === 1);
      await client.tell('late.txt', FileChangeType.Deleted);
      await client.until(() => limits(client).length === 0);
      await client.open('untitled:Untitled-1', long);
      await client.until(() => limits(client)[0]?.includes('Untitled-1 is larger than 1 KB') === true);
      await client.close('untitled:Untitled-1');
      await client.until(() => limits(client).length === 0);
    }),
  );

  it(
    'stay told when another of them changes, for as long as they are reached',
    withServer({ files: library, settings: { files: { maxSize: 1 }, problems: { maxPerFile: 1 } } }, async (client) => {
      const long = client.text('rewrite.txt').text.replace('applause', 'applause, and more of it,'.repeat(80));
      await client.write('rewrite.txt', long);
      await client.tell('rewrite.txt', FileChangeType.Changed);
      const open = `“Nobody opened the gate in time, the warden told the inquiry.\n\n${client.text('rewrite.txt').text}`;
      await client.open('untitled:Untitled-1', open);
      const both = ['secondSource.files.maxSize', 'secondSource.problems.maxPerFile'];
      const reached = () => (client.status?.limits ?? []).map(({ setting }) => setting);
      await client.until(() => reached().length === 2);
      const change = async (settings: object) => {
        client.settings = settings;
        await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
      };
      await change({ files: { maxSize: 1 }, problems: { maxPerFile: 100 } });
      await client.until(() => reached().length === 1);
      assert.deepEqual(reached(), [both[0]]);
      await change({ files: { maxSize: 1 }, problems: { maxPerFile: 1 } });
      await client.until(() => reached().length === 2);
      await change({ files: { maxSize: 100 }, problems: { maxPerFile: 1 } });
      await client.until(() => !reached().includes(both[0] ?? ''));
      await client.until(() => client.status?.scan === null && reached().length === 1);
      assert.deepEqual(reached(), [both[1]]);
    }),
  );
});
