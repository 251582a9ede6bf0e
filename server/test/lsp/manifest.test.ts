import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { manifestConfiguration } from '../../src/lsp/settings';

interface Manifest {
  readonly contributes: { readonly configuration: unknown };
}

describe('the manifest', () => {
  it('declares just the settings that the server reads, with the same types, defaults and descriptions', () => {
    const manifest = JSON.parse(readFileSync(join(__dirname, '../../../../package.json'), 'utf8')) as Manifest;
    assert.deepEqual(manifest.contributes.configuration, manifestConfiguration());
  });
});
