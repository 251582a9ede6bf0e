import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { problemCodes } from '../src/core/config';

const repository = resolve(__dirname, '../../..');
const read = (name: string): string => readFileSync(join(repository, name), 'utf8');
const readme = read('README.md');

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string; readonly category: string }[];
    readonly configuration: readonly {
      readonly properties: Readonly<Record<string, { readonly default: unknown }>>;
    }[];
  };
}
const english = JSON.parse(read('package.nls.json')) as Readonly<Record<string, string>>;
/** The manifest as people read it: keys such as %displayName% stand for the text. */
const { contributes } = JSON.parse(read('package.json'), (_key, value: unknown) => {
  const key = typeof value === 'string' ? /^%(.+)%$/.exec(value)?.[1] : undefined;
  return key === undefined ? value : english[key];
}) as Manifest;

/** What a heading is called in a link. */
const anchorOf = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^\w\s-]/g, '')
    .replace(/\s/g, '-');

describe('the documents', () => {
  it('list every setting with its default, and no other', () => {
    const listed = [...readme.matchAll(/^\| `(secondSource\.[\w.]+)` \| `([^`]+)` \|/gm)].map(([, key, value]) => [
      key,
      JSON.parse(value ?? 'null') as unknown,
    ]);
    const settings = contributes.configuration.flatMap(({ properties }) => Object.entries(properties));
    assert.ok(settings.length > 5);
    assert.deepEqual(
      listed,
      settings.map(([key, setting]) => [key, setting.default]),
    );
  });

  it('list every command, and no other', () => {
    const listed = [...readme.matchAll(/^\| (Second Source: [^|]+) \|/gm)].map(([, name]) => name ?? '');
    const commands = new Set(contributes.commands.map(({ category, title }) => `${category}: ${title}`));
    assert.deepEqual(listed.sort(), [...commands].sort());
  });

  it('name no command that there is none of', () => {
    const ids = contributes.commands.map(({ command }) => command);
    const named = [...read('docs/api.md').matchAll(/^\| `(secondSource\.[\w.]+)` \|/gm)].map(([, id]) => id ?? '');
    assert.ok(named.length > 0);
    assert.deepEqual(
      named.filter((id) => !ids.includes(id)),
      [],
    );
  });

  it('name for each feature a test that is there', () => {
    const table = /^\| feature \|.*\n\| ---.*\n((?:\|.*\n)+)/m.exec(readme)?.[1] ?? '';
    const rows = table.trim().split('\n');
    assert.ok(rows.length > 20);
    for (const row of rows) {
      const [, feature = '', what = '', tests = ''] = /^\| (.+?) \| (.+?) \| (.+) \|$/.exec(row) ?? [];
      assert.ok(feature && what, row);
      const named = [...tests.matchAll(/\[(.+?)\]\((.+?\.test\.ts)\)/g)];
      assert.ok(named.length > 0, `${feature} names no test`);
      for (const [, name = '', file = ''] of named) {
        assert.ok(existsSync(join(repository, file)), `${file}, which is to show ${feature}, is not there`);
        const source = read(file);
        assert.ok(
          ["'", '`'].some((mark) => source.includes(`${mark}${name}${mark}`)),
          `${file} has no test “${name}”`,
        );
      }
    }
  });

  it('name for each threat the tests that hold it off, which are there', () => {
    const named = [...read('THREATS.md').matchAll(/\[((?:\\.|[^\]\\])+)\]\(([^)]+\.test\.ts)\)/g)];
    assert.ok(named.length > 20);
    for (const [, words = '', file = ''] of named) {
      const name = words.replace(/\\(.)/g, '$1');
      assert.ok(existsSync(join(repository, file)), `${file} is not there`);
      assert.ok(
        ["'", '`'].some((mark) => read(file).includes(`${mark}${name}${mark}`)),
        `${file} has no test “${name}”`,
      );
    }
  });

  it('list every problem code', () => {
    assert.deepEqual(
      problemCodes.filter((code) => !readme.includes(`| \`${code}\` |`)),
      [],
    );
  });

  it('show pictures and link to pages that are there', () => {
    const inDocs = readdirSync(join(repository, 'docs')).filter((name) => name.endsWith('.md'));
    for (const page of [
      ...['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'BENCHMARKS.md', 'CHANGELOG.md', 'THREATS.md'],
      ...inDocs.map((name) => `docs/${name}`),
    ]) {
      const text = read(page);
      const targets = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target]) => target ?? '');
      const missing = targets
        .filter((target) => !/^(https?:|#)/.test(target))
        .filter((target) => !existsSync(join(repository, dirname(page), target.replace(/#.*/, ''))));
      assert.deepEqual(missing, [], page);
      const places = [...text.matchAll(/^#+ (.+)$/gm)].map(([, title = '']) => anchorOf(title));
      const nowhere = targets.filter((target) => target.startsWith('#') && !places.includes(target.slice(1)));
      assert.deepEqual(nowhere, [], page);
    }
  });

  it('have a place for every picture, and a picture for every step of the walkthrough', () => {
    const shown = `${readme}${read('package.json')}`;
    const pictures = readdirSync(join(repository, 'docs/images'), { recursive: true, encoding: 'utf8' })
      .map((name) => `docs/images/${name.replace(/\\/g, '/')}`)
      .filter((name) => name.endsWith('.png'));
    assert.deepEqual(
      pictures.filter((name) => !shown.includes(name)),
      [],
    );
    const steps = [...read('package.json').matchAll(/"image": "([^"]+)"/g)].map(([, name]) => name ?? '');
    assert.ok(steps.length >= 4);
    assert.deepEqual(
      steps.filter((name) => !pictures.includes(name)),
      [],
    );
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
