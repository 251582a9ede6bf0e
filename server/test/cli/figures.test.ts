import assert from 'node:assert/strict';
import type { Report } from '../../src/reports/jsonForm';
import { parseFiles } from '../support/marked';
import { useTempFolder } from '../support/tempFolder';
import { buildCommandLine, secondSource } from './commandLine';

/** Two reports of one night; the number of the rescued differs. */
const rescue = `
=== herald.txt
PORT ENNIS, 14 May 2024 - ⟦43 passengers⟧ were taken off the ferry Slow Hen after it struck the Cormorant rocks, the coastguard at Port Ennis said.

The Slow Hen, built in 1961, had left Port Ennis for Ardbeg island with 61 sheep on deck. The council at Port Ennis voted 7-2 to keep the ferry in service.

“The Slow Hen will sail again before the summer is over,” harbour master Ilse Brandt said in Port Ennis.
=== wire.txt
PORT ENNIS, 14 May 2024 - ⟦34 passengers⟧ were taken off the ferry Slow Hen after it struck the Cormorant rocks, the coastguard at Port Ennis said.

The Slow Hen, built in 1961, had left Port Ennis for Ardbeg island with 61 sheep on deck. The council at Port Ennis voted 7-2 to keep the ferry in service.

“The Slow Hen will sail again before the summer is over,” harbour master Ilse Brandt said in Port Ennis.
`;

describe('second-source check on figures', function () {
  this.timeout(20_000);
  before(buildCommandLine);
  const folder = useTempFolder();
  const files = parseFiles(rescue);
  beforeEach(() => folder.write(Object.fromEntries([...files].map(([name, { text }]) => [name, text]))));
  const check = (...args: readonly string[]) => secondSource(folder.path, ['check', ...args]);
  const read = async (): Promise<Report> => JSON.parse((await check('--format', 'json')).stdout) as Report;

  it('lists every figure in the form of the report', async () => {
    const [article] = (await read()).articles;
    const [mark] = files.get('herald.txt')?.marks ?? [];
    const figure = article?.figures.find(({ text }) => text === '43 passengers');
    assert.ok(article && figure && mark);
    assert.equal(figure.id, `herald.txt#f${article.figures.indexOf(figure)}`);
    assert.deepEqual([figure.start, figure.end], [mark.start, mark.end]);
    assert.deepEqual(
      [figure.kind, figure.value, figure.max, figure.iso, figure.bound, figure.unit, figure.subject],
      ['count', 43, null, null, 'exact', null, 'passengers'],
    );
    assert.equal(figure.claimant && article.path, 'herald.txt');
    assert.match(figure.claimant?.name ?? '', /coastguard/);
    const score = article.figures.find(({ kind }) => kind === 'score');
    assert.deepEqual([score?.value, score?.max], ['7-2', null]);
    const day = article.figures.find(({ kind }) => kind === 'date');
    assert.deepEqual([day?.value, day?.iso], [null, '2024-05-14']);
  });

  it('names the story and has each figure link once, beside those of the quotes', async () => {
    const { articles, links } = await read();
    assert.deepEqual(
      articles.map(({ story }) => story),
      ['s1', 's1'],
    );
    const ids = links.map(({ from, to }) => [from.id, to.id].sort().join(' '));
    assert.equal(new Set(ids).size, ids.length);
    const textOf = (id: string | null): string | undefined =>
      articles.flatMap(({ figures }) => figures).find((figure) => figure.id === id)?.text;
    const differing = links.filter(({ relation }) => relation === 'differs');
    assert.deepEqual(
      differing.map(({ from, to }) => [textOf(from.id), textOf(to.id)]),
      [['43 passengers', '34 passengers']],
    );
    assert.ok(links.some(({ relation }) => relation === 'agrees'));
    assert.ok(links.some(({ relation }) => relation === 'verbatim'));
  });

  it('shows a conflict in both sentences, the figures set apart', async () => {
    const { stdout, code } = await check();
    assert.equal(code, 1);
    assert.match(stdout, /^herald\.txt:1:27: warning: .*34.* \(figure-conflict\)$/m);
    assert.match(stdout, /^ {4}.*\*\*43 passengers\*\* were taken off the ferry Slow Hen.*said\.$/m);
    assert.match(stdout, /^ {4}.*\*\*34 passengers\*\* were taken off the ferry Slow Hen.* {2}wire\.txt:1:27$/m);
    assert.match(stdout, /^2 problems in 2 files; 2 quotes in 2 articles, 2 matched; \d+ figures, \d+ matched$/m);
  });

  it('lists figures among the quotes when asked to extract', async () => {
    const { stdout } = await secondSource(folder.path, ['extract']);
    assert.match(stdout, /^herald\.txt:1:27: 43 passengers, given to .*coastguard.* \(count\)$/m);
    assert.ok(stdout.indexOf('43 passengers') < stdout.indexOf('will sail again'));
  });
});
