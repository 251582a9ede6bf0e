import assert from 'node:assert/strict';
import fc from 'fast-check';
import picomatch from 'picomatch/posix';
import { createFileFilter } from '../../src/disk/fileFilter';
import { filePattern, workFault } from '../../src/protocol/filePattern';

describe('file patterns', () => {
  for (const pattern of [
    '**/*.{txt,md}',
    '{drafts,wires,archive}/{2023,2024,2025}/**/*.{txt,md,markdown}',
    '**/late-*/**/*-v*.txt',
    `{${Array.from({ length: 60 }, (_, i) => `desk${i}`).join(',')}}/**`,
    'a.txt',
  ])
    it(`as people write them are taken: ${pattern.slice(0, 40)}`, () => {
      assert.equal(workFault(pattern), null);
    });

  const name = 'a'.repeat(240) + 'b';
  for (const [pattern, fault] of [
    ['*a*a*a*a*a*a*a*a', /more than 3 stars/],
    ['{a,aa}'.repeat(60), /lists of alternatives/],
    ['*{a,aa}*{a,aa}*{a,aa}', /lists of alternatives/],
    ['{a,b/c}'.repeat(60), /lists of alternatives/],
    [`{${'a/,'.repeat(300)}b}`, /lists of alternatives/],
  ] as const)
    it(`that would keep a server busy for ever are left out with a word: ${pattern.slice(0, 40)}`, () => {
      const said: string[] = [];
      const log = (message: string): number => said.push(message);
      const filter = createFileFilter(['a.txt', pattern], [], { info: log, warn: log, error: log });
      assert.match(said.join(), fault);
      assert.equal(filter.accepts(name), false);
      assert.equal(filter.accepts('a.txt'), true);
    });

  it('that are taken cost little on the longest names', () => {
    const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
    for (const pattern of [
      '*a*a*a',
      '**/*a*/**/*a*/**/*.txt',
      '{a,aa}{a,aa}{a,aa}{a,aa}{a,aa}*',
      '**/**/**/**/a*a*a*c',
      '*a*a*a/*a*a*a/*a*a*a/x',
      '**/a/**/a/**/a/**/a/**/a/**/x',
      '+(a*)c',
      '+(a|aa)c',
      '@(a|aa)'.repeat(60),
    ]) {
      assert.equal(workFault(pattern), null);
      const filter = createFileFilter([pattern], [], log);
      const from = process.cpuUsage();
      filter.accepts(name);
      filter.accepts('a/'.repeat(1900) + name);
      filter.accepts(Array.from({ length: 12 }, () => name).join('/'));
      assert.ok(process.cpuUsage(from).user < 500_000, pattern);
    }
  });

  it('match what they match elsewhere', () => {
    const signs = ['a', 'b', 'B', '?', '*', '{a,b}', '{a*,b?}', '[ab]', '[!a]', '.'];
    const inName = fc.array(fc.constantFrom(...signs), { minLength: 1, maxLength: 4 }).map((parts) => parts.join(''));
    const part = fc.oneof(
      { weight: 4, arbitrary: inName.filter((one) => !one.includes('**')) },
      fc.constantFrom('**', '{a,b/c}', '{a/b,{c,b}/a}'),
    );
    const patterns = fc.array(part, { minLength: 1, maxLength: 5 }).map((parts) => parts.join('/'));
    const letters = fc.array(fc.constantFrom('a', 'b', 'c', '.x'), { minLength: 1, maxLength: 3 });
    const files = fc
      .array(letters, { minLength: 1, maxLength: 5 })
      .map((parts) => parts.map((one) => one.join('')).join('/'));
    const options = { nocase: true, dot: true, nonegate: true, noextglob: true, regex: false };
    fc.assert(
      fc.property(patterns, files, (pattern, file) => {
        // A first folder “.” is taken off before.
        fc.pre(!pattern.startsWith('./'));
        assert.equal(filePattern(pattern)(file), picomatch(pattern, options)(file));
      }),
      { numRuns: 3000 },
    );
  });

  for (const [pattern, taken, left] of [
    ['story (1).txt', 'Story (1).txt', 'story 1.txt'],
    ['(a|b)*.txt', '(a|b)2.txt', 'a2.txt'],
    ['“a”|"b".txt', '“a”|"b".txt', 'b.txt'],
    ['wire/**', 'wire/a/b.txt', 'wires/a.txt'],
    ['*/**', 'wire/a.txt', 'a.txt'],
    ['**/{wire,agency/in}/*.txt', 'x/agency/in/a.txt', 'x/agency/a.txt'],
  ] as const)
    it(`take ${taken} and not ${left} for ${pattern}`, () => {
      assert.equal(filePattern(pattern)(taken), true);
      assert.equal(filePattern(pattern)(left), false);
    });

  it('are used up to 200, and the rest is said to be left out', () => {
    const said: string[] = [];
    const log = (message: string): number => said.push(message);
    const many = Array.from({ length: 250 }, (_, i) => `*-${i}.txt`);
    const filter = createFileFilter(many, [], { info: log, warn: log, error: log });
    assert.deepEqual([filter.accepts('a-199.txt'), filter.accepts('a-249.txt')], [true, false]);
    assert.deepEqual(said, ['Of 250 file patterns the first 200 are used.']);
  });
});
