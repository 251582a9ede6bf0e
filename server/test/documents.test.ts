import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { problemCodes } from '../src/core/config';

const repository = resolve(__dirname, '../../..');
const read = (name: string): string => readFileSync(join(repository, name), 'utf8');
const readme = read('README.md');

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly title: string; readonly category: string }[];
    readonly configuration: { readonly properties: Readonly<Record<string, { readonly default: unknown }>> };
  };
}
const { contributes } = JSON.parse(read('package.json')) as Manifest;

describe('the documents', () => {
  it('list every setting with its default, and no other', () => {
    const listed = [...readme.matchAll(/^\| `(secondSource\.[\w.]+)` \| `([^`]+)` \|/gm)].map(([, key, value]) => [
      key,
      JSON.parse(value ?? 'null') as unknown,
    ]);
    const settings = Object.entries(contributes.configuration.properties);
    assert.deepEqual(
      listed,
      settings.map(([key, setting]) => [key, setting.default]),
    );
  });

  it('list every command', () => {
    const missing = contributes.commands
      .map(({ category, title }) => `| ${category}: ${title} |`)
      .filter((row) => !readme.includes(row));
    assert.deepEqual(missing, []);
  });

  it('list every problem code', () => {
    assert.deepEqual(
      problemCodes.filter((code) => !readme.includes(`| \`${code}\` |`)),
      [],
    );
  });

  it('show pictures and link to pages that are there', () => {
    for (const page of ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'BENCHMARKS.md', 'CHANGELOG.md']) {
      const targets = [...read(page).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target]) => target ?? '');
      const missing = targets
        .filter((target) => !/^https?:/.test(target))
        .filter((target) => !existsSync(join(repository, target.replace(/#.*/, ''))));
      assert.deepEqual(missing, [], page);
    }
  });

  it('name source files that are there', () => {
    const names = ['server', 'client', 'scripts']
      .flatMap((folder) => readdirSync(join(repository, folder), { recursive: true, encoding: 'utf8' }))
      .map((name) => basename(name));
    const invented = 'quoteMisheard'; // the rule that CONTRIBUTING.md shows how to add
    for (const page of ['ARCHITECTURE.md', 'CONTRIBUTING.md']) {
      const named = [...read(page).matchAll(/`[\w/]*?(\w+(?:\.test)?\.(?:ts|mjs))`/g)].map(([, name]) => name ?? '');
      assert.ok(named.length > 5, page);
      assert.deepEqual(
        named.filter((name) => !names.includes(name) && !name.startsWith(invented)),
        [],
        page,
      );
    }
  });
});
