import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { FileChangeType, type WorkspaceDiagnosticReport } from 'vscode-languageserver/node';
import type { DiskFault } from '../support/faultyDisk';
import { library } from './stories';
import { type ClientOptions, TestClient } from './testClient';

/** Enough articles to be worth keeping, each with a quote of its own. */
const many = Array.from(
  { length: 24 },
  (_, n) => `
=== desk/note${n}.txt
The harbour office of Port Ennis wrote on Tuesday that berth ${n} is to be closed for the winter.

“Berth ${n} has not been dredged since the year that the pilot of ship ${n * 7} left us,” the harbour master said.
`,
).join('');

/** As many that come later. */
const late = many.replaceAll('desk/note', 'late/note').replace(/Ennis/g, 'Orrin').replace(/pilot/g, 'mate');

describe('a folder that was open before', function () {
  this.timeout(60_000);
  let place = '';
  beforeEach(() => {
    place = realpathSync(mkdtempSync(join(tmpdir(), 'second-source-kept-')));
  });
  afterEach(() => {
    rmSync(place, { recursive: true, force: true });
  });

  const storage = (): string => join(place, 'storage');
  const keptFiles = (): string[] => {
    try {
      return readdirSync(storage()).filter((name) => name.endsWith('.analysis'));
    } catch {
      return [];
    }
  };

  /** Opens the folder in a server, waits until all is compared, and ends the server. */
  async function session<T>(options: ClientOptions, test: (client: TestClient) => Promise<T>): Promise<T> {
    const root = join(place, 'copy');
    const client = await TestClient.start({
      root,
      declares: { storage: pathToFileURL(storage()).href },
      ...options,
    });
    try {
      await client.settled();
      return await test(client);
    } finally {
      await client.stop();
    }
  }

  const eventually = async (condition: () => boolean): Promise<void> => {
    for (let left = 600; !condition() && left > 0; left--) await new Promise((resolve) => setTimeout(resolve, 50));
    assert.ok(condition());
  };
  const untilKept = (): Promise<void> => eventually(() => keptFiles().length > 0);

  /** All diagnostics of all files, and how the reading was told. */
  async function everything(client: TestClient): Promise<{ read: string; problems: string }> {
    const { items } = await client.connection.sendRequest<WorkspaceDiagnosticReport>('workspace/diagnostic', {
      previousResultIds: [],
    });
    const read = client.log.find(({ message }) => message.startsWith('Read '))?.message ?? '';
    const all = items.map((item) => [item.uri, item.kind === 'full' ? item.items : null]);
    assert.equal(client.log.filter(({ type }) => type < 3).length, 0, JSON.stringify(client.log));
    return { read, problems: JSON.stringify(all) };
  }

  const first = (): Promise<{ read: string; problems: string }> =>
    session({ files: library + many }, async (client) => {
      await untilKept();
      return everything(client);
    });

  it('is taken over as it was, but for the files that have changed since, come or gone', async () => {
    const before = await first();
    assert.match(before.read, /^Read 27 articles in \d+\.\d s\.$/);
    const again = await session({}, everything);
    assert.match(again.read, /^Read 27 articles in \d+\.\d s, 27 of them unchanged since the last time\.$/);
    assert.equal(again.problems, before.problems);
    assert.match(before.problems, /first leaf falls/);

    const rewrite = join(place, 'copy/rewrite.txt');
    writeFileSync(rewrite, readFileSync(rewrite, 'utf8').replace('leaf', 'snow'));
    rmSync(join(place, 'copy/desk/note3.txt'));
    writeFileSync(
      join(place, 'copy/late.txt'),
      'Nothing was decided in Eastmoor on Tuesday. The members went home early.',
    );
    const changed = await session({}, everything);
    assert.match(changed.read, /^Read 27 articles in \d+\.\d s, 25 of them unchanged since the last time\.$/);
    assert.equal(changed.problems.includes('leaf'), false);
  });

  it('has a file that changed before all that was kept was there', async () => {
    const before = await first();
    const client = await TestClient.start({
      root: join(place, 'copy'),
      declares: { storage: pathToFileURL(storage()).href },
    });
    try {
      await client.tell('rewrite.txt', FileChangeType.Changed);
      await client.settled();
      assert.equal((await everything(client)).problems, before.problems);
    } finally {
      await client.stop();
    }
  });

  it('is read anew, in silence, where what was kept is damaged', async () => {
    const before = await first();
    const [name = ''] = keptFiles();
    const bytes = readFileSync(join(storage(), name));
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
    writeFileSync(join(storage(), name), bytes);
    const again = await session({}, async (client) => {
      assert.equal(client.log.filter(({ message }) => message.includes('damaged')).length, 1);
      return everything(client);
    });
    assert.match(again.read, /^Read 27 articles in \d+\.\d s\.$/);
    assert.equal(again.problems, before.problems);
  });

  it('is the same in two windows at a time, and where nothing can be kept', async () => {
    const before = await first();
    const both = await Promise.all([session({}, everything), session({}, everything)]);
    for (const { problems } of both) assert.equal(problems, before.problems);
    // A file stands where the folder would be.
    rmSync(storage(), { recursive: true });
    writeFileSync(storage(), '');
    const without = await session({}, async (client) => {
      await client.until(() => client.log.some(({ message }) => message.includes('was not kept')));
      assert.equal(client.log.filter(({ type }) => type === 2).length, 1);
      client.log.length = 0;
      return everything(client);
    });
    assert.equal(without.problems, before.problems);
  });

  const full = /^What was found out about the folders was not kept: the disk is full\.$/;
  const readOnly = /^What was found out about the folders was not kept: the disk can only be read\.$/;
  const faults: readonly (readonly [string, DiskFault['at'], DiskFault['code'], RegExp])[] = [
    ['is full while they are written', 'write', 'ENOSPC', full],
    ['has no room for one more file', 'open', 'ENOSPC', full],
    ['is full when they take their place', 'rename', 'ENOSPC', full],
    ['can only be read', 'open', 'EROFS', readOnly],
  ];
  for (const [title, at, code, words] of faults) {
    it(`stays as it was where the disk ${title}, which is said once, and nothing else suffers`, async () => {
      const before = await first();
      const [name = ''] = keptFiles();
      const kept = readFileSync(join(storage(), name));
      const log = join(place, 'refused');
      const refused = (): number => (existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n').length : 0);
      const faulty = await session({ files: late, diskFault: { folder: storage(), at, code, log } }, async (client) => {
        const warnings = () => client.log.filter(({ type }) => type < 3).map(({ message }) => message);
        await client.until(() => warnings().length > 0);
        // One more article, and it is tried once more.
        await client.write('late/last.txt', 'Nothing was decided in Eastmoor on Tuesday. The members went home early.');
        await client.tell('late/last.txt', FileChangeType.Created);
        await eventually(() => refused() >= 2);
        assert.equal(warnings().length, 1);
        assert.match(warnings()[0] ?? '', words);
        client.log.splice(0, client.log.length, ...client.log.filter(({ type }) => type >= 3));
        return everything(client);
      });
      assert.match(faulty.read, /^Read 51 articles in \d+\.\d s, 27 of them unchanged since the last time\.$/);
      assert.deepEqual(readdirSync(storage()), [name], 'no half file stays');
      assert.ok(readFileSync(join(storage(), name)).equals(kept), 'what was kept before stays');
      rmSync(join(place, 'copy/late'), { recursive: true });
      const again = await session({}, everything);
      assert.match(again.read, /, 27 of them unchanged since the last time\.$/);
      assert.equal(again.problems, before.problems);
    });
  }

  it('is read anew where the disk has no room for the folder that it would be kept in', async () => {
    const log = join(place, 'refused');
    const before = await session(
      { files: library + many, diskFault: { folder: storage(), at: 'mkdir', code: 'ENOSPC', log } },
      async (client) => {
        await client.until(() => client.log.some(({ type, message }) => type === 2 && full.test(message)));
        client.log.splice(0, client.log.length, ...client.log.filter(({ type }) => type >= 3));
        return everything(client);
      },
    );
    assert.equal(existsSync(storage()), false);
    const again = await session({}, everything);
    assert.equal(again.problems, before.problems);
  });
});
