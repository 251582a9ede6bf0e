import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import ts from 'typescript';

const repository = resolve(__dirname, '../../../..');
const page = readFileSync(join(repository, 'docs/api.md'), 'utf8');
const [example = '', types = ''] = [...page.matchAll(/```ts\n([^]*?)```/g)].map((block) => block[1] ?? '');

describe('the page on the API', function () {
  this.timeout(60_000);

  it('shows the types as they are', async () => {
    const script = (await import(pathToFileURL(join(repository, 'scripts/apiTypes.mjs')).href)) as {
      withTypes: (page: string) => Promise<string>;
    };
    const upToDate = (await script.withTypes(page)) === page;
    assert.ok(upToDate, 'docs/api.md is out of date: run node scripts/apiTypes.mjs');
  });

  it('has an example that compiles against them, with nothing else at hand', () => {
    const folder = join(repository, 'docs');
    const files = new Map([
      [join(folder, 'example.ts'), example],
      [join(folder, 'second-source.d.ts'), types],
    ]);
    const options: ts.CompilerOptions = {
      strict: true,
      noEmit: true,
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.Node20,
      moduleResolution: ts.ModuleResolutionKind.Node16,
      types: ['vscode'],
      typeRoots: [join(repository, 'node_modules/@types')],
      skipLibCheck: true,
    };
    const disk = ts.createCompilerHost(options);
    const host: ts.CompilerHost = {
      ...disk,
      fileExists: (name) => files.has(name) || disk.fileExists(name),
      readFile: (name) => files.get(name) ?? disk.readFile(name),
      getSourceFile: (name, ...rest) => {
        const text = files.get(name);
        return text === undefined
          ? disk.getSourceFile(name, ...rest)
          : ts.createSourceFile(name, text, ts.ScriptTarget.ES2022);
      },
    };
    const program = ts.createProgram([...files.keys()], options, host);
    const faults = ts.getPreEmitDiagnostics(program);
    assert.deepEqual(
      faults.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n')),
      [],
    );
  });
});
