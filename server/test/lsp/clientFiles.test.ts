import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import {
  StreamMessageReader,
  StreamMessageWriter,
  createConnection,
  createProtocolConnection,
  type LogMessageParams,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
} from 'vscode-languageserver/node';
import {
  fileKindMethod,
  listFolderMethod,
  readFileMethod,
  wordVectorsMethod,
  type FolderEntry,
  type ListFolderParams,
  type ListFolderResult,
  type ReadFileParams,
  type ReadFileResult,
} from '../../src/protocol/files';
import { createClientFiles } from '../../src/lsp/clientFiles';
import { openFolders } from '../../src/lsp/folders';
import { nothingOutside } from '../../src/lsp/outside';
import { connectServer } from '../../src/lsp/server';
import { defaultSettings } from '../../src/lsp/settings';

const root = 'memo://Night%20Desk/stories';

/** What a folder of the client's holds, by the path below the root: contents, or what it is instead of a file. */
type Held = Readonly<Record<string, string | Uint8Array>>;

/** The two ends of a line between an editor and a server in one process, with the files that only the editor has. */
function line(files: Held) {
  const [there, back] = [new PassThrough(), new PassThrough()];
  const server = createConnection(new StreamMessageReader(there), new StreamMessageWriter(back));
  const client = createProtocolConnection(new StreamMessageReader(back), new StreamMessageWriter(there));
  const asked: string[] = [];
  const read: ReadFileParams[] = [];
  client.onRequest<ListFolderResult, unknown>(listFolderMethod, ({ uri }: ListFolderParams): ListFolderResult => {
    asked.push(uri);
    const path = decodeURIComponent(uri.slice(root.length + 1));
    const below = path === '' ? '' : `${path}/`;
    const entries = new Map<string, FolderEntry['type']>();
    for (const [name, held] of Object.entries(files)) {
      if (!name.startsWith(below)) continue;
      const [first = '', ...rest] = name.slice(below.length).split('/');
      entries.set(first, rest.length > 0 ? 'folder' : isKind(held) ? held : 'file');
    }
    if (entries.size === 0) return { kind: 'fault', fault: 'notFound' };
    return { kind: 'listed', entries: [...entries].map(([name, type]) => ({ name, type })) };
  });
  client.onRequest<ReadFileResult, unknown>(readFileMethod, (params: ReadFileParams): ReadFileResult => {
    read.push(params);
    const held = files[decodeURIComponent(params.uri.slice(root.length + 1))];
    if (held === undefined) return { kind: 'fault', fault: 'notFound' };
    if (held === 'denied') return { kind: 'fault', fault: 'denied' };
    const bytes = typeof held === 'string' ? Buffer.from(held) : Buffer.from(held);
    if (bytes.length > params.maxBytes) return { kind: 'tooLarge', size: bytes.length };
    return { kind: 'bytes', base64: bytes.toString('base64') };
  });
  client.onRequest(fileKindMethod, () => null);
  client.onRequest(wordVectorsMethod, () => null);
  client.onRequest('client/registerCapability', () => null);
  client.onRequest('window/workDoneProgress/create', () => null);
  client.listen();
  return { server, client, asked, read };
}

const isKind = (held: unknown): held is FolderEntry['type'] =>
  held === 'linkedFolder' || held === 'other' || held === 'folder';

/** Starts a server that has nothing but the client, and waits until `enough` articles have problems. */
async function published(
  client: ProtocolConnection,
  answersFiles: boolean,
  enough: number,
): Promise<{ readonly files: ReadonlyMap<string, string[]>; readonly log: string[] }> {
  const files = new Map<string, string[]>();
  const log: string[] = [];
  const ended = new Promise<void>((resolve) => {
    client.onNotification('textDocument/publishDiagnostics', ({ uri, diagnostics }: PublishDiagnosticsParams) => {
      files.set(
        uri,
        diagnostics.map(({ message }) => (typeof message === 'string' ? message : message.value)),
      );
      if (files.size >= enough && log.some((one) => one.startsWith('Read '))) resolve();
    });
    client.onNotification('window/logMessage', ({ message }: LogMessageParams) => {
      log.push(message);
      if (files.size >= enough && message.startsWith('Read ')) resolve();
    });
  });
  await client.sendRequest('initialize', {
    processId: null,
    rootUri: null,
    capabilities: {},
    workspaceFolders: [{ uri: root, name: 'stories' }],
    initializationOptions: { secondSource: { answersFiles } },
  });
  await client.sendNotification('initialized', {});
  await ended;
  return { files, log };
}

const copy = (word: string): string =>
  `Harbour notes\n\n“The lighthouse will be ${word} before the winter storms come,” said Ada Quill, the keeper.\n`;

describe('files that only the client can reach', () => {
  it('are listed, read and compared, in folders too, under the URIs that the client knows', async () => {
    const { server, client } = line({ 'first draft.txt': copy('painted'), 'wire/late/second.md': copy('repaired') });
    connectServer(server, nothingOutside);
    server.listen();
    const { files } = await published(client, true, 2);
    assert.deepEqual([...files.keys()].sort(), [`${root}/first%20draft.txt`, `${root}/wire/late/second.md`]);
    assert.match(files.get(`${root}/first%20draft.txt`)?.[0] ?? '', /wire\/late\/second\.md|second\.md/);
    client.dispose();
  });

  it('are left out and named as on disk', async () => {
    const { server, client, asked, read } = line({
      'story.txt': copy('painted'),
      'large.txt': 'a'.repeat(1024 * 1024 + 1),
      'locked.txt': 'denied',
      'picture.txt': Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2]),
      'page.html': copy('repaired'),
      'node_modules/read.txt': copy('repaired'),
      '.hidden/read.txt': copy('repaired'),
      'round.d': 'linkedFolder',
    });
    connectServer(server, nothingOutside);
    server.listen();
    const { log } = await published(client, true, 0);
    for (const line of [
      'large.txt was not read: it is larger than 1 MB (1 MB).',
      'locked.txt was not read: permission was denied.',
      'picture.txt was not read: it is not a text file.',
    ]) {
      assert.ok(log.includes(line), `${line}\n${log.join('\n')}`);
    }
    assert.deepEqual(asked, [`${root}/`]);
    assert.deepEqual(
      read.map(({ uri }) => uri.slice(root.length + 1)),
      ['.second-source.json', 'large.txt', 'locked.txt', 'picture.txt', 'story.txt'],
    );
    client.dispose();
  });

  it('are not asked for where the client has not said that it answers', async () => {
    const { server, client, asked, read } = line({ 'story.txt': copy('painted') });
    connectServer(server, nothingOutside);
    server.listen();
    const { log } = await published(client, false, 0);
    assert.ok(log.some((one) => one.startsWith('Read 0 articles')));
    assert.deepEqual([asked, read], [[], []]);
    client.dispose();
  });

  it('include the one in which sources are declared', async () => {
    const { server, client } = line({ '.second-source.json': '{ "version": 1 }' });
    server.listen();
    const warned: string[] = [];
    const logger = { info: () => undefined, warn: (line: string) => warned.push(line), error: () => undefined };
    const files = createClientFiles(server, logger);
    const folders = openFolders(
      [{ uri: `${root}/`, name: 'stories' }],
      defaultSettings,
      () => files,
      logger,
      () => undefined,
    );
    assert.equal(await folders.readDeskFile(root), '{ "version": 1 }');
    assert.equal(await folders.readDeskFile(`${root}/elsewhere`), null);
    assert.deepEqual(warned, []);
    client.dispose();
  });
});
