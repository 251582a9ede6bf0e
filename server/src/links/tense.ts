import type { Vocabulary, Words } from '../claims/normalize';
import type { Step } from './edges';

/** The tense that a word of grammar gives its verb. */
const auxiliaries: ReadonlyMap<string, { readonly verb: string; readonly tense: string }> = new Map(
  [
    ['am', 'be', 'present'],
    ['is', 'be', 'present'],
    ['are', 'be', 'present'],
    ['was', 'be', 'past'],
    ['were', 'be', 'past'],
    ['been', 'be', ''],
    ['have', 'have', 'present'],
    ['has', 'have', 'present'],
    ['had', 'have', 'past'],
    ['do', 'do', 'present'],
    ['does', 'do', 'present'],
    ['did', 'do', 'past'],
    ['will', 'will', 'future'],
    ['would', 'will', 'past'],
  ].map(([form = '', verb = '', tense = '']) => [form, { verb, tense }]),
);

/** Past forms that no ending tells, and their verbs. */
const irregular: ReadonlyMap<string, string> = new Map(
  `became become, began begin, begun begin, bought buy, broke break, broken break, brought bring, built build, came come,
  caught catch, chose choose, chosen choose, drew draw, drove drive, fell fall, fallen fall, felt feel, fought fight,
  found find, gave give, given give, got get, grew grow, grown grow, heard hear, held hold, kept keep, knew know,
  known know, led lead, left leave, lost lose, made make, meant mean, met meet, paid pay, ran run, rose rise, said say,
  sat sit, saw see, seen see, sent send, sold sell, spent spend, spoke speak, spoken speak, stood stand, taught teach,
  thought think, told tell, took take, taken take, understood understand, went go, gone go, won win, wore wear,
  wrote write, written write`
    .split(/,\s+/)
    .map((pair) => pair.split(' ') as [string, string]),
);

/** Words that make another tense by coming or going before a verb. */
const making = new Set(['have', 'has', 'had', 'will']);

/** So many words may differ in one place. */
const mostWords = 3;

/**
 * Whether a changed step puts the same verb into another tense: "is" and "was", "say" and "said", "saw" and "have seen".
 * Another person or number alone ("is" and "are") is no tense.
 */
export function changesTense(a: Words, b: Words, step: Step, vocabulary: Vocabulary): boolean {
  const left = formsOf(a, step.aFrom, step.aTo, vocabulary);
  const right = formsOf(b, step.bFrom, step.bTo, vocabulary);
  if (left.length > mostWords || right.length > mostWords) return false;
  if (left.length === 0 || right.length === 0) {
    const rest = [...left, ...right];
    return rest.length === 1 && making.has(rest[0] ?? '');
  }
  const one = verbOf(left);
  const other = verbOf(right);
  if (!one || !other || one.tense === other.tense) return false;
  if (one.verb === other.verb) return true;
  // What the endings of regular verbs leave is compared as a stem; it is the last word on both sides.
  const isRegular = !one.auxiliary && !other.auxiliary && one.regular && other.regular;
  return isRegular && a.stems[step.aTo - 1] === b.stems[step.bTo - 1];
}

function formsOf(words: Words, from: number, to: number, vocabulary: Vocabulary): string[] {
  const forms: string[] = [];
  for (let i = from; i < Math.min(to, from + mostWords + 1); i++)
    forms.push(vocabulary.forms[words.words[i] ?? -1] ?? '');
  return forms;
}

interface Verb {
  readonly verb: string;
  readonly tense: string;
  /** Whether it stands alone as a word of grammar, and whether its forms are made by endings. */
  readonly auxiliary: boolean;
  readonly regular: boolean;
}

/** The verb of a few words that are nothing but one verb with its auxiliaries; null where there is more. */
function verbOf(forms: readonly string[]): Verb | null {
  const last = forms.at(-1) ?? '';
  const helpers = forms.slice(0, -1).map((form) => auxiliaries.get(form));
  if (helpers.some((helper) => helper === undefined)) return null;
  const lead = helpers.map((helper) => `${helper?.verb} ${helper?.tense}`).join(' ');
  const auxiliary = auxiliaries.get(last);
  if (auxiliary)
    return { verb: auxiliary.verb, tense: `${lead} ${auxiliary.tense}`.trim(), auxiliary: true, regular: false };
  const base = irregular.get(last);
  const isPast = base !== undefined || /[^e]ed$/.test(last);
  const tense = lead === '' ? (isPast ? 'past' : 'present') : lead;
  return { verb: base ?? withoutEnding(last), tense, auxiliary: false, regular: base === undefined };
}

/** The verb of its third person: "says", "goes". */
const withoutEnding = (form: string): string => form.replace(/(?<=[sxzo]|ch|sh)es$|(?<=[^s])s$/, '');
