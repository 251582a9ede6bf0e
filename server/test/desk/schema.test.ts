import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { problemCodes } from '../../src/core/config';
import { parseDeskFile } from '../../src/desk/deskFile';

interface Schema {
  readonly properties: {
    readonly accepted: { readonly items: { readonly properties: { readonly code: { readonly anyOf: unknown } } } };
  };
}

const schema = JSON.parse(
  readFileSync(join(__dirname, '../../../../schemas/second-source.schema.json'), 'utf8'),
) as Schema;
// Words that VS Code alone knows.
const ajv = new Ajv({ strict: true, strictRequired: false, allErrors: true });
for (const word of ['defaultSnippets', 'allowComments', 'allowTrailingCommas']) ajv.addKeyword(word);
const validate = ajv.compile(schema);

const passage = { file: 'a.txt', text: 'We will mend the weir' };
const accepted = { code: 'quote-altered', passages: [passage, passage], reason: 'heard twice', by: 'Ines', at: '2026' };

const samples: readonly unknown[] = [
  {},
  { version: 1 },
  { version: 2 },
  { version: '1' },
  { version: 1, sources: [], accepted: [] },
  { version: 1, sources: ['a.txt', './b.txt', 'wire/**', '**/*.{txt,md}', 'notes (1).txt', 'Übersicht/*.md', 'a..b'] },
  { version: 1, sources: 'a.txt' },
  { version: 1, sources: null },
  { version: 1, sources: [1] },
  { version: 1, sources: [''] },
  { version: 1, sources: ['  '] },
  { version: 1, sources: ['/a.txt'] },
  { version: 1, sources: ['\\a.txt'] },
  { version: 1, sources: ['~/a.txt'] },
  { version: 1, sources: ['C:/a.txt'] },
  { version: 1, sources: ['c:a.txt'] },
  { version: 1, sources: ['..'] },
  { version: 1, sources: ['../a.txt'] },
  { version: 1, sources: ['a/../b.txt'] },
  { version: 1, sources: ['a/..'] },
  { version: 1, sources: ['a\\..\\b'] },
  { version: 1, sources: ['********'] },
  { version: 1, sources: ['*a*a*a*a*a*a*a*a*'] },
  { version: 1, sources: ['a'.repeat(501)] },
  { version: 1, desks: ['metro'] },
  { version: 1, accepted: [accepted] },
  { version: 1, accepted: [{ ...accepted, note: 'kept' }] },
  { version: 1, accepted: [{ ...accepted, by: undefined, at: undefined }] },
  { version: 1, accepted: [{ ...accepted, code: 'a-rule-to-come' }] },
  { version: 1, accepted: [{ ...accepted, passages: [passage] }] },
  { version: 1, accepted: {} },
  { version: 1, accepted: ['all'] },
  { version: 1, accepted: [null] },
  { version: 1, accepted: [{ ...accepted, code: undefined }] },
  { version: 1, accepted: [{ ...accepted, code: ' ' }] },
  { version: 1, accepted: [{ ...accepted, code: 1 }] },
  { version: 1, accepted: [{ ...accepted, passages: undefined }] },
  { version: 1, accepted: [{ ...accepted, passages: [] }] },
  { version: 1, accepted: [{ ...accepted, passages: [passage, passage, passage] }] },
  { version: 1, accepted: [{ ...accepted, passages: [{ text: 'x' }] }] },
  { version: 1, accepted: [{ ...accepted, passages: [{ file: 'a.txt', text: '' }] }] },
  { version: 1, accepted: [{ ...accepted, passages: ['x'] }] },
  { version: 1, accepted: [{ ...accepted, reason: undefined }] },
  { version: 1, accepted: [{ ...accepted, reason: 1 }] },
  { version: 1, accepted: [{ ...accepted, by: 1 }] },
  { version: 1, accepted: [{ ...accepted, at: null }] },
  [],
  'version 1',
  null,
];

describe('the schema of the file', () => {
  for (const sample of samples) {
    const text = JSON.stringify(sample);
    it(`is of one mind with the server on ${text.slice(0, 90)}`, () => {
      const { faults } = parseDeskFile(text);
      assert.equal(validate(JSON.parse(text)), faults.length === 0, faults.join(' '));
    });
  }

  it('offers just the codes that there are', () => {
    const [codes] = schema.properties.accepted.items.properties.code.anyOf as [{ enum: readonly string[] }];
    assert.deepEqual(codes.enum, problemCodes);
  });

  it('describes everything in it', () => {
    const bare: string[] = [];
    const visit = (value: unknown, path: string): void => {
      if (typeof value !== 'object' || value === null) return;
      for (const [key, inner] of Object.entries(value)) {
        if (key === 'properties') {
          for (const [name, one] of Object.entries(inner as object)) {
            if (!(one as { description?: string }).description) bare.push(`${path}/${name}`);
          }
        }
        visit(inner, `${path}/${key}`);
      }
    };
    visit(schema, '');
    assert.deepEqual(bare, []);
  });
});
