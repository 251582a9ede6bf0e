import assert from 'node:assert/strict';
import { createAnalysisHost, type Analysis } from '../../src/analysis';
import { emptyDesk } from '../../src/core/desk';
import { fixesFor, problemsAt } from '../../src/features/codeActions';
import { applied, type Fix } from '../../src/features/fixes/fix';
import { figureStory } from '../support/figureStory';
import { shippedVectors } from '../support/story';
import { fixture } from './fixture';

/** What is offered at the cursor. */
function fixesAt(
  source: string,
  sources: readonly string[] = [],
): { readonly text: string; readonly fixes: readonly Fix[] } {
  const { files, at } = fixture(source);
  const host = createAnalysisHost(undefined, { wordVectors: shippedVectors });
  for (const [id, { text }] of files) host.set({ id, name: id, text });
  if (sources.length > 0) host.setDesk({ ...emptyDesk, hasSources: true, isSource: ({ id }) => sources.includes(id) });
  const analysis: Analysis = host.snapshot();
  const problems = problemsAt(analysis, at.id, { start: at.offset, end: at.offset });
  return {
    text: analysis.get(at.id)?.article.text ?? '',
    fixes: problems.flatMap((problem) => fixesFor(analysis, at.id, problem)),
  };
}

/** Checks what is offered at the cursor: titles, the preferred one with a star. */
function offers(source: string, expected: readonly string[], sources: readonly string[] = []): void {
  const { fixes } = fixesAt(source, sources);
  assert.deepEqual(
    fixes.map(({ title, preferred }) => (preferred ? `* ${title}` : title)),
    expected,
  );
}

/** Checks that a fix makes the article at hand read as `after`. */
function makes(title: string, source: string, after: string): void {
  const { text, fixes } = fixesAt(source);
  const fix = fixes.find((one) => one.title === title);
  assert.ok(fix, `offered: ${fixes.map((one) => one.title).join('; ') || 'nothing'}`);
  assert.equal(applied(text, fix.edits), after.replace(/^\n/, ''));
}

