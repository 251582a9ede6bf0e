import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { appendFile, mkdir, rename, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { FileChangeType } from 'vscode-languageserver/node';
import { library } from './stories';
import { TestClient, withServer } from './testClient';

const { Changed, Created, Deleted } = FileChangeType;

/** The library story makes three problems; each test sees to it that they are still told of. */
const unequal = (client: TestClient): Promise<void> => client.until(() => client.status?.total === 3);
const warned = (client: TestClient, words: RegExp): Promise<void> =>
  client.until(() => client.log.some(({ message }) => words.test(message)));
const noErrors = (client: TestClient): void => {
  assert.deepEqual(
    client.log.filter(({ type }) => type === 1),
    [],
  );
};

describe('a file that can’t be read', function () {
  this.timeout(60_000);

  it(
    'is named when it vanishes before it is read, and the others stay',
    withServer({ files: library }, async (client) => {
      await client.tell('gone.txt', Created);
      await warned(client, /^gone\.txt was not read: it is no longer there\.$/);
      await unequal(client);
      noErrors(client);
    }),
  );

  it(
    'may vanish and come again in the same breath',
    withServer({ files: library }, async (client) => {
      await unequal(client);
      for (let i = 0; i < 20; i++) {
        await rm(join(client.root, 'wire.txt'), { force: true });
        await client.tell('wire.txt', Deleted);
        await client.write('wire.txt', client.text('wire.txt').text);
        await client.tell('wire.txt', Created);
      }
      await client.until(() => client.status?.total === 3 && client.status.scan === null);
      noErrors(client);
    }),
  );

  it(
    'is a folder by now, and is a file again later',
    withServer({ files: library }, async (client) => {
      await unequal(client);
      await rm(join(client.root, 'wire.txt'));
      await mkdir(join(client.root, 'wire.txt'));
      await client.tell('wire.txt', Changed);
      await warned(client, /^wire\.txt was not read: it is a folder\.$/);
      await client.until(() => (client.status?.total ?? 3) < 3);
      await rm(join(client.root, 'wire.txt'), { recursive: true });
      await client.write('wire.txt', client.text('wire.txt').text);
      await client.tell('wire.txt', Changed);
      await unequal(client);
      noErrors(client);
    }),
  );

  it('is one that nobody may read', async function () {
    // Root reads everything, and Windows has no such rights: there is nothing to see then.
    if (process.platform === 'win32' || process.getuid?.() === 0) {
      this.skip();
      return;
    }
    await withServer({ files: library }, async (client) => {
      execFileSync('chmod', ['000', join(client.root, 'wire.txt')]);
      await client.tell('wire.txt', Changed);
      await warned(client, /^wire\.txt was not read: permission was denied\.$/);
      noErrors(client);
    })();
  });

  it('is a pipe, a socket or a link that leads to itself, and nothing waits for it', async function () {
    if (process.platform === 'win32') {
      this.skip();
      return;
    }
    await withServer({ files: library }, async (client) => {
      await unequal(client);
      const path = (name: string): string => join(client.root, name);
      execFileSync('mkfifo', [path('pipe.txt')]);
      await symlink(path('loop.txt'), path('loop.txt'));
      await mkdir(path('round'));
      await symlink(client.root, path('round/again'));
      const socket = createServer().listen(path('socket.txt'));
      try {
        for (const name of ['pipe.txt', 'loop.txt', 'socket.txt', 'round']) await client.tell(name, Created);
        await warned(client, /^pipe\.txt was not read: it is not a regular file\.$/);
        await warned(client, /^loop\.txt was not read: it is a symbolic link that leads back to itself\.$/);
        await warned(client, /^socket\.txt was not read: it is not a regular file\.$/);
        // A file that is written after them shows that they hold up nothing.
        await client.write('wire.txt', 'Nothing was decided in Eastmoor on Tuesday. The members went home early.');
        await client.tell('wire.txt', Changed);
        await client.until(() => (client.status?.total ?? 3) < 3);
      } finally {
        socket.close();
      }
      noErrors(client);
    })();
  });

  it(
    'is larger than the limit, or grows beyond it while the folder is open',
    withServer({ files: library, settings: { files: { maxSize: 64 } } }, async (client) => {
      await unequal(client);
      await appendFile(join(client.root, 'wire.txt'), 'The members went home early. '.repeat(4000));
      await client.tell('wire.txt', Changed);
      await warned(client, /^wire\.txt was not read: it is larger than 64 KB \(\d+ KB\)\.$/);
      await truncate(join(client.root, 'wire.txt'), 0);
      await client.write('wire.txt', client.text('wire.txt').text);
      await client.tell('wire.txt', Changed);
      await unequal(client);
      noErrors(client);
    }),
  );

  it(
    'grows and is cut off again and again while it is read',
    withServer({ files: library }, async (client) => {
      await unequal(client);
      const { text } = client.text('wire.txt');
      const path = join(client.root, 'wire.txt');
      for (let i = 0; i < 30; i++) {
        await client.tell('wire.txt', Changed);
        if (i % 2 === 0) await appendFile(path, `\n\n${text}`);
        else await truncate(path, i);
      }
      await client.write('wire.txt', text);
      await client.tell('wire.txt', Changed);
      await unequal(client);
      noErrors(client);
    }),
  );

  it(
    'changes its encoding under the editor',
    withServer({ files: library }, async (client) => {
      await unequal(client);
      const { text } = client.text('wire.txt');
      await client.write('wire.txt', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]));
      await client.tell('wire.txt', Changed);
      await warned(client, /^wire\.txt was read as UTF-16 LE\.$/);
      await unequal(client);
      await client.write('wire.txt', Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0, 0, 1, 2, 3]));
      await client.tell('wire.txt', Changed);
      await warned(client, /^wire\.txt was not read: /);
      await client.until(() => (client.status?.total ?? 3) < 3);
      await client.write('wire.txt', text);
      await client.tell('wire.txt', Changed);
      await unequal(client);
      noErrors(client);
    }),
  );
});

