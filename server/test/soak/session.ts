import { type ChildProcess, spawn } from 'node:child_process';
import {
  CancellationTokenSource,
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type LogMessageParams,
  type ProtocolConnection,
} from 'vscode-languageserver/node';
import { statusMethod, type StatusParams } from '../../src/protocol';

/** A server process with an editor that asks everything, and that writes down what goes wrong. */
export interface Session {
  readonly connection: ProtocolConnection;
  /**
   * Sends a request, to be cancelled after so many ms, or never where that is null. Never rejects, and waits no longer than
   * the server is given: faults are kept.
   */
  ask(method: string, params: unknown, cancelAfter?: number | null): Promise<unknown>;
  /** Requests that have no answer yet. */
  unanswered(): readonly string[];
  /** What went wrong: errors in the log, answers that are errors. */
  readonly faults: readonly string[];
  /** How many requests were answered, and how many of them with the word that they were cancelled. */
  readonly counts: { answered: number; cancelled: number };
  status(): StatusParams | null;
  /** The bytes that the server holds after a collection of garbage, its buffers included; null where it is gone. */
  heap(): Promise<number | null>;
  setSettings(settings: unknown): void;
  stop(): Promise<number | null>;
  kill(): void;
}

/** Answers that are no faults: cancelled by the client, by the server, or about a text that has changed since. */
const expected = new Set([-32800, -32801, -32802]);

/** Has a server collect its garbage when it is asked to over its third channel; nothing of it is in the product. */
const probe = `process.on('message', () => {
  global.gc();
  const { heapUsed, external } = process.memoryUsage();
  process.send(heapUsed + external);
}); process.channel.unref();`;

/** How long an answer may take, in ms: the machine may be busy. */
const mostPatience = 60_000;

/**
 * Starts a server on some folders.
 * @param program what node is given: the server's file, absolute, after whatever it loads first.
 * @param folders their URIs.
 * @param storage the URI of the folder that what was found out is kept in; null: nothing is kept.
 */
export async function startSession(
  program: readonly string[],
  folders: readonly string[],
  firstSettings: unknown = {},
  storage: string | null = null,
): Promise<Session> {
  const server: ChildProcess = spawn(
    process.execPath,
    ['--expose-gc', '--import', `data:text/javascript,${encodeURIComponent(probe)}`, ...program, '--stdio'],
    { stdio: ['pipe', 'pipe', 'pipe', 'ipc'] },
  );
  const faults: string[] = [];
  const counts = { answered: 0, cancelled: 0 };
  const open = new Map<number, string>();
  let lastRequest = 0;
  let settings = firstSettings;
  let status: StatusParams | null = null;
  let stopping = false;
  if (!server.stdout || !server.stdin) throw new Error('the server has no pipes');
  server.stderr?.on('data', (chunk: Buffer) => faults.push(`on stderr: ${chunk.toString().slice(0, 500)}`));
  const ended = new Promise<number | null>((resolve) => {
    server.once('exit', (code, signal) => {
      if (!stopping) faults.push(`the server ended with ${signal ?? String(code)}`);
      resolve(code);
    });
  });
  const connection = createProtocolConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  connection.onNotification('window/logMessage', ({ type, message }: LogMessageParams) => {
    if (type === 1) faults.push(`in the log: ${message}`);
  });
  connection.onNotification(statusMethod, (now: StatusParams) => {
    status = now;
  });
  connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) => items.map(() => settings));
  const willing = ['window/workDoneProgress/create', 'client/registerCapability', 'client/unregisterCapability'];
  const refreshes = ['diagnostic', 'codeLens', 'semanticTokens', 'inlayHint'].map((one) => `workspace/${one}/refresh`);
  for (const method of [...willing, ...refreshes]) connection.onRequest(method, () => null);
  connection.onError(([error]) => faults.push(`on the wire: ${error.message}`));
  connection.listen();

  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: null,
    workspaceFolders: folders.map((uri) => ({ uri, name: uri.slice(uri.lastIndexOf('/') + 1) })),
    capabilities: {
      textDocument: {
        diagnostic: { relatedInformation: true, dataSupport: true },
        hover: { contentFormat: ['markdown'] },
        documentSymbol: { hierarchicalDocumentSymbolSupport: true },
        codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } } },
        semanticTokens: { requests: { full: true, range: true }, tokenTypes: [], tokenModifiers: [], formats: [] },
        inlayHint: {},
        foldingRange: {},
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
    },
    initializationOptions: {
      secondSource: { lensCommand: 'x', hoverCommands: true, views: true, ...(storage === null ? {} : { storage }) },
    },
  });
  await connection.sendNotification('initialized', {});

  return {
    connection,
    faults,
    counts,
    async ask(method, params, cancelAfter = null) {
      const id = ++lastRequest;
      open.set(id, method);
      const source = new CancellationTokenSource();
      const timer = cancelAfter === null ? undefined : setTimeout(() => source.cancel(), cancelAfter);
      let overdue: NodeJS.Timeout | undefined;
      const never = new Promise<undefined>((resolve) => {
        overdue = setTimeout(() => {
          if (!stopping) faults.push(`${method}: no answer for ${mostPatience / 1000} s`);
          resolve(undefined);
        }, mostPatience);
      });
      try {
        return await Promise.race([connection.sendRequest<unknown>(method, params, source.token), never]);
      } catch (error) {
        const code = (error as { readonly code?: unknown }).code;
        if (typeof code === 'number' && expected.has(code)) counts.cancelled++;
        else if (!stopping) faults.push(`${method}: ${error instanceof Error ? error.message : String(error)}`);
        return undefined;
      } finally {
        clearTimeout(timer);
        clearTimeout(overdue);
        counts.answered++;
        open.delete(id);
      }
    },
    unanswered: () => [...open.values()],
    status: () => status,
    heap: () =>
      new Promise((resolve) => {
        if (!server.connected) {
          resolve(null);
          return;
        }
        server.once('message', (bytes) => {
          resolve(Number(bytes));
        });
        server.send('gc');
      }),
    setSettings(next) {
      settings = next;
    },
    async stop() {
      stopping = true;
      await connection.sendRequest('shutdown');
      await connection.sendNotification('exit');
      const code = await ended;
      connection.dispose();
      return code;
    },
    kill() {
      stopping = true;
      server.kill('SIGKILL');
    },
  };
}
