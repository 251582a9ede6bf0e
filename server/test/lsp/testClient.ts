import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type {
  ClientCapabilities,
  Diagnostic,
  FileChangeType,
  LogMessageParams,
  Position,
  InitializeResult,
  ProtocolConnection,
  PublishDiagnosticsParams,
  Range,
  Registration,
  ServerCapabilities,
} from 'vscode-languageserver/node';
import { StreamMessageReader, StreamMessageWriter, createProtocolConnection } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type StatusParams, statusMethod } from '../../src/protocol';
import { type DiskFault, faultVariable } from '../support/faultyDisk';
import { type MarkedText, parseFiles } from '../support/marked';

/** What a test's editor is and has. */
export interface ClientOptions {
  /** Articles in the `=== file.txt` notation; a name may have folders. */
  readonly files?: string;
  /** A folder to use instead of a temporary one; it is there already, and stays. */
  readonly root?: string;
  /** The workspace folders, relative to the temporary folder; the temporary folder itself where none are named. */
  readonly folders?: readonly string[];
  readonly diagnostics?: 'pull' | 'push';
  /** What stands under `secondSource`, or a promise of it. */
  readonly settings?: unknown;
  readonly ours?: boolean;
  /** Whether it shows stories and wants to hear when they change. */
  readonly views?: boolean;
  readonly markdown?: boolean;
  readonly capabilities?: ClientCapabilities;
  /** More of what the client says of itself under `secondSource`. */
  readonly declares?: object;
  /** What the disk refuses the server. */
  readonly diskFault?: DiskFault;
}

const serverModule = join(__dirname, '../../src/lsp/entry.js');
/** No server of these tests may reach for the network: it would end, and the test with it. */
export const noNetwork = ['--require', join(__dirname, '../support/noNetwork.js')] as const;
const faultyDisk = ['--require', join(__dirname, '../support/faultyDisk.js')] as const;

/** An editor with a real server process behind it, talking JSON-RPC over stdin and stdout. */
export class TestClient {
  readonly published = new Map<string, PublishDiagnosticsParams>();
  readonly log: LogMessageParams[] = [];
  readonly registrations: Registration[] = [];
  readonly progress: { kind: string; message?: string; title?: string }[] = [];
  readonly statuses: StatusParams[] = [];
  readonly texts: ReadonlyMap<string, MarkedText>;
  diagnosticRefreshes = 0;
  lensRefreshes = 0;
  /** What the server said it can do. */
  serverCapabilities: ServerCapabilities = {};
  settings: unknown;
  /** What the server has asked to be asked for again. */
  readonly refreshed: string[] = [];
  private readonly documents = new Map<string, TextDocument>();
  private readonly waiting = new Set<() => void>();
  private died: Error | null = null;

  private readonly ours: boolean;
  private readonly leavesRoot: boolean;

  private constructor(
    readonly root: string,
    readonly connection: ProtocolConnection,
    private readonly server: ChildProcess,
    options: ClientOptions,
  ) {
    this.texts = parseFiles(options.files ?? '');
    this.settings = options.settings ?? {};
    this.ours = options.ours !== false;
    this.leavesRoot = options.root !== undefined;
  }

  /** Starts a server on a temporary folder with the files, and waits until it has answered `initialize`. */
  static async start(options: ClientOptions = {}): Promise<TestClient> {
    const root = options.root ?? (await realpath(await mkdtemp(join(tmpdir(), 'second-source-'))));
    const { diskFault } = options;
    const preloaded = diskFault ? [...noNetwork, ...faultyDisk] : noNetwork;
    const server = spawn(process.execPath, [...preloaded, serverModule, '--stdio'], {
      stdio: ['pipe', 'pipe', 'inherit'],
      env: diskFault ? { ...process.env, [faultVariable]: JSON.stringify(diskFault) } : process.env,
    });
    const connection = createProtocolConnection(
      new StreamMessageReader(server.stdout),
      new StreamMessageWriter(server.stdin),
    );
    const client = new TestClient(root, connection, server, options);
    for (const [name, { text }] of client.texts) await client.write(name, text);
    client.listen();
    const folders = options.folders ?? [''];
    const { capabilities } = await connection.sendRequest<InitializeResult>('initialize', {
      processId: process.pid,
      rootUri: null,
      workspaceFolders: folders.map((name) => ({ uri: client.uri(name), name: name || 'copy' })),
      capabilities: { ...capabilitiesOf(options), ...options.capabilities },
      initializationOptions:
        options.ours === false
          ? undefined
          : {
              secondSource: {
                lensCommand: 'secondSource.showMatches',
                hoverCommands: true,
                views: options.views === true,
                ...options.declares,
              },
            },
    });
    client.serverCapabilities = capabilities;
    await connection.sendNotification('initialized', {});
    return client;
  }

