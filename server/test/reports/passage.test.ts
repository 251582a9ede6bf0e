import assert from 'node:assert/strict';
import { createAnalysisHost } from '../../src/analysis';
import { cutToFit, piecesOf } from '../../src/reports/passage';
import { parseFiles } from '../support/marked';

/** The first problem of the first file as it is shown: `[words]` are changed, `^` stands where words are missing. */
function show(source: string): readonly string[] {
  const files = parseFiles(source);
  const host = createAnalysisHost();
  for (const [name, { text }] of files) host.set({ id: name, name, text });
  const analysis = host.snapshot();
  const [id = ''] = files.keys();
  const [problem] = analysis.problems(id);
  assert.ok(problem, 'there is a problem');
  const print = (pieces: ReturnType<typeof piecesOf>) =>
    cutToFit(pieces)
      .map(({ kind, text }) => (kind === 'missing' ? '^' : kind === 'changed' ? `[${text}]` : text))
      .join('');
  return [
    print(piecesOf(analysis, id, problem, problem.related)),
    ...problem.related.map((related) =>
      print(piecesOf(analysis, related.articleId, related, [{ ...problem, articleId: id }])),
    ),
  ];
}

describe('a passage with its changes marked', () => {
  it('shows of a long turn only what the other file has of it', () => {
    const [, turn] = show(`
=== herald.txt
The mill is open again after forty years, and its wheel has turned.

“I oiled the wheel myself with duck fat, as my grandfather did,” Abel Thorne said.
=== record.txt
Press briefing on the mill

MS LUNN: The mill has been shut for forty years. We are glad to have it back, and the whole village is here to see it turn.

MR THORNE: You have all been very patient in this wind, and I am told that there will be soup for everyone at the end. I oiled the wheel myself with goose fat, as my grandfather did. It is an old custom, and I never met a goose that complained of it to me.

MS LUNN: Thank you.
`);
    assert.equal(turn, 'I oiled the wheel myself with [goose] fat, as my grandfather did');
  });

  it('marks on this side what any of the other files changes', () => {
    const [here] = show(`
=== herald.txt
The mill is open again after forty years.

“I oiled the wheel myself with goose fat, as my grandfather did on Sundays,” Abel Thorne said.
=== gull.txt
The mill is open again after forty years.

“I oiled the wheel myself with duck fat, as my grandfather did on Sundays,” Abel Thorne said.
=== wire.txt
The mill is open again after forty years.

"I oiled the wheel myself with goose fat, as my grandmother did on Sundays," Abel Thorne said.
`);
    assert.equal(here, 'I oiled the wheel myself with [goose] fat, as my [grandfather] did on Sundays,');
  });
});

describe('a passage that is too long to show', () => {
  const same = (text: string) => ({ kind: 'same', text }) as const;
  const changed = { kind: 'changed', text: 'goose' } as const;
  const words = 'one two three four five six seven eight nine ten '.repeat(8);

  it('keeps the words around what differs', () => {
    const text = cutToFit([same(words), changed, same(words)])
      .map((piece) => piece.text)
      .join('');
    assert.match(text, /^ … .*nine ten goose ?one two .* … $/);
    assert.ok(text.length < 200);
  });

  it('is cut at its end, between words, where nothing is known to differ', () => {
    const [piece] = cutToFit([same(words)]);
    assert.ok(piece && piece.text.length < 230);
    assert.match(piece.text, /(?:one|two|three|four|five|six|seven|eight|nine|ten) …$/);
  });

  it('is cut even where it has no spaces', () => {
    assert.ok(cutToFit([same('x'.repeat(5000))]).every((piece) => piece.text.length < 230));
  });
});
