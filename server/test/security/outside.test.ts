import assert from 'node:assert/strict';
import { mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { FileChangeType } from 'vscode-languageserver/node';
import type { Report } from '../../src/reports/jsonForm';
import { buildCommandLine, secondSource } from '../cli/commandLine';
import { TestClient } from '../lsp/testClient';
import { useTempFolder } from '../support/tempFolder';

const said = (not: string) =>
  `The mill at Cold Ashby is open again.\n\n“I am ${not}going to sell the wheel to anybody from the city,” Abel Thorne said.\n`;
const declared = JSON.stringify({ version: 1, sources: ['wire.txt'] });

(process.platform === 'win32' ? describe.skip : describe)('what lies outside of the folder', function () {
  this.timeout(30_000);
  /** A place that nobody has opened. */
  let elsewhere = '';
  let client: TestClient | null = null;
  const folder = useTempFolder();

  before(buildCommandLine);

  beforeEach(() => {
    elsewhere = realpathSync(mkdtempSync(join(tmpdir(), 'second-source-elsewhere-')));
    writeFileSync(join(elsewhere, 'secret.txt'), said('not '));
    writeFileSync(join(elsewhere, 'desk.json'), declared);
  });

  afterEach(async () => {
    await client?.kill();
    client = null;
    rmSync(elsewhere, { recursive: true, force: true });
  });

  const start = async (): Promise<TestClient> => {
    client = await TestClient.start({ files: `=== wire.txt\n${said('')}` });
    await client.settled();
    return client;
  };
  const notes = (of: TestClient): string => of.log.map(({ message }) => message).join('\n');

  it('is not read through a link to a file or a folder, and the links are named', async () => {
    folder.write({ 'wire.txt': said('') });
    symlinkSync(join(elsewhere, 'secret.txt'), join(folder.path, 'herald.txt'));
    symlinkSync(elsewhere, join(folder.path, 'archive'));
    const { stdout, stderr } = await secondSource(folder.path, ['check', '--format', 'json', '.']);
    const { articles, problems } = JSON.parse(stdout) as Report;
    assert.deepEqual([articles.map(({ path }) => path), problems], [['wire.txt'], []]);
    for (const name of ['herald.txt', 'archive']) {
      assert.match(stderr, new RegExp(`${name} was not read: it is a link to a place outside of the folder`));
    }
  });

  it('is not read where a file that the editor tells of is a link, or lies behind one', async () => {
    const server = await start();
    symlinkSync(join(elsewhere, 'secret.txt'), join(server.root, 'herald.txt'));
    symlinkSync(elsewhere, join(server.root, 'archive'));
    await server.tell('herald.txt', FileChangeType.Created);
    await server.tell('archive/secret.txt', FileChangeType.Created);
    // Whichever is looked at first.
    for (const name of ['archive/secret.txt', 'herald.txt'])
      await server.until(() => notes(server).includes(`${name} was not read: it is a link to a place outside`));
    assert.deepEqual(await server.pull('wire.txt'), []);
  });

  it('is not read where a file was replaced by a link', async () => {
    const server = await start();
    await server.write('herald.txt', 'Nothing of note was said at Cold Ashby on Monday, and nobody came.\n');
    await server.tell('herald.txt', FileChangeType.Created);
    rmSync(join(server.root, 'herald.txt'));
    symlinkSync(join(elsewhere, 'secret.txt'), join(server.root, 'herald.txt'));
    await server.tell('herald.txt', FileChangeType.Changed);
    await server.until(() => notes(server).includes('herald.txt was not read: it is a link to a place outside'));
    assert.deepEqual(await server.pull('wire.txt'), []);
  });

  it('declares nothing: a file of the desk that is a link is not read', async () => {
    folder.write({ 'wire.txt': said(''), 'herald.txt': said('not ') });
    symlinkSync(join(elsewhere, 'desk.json'), join(folder.path, '.second-source.json'));
    const { stdout, stderr } = await secondSource(folder.path, ['check', '--format', 'json', '.']);
    assert.deepEqual(
      (JSON.parse(stdout) as Report).articles.map(({ source }) => source),
      [false, false],
    );
    assert.match(stderr, /second-source\.json in .* was not read: it is a link to a place outside of the folder/);
  });

  it('is not answered about, whatever a request names', async () => {
    const server = await start();
    const uris = [
      pathToFileURL(join(elsewhere, 'secret.txt')).href,
      `${server.uri('')}/../${elsewhere.split('/').at(-1) ?? ''}/secret.txt`,
      `${server.uri('')}/%2e%2e/%2e%2e/etc/passwd`,
      'file:///etc/passwd',
      'untitled:secret.txt',
      '',
      'not a uri',
    ];
    const requests = [
      'textDocument/hover',
      'textDocument/definition',
      'textDocument/documentSymbol',
      'textDocument/codeLens',
      'textDocument/foldingRange',
      'textDocument/semanticTokens/full',
      'secondSource/compare',
      'secondSource/sheet',
      'secondSource/claims',
      'secondSource/nextConflict',
    ];
    for (const uri of uris) {
      for (const method of requests) {
        const params = {
          textDocument: { uri },
          position: { line: 2, character: 5 },
          range: { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } },
          ...{ uri, story: uri, article: uri, left: { uri }, right: { uri }, from: { uri }, to: { uri } },
        };
        const answer = await server.connection.sendRequest(method, params).catch((fault: unknown) => String(fault));
        assert.doesNotMatch(JSON.stringify(answer), /root:|not going to sell/, `${method} ${uri}`);
      }
    }
    // It is still there, and has not taken any of them for an article.
    assert.deepEqual(await server.pull('wire.txt'), []);
  });
});

describe('keys that JavaScript knows', function () {
  this.timeout(20_000);
  before(buildCommandLine);
  const folder = useTempFolder();

  it('change nothing, in settings, in the file of the desk and in requests', async () => {
    const poison =
      '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"version":1,"sources":["__proto__"]}';
    folder.write({ 'wire.txt': said(''), 'constructor.txt': said('not '), '.second-source.json': poison });
    const { code, stdout } = await secondSource(folder.path, ['check', '--format', 'json', '.']);
    assert.equal(code, 1);
    assert.equal((JSON.parse(stdout) as Report).articles.length, 2);
    const settings: unknown = JSON.parse('{"__proto__":{"rules":{}},"rules":{"__proto__":"error","toString":"off"}}');
    const client = await TestClient.start({
      files: `=== __proto__.txt\n${said('')}\n=== b.txt\n${said('not ')}`,
      settings,
    });
    try {
      await client.settled();
      await client.open('b.txt');
      assert.equal((await client.pull('b.txt')).length, 1);
    } finally {
      await client.kill();
    }
  });
});
