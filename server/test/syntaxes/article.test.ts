import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IGrammar } from 'vscode-textmate';
import { createAnalysisHost } from '../../src/analysis';
import { cueVerb } from '../../src/claims/cueVerbs';
import { parseMarked } from '../support/marked';
import { grammarSource, loadGrammar, scopesOf } from './grammar';

/** The first words of a scope say what a label means. */
const scopeOf: Readonly<Record<string, string>> = {
  quote: 'string.quoted',
  cue: 'keyword.other.cue',
  by: 'keyword.other.byline',
  byline: 'entity.name.type.byline',
  dateline: 'entity.name.section.dateline',
  headline: 'markup.heading.headline',
  figure: 'constant.numeric',
  date: 'constant.numeric.date',
  time: 'constant.numeric.time',
  money: 'constant.numeric.money',
  age: 'constant.numeric.age',
  score: 'constant.numeric.score',
};

const newsroom = join(__dirname, '../../../../test-fixtures/newsroom');

describe('the grammar of articles', () => {
  let grammar: IGrammar;
  before(async () => {
    grammar = await loadGrammar();
  });

  /** Holds every stretch that has the scope of a label against the marks with that label. */
  function check(source: string, labels: readonly string[]): void {
    const { text, marks } = parseMarked(source);
    const scoped = scopesOf(grammar, text);
    for (const label of labels) {
      const found: { start: number; end: number }[] = [];
      for (const { start, end, scopes } of scoped) {
        if (!scopes.some((scope) => scope.startsWith(scopeOf[label] ?? '?'))) continue;
        const last = found.at(-1);
        if (last?.end === start) last.end = end;
        else found.push({ start, end });
      }
      assert.deepEqual(
        found.map(({ start, end }) => text.slice(start, end)),
        marks.filter((mark) => mark.label === label).map(({ start, end }) => text.slice(start, end)),
        label,
      );
    }
  }

  it('has quotes in every kind of mark, with the figures in them', () => {
    check(
      `News

⟦“It sank ⟦40⟧{figure} boats,”⟧{quote} she said; ⟦"it did"⟧{quote} and ⟦«nobody came»⟧{quote} and ⟦„so war es“⟧{quote}.

He called it ⟦‘the workers’s slow hen’⟧{quote}, and don't say ⟦'no more'⟧{quote} to that, it's the farmers' own.`,
      ['quote', 'figure'],
    );
  });

  it('lets a quote that is never closed end with its paragraph', () => {
    check(
      `News

⟦“It went on and on.⟧{quote}

⟦“And then it stopped,”⟧{quote} she said.`,
      ['quote'],
    );
  });

  it('takes inches, feet and apostrophes for no quotes', () => {
    check(`News\n\nThe 3'6" board stands 60' off; in the '90s it was 4" wide, rock 'n' roll.`, ['quote']);
  });

  it('has cue verbs beside quotes, and leaves the same words elsewhere', () => {
    check(
      `News

“It sank,” the head of the union ⟦told⟧{cue} reporters. He ⟦added⟧{cue}: “It did.” The so-called “slow hen” sank at noon.

She said that it was late. She told nobody. ⟦According to⟧{cue} the port it was early.`,
      ['cue'],
    );
  });

  it('has money, dates, times, ages and scores', () => {
    check(
      `News

It cost ⟦$4.2 billion⟧{money} or ⟦£300,000⟧{money} on ⟦Friday, March 20⟧{date} at ⟦6:40 p.m.⟧{time} and on ⟦14 June 2024⟧{date}.

A ⟦43-year-old⟧{age} won ⟦7-2⟧{score} at ⟦noon⟧{time}. By ⟦2024-06-14⟧{date} it was over.`,
      ['money', 'date', 'time', 'age', 'score'],
    );
  });

  it('has counts and percentages in digits and words, and leaves numbers in names', () => {
    check(
      `News

Some ⟦1,900⟧{figure} people, ⟦fourteen⟧{figure} boats, ⟦twenty-eight⟧{figure} sheep, ⟦4.2 percent⟧{figure}, ⟦60 per cent⟧{figure}, ⟦two million⟧{figure}, ⟦2nd⟧{figure}.

COVID-19, an A380, the B52s and one more boat.`,
      ['figure'],
    );
  });

  it('has headline, byline and dateline', () => {
    check(
      `⟦Ferry aground for ten hours⟧{headline}

⟦By ⟧{by}⟦Agnes Whitcombe, Maritime Correspondent⟧{byline}
⟦Kellock, Sunday 16 March⟧{dateline}

⟦KELLOCK, Isle of Orrin, March 15 (Northern Wire)⟧{dateline} - A ferry ran onto a bank.

By then it was late. By noon nobody was left aboard.`,
      ['headline', 'by', 'byline', 'dateline'],
    );
    check('A first line that ends as a sentence is no headline.\n\nIt goes on.', ['headline']);
  });

  it('takes only words for cues that the server takes for cues as well', () => {
    const words = new Set(/\((said\|[a-z|]+)\)/.exec(grammarSource)?.[1]?.split('|'));
    assert.ok(words.size > 80);
    assert.deepEqual(
      [...words].filter((word) => cueVerb(word) === undefined),
      [],
    );
  });

  it('sees the quotes and figures that the server finds in the newsroom', () => {
    let [quotes, quotesSeen, figures, figuresSeen] = [0, 0, 0, 0];
    const missed: string[] = [];
    for (const name of ['orrin-herald.txt', 'northern-wire.txt', 'daily-gull.txt', 'coast-radio.md']) {
      const text = readFileSync(join(newsroom, name), 'utf8');
      const host = createAnalysisHost();
      host.set({ id: name, name, text });
      const claims = host.snapshot().get(name)?.claims;
      const scoped = scopesOf(grammar, text);
      const has = (at: number, scope: string): boolean =>
        scoped.some(({ start, end, scopes }) => start <= at && at < end && scopes.some((one) => one.startsWith(scope)));
      for (const quote of claims?.quotes ?? []) {
        if (quote.kind === 'block') continue;
        quotes++;
        if (has(quote.start, 'string.quoted') && has(quote.end - 1, 'string.quoted')) quotesSeen++;
        else missed.push(quote.text);
      }
      // Days by their place from today ("yesterday") are for the server to find.
      for (const figure of claims?.figures.filter(({ kind }) => kind !== 'date') ?? []) {
        figures++;
        const digits = figure.number.start < figure.number.end ? figure.number : figure;
        if (has(digits.end - 1, 'constant.numeric') || has(digits.start, 'constant.numeric')) figuresSeen++;
        else missed.push(figure.text);
      }
    }
    assert.equal(quotesSeen, quotes, missed.join('\n'));
    assert.ok(figuresSeen / figures > 0.85, `${String(figuresSeen)} of ${String(figures)}:\n${missed.join('\n')}`);
  });

  it('takes a long line of any kind in linear time', () => {
    const time = (line: string): number => {
      const start = performance.now();
      grammar.tokenizeLine(line, null, 0);
      return performance.now() - start;
    };
    time('“Warm,” she said. '.repeat(500));
    for (const part of [
      '“It sank,” she said on Friday. ',
      "it's 'so ",
      '1,',
      'A',
      '"a ',
      '‘',
      'said ',
      '” x ',
      'March ',
    ]) {
      const small = time(part.repeat(Math.ceil(6_000 / part.length)));
      const large = time(part.repeat(Math.ceil(48_000 / part.length)));
      assert.ok(large < 24 * Math.max(small, 5), `${part}: ${small.toFixed(0)} and ${large.toFixed(0)} ms`);
    }
  }).timeout(60_000);
});