describe('“Use the wording in FILE”', () => {
  const use = 'Use the wording in wire.txt';

  it('changes the words that differ and no others', () => {
    makes(
      use,
      `
=== draft.txt
“We have asked for ‸fourteen new lifeboats, and we will not sail without them,” Marta Kovel said.

=== wire.txt
“We have asked for forty new lifeboats, and we will not sail without them,” said Marta Kovel.
`,
      '“We have asked for forty new lifeboats, and we will not sail without them,” Marta Kovel said.',
    );
  });

  it('keeps this file’s spelling and marks', () => {
    makes(
      use,
      `
=== draft.txt
"The U.N. harbour isn't safe for anybody, and we ‸can hardly tell the crews to wait," Marta Kovel said.

=== wire.txt
“The UN harbor isn’t safe for anybody, and we shouldn’t ever tell the crews to wait,” said Marta Kovel.
`,
      `"The U.N. harbour isn't safe for anybody, and we shouldn't ever tell the crews to wait," Marta Kovel said.`,
    );
  });

  it('takes over what of house style would be reported by itself', () => {
    makes(
      use,
      `
=== draft.txt
“The council won’t repair the ‸U.N. pier before winter, and we ask that it keep its word to us,” Marta Kovel said.

=== wire.txt
“The council will not repair the UN jetty before winter, and we ask that it keep its word to us,” said Marta Kovel.
`,
      '“The council will not repair the U.N. jetty before winter, and we ask that it keep its word to us,” Marta Kovel said.',
    );
  });

  it('takes it over also behind the last change of a sentence', () => {
    makes(
      use,
      `
=== draft.txt
“We asked for lifeboats in the spring, and now the harbour has two of ‸thousand, which we cannot,” Marta Kovel said.

=== wire.txt
“We asked for lifeboats in the spring, and now the harbour has two thousand, which we can not,” said Marta Kovel.
`,
      '“We asked for lifeboats in the spring, and now the harbour has two thousand, which we can not,” Marta Kovel said.',
    );
  });

  it('keeps words apart where others are put in before a change', () => {
    makes(
      use,
      `
=== draft.txt
“They would do until the spring. We wrote it down, we ‸won’t it, and we’re still waiting for an answer,” Marta Kovel said.

=== wire.txt
“They would do until the spring. We wrote it down, we two signed will not it, and we’re still waiting for an answer,” said Marta Kovel.
`,
      '“They would do until the spring. We wrote it down, we two signed will not it, and we’re still waiting for an answer,” Marta Kovel said.',
    );
  });

  it('leaves out what only the other file quotes', () => {
    makes(
      use,
      `
=== draft.txt
Marta Kovel said the union would “not sail without ‸new lifeboats on every single ferry” this winter.

=== wire.txt
“We have waited for a year. We will not sail without enough lifeboats on every single ferry, and nobody should ask us to,” said Marta Kovel.
`,
      'Marta Kovel said the union would “not sail without enough lifeboats on every single ferry” this winter.',
    );
  });

  it('puts a missing word in with the space around it', () => {
    makes(
      use,
      `
=== draft.txt
“I'm voting yes, and I'm ‸happy about it, as everybody in this town can see,” Marta Kovel said.

=== wire.txt
“I'm voting yes, and I'm not happy about it, as everybody in this town can see,” said Marta Kovel.
`,
      "“I'm voting yes, and I'm not happy about it, as everybody in this town can see,” Marta Kovel said.",
    );
  });

  it('takes a word out with its space', () => {
    makes(
      use,
      `
=== draft.txt
“I'm voting yes, and I'm ‸not happy about it, as everybody in this town can see,” Marta Kovel said.

=== wire.txt
“I'm voting yes, and I'm happy about it, as everybody in this town can see,” said Marta Kovel.
`,
      "“I'm voting yes, and I'm happy about it, as everybody in this town can see,” Marta Kovel said.",
    );
  });

  it('turns the marks of speech within speech', () => {
    makes(
      use,
      `
=== draft.txt
"They told us that the ‸old boats would do until the spring, and I wrote it down," Marta Kovel said.

=== wire.txt
“They told us that the ‘finest and newest’ boats would do until the spring, and I wrote it down,” said Marta Kovel.
`,
      `"They told us that the 'finest and newest' boats would do until the spring, and I wrote it down," Marta Kovel said.`,
    );
  });

  it('offers each distinct wording once, with all the files that have it', () => {
    offers(
      `
=== draft.txt
“We have asked for ‸fourteen new lifeboats, and we will not sail without them,” Marta Kovel said.

=== briefing.txt
“We have asked for forty new lifeboats, and we will not sail without them,” said Marta Kovel.

=== courier.txt
“We have asked for forty new lifeboats, and we will not sail without them,” Marta Kovel told the crews.

=== wire.txt
“We have asked for fifty new lifeboats, and we will not sail without them,” said Marta Kovel at noon.
`,
      ['Use the wording in briefing.txt (and 1 other)', 'Use the wording in wire.txt'],
    );
  });

  it('goes by the source where there is one', () => {
    offers(
      `
=== draft.txt
“We have asked for ‸fourteen new lifeboats, and we will not sail without them,” Marta Kovel said.

=== briefing.txt
“We have asked for forty new lifeboats, and we will not sail without them,” said Marta Kovel.

=== wire.txt
“We have asked for fifty new lifeboats, and we will not sail without them,” said Marta Kovel at noon.
`,
      ['* Use the wording in wire.txt'],
      ['wire.txt'],
    );
  });

  it('offers nothing in a source', () => {
    offers(
      `
=== wire.txt
“We have asked for ‸fourteen new lifeboats, and we will not sail without them,” Marta Kovel said.

=== briefing.txt
“We have asked for forty new lifeboats, and we will not sail without them,” said Marta Kovel.
`,
      [],
      ['wire.txt'],
    );
  });

  it('prefers no wording where another file has the words as they stand here', () => {
    offers(
      `
=== draft.txt
“We have asked for ‸fourteen new lifeboats, and we will not sail without them,” Marta Kovel said.

=== briefing.txt
“We have asked for fourteen new lifeboats, and we will not sail without them,” said Marta Kovel.

=== wire.txt
“We have asked for fifty new lifeboats, and we will not sail without them,” said Marta Kovel at noon.
`,
      ['Use the wording in wire.txt'],
    );
  });

  it('takes a dash or a stop over with the words', () => {
    makes(
      use,
      `
=== draft.txt
“I will not stand here and tell you this is a ‸cheap budget. It is an honest one for this town,” Walter Brann said.

=== wire.txt
“I will not stand here and tell you this is a painless budget, but it is an honest one for this town,” Walter Brann said.
`,
      '“I will not stand here and tell you this is a painless budget, but it is an honest one for this town,” Walter Brann said.',
    );
  });

  it('says what becomes what', () => {
    const { fixes } = fixesAt(`
=== draft.txt
“We have asked for ‸fourteen new lifeboats, and we will not sail without them,” Marta Kovel said.

=== wire.txt
“We have asked for forty new lifeboats, and we will not sail without them,” said Marta Kovel.
`);
    assert.equal(fixes[0]?.description, '“fourteen” becomes “forty”');
  });
});

