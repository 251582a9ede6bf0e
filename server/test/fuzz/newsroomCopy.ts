import fc from 'fast-check';
import { storyText, tornText } from '../support/arbitraryArticles';

const people = [
  'Ana Bruhl',
  'Ana Brühl',
  'Captain Lars Roe',
  'Roe',
  'she',
  'the mate',
  'Mr. Pell',
  'Noor Castellan, 54,',
];
const bodies = ['the Kellock Harbour Board', 'UN', 'the U.N.', 'the Maritime Bureau in Varde', 'Hestholm', 'police'];
const cues = [
  'said',
  'told reporters',
  'says',
  'asked',
  'wrote on Monday',
  'according to',
  'warned that',
  'added',
  'denied',
];
const remarks = [
  'We saw the rock too late',
  'We did not see the rock, and there was nothing that we could do about it',
  'Nobody will set foot on a ferry again before the summer',
  'It cost us $3.5 million and 12 lives',
  'The ‘old boats’ won’t do',
  'the worst night of my life',
  'Charts … [of the harbour] have not been renewed for twenty-three years',
  'No',
  'Is it? Who says so! I don’t.',
];
const numbers = [
  '0',
  '1',
  '12',
  '14',
  'twenty-three',
  '1,200',
  '1.2 million',
  '3 1/2',
  'a dozen',
  'hundreds',
  '٣',
  '１２',
  '10,000,000,000,000',
];
const bounds = [
  '',
  'more than ',
  'up to ',
  'at least ',
  'about ',
  'between 5 and ',
  'fewer than ',
  'from 3 to ',
  'roughly ',
];
const units = [
  ' passengers',
  ' people were killed',
  '%',
  ' per cent of the fund',
  ' km',
  ' miles an hour',
  '-year-old deckhand',
  ' °C',
  ' tonnes of barley',
  'bn euros',
  ' votes to 12',
  'th of June',
  ' years ago',
];
const currencies = ['', '$', '£', '€', 'US$', 'Rs ', 'C$'];
const times = [
  'on Monday',
  'on Tuesday, June 3',
  'on 4 June 2025',
  '2025-06-03',
  'last week',
  'in 2019',
  'since the 1990s',
  'at 7:30 p.m.',
  'three days ago',
  'by the end of next year',
  'on February 30',
  '31/12/99',
];
const marks: readonly (readonly [string, string])[] = [
  ['“', '”'],
  ['"', '"'],
  ["'", "'"],
  ['‘', '’'],
  ['« ', ' »'],
  ['„', '“'],
  ['``', "''"],
  ['“‘', '’”'],
  ['“', '"'],
  ['“', ''],
  ['', '”'],
];
const datelines = [
  '',
  'KELLOCK, June 4, 2025 — ',
  'HESTHOLM (AP) -- ',
  '# The night of the Heron\n\nBy Ana Bruhl\n\n',
  '---\ntitle: x\n---\n',
];
const joints = [' ', '\n\n', '\n', '\r\n\r\n', '\r', ' \t ', '\n\n> ', '\n- ', '\n\nMR. PELL: ', '\nQ. ', '\u2028', ''];

const pick = (list: readonly string[]): fc.Arbitrary<string> => fc.constantFrom(...list);

const figure = fc
  .tuple(pick(bounds), pick(currencies), pick(numbers), pick(units), pick(times))
  .map(([bound, currency, number, unit, time]) => `${bound}${currency}${number}${unit} ${time}`);

const quote = fc.tuple(fc.constantFrom(...marks), pick(remarks)).map(([[open, close], words]) => open + words + close);

const sentence = fc.oneof(
  fc.tuple(quote, pick(people), pick(cues)).map(([words, who, cue]) => `${words}, ${who} ${cue}.`),
  fc.tuple(pick(people), pick(cues), quote).map(([who, cue, words]) => `${who} ${cue}: ${words}`),
  fc.tuple(pick(bodies), pick(cues), figure).map(([who, cue, what]) => `${who} ${cue} ${what}.`),
  fc.tuple(figure, quote).map(([what, words]) => `It was ${what}, and ${words} besides.`),
  pick(remarks),
);

/** Articles as a newsroom's folder holds them, sound and unsound: quotes in all marks, figures, dates, transcripts. */
const madeCopy: fc.Arbitrary<string> = fc
  .tuple(pick(datelines), fc.array(fc.tuple(sentence, pick(joints)), { maxLength: 8 }))
  .map(([dateline, parts]) => dateline + parts.map((part) => part.join('')).join(''));

/** Copy of all kinds: made here, reports of one event, and text that was torn to begin with. */
export const anyCopy: fc.Arbitrary<string> = fc.oneof(
  { weight: 5, arbitrary: madeCopy },
  { weight: 3, arbitrary: storyText },
  { weight: 1, arbitrary: tornText },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 120 }) },
);
