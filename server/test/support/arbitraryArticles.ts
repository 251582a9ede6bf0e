import fc from 'fast-check';

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
];
const speakers = ['Ana Bruhl', 'Captain Lars Roe', 'the mate', 'she', 'Ana Brühl'];

const sentence: fc.Arbitrary<string> = fc.oneof(
  fc.tuple(fc.constantFrom(...remarks), fc.constantFrom(...speakers)).map(([r, s]) => `“${r},” ${s} said.`),
  fc.tuple(fc.constantFrom(...remarks), fc.constantFrom(...speakers)).map(([r, s]) => `${s} said: "${r}."`),
  fc.constantFrom(...remarks).map((r) => `${r}.`),
  fc.constantFrom(...remarks).map((r) => `The ferry office called it “${r.slice(0, 30)}`),
);

/** Articles that share remarks word for word, altered, reported and left open. */
export const storyText: fc.Arbitrary<string> = fc
  .array(fc.oneof({ weight: 8, arbitrary: sentence }, tornText), { minLength: 1, maxLength: 5 })
  .map(
    (parts) =>
      `The ferry Orrin ran aground off Hestholm, said the Kellock Harbour Board and Noor Castellan.\n\n${parts.join('\n\n')}`,
  );
