import assert from 'node:assert/strict';
import { longestDeskFile, parseDeskFile } from '../../src/desk/deskFile';

const difference = {
  code: 'quote-altered',
  passages: [
    { file: 'draft.txt', text: 'We will mend the weir in May' },
    { file: 'notes.txt', text: 'We will mend the weir in March' },
  ],
  reason: 'She corrected herself by telephone.',
  by: 'Ines',
  at: '2026-03-02T21:40:00Z',
};

/** What is said of a file. */
const faultsOf = (value: unknown): readonly string[] =>
  parseDeskFile(typeof value === 'string' ? value : JSON.stringify(value)).faults;

describe('the file of a folder', () => {
  it('gives its sources and accepted differences', () => {
    const file = { version: 1, sources: ['transcript.txt', 'wire/**'], accepted: [difference] };
    assert.deepEqual(parseDeskFile(JSON.stringify(file)), { file, faults: [] });
  });

  it('may have comments, commas at the end of a list, a byte order mark and keys of a newer version', () => {
    const { file, faults } = parseDeskFile(
      '\ufeff{\n  // our own recording\n  "version": 1,\n  "sources": ["transcript.txt",],\n  "desks": ["metro"], /* later */\n}\n',
    );
    assert.deepEqual(file, { version: 1, sources: ['transcript.txt'] });
    assert.deepEqual(faults, []);
  });

  it('that is broken is used as far as it goes, and the place is named', () => {
    const { file, faults } = parseDeskFile('{\n  "version": 1,\n  "sources": ["a.txt" "b.txt"]\n');
    assert.deepEqual(file.sources, ['a.txt', 'b.txt']);
    assert.deepEqual(faults, [
      'Line 3, column 23: a comma is missing.',
      'Line 4, column 1: a closing brace is missing.',
    ]);
  });

  it('has each wrong entry named, and the others are used', () => {
    const { file, faults } = parseDeskFile(
      JSON.stringify({
        version: 1,
        sources: ['a.txt', 7, '', '/etc/passwd', 'C:\\wire\\a.txt', '../other/**', 'wire/../../x', 'b.txt'],
        accepted: [
          difference,
          'all of them',
          { ...difference, code: '' },
          { ...difference, passages: [] },
          { ...difference, passages: [{ file: 'a.txt' }] },
          { ...difference, reason: undefined },
          { ...difference, by: 4 },
          { code: 'quote-marks', passages: [{ file: 'a.txt', text: '“So' }], reason: '' },
        ],
      }),
    );
    assert.deepEqual(file.sources, ['a.txt', 'b.txt']);
    assert.deepEqual(
      file.accepted?.map(({ code, by, at }) => ({ code, by, at })),
      [
        { code: 'quote-altered', by: 'Ines', at: difference.at },
        { code: 'quote-marks', by: '', at: '' },
      ],
    );
    assert.deepEqual(faults, [
      'Source 2 must be the name of a file or a file pattern.',
      'Source 3 (“”) is empty.',
      'Source 4 (“/etc/passwd”) must be relative to the folder.',
      'Source 5 (“C:\\wire\\a.txt”) must be relative to the folder.',
      'Source 6 (“../other/**”) must not lead out of the folder with “..”.',
      'Source 7 (“wire/../../x”) must not lead out of the folder with “..”.',
      'Accepted difference 2 must be an object.',
      'Accepted difference 3 has no “code”.',
      'Accepted difference 4 must have one or two “passages”, each with a “file” and a “text”.',
      'Accepted difference 5 must have one or two “passages”, each with a “file” and a “text”.',
      'Accepted difference 6 has no “reason”.',
      'Accepted difference 7 must have a name in “by”.',
    ]);
  });

  it('of the wrong kind is told as such', () => {
    assert.deepEqual(faultsOf([]), ['It must hold an object in braces: { "version": 1 }.']);
    assert.deepEqual(faultsOf({ version: 1, sources: 'a.txt', accepted: {} }), [
      '“sources” must be a list of files and file patterns.',
      '“accepted” must be a list of differences.',
    ]);
    assert.deepEqual(faultsOf({ sources: ['a.txt'] }), ['“version” is missing; it must be 1.']);
    assert.deepEqual(faultsOf({ version: 2, sources: ['a.txt'] }), [
      '“version” must be 1: 2 is not known here, and what is known was read.',
    ]);
  });

  it('without end, or nested without end, is not read and does no harm', () => {
    assert.deepEqual(faultsOf(`{"version":1}${' '.repeat(longestDeskFile)}`), [
      'It is larger than 5 MB and was not read.',
    ]);
    assert.deepEqual(faultsOf('['.repeat(1_000_000)), ['It is no sound JSON and was not read.']);
    assert.equal(faultsOf({ version: 1, sources: Array.from({ length: 5000 }, () => 7) }).length, 21);
    assert.equal(faultsOf('').length, 1);
  });

  it('with a pattern that could take for ever has that pattern named', () => {
    const [fault] = faultsOf({ version: 1, sources: ['*a'.repeat(30)] });
    assert.match(fault ?? '', /has more than 3 stars between two slashes/);
  });

  it('with more than 200 patterns has the first of them used and says so; names of files are used however many', () => {
    const names = Array.from({ length: 3000 }, (_, i) => `wire/${i}.txt`);
    const patterns = Array.from({ length: 250 }, (_, i) => `**/*-${i}.txt`);
    const { file, faults } = parseDeskFile(
      JSON.stringify({ version: 1, sources: [...names, ...names, ...patterns, ...patterns] }),
    );
    assert.deepEqual(faults, ['Of 250 file patterns in “sources” the first 200 are used.']);
    assert.deepEqual(file.sources, [...names, ...patterns.slice(0, 200)]);
  });
});
