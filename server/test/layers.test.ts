import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join, relative, resolve, dirname } from 'node:path';
import ts from 'typescript';

const repository = resolve(__dirname, '../../..');
const source = join(repository, 'server/src');

/** The rooms of the server, the lowest first. A file imports from its own room and from lower ones. */
const order = ['core', 'claims', 'links', 'rules', 'desk', 'analysis', 'analysis.ts', 'features'];

/** Where the outside world may be named; these rooms stand at the top. */
const doors: Readonly<Record<string, readonly string[]>> = {
  // Which patterns are safe to match is one answer, for client and server.
  disk: ['core', 'disk', 'protocol'],
  // Threads that read files and find the claims in them, for the server and the command line.
  readers: ['core', 'claims', 'links', 'disk', 'readers'],
  lsp: [...order, 'reports', 'protocol', 'disk', 'readers', 'lsp'],
  // The command line starts the language server too: `second-source lsp --stdio`.
  cli: [...order, 'reports', 'protocol', 'disk', 'readers', 'lsp', 'cli'],
  reports: [...order, 'protocol', 'reports'],
  protocol: ['protocol'],
  // What stands in the folder's file is described in the protocol, for the client writes it.
  desk: ['core', 'claims', 'links', 'rules', 'desk', 'protocol'],
  // What views show is described once, in the protocol: features make it, with offsets for places.
  features: [...order, 'protocol'],
};

describe('layers', () => {
  const files = sourceFiles(source);

  it('has a place in the order for every source file', () => {
    assert.ok(files.length > 10);
    const known = [...order, ...Object.keys(doors)];
    assert.deepEqual(
      files.map(roomOf).filter((room) => !known.includes(room)),
      [],
    );
  });

  it('imports point down', () => {
    const wrong = files.flatMap((file) =>
      importsOf(file)
        .filter((name) => name.startsWith('.'))
        .map((name) => roomOf(resolve(dirname(file), name)))
        .filter((room) => !allowedFrom(roomOf(file)).includes(room))
        .map((room) => `${relative(source, file)} imports from ${room}`),
    );
    assert.deepEqual(wrong, []);
  });

  it('keeps Node, LSP and VS Code out of the core', () => {
    const wrong = files
      .filter((file) => [...order, 'reports', 'protocol'].includes(roomOf(file)))
      .flatMap((file) => importsOf(file).map((name) => ({ file, name })))
      .filter(({ name }) => /^(node:|vscode|fs$|fs\/|path$|os$|url$|util$|crypto$|child_process$)/.test(name))
      .map(({ file, name }) => `${relative(source, file)} imports ${name}`);
    assert.deepEqual(wrong, []);
  });

  it('keeps Node out of all that the web worker is made of', () => {
    const reached = reachedFrom(join(source, 'lsp/browser.ts'));
    assert.ok(reached.includes(join(source, 'analysis.ts')));
    assert.deepEqual(reached.flatMap(builtinsIn), []);
  });

  it('has Node in the language server only where its process begins', () => {
    const wrong = files
      .filter((file) => roomOf(file) === 'lsp' && !/[\\/](main|entry)\.ts$/.test(file))
      .flatMap(builtinsIn);
    assert.deepEqual(wrong, []);
  });

  it('keeps Node out of all that the extension in a browser is made of', () => {
    const reached = reachedFrom(join(repository, 'client/src/browser.ts'));
    assert.ok(reached.includes(join(repository, 'client/src/activation.ts')));
    assert.deepEqual(reached.flatMap(builtinsIn), []);
  });

  it('gives the client nothing of the server but its protocol', () => {
    const wrong = sourceFiles(join(repository, 'client/src')).flatMap((file) =>
      importsOf(file)
        .filter((name) => name.startsWith('.'))
        .map((name) => resolve(dirname(file), name))
        .filter((target) => target.startsWith(source) && !target.startsWith(join(source, 'protocol')))
        .map((target) => `${relative(repository, file)} imports ${relative(repository, target)}`),
    );
    assert.deepEqual(wrong, []);
  });
});

/** A file and all of ours that it imports, at any remove. */
function reachedFrom(start: string): string[] {
  const reached = new Set<string>();
  const waiting = [start];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (reached.has(file)) continue;
    reached.add(file);
    for (const name of importsOf(file)) {
      if (!name.startsWith('.')) continue;
      const target = resolve(dirname(file), name);
      waiting.push([`${target}.ts`, `${target}.tsx`, join(target, 'index.ts'), target].find(existsSync) ?? target);
    }
  }
  return [...reached];
}

/** The modules of Node that a file imports, as messages. */
function builtinsIn(file: string): string[] {
  return importsOf(file)
    .filter((name) => isBuiltin(name) || /^vscode-language(server|client)\/node$/.test(name))
    .map((name) => `${relative(repository, file)} imports ${name}`);
}

function allowedFrom(room: string): readonly string[] {
  return doors[room] ?? order.slice(0, order.indexOf(room) + 1);
}

/** The folder of server/src that a path stands in, or the file itself for one that stands in none. */
function roomOf(path: string): string {
  const [first = '', ...rest] = relative(source, path).split(/[\\/]/);
  if (rest.length > 0 || first.endsWith('.ts')) return first;
  return existsSync(join(source, `${first}.ts`)) ? `${first}.ts` : first;
}

function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name));
}

/** The names of all modules that a file imports, re-exports or requires, types included. */
function importsOf(file: string): string[] {
  return ts.preProcessFile(readFileSync(file, 'utf8')).importedFiles.map((imported) => imported.fileName);
}
