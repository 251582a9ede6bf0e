import assert from 'node:assert/strict';
import { wordingOf } from '../../src/features/wording';
import { fixture } from './fixture';

/** Checks the wording in there.txt as seen from here.txt: `*differs*`, `-missing-`, `…`. */
function check(here: string, there: string, expected: string): void {
  const { analysis, words } = fixture(`
=== here.txt
The mayor, Dana Okafor, said on Monday: “${here}”

=== there.txt
The mayor, Dana Okafor, said on Monday: “${there}”
`);
  const [link] = analysis.linksFrom('here.txt');
  assert.ok(link, 'the quotes are not linked');
  const hereText = analysis.get('here.txt')?.article.text ?? '';
  const thereText = analysis.get('there.txt')?.article.text ?? '';
  const shown = wordingOf(hereText, thereText, link.to, link.steps).map(({ kind, text }) => {
    if (kind === 'differs') return `*${text}*`;
    return kind === 'missing' ? `-${text}-` : text;
  });
  assert.equal(shown.join(''), expected);
  assert.ok(words('there.txt', link.to).length > 0);
}

describe('the wording of another file', () => {
  it('sets apart the words that differ', () => {
    check(
      'We will mend the roof of the old mill before the winter comes.',
      'We will mend the roof of the old mill before the summer comes.',
      'We will mend the roof of the old mill before the *summer* comes.',
    );
  });

  it('shows what is missing there in its place', () => {
    check(
      'I did not ask the council to mend the roof of the old mill.',
      'I did ask the council to mend the roof of the old mill.',
      'I did-not- ask the council to mend the roof of the old mill.',
    );
  });

  it('leaves out what agrees far from a difference', () => {
    const long =
      'when I came to this town the mill had a roof and the ferry had a captain and the library had books on every shelf';
    check(
      `I remember the ${long}, and nobody had to ask the council for anything at all in winter.`,
      `I remember the ${long}, and nobody had to ask the council for anything at all in summer.`,
      'I remember the when I came to this town the mill had a roof … and nobody had to ask the council for anything at all in *summer*.',
    );
  });

  it('shows where an excerpt stands in a longer quote', () => {
    check(
      'the ferry had a captain who could swim',
      'I came to this town as a child of seven, when the ferry had a captain who could swim and the library had books on every shelf, every day of the year.',
      '… as a child of seven, when the ferry had a captain who could swim and the library had books on …',
    );
  });
});