describe('“Mark the cut with an ellipsis”', () => {
  const cut = (here: string): string => `
=== draft.txt
${here}

=== wire.txt
“We have waited for a year in the cold and the wind for these new lifeboats, and we will not sail without them,” said Marta Kovel.
`;

  it('marks where words are left out', () => {
    makes(
      'Mark the cut with an ellipsis',
      cut('“We have waited for a year ‸for these new lifeboats, and we will not sail without them,” Marta Kovel said.'),
      '“We have waited for a year ... for these new lifeboats, and we will not sail without them,” Marta Kovel said.',
    );
  });

  it('writes it as the file does', () => {
    makes(
      'Mark the cut with an ellipsis',
      cut(
        'Talks went on … and on.\n\n“We have waited for a year ‸for these new lifeboats, and we will not sail without them,” Marta Kovel said.',
      ),
      'Talks went on … and on.\n\n“We have waited for a year … for these new lifeboats, and we will not sail without them,” Marta Kovel said.',
    );
  });

  it('is not offered for a missing “not”, nor where words are changed as well', () => {
    offers(
      cut(
        '“We have waited for a year in the cold and the wind for these new lifeboats, and we ‸will sail without them,” Marta Kovel said.',
      ),
      ['* Use the wording in wire.txt'],
    );
    offers(
      cut('“We have waited for a year ‸for these old lifeboats, and we will not sail without them,” Marta Kovel said.'),
      ['* Use the wording in wire.txt'],
    );
  });
});

describe('“Use the spelling NAME everywhere in this file”', () => {
  const wire = `
=== wire.txt
The harbour board met on Monday. Aleksei Zelensky, the mate of the ferry Orrin, told the board that the fog was thick. “We saw the rock too late, and there was nothing that we could do about it,” Aleksei Zelensky said. Zelensky left the harbour board early.
`;

  it('changes every mention, quotes and possessives included, and no other person’s name', () => {
    makes(
      'Use the spelling “Aleksei Zelensky” everywhere in this file',
      `
=== draft.txt
The harbour board met on Monday. Aleksei ‸Zelenskyy, the mate of the ferry Orrin, told the board that the fog was thick. “We saw the rock too late, and there was nothing that we could do about it,” Aleksei Zelenskyy said. Nobody doubted Zelenskyy’s word. “Zelenskyy was at the wheel,” said Ana Bruhl.
${wire}`,
      `
The harbour board met on Monday. Aleksei Zelensky, the mate of the ferry Orrin, told the board that the fog was thick. “We saw the rock too late, and there was nothing that we could do about it,” Aleksei Zelensky said. Nobody doubted Zelensky’s word. “Zelensky was at the wheel,” said Ana Bruhl.`,
    );
  });
});

describe('a name of several words', () => {
  it('is changed whole where the spellings have other parts, hyphens and all', () => {
    makes(
      'Use the spelling “Kim Jong-un” everywhere in this file',
      `
=== draft.txt
The leaders met in Kellock on Monday. The treaty was signed with ‸Kim Jong Un, who leads the North. Kim Jong Un left on Tuesday. The harbour master Tomas Brandt saw the ship off.

=== wire.txt
The leaders met in Kellock on Monday. The treaty was signed with Kim Jong-un, who leads the North. Kim Jong-un left on Tuesday. The harbour master Tomas Brandt saw the ship off.
`,
      `
The leaders met in Kellock on Monday. The treaty was signed with Kim Jong-un, who leads the North. Kim Jong-un left on Tuesday. The harbour master Tomas Brandt saw the ship off.`,
    );
  });
});

describe('quotation marks', () => {
  it('are closed at the end of the only sentence', () => {
    makes(
      'Close the quote with ”',
      '=== a.txt\n“We saw ‸the rock too late.\n\nThe mate blamed the fog.',
      '“We saw the rock too late.”\n\nThe mate blamed the fog.',
    );
  });

  it('are closed before the words that say who spoke', () => {
    makes(
      'Close the quote with ”',
      '=== a.txt\n“We saw ‸the rock too late, the mate Ana Bruhl said.\n\nNobody was hurt.'.replace(
        'the mate Ana',
        'Ana',
      ),
      '“We saw the rock too late,” Ana Bruhl said.\n\nNobody was hurt.',
    );
  });

  it('are opened at the start of the only sentence', () => {
    makes(
      'Open the quote with “',
      '=== a.txt\nIt was Monday.\n\nWe saw the ‸rock too late,” he said.',
      'It was Monday.\n\n“We saw the rock too late,” he said.',
    );
  });

  it('are left alone where the words may end in two places', () => {
    offers('=== a.txt\n“We saw ‸the rock too late. Nobody was hurt.\n\nThe mate blamed the fog.', []);
    offers('=== a.txt\nIt was Monday.\n\nThe boat sank. We saw the ‸rock too late,” he said.', []);
  });

  it('are matched either way, as the file mostly has them first', () => {
    offers('=== a.txt\n“We saw it,” he said. He spoke of “thick ‸fog" all day.', ['* Close with ”', 'Open with "']);
    makes(
      'Close with ”',
      '=== a.txt\n“We saw it,” he said. He spoke of “thick ‸fog" all day.',
      '“We saw it,” he said. He spoke of “thick fog” all day.',
    );
  });

  it('are matched everywhere where the file has a habit', () => {
    const rest = Array.from({ length: 4 }, (_, i) => `He spoke of “fog number ${i}" too.`).join(' ');
    makes(
      'Close all 5 quotes with ”',
      `=== a.txt\nHe spoke of “thick ‸fog" all day. ${rest}`,
      `He spoke of “thick fog” all day. ${rest.replaceAll('"', '”')}`,
    );
  });
});

