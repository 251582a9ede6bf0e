import fc from 'fast-check';
import { ownCopy, wireCopy } from './copiedStory';

/** Stretches of text that scanners trip over, beside plain words. */
const fragments = [
  'The ferry',
  'ran on the rocks',
  ' said Ana Bruhl',
  'the mate told the inquiry',
  'MR. PELL: ',
  'Q. ',
  'the workers’ union',
  "it won't do",
  '6\'4"',
  '12" pipe',
  '$1.3bn',
  'twenty-three',
  'up to 12,000',
  '$',
  '£4.5 million',
  '1,',
  '5%',
  'per cent',
  'killed',
  'between 5 and',
  '2-1',
  '7:30 p.m.',
  'Monday',
  'June 3',
  ', 2025',
  '3/4',
  'three days ago',
  'aged 42',
  '-',
  'U.N.',
  'St. Ives',
  '“',
  '”',
  '‘',
  '’',
  '"',
  "'",
  "''",
  '«',
  '»',
  '„',
  '…',
  '...',
  '[',
  ']',
  '(',
  ')',
  '. ',
  ', ',
  '? ',
  ': ',
  '—',
  ' ',
  '\n',
  '\n\n',
  '\r\n',
  '> ',
  '# ',
  '\u0000',
  '\ud83d',
  '🚢',
  'e\u0301',
  '\u202b',
  'עברית',
  '\u00a0',
];

/** Text torn from articles and other things: every mark may be missing its mate. */
export const tornText: fc.Arbitrary<string> = fc
  .array(fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...fragments) }, fc.string({ maxLength: 8 })), {
    maxLength: 60,
  })
  .map((parts) => parts.join(fragments.includes(' ') ? '' : ' '));

const remarks = [
  'We saw the rock too late, and there was nothing that we could do about it',
  'We saw the rock much too late, and there was not a thing that we could do',
  'The charts of the harbour have not been renewed for twenty-three years',
  'The charts of the harbor have been renewed for 32 years',
  'Nobody on this island will set foot on a ferry again before the summer',
  'thick as wool',
  'I have nothing to add',
  'Photographs do not lie. If there are photographs, they are of something',
  'A photograph, if there are any, shows something',
  'If the council loves its pensioners, let it repair the pier before winter',
  'The pier must be mended ahead of winter by a council that has any love for pensioners',
];
const speakers = ['Ana Bruhl', 'Captain Lars Roe', 'the mate', 'she', 'Ana Brühl', 'Anna Bruhl', 'Lars Rowe', 'Bruhl'];

const values = [
  '12',
  '14',
  'twelve',
  'more than 40',
  '43',
  '1,200',
  '1.2 thousand',
  '$3.5 million',
  '$5.3 million',
  '31%',
];
const counted = [
  'passengers were hurt',
  'rafts were lost on the rocks',
  'of the harbour fund was spent',
  'of the crew left',
];
const days = [
  'on Monday',
  'on Tuesday, June 3',
  'on June 4, 2025',
  'last week',
  'in 2019',
  'at 7:30 p.m.',
  'three days ago',
];
const sources = ['', ', the Kellock Harbour Board said', ', Noor Castellan said', ', according to the ferry office'];

const figureSentence: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom(...values), fc.constantFrom(...counted), fc.constantFrom(...days), fc.constantFrom(...sources))
  .map(([value, what, day, source]) => `${value} ${what} ${day}${source}.`);

/** Two names for one person, spelled alike and not, with two offices. */
const introduction: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom('Finance Minister', 'Foreign Minister', 'Mr.', 'harbour master'),
    fc.constantFrom('Aleksei Norvik', 'Alexei Norvik', 'Aleksey Norvick', 'Norvik', 'Teresa Villan', 'Theresa Villan'),
  )
  .map(([office, name]) => `${office} ${name} went to see the wreck with Ana Bruhl, and ${name} left again by boat.`);

/** Running text of some length, for two articles to have in common: whole, begun otherwise, and retold. */
const wireParagraphs = [wireCopy, wireCopy.slice(150), ownCopy].map((text) => text.trim());

const sentence: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: figureSentence },
  introduction,
  fc.constantFrom(...wireParagraphs),
  fc.tuple(fc.constantFrom(...remarks), fc.constantFrom(...speakers)).map(([r, s]) => `“${r},” ${s} said.`),
  fc.tuple(fc.constantFrom(...remarks), fc.constantFrom(...speakers)).map(([r, s]) => `${s} said: "${r}."`),
  fc.constantFrom(...remarks).map((r) => `${r}.`),
  fc.constantFrom(...remarks).map((r) => `The ferry office called it “${r.slice(0, 30)}`),
);

const datelines = ['', 'KELLOCK, June 4, 2025 — ', 'HESTHOLM, June 5, 2025 — '];

/** Articles on one event that share remarks word for word, altered, reported and left open, with figures and dates. */
export const storyText: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom(...datelines),
    fc.array(fc.oneof({ weight: 8, arbitrary: sentence }, tornText), { minLength: 1, maxLength: 5 }),
  )
  .map(
    ([dateline, parts]) =>
      `${dateline}The ferry Orrin ran aground off Hestholm, said the Kellock Harbour Board and Noor Castellan.\n\n${parts.join('\n\n')}`,
  );
