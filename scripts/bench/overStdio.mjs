import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../paths.mjs';
import { atEnd } from '../processes.mjs';
import { keystrokes } from './typing.mjs';

const { createProtocolConnection, StreamMessageReader, StreamMessageWriter } = createRequire(import.meta.url)(
  'vscode-languageserver/node',
);

/** The time between two keystrokes of a fast typist, in ms. The server has work of its own to do in it. */
const betweenStrokes = 100;

/**
 * Types into files of a folder through a server process of its own.
 * @returns milliseconds from each edit to the answer of the request for the document's diagnostics, how long the server
 * took to read the folder, and the memory that it has then, in bytes (null where the system doesn't tell).
 */
export async function typeOverStdio(corpus, folder, count) {
  const server = spawn(process.execPath, [join(root, 'dist', 'server.js'), '--stdio'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const end = atEnd(() => void server.kill());
  try {
    const connection = createProtocolConnection(
      new StreamMessageReader(server.stdout),
      new StreamMessageWriter(server.stdin),
    );
    const scanned = new Promise((resolve) => {
      connection.onNotification('secondSource/status', ({ scan, total }) => {
        if (scan === null && total > 0) resolve();
      });
    });
    connection.listen();
    const from = performance.now();
    await connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: null,
      workspaceFolders: [{ uri: pathToFileURL(folder).href, name: 'bench' }],
      capabilities: { textDocument: { diagnostic: { relatedDocumentSupport: true } }, workspace: {} },
      initializationOptions: { secondSource: {} },
    });
    await connection.sendNotification('initialized', {});
    await scanned;
    const load = performance.now() - from;
    const memory = await residentMemory(server.pid);
    const times = await type(connection, corpus, folder, keystrokes(corpus, count));
    await connection.sendRequest('shutdown');
    await connection.sendNotification('exit');
    return { times, load, memory };
  } finally {
    await end();
  }
}

async function type(connection, corpus, folder, strokes) {
  const open = new Map();
  const times = [];
  for (const { article, at, cut, insert } of strokes) {
    const uri = pathToFileURL(join(folder, corpus[article].path)).href;
    if (!open.has(article)) {
      const { text } = corpus[article];
      await connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId: 'plaintext', version: 1, text },
      });
      open.set(article, { text, version: 1 });
      await connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } });
    }
    const document = open.get(article);
    const range = { start: positionOf(document.text, at), end: positionOf(document.text, at + cut) };
    document.text = document.text.slice(0, at) + insert + document.text.slice(at + cut);
    document.version++;
    await new Promise((resolve) => setTimeout(resolve, betweenStrokes));
    const from = performance.now();
    await connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: document.version },
      contentChanges: [{ range, text: insert }],
    });
    await connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } });
    times.push(performance.now() - from);
  }
  return times;
}

function positionOf(text, offset) {
  const lines = text.slice(0, offset).split('\n');
  return { line: lines.length - 1, character: lines.at(-1).length };
}

async function residentMemory(pid) {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const found = /^VmRSS:\s+(\d+) kB/m.exec(status);
  return found ? Number(found[1]) * 1024 : null;
}