describe('“Use the figure in FILE”', () => {
  const story = (here: string, there: string): string => `
=== draft.txt
The ferry Orrin ran aground off Hestholm on Monday in thick fog, the port authority said.

${here}

=== wire.txt
The ferry Orrin ran aground off Hestholm on Monday in thick fog, the port authority said.

${there}
`;

  it('replaces the number and keeps the words around it', () => {
    makes(
      'Use the figure in wire.txt: 1,400',
      story(
        'The strike has kept ‸1,900 passengers on the outer islands, the port authority said.',
        'The strike has kept 1,400 passengers on the outer islands, the port authority said.',
      ),
      `
The ferry Orrin ran aground off Hestholm on Monday in thick fog, the port authority said.

The strike has kept 1,400 passengers on the outer islands, the port authority said.`,
    );
  });

  it('begins a sentence with a capital', () => {
    makes(
      'Use the figure in wire.txt: fourteen',
      story(
        '‸Nineteen passengers were taken to hospital, the port authority said.',
        'The port authority said fourteen passengers were taken to hospital.',
      ),
      `
The ferry Orrin ran aground off Hestholm on Monday in thick fog, the port authority said.

Fourteen passengers were taken to hospital, the port authority said.`,
    );
  });
});

describe('the form of a number', () => {
  /** Checks what a vote or an amount becomes. */
  const becomes = (here: string, there: string, after: string): void => {
    const frame = (words: string) =>
      `KELLOCK, June 9, 2025 — The harbour board met on Monday night.\n\nThe harbour board voted ${words} on Monday night to repair the pier.`;
    const { text, fixes } = fixesAt(`
=== draft.txt
${frame(`‸${here}`)}

=== wire.txt
${frame(there)}
`);
    assert.deepEqual(
      fixes.map((fix) => applied(text, fix.edits)),
      [frame(after)],
    );
  };

  it('stays as this file has it', () => {
    becomes('7 to 2', '6-3', '6 to 3');
    becomes('seven to two', '6-3', 'six to three');
    becomes('7-2', 'six to three', '6-3');
  });

  it('keeps the way that this file writes millions', () => {
    const story = (here: string, there: string) => `
=== draft.txt
The harbour board adopted a ‸${here} general fund budget on Monday.

=== wire.txt
The harbour board adopted a ${there} general fund budget on Monday.
`;
    makes(
      'Use the figure in wire.txt: 184.6 million',
      story('$148.6M', '$184.6 million'),
      'The harbour board adopted a $184.6M general fund budget on Monday.',
    );
  });

  it('is not offered where the figures are put into two mouths', () => {
    const { analysis } = figureStory(
      'Paris said 43 passengers were hurt in the wreck.',
      'Jean Roe, the president of France, said 34 passengers were hurt in the wreck.',
    );
    const problems = analysis.problems('draft.txt');
    assert.match(problems.map(({ message }) => message).join(), /43 passengers here \(.+34 in wire\.txt \(/);
    assert.deepEqual(
      problems.flatMap((problem) => fixesFor(analysis, 'draft.txt', problem)),
      [],
    );
  });
});

describe('“Change to WEEKDAY”', () => {
  it('puts the weekday right', () => {
    makes(
      'Change to Saturday',
      '=== a.txt\nThe bridge was opened on ‸Friday 3 September 1966.',
      'The bridge was opened on Saturday 3 September 1966.',
    );
  });

  it('gives way to the date of another file that has that weekday', () => {
    offers(
      `
=== beacon.txt
KELLOCK, June 9, 2025 — The city council adopted the general fund budget on a vote of five to two. The hearing on the pier is ‸Monday, June 24, at 7 p.m. in the old customs house.

=== courier.txt
KELLOCK, June 9, 2025 — The city council adopted the general fund budget on a vote of five to two. The hearing on the pier is Monday, June 23, at 7 p.m. in the old customs house.
`,
      ['Use the date in courier.txt: Monday, June 23'],
    );
  });
});
