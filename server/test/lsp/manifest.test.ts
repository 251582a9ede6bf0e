import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { manifestConfiguration } from '../../src/lsp/settings';

interface Manifest {
  readonly contributes: { readonly configuration: unknown };
}

const read = (name: string): unknown => JSON.parse(readFileSync(join(__dirname, '../../../..', name), 'utf8'));

describe('the manifest', () => {
  it('declares just the settings that the server reads, with the same types, defaults and descriptions', () => {
    const { contributes } = read('package.json') as Manifest;
    const english = read('package.nls.json') as Readonly<Record<string, string>>;
    const inWords: unknown = JSON.parse(JSON.stringify(contributes.configuration), (_key, value: unknown) => {
      const key = typeof value === 'string' ? /^%(.+)%$/.exec(value)?.[1] : undefined;
      return key === undefined ? value : english[key];
    });
    assert.deepEqual(inWords, manifestConfiguration());
  });
});
