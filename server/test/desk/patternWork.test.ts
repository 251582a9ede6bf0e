import assert from 'node:assert/strict';
import { createFileFilter } from '../../src/disk/fileFilter';
import { workFault } from '../../src/protocol/patternWork';

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
    ['**/**/**/**/**/**/x', /“\*\*” more than 4 times/],
    ['{a,aa}'.repeat(60), /lists of alternatives/],
    ['@(a|aa)'.repeat(60), /lists of alternatives/],
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
    ]) {
      const filter = createFileFilter([pattern], [], log);
      const from = process.cpuUsage();
      filter.accepts(name);
      filter.accepts('a/'.repeat(120) + name);
      assert.ok(process.cpuUsage(from).user < 500_000, pattern);
    }
  });
});
