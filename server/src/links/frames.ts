import type { Figure } from '../claims/figures/model';

/**
 * What the words beside a figure make of it. Two figures in different frames are not the same figure, whatever they
 * count.
 * - `forecast`: expected, not yet so. `wanted`: asked for, not had. `before`: an earlier value to compare with.
 * - `part`: some of them. `further`: on top of others. `change`: by how much. `limit`: a threshold.
 * - `each`: for one of them. `record`: the highest ever. `overall`: of all competitions, of a whole career.
 * - `standing`: what a side has won and lost so far ("the Gulls (11-4)").
 */
export type Frame =
  | 'forecast'
  | 'wanted'
  | 'before'
  | 'part'
  | 'further'
  | 'change'
  | 'limit'
  | 'each'
  | 'record'
  | 'overall'
  | 'standing';

/** How far to each side the words are read, in UTF-16 units. */
const ahead = 70;
const behind = 45;

const inFront: readonly (readonly [Frame, RegExp])[] = [
  [
    'forecast',
    /\b(?:expect(?:s|ed|ing)?|forecast(?:s|ing)?|predict(?:s|ed|ing)?|project(?:s|ed|ing)|anticipat(?:es|ed|ing)|analysts|estimates? (?:of|by))\b/i,
  ],
  [
    'wanted',
    /\b(?:demand(?:s|ed|ing)?|request(?:s|ed|ing)?|sought|seeks?|seeking|propos(?:e|es|ed|ing|al)|ask(?:s|ed|ing)? for|wants?|wanted|hop(?:e|es|ed|ing)|target(?:s|ed)?|goal of|aims?|aimed)\b/i,
  ],
  [
    'before',
    /\b(?:compared (?:with|to)|against|instead of|rather than|as opposed to|previous(?:ly)?|original(?:ly)?|initial(?:ly)?|earlier|former(?:ly)?|used to|had been|last (?:year|week|month|season|quarter)['’]?s?|once)(?: (?:the|a|its|their|his|her|about|nearly|some|only|just))?\s*$/i,
  ],
  [
    'part',
    /\b(?:of which|of whom|of these|of them|including|among them|includes?)(?: (?:the|a|about|nearly|some|at least))?\s*$/i,
  ],
  ['further', /\b(?:another|additional|a further|plus|other)\s*$/i],
  ['change', /\b(?:by|another)(?: (?:about|nearly|some|more than|over|up to|only|just))?\s*$/i],
  [
    'limit',
    /\b(?:limit|threshold|minimum|maximum|cap|ceiling|requir(?:e|es|ed|ing)|need(?:s|ed|ing)?|necessary)\b[^.;]{0,30}$/i,
  ],
  ['record', /\b(?:record|all-time high|peak(?:ed)?)(?: (?:of|at|high of|low of))?\s*$/i],
];
const after: readonly (readonly [Frame, RegExp])[] = [
  [
    'before',
    /^[\s,]*(?:(?:a|one|two|the) (?:year|week|month|season|quarter|day)s? (?:earlier|ago|before)|last (?:year|week|month|season|quarter)|previously|earlier|before|in the (?:same|previous|prior) )/i,
  ],
  ['further', /^\s*(?:more|others?|additional|further)\b/i],
  ['change', /^\s*(?:more|less|fewer|higher|lower|above|below|increase|decrease|rise|cut|drop|fewer)\b/i],
  ['limit', /^\s*(?:\S+ ){0,2}(?:needed|necessary|required|limit|threshold|minimum|maximum)\b/i],
  [
    'overall',
    /^\s*(?:\S+ ){0,2}(?:in|across|over) (?:all competitions|(?:his|her|their|a|its) (?:whole |entire )?career)\b/i,
  ],
  ['each', /^\s*(?:\S+ )?(?:each|apiece|per (?:person|head|capita))\b/i],
];

/** "from 48 to 26", "up from 12": what it was. "Raised $13 million from 74 lots" is no change. */
const from = /\bfrom(?: (?:the|a|its|their|about|nearly|some|only|just|this|last)\b[^.;,]{0,24})?\s*$/i;
const changes =
  /\b(?:up|down|ris(?:e|es|ing)|rose|rais(?:e|es|ed|ing)|grow(?:s|n|ing)?|grew|increas(?:e|es|ed|ing)|climb(?:s|ed|ing)?|jump(?:s|ed|ing)?|f[ae]ll(?:s|en|ing)?|drop(?:s|ped|ping)?|cut(?:s|ting)?|declin(?:e|es|ed|ing)|dwindl(?:e|es|ed|ing)|change[sd]?|went|go(?:es|ing)?|moved|lowered|reduced|halved|doubled|improved|slipped|widen(?:s|ed)?|narrow(?:s|ed)?)\b/i;

/** The frames of a figure, from the words of its own clause right beside it. */
export function framesOf(text: string, figure: Figure): ReadonlySet<Frame> {
  const frames = new Set<Frame>();
  const left = clauseEnd(text.slice(Math.max(0, figure.start - ahead), figure.start));
  const right = text.slice(figure.number.end, figure.end + behind).split(/[.;:!?]\s/, 1)[0] ?? '';
  const beyond = text.slice(figure.end, figure.end + behind).split(/[.;:!?]\s/, 1)[0] ?? '';
  for (const [frame, pattern] of inFront) if (pattern.test(left)) frames.add(frame);
  if (from.test(left) && (changes.test(left) || /^[^.;]{0,30}\bto\b/.test(right))) frames.add('before');
  for (const [frame, pattern] of after) if (pattern.test(right) || pattern.test(beyond)) frames.add(frame);
  // "By seven votes to two", "28% more than it was worth": the number itself is no change and on top of nothing.
  if (figure.kind === 'score') {
    frames.delete('change');
    if (/\p{L} \($/u.test(left) && beyond.startsWith(')')) frames.add('standing');
  }
  if (figure.kind === 'percent') frames.delete('further');
  return frames;
}

/** What follows the last break between clauses: a full stop, a semicolon, a number that has words of its own. */
function clauseEnd(text: string): string {
  const at = Math.max(text.lastIndexOf('. '), text.lastIndexOf('; '), text.lastIndexOf('\n'), text.lastIndexOf(': '));
  return at < 0 ? text : text.slice(at + 1);
}

/** Whether two figures stand in frames that keep them apart. */
export function framesDiffer(a: ReadonlySet<Frame>, b: ReadonlySet<Frame>): boolean {
  if (a.size !== b.size) return true;
  for (const frame of a) if (!b.has(frame)) return true;
  return false;
}
