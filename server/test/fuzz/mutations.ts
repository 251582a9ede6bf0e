import fc from 'fast-check';

/** What happens to a text on its way: a slip of the hand, of an encoding or of a program. Plain JSON. */
export type Mutation =
  | { readonly kind: 'insert'; readonly at: number; readonly words: string }
  | { readonly kind: 'cut'; readonly at: number; readonly length: number }
  | { readonly kind: 'copy'; readonly at: number; readonly length: number; readonly to: number }
  | { readonly kind: 'repeat'; readonly at: number; readonly length: number; readonly times: number }
  | { readonly kind: 'swap'; readonly from: string; readonly to: string };

/** What text editors, web pages and scanners leave behind, and what the scanners look for. */
const debris = [
  ...['“', '”', '‘', '’', '"', "'", "''", '``', '«', '»', '„', '‟', '`', '´', '′', '″'],
  ...['0', '7', '1,', ',000', '.5', '%', '$', '£', '½', '²', '٣', '-', '–', '—', '/', ':'],
  ...['[', ']', '(', ')', '{', '}', '…', '...', '.', '?', '!', ';', '*', '_', '#', '|', '<', '>', '&amp;', '\\'],
  ...[
    '\n',
    '\r',
    '\r\n',
    '\n\n',
    '\t',
    '\v',
    '\f',
    '\u0085',
    '\u2028',
    '\u2029',
    '\u00a0',
    '\u200b',
    '\ufeff',
    '\u00ad',
  ],
  ...['\u0000', '\u0007', '\u001b[31m', '\ud83d', '\udea2', '\ufffd', '\uffff', '\udbff\udfff'],
  ...[
    '🚢',
    '👩🏽‍🚒',
    '🇳🇴',
    'e\u0301',
    'a\u0300\u0301\u0302',
    '\u202b',
    '\u202e',
    '\u2067',
    'עברית',
    'مرحبا',
    '你好',
    'ﬀ',
    'ß',
    'İ',
    'ı',
  ],
  ...[
    ' said',
    ' not ',
    'he ',
    'Mr. ',
    'U.N. ',
    ' per cent',
    ' and ',
    ' of ',
    'June ',
    'aged ',
    '__proto__',
    'constructor',
  ],
];

const at = fc.nat(2000);
const length = fc.nat(80);

const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('insert' as const), at, words: fc.constantFrom(...debris) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('cut' as const), at, length }) },
  fc.record({ kind: fc.constant('copy' as const), at, length, to: at }),
  fc.record({ kind: fc.constant('repeat' as const), at, length: fc.nat(12), times: fc.integer({ min: 2, max: 40 }) }),
  fc.record({
    kind: fc.constant('swap' as const),
    from: fc.constantFrom('\n', ' ', '“', '”', '"', 'e', '.', ',', '1', 'a', 'said'),
    to: fc.constantFrom(...debris, ''),
  }),
);

/** A few mutations in a row; none at all now and then. */
export const mutations: fc.Arbitrary<readonly Mutation[]> = fc.array(mutation, { maxLength: 4 });

/** Makes the changes one after the other. Places beyond the end wrap around. */
export function mutated(text: string, changes: readonly Mutation[]): string {
  return changes.reduce((now, change) => {
    if (change.kind === 'swap') return now.replaceAll(change.from, change.to);
    const start = change.at % (now.length + 1);
    switch (change.kind) {
      case 'insert':
        return now.slice(0, start) + change.words + now.slice(start);
      case 'cut':
        return now.slice(0, start) + now.slice(start + change.length);
      case 'copy': {
        const to = change.to % (now.length + 1);
        return now.slice(0, to) + now.slice(start, start + change.length) + now.slice(to);
      }
      case 'repeat':
        return now.slice(0, start) + now.slice(start, start + change.length).repeat(change.times) + now.slice(start);
    }
  }, text);
}
