import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../paths.mjs';
import { atEnd } from '../processes.mjs';
import { NotMeasured, whyEnded, within } from './wholeProcess.mjs';

const { createProtocolConnection, StreamMessageReader, StreamMessageWriter } = createRequire(import.meta.url)(
  'vscode-languageserver/node',
);

/**
 * A server process with a folder open, and a client that asks as an editor does: it pulls the diagnostics of its open
 * documents, and pulls them again whenever it is asked to.
 * @param storage the folder that the server may keep its cache in.
 * @param deadline when the server is ended and all that is waited for fails, as `performance.now()` has it.
 */
export async function openSession({ folder, storage, deadline = Infinity }) {
  const started = performance.now();
  const server = spawn(process.execPath, [join(root, 'dist', 'server.js'), '--stdio'], {
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let complaints = '';
  server.stderr.on('data', (chunk) => (complaints = (complaints + chunk).slice(-5000)));
  server.stdin.on('error', () => {}); // It has ended, which is told below.
  const kill = atEnd(() => void server.kill('SIGKILL'));
  let over = false;
  let giveUp;
  const trouble = new Promise((_, reject) => (giveUp = reject));
  trouble.catch(() => {}); // Heard of by whoever waits for something; nobody may.
  server.once('exit', (code, signal) => {
    if (!over) giveUp(new NotMeasured(whyEnded(signal ?? code, complaints)));
  });
  const timer = within(deadline, () => {
    giveUp(new NotMeasured(`not done after ${((performance.now() - started) / 1000).toFixed(0)} s`));
    void kill();
  });
  /** What a promise gives, or the fault of a server that has ended or takes too long. */
  const unlessLost = (promise) => Promise.race([promise, trouble]);

  const connection = createProtocolConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  connection.onError(() => {});
  connection.onUnhandledNotification(() => {});
  const refreshed = new Set();
  connection.onRequest('workspace/diagnostic/refresh', () => {
    for (const listener of refreshed) listener();
    return null;
  });
  const compared = new Promise((resolve) => {
    connection.onNotification('secondSource/status', ({ scan, files }) => {
      // Before the reading begins there is but the open document to tell of.
      if (scan === null && files.length > 1) resolve(performance.now() - started);
    });
  });
  connection.listen();
  const uriOf = (path) => pathToFileURL(join(folder, path)).href;
  await unlessLost(
    connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: null,
      workspaceFolders: [{ uri: pathToFileURL(folder).href, name: 'bench' }],
      capabilities: {
        textDocument: { diagnostic: { relatedDocumentSupport: true, relatedInformation: true, dataSupport: true } },
        workspace: { diagnostics: { refreshSupport: true } },
      },
      initializationOptions: { secondSource: { views: true, storage: pathToFileURL(storage).href } },
    }),
  );
  void connection.sendNotification('initialized', {});

  return {
    pid: server.pid,
    /** Milliseconds from the start of the process until the folder is read and compared. */
    compared: unlessLost(compared),
    unlessLost,
    open(path, text) {
      const textDocument = { uri: uriOf(path), languageId: 'plaintext', version: 1, text };
      return connection.sendNotification('textDocument/didOpen', { textDocument });
    },
    change(path, version, range, text) {
      const textDocument = { uri: uriOf(path), version };
      return connection.sendNotification('textDocument/didChange', { textDocument, contentChanges: [{ range, text }] });
    },
    close(path) {
      return connection.sendNotification('textDocument/didClose', { textDocument: { uri: uriOf(path) } });
    },
    /** The diagnostics of an open document as they are now. */
    async diagnostics(path) {
      const report = connection.sendRequest('textDocument/diagnostic', { textDocument: { uri: uriOf(path) } });
      return (await unlessLost(report)).items;
    },
    /** How long a message waits until the server answers that it doesn't know it, in ms. */
    async wait() {
      const from = performance.now();
      await unlessLost(connection.sendRequest('secondSource/unknown').catch(() => {}));
      return performance.now() - from;
    },
    /** Calls `listener` whenever the server asks for the diagnostics to be pulled again; gives what ends that. */
    onRefresh(listener) {
      refreshed.add(listener);
      return () => refreshed.delete(listener);
    },
    async end() {
      over = true;
      clearTimeout(timer);
      try {
        const asked = connection.sendRequest('shutdown').then(() => connection.sendNotification('exit'));
        const ended = new Promise((resolve) => server.once('exit', resolve));
        const patience = new Promise((resolve) => setTimeout(resolve, 5000).unref());
        if (server.exitCode === null && server.signalCode === null) {
          await Promise.race([asked.then(() => ended), patience]);
        }
      } catch {
        // It is ended below in any case.
      } finally {
        connection.dispose();
        await kill();
      }
    },
  };
}

/** What a process holds and has held at its most, in bytes; null where the system doesn't tell. */
export async function residentMemory(pid) {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const bytes = (name) => {
    const found = new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status);
    return found ? Number(found[1]) * 1024 : null;
  };
  return { bytes: bytes('VmRSS'), most: bytes('VmHWM') };
}

/** Milliseconds that a running process has kept the processors busy, with all its threads; null as above. */
export async function cpuOfProcess(pid) {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  // What follows the name in brackets: the 12th and 13th are user and system time in hundredths of a second.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields.length > 12 ? (Number(fields[11]) + Number(fields[12])) * 10 : null;
}