  private listen(): void {
    const { connection } = this;
    const heard = (): void => [...this.waiting].forEach((check) => check());
    connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      this.published.set(params.uri, params);
      heard();
    });
    connection.onNotification('window/logMessage', (params: LogMessageParams) => {
      this.log.push(params);
      heard();
    });
    connection.onNotification(statusMethod, (params: StatusParams) => {
      this.statuses.push(params);
      heard();
    });
    connection.onNotification('$/progress', ({ value }: { value: { kind: string } }) => {
      this.progress.push(value);
      heard();
    });
    connection.onRequest('window/workDoneProgress/create', () => null);
    connection.onRequest('client/registerCapability', ({ registrations }: { registrations: Registration[] }) => {
      this.registrations.push(...registrations);
      heard();
      return null;
    });
    connection.onRequest('client/unregisterCapability', () => null);
    connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) =>
      Promise.all(items.map(() => this.settings)),
    );
    connection.onRequest('workspace/diagnostic/refresh', () => {
      this.diagnosticRefreshes++;
      heard();
      return null;
    });
    for (const feature of ['semanticTokens', 'inlayHint']) {
      connection.onRequest(`workspace/${feature}/refresh`, () => {
        this.refreshed.push(feature);
        heard();
        return null;
      });
    }
    connection.onRequest('workspace/codeLens/refresh', () => {
      this.lensRefreshes++;
      heard();
      return null;
    });
    connection.listen();
    this.server.once('exit', (code) => {
      this.died = new Error(`the server ended with ${code}`);
      connection.dispose();
      heard();
    });
  }

  /** Waits until the condition holds; it is looked at after each message of the server. */
  until(condition: () => boolean): Promise<void> {
    return new Promise((resolve, reject) => {
      const check = (): void => {
        if (this.died) reject(this.died);
        else if (condition()) resolve();
        else return;
        this.waiting.delete(check);
      };
      this.waiting.add(check);
      check();
    });
  }

  /** Waits until the server asks once more to be asked for something again. */
  refreshes(feature: 'semanticTokens' | 'inlayHint'): Promise<void> {
    const count = (): number => this.refreshed.filter((one) => one === feature).length;
    const before = count();
    return this.until(() => count() > before);
  }

  /** The last status that was told. */
  get status(): StatusParams | undefined {
    return this.statuses.at(-1);
  }

  /** Waits until the folder is read and the problems are counted. */
  settled(): Promise<void> {
    const told = (): boolean => this.log.some(({ message }) => /^Read \d+ articles? in /.test(message));
    return this.until(() => (this.ours ? this.status?.scan === null : told()));
  }

  uri(name: string): string {
    return pathToFileURL(name === '' ? this.root : join(this.root, name)).href;
  }

  /** The name below the temporary folder that a URI stands for. */
  name(uri: string): string {
    return decodeURIComponent(uri.slice(this.uri('').length + 1));
  }

  text(name: string): MarkedText {
    const text = this.texts.get(name);
    assert.ok(text, `no file ${name}`);
    return text;
  }

  async write(name: string, text: string | Uint8Array): Promise<void> {
    const path = join(this.root, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  }

  /** Tells the server what has happened to a file or folder. */
  tell(name: string, type: FileChangeType): Promise<void> {
    return this.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: this.uri(name), type }],
    });
  }

  /** Opens a document; by its name below the folder, or by a URI of any kind. */
  async open(name: string, text = this.text(name).text, languageId = 'plaintext'): Promise<void> {
    const uri = name.includes(':') ? name : this.uri(name);
    const document = TextDocument.create(uri, languageId, 1, text);
    this.documents.set(name, document);
    await this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId, version: 1, text },
    });
  }

  /** Puts a text in the place of the words that stand in an open document. */
  async replace(name: string, words: string, by: string): Promise<void> {
    const document = this.document(name);
    const at = document.getText().indexOf(words);
    assert.notEqual(at, -1, `${name} does not have “${words}”`);
    const range = { start: document.positionAt(at), end: document.positionAt(at + words.length) };
    await this.edit(name, [{ range, text: by }]);
  }

  async edit(name: string, contentChanges: { range: Range; text: string }[]): Promise<void> {
    const document = this.document(name);
    const version = document.version + 1;
    this.documents.set(name, TextDocument.update(document, contentChanges, version));
    await this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: document.uri, version },
      contentChanges,
    });
  }

  async close(name: string): Promise<void> {
    const { uri } = this.document(name);
    this.documents.delete(name);
    await this.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  }

  /** The position of the first character of some words in an open document or a file of the test. */
  at(name: string, words: string): Position {
    const document = this.documents.get(name) ?? TextDocument.create('', 'plaintext', 1, this.text(name).text);
    const at = document.getText().indexOf(words);
    assert.notEqual(at, -1, `${name} does not have “${words}”`);
    return document.positionAt(at);
  }

  /** The words that a range covers in an open document or a file of the test. */
  words(name: string, range: Range): string {
    const document = this.documents.get(name) ?? TextDocument.create('', 'plaintext', 1, this.text(name).text);
    return document.getText(range);
  }

  /** Asks about a place in a document. */
  ask<R>(method: string, name: string, words: string, more: object = {}): Promise<R> {
    const uri = name.includes(':') ? name : this.uri(name);
    const params = { textDocument: { uri }, position: this.at(name, words), ...more };
    return this.connection.sendRequest(method, params);
  }

  /** Asks about a document as a whole. */
  askDocument<R>(method: string, name: string, more: object = {}): Promise<R> {
    const uri = name.includes(':') ? name : this.uri(name);
    return this.connection.sendRequest(method, { textDocument: { uri }, ...more });
  }

  async pull(name: string): Promise<Diagnostic[]> {
    const report = await this.askDocument<{ items?: Diagnostic[] }>('textDocument/diagnostic', name);
    return report.items ?? [];
  }

  /** Ends the server as an editor does. @returns its exit code */
  async stop(): Promise<number | null> {
    const ended = new Promise<number | null>((resolve) => this.server.once('exit', resolve));
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    const code = await ended;
    if (!this.leavesRoot) await rm(this.root, { recursive: true, force: true });
    return code;
  }

  /** Ends the server at once, for a test that has failed. */
  async kill(): Promise<void> {
    this.server.kill('SIGKILL');
    if (!this.leavesRoot) await rm(this.root, { recursive: true, force: true });
  }

  private document(name: string): TextDocument {
    const document = this.documents.get(name);
    assert.ok(document, `${name} is not open`);
    return document;
  }
}

function capabilitiesOf({ diagnostics = 'pull', markdown = true }: ClientOptions): ClientCapabilities {
  return {
    textDocument: {
      ...(diagnostics === 'pull' ? { diagnostic: { relatedInformation: true, dataSupport: true } } : {}),
      publishDiagnostics: { relatedInformation: true, dataSupport: true },
      hover: { contentFormat: markdown ? ['markdown', 'plaintext'] : ['plaintext'] },
      documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    },
    workspace: {
      workspaceFolders: true,
      configuration: true,
      didChangeConfiguration: { dynamicRegistration: true },
      didChangeWatchedFiles: { dynamicRegistration: true },
      diagnostics: { refreshSupport: true },
      codeLens: { refreshSupport: true },
    },
    window: { workDoneProgress: true },
  };
}

/** Runs a test with a server that has read its folder, and sees to it that the server ends well. */
export function withServer(options: ClientOptions, test: (client: TestClient) => Promise<void>): () => Promise<void> {
  return async () => {
    const client = await TestClient.start(options);
    try {
      await client.settled();
      await test(client);
    } catch (fault) {
      await client.kill();
      throw fault;
    }
    assert.equal(await client.stop(), 0);
  };
}