describe('what a folder declares', () => {
  const file = '.second-source.json';
  const sound = JSON.stringify({ version: 1, sources: ['wire.txt'] });

  it(
    'is replaced, broken, taken away and put back while the server runs, and each time the last sound word counts',
    withServer({ files: library }, async (client) => {
      await unequal(client);
      const sources = async (): Promise<number> => {
        const { folders } = await client.connection.sendRequest<{ folders: { sources: string[] }[] }>(
          'secondSource/desk',
          {},
        );
        return folders[0]?.sources.length ?? 0;
      };
      const eventually = async (count: number): Promise<void> => {
        while ((await sources()) !== count) await new Promise((resolve) => setTimeout(resolve, 20));
      };
      await client.write(file, sound);
      await client.tell(file, Created);
      await eventually(1);
      for (const broken of [sound.slice(0, 20), '\0\0\0', '[]', '{"version": 99}', '']) {
        await client.write(file, broken);
        await client.tell(file, Changed);
        await eventually(0);
        await client.write(`${file}.new`, sound);
        await rename(join(client.root, `${file}.new`), join(client.root, file));
        await client.tell(file, Changed);
        await eventually(1);
      }
      await writeFile(join(client.root, file), `{"version": 1, "accepted": [${'{},'.repeat(3_000_000)}]}`);
      await client.tell(file, Changed);
      await warned(client, /json was not read: it is larger than \d+ MB/);
      await eventually(0);
      await rm(join(client.root, file));
      await mkdir(join(client.root, file));
      await client.tell(file, Changed);
      await warned(client, /it is a folder/);
      await rm(join(client.root, file), { recursive: true });
      await client.write(file, sound);
      await client.tell(file, Created);
      await eventually(1);
      noErrors(client);
    }),
  ).timeout(60_000);
});

describe('two servers on one folder', function () {
  this.timeout(60_000);

  it(
    'say the same and do not disturb one another',
    withServer({ files: library }, async (client) => {
      await unequal(client);
      const other = await TestClient.start({ folders: [] });
      try {
        await other.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
          event: { added: [{ uri: client.uri(''), name: 'copy' }], removed: [] },
        });
        await unequal(other);
        await client.open('rewrite.txt');
        await client.replace('rewrite.txt', 'leaf', 'snow');
        await client.until(() => client.status?.total === 0);
        assert.equal(other.status?.total, 3, 'what isn’t saved is one editor’s own');
      } finally {
        await other.kill();
      }
      assert.equal(client.status?.total, 0);
    }),
  );
});
