import { piecesOf } from '../claims/wordForms';
import { sureSpeaker, type Speaker } from '../claims/model';
import { flag, type Vocabulary, type Words } from '../claims/normalize';

/** What changes between "I will not sign this" and "he said he would not sign that": each row is one word for comparing. */
const shifting = `
  i we you he she they it
  me us him them her my our your his their its
  myself ourselves himself herself themselves itself
  am is are was were be been
  have has had
  do does did
  will would shall
  can could
  may might
  this that
  these those
  here there
  now then
  today tonight`;

/** Verbs whose past is another word, with their pasts. */
const irregular = `
  be been|become became|begin began begun|bear bore borne|beat beaten|bend bent|bind bound|bite bit bitten|bleed bled|
  blow blew blown|break broke broken|bring brought|build built|burn burnt|buy bought|catch caught|choose chose chosen|
  come came|deal dealt|dig dug|draw drew drawn|drink drank drunk|drive drove driven|eat ate eaten|fall fell fallen|
  feed fed|feel felt|fight fought|find found|flee fled|fly flew flown|forbid forbade forbidden|forget forgot forgotten|
  forgive forgave forgiven|freeze froze frozen|get got gotten|give gave given|go went gone|grow grew grown|hang hung|
  hear heard|hide hid hidden|hold held|keep kept|know knew known|lay laid|lead led|lean leant|leave left|lend lent|
  lie lay lain|lose lost|make made|mean meant|meet met|pay paid|ride rode ridden|ring rang rung|rise rose risen|
  run ran|say said|see saw seen|seek sought|sell sold|send sent|shake shook shaken|shine shone|shoot shot|
  show shown|shrink shrank shrunk|sing sang sung|sink sank sunk|sit sat|sleep slept|slide slid|speak spoke spoken|
  spend spent|stand stood|steal stole stolen|stick stuck|strike struck stricken|swear swore sworn|sweep swept|
  swim swam swum|take took taken|teach taught|tear tore torn|tell told|think thought|throw threw thrown|
  understand understood|wake woke woken|wear wore worn|weep wept|win won|withdraw withdrew withdrawn|write wrote written`;

const baseOf: ReadonlyMap<string, string> = new Map([
  ...rowsOf(irregular, '|').flatMap(([base = '', ...pasts]) => pasts.map((past) => [past, base] as const)),
  ...rowsOf(shifting, '\n').flatMap((row) => row.map((word) => [word, row[0] ?? word] as const)),
]);

function rowsOf(table: string, between: string): string[][] {
  return table
    .split(between)
    .map((row) => row.trim().split(/\s+/))
    .filter((row) => row.length > 1);
}

/** For each word of a vocabulary the one that stands for it whoever speaks and whenever. */
const plainForms = new WeakMap<Vocabulary, PerForm>();

/**
 * The same words with person, tense and place undone, so that a remark and a report of it can be aligned: "I", "he" and
 * "they" are one word, "will" and "would", "sign" and "signed". A contracted or other form counts as the same.
 */
export function withoutPerspective(words: Words, vocabulary: Vocabulary): Words {
  let plain = plainForms.get(vocabulary);
  if (!plain) plainForms.set(vocabulary, (plain = perForm((word, stem) => plainForm(word, stem, vocabulary))));
  const forms: number[] = [];
  for (let i = 0; i < words.count; i++) forms.push(plain(words.words[i] ?? 0, words.stems[i] ?? 0));
  return { ...words, words: forms, stems: forms };
}

function plainForm(word: number, stem: number, vocabulary: Vocabulary): number {
  const base = baseOf.get(vocabulary.forms[word] ?? '');
  return base === undefined ? stem : (piecesOf(vocabulary, base)[0]?.stem ?? stem);
}

/** Stems of the verbs that report speech in one's own words. */
const reportingVerbs =
  'say said tell told add claim warn insist deny argu accus state declar announc promis pledg vow explain stress admit conced complain suggest maintain assert confirm repeat acknowledg note describ call urg ask refus reject thank predict swear swore boast alleg dismiss point emphas blame';

const reporting = new Set(reportingVerbs.split(' '));
const subjects = new Set(['he', 'she', 'they']);

/**
 * Whether a sentence reports somebody's speech, as its words tell: `named` where it names the speaker beside a verb of
 * speech, `pronoun` where it says "he said"; null for any other sentence.
 */
export function reportsSpeechOf(
  sentence: Words,
  speaker: Speaker | null,
  vocabulary: Vocabulary,
): 'named' | 'pronoun' | null {
  if (!hasReportingVerb(sentence, vocabulary)) return null;
  const surname = speaker && speaker.confidence >= sureSpeaker ? surnameStem(speaker, vocabulary) : null;
  if (surname !== null && hasStem(sentence, surname)) return 'named';
  for (let i = 0; i + 1 < sentence.count; i++) {
    if (!subjects.has(formAt(sentence, i, vocabulary))) continue;
    const near = [i + 1, i + 2].some((at) => at < sentence.count && isReporting(sentence.stems[at] ?? 0, vocabulary));
    if (near) return 'pronoun';
  }
  return null;
}

/** Whether a verb of speech stands in the sentence. */
export function hasReportingVerb(sentence: Words, vocabulary: Vocabulary): boolean {
  const isVerb = reportingIn(vocabulary);
  for (let i = 0; i < sentence.count; i++) {
    const stem = sentence.stems[i] ?? 0;
    if (isVerb(stem, stem) === 1) return true;
  }
  return false;
}

/** For each stem of a vocabulary 1 where it is that of a verb of speech. */
const knownVerbs = new WeakMap<Vocabulary, PerForm>();

const isReporting = (stem: number, vocabulary: Vocabulary): boolean => reportingIn(vocabulary)(stem, stem) === 1;

function reportingIn(vocabulary: Vocabulary): PerForm {
  let known = knownVerbs.get(vocabulary);
  if (!known) {
    known = perForm((form) => (reporting.has(vocabulary.forms[form] ?? '') ? 1 : 0));
    knownVerbs.set(vocabulary, known);
  }
  return known;
}

/** A number for each form of a vocabulary; its stem helps to find it. */
type PerForm = (form: number, stem: number) => number;

/** Keeps the numbers, 0 and more, that `make` finds for forms, each when it is first asked for. */
function perForm(make: PerForm): PerForm {
  /** One more than the number; 0 where nobody has asked. */
  let known = new Int32Array(1 << 12);
  return (form, stem) => {
    if (form >= known.length) {
      const larger = new Int32Array(2 * form);
      larger.set(known);
      known = larger;
    }
    return (known[form] ||= make(form, stem) + 1) - 1;
  };
}

function hasStem({ count, stems }: Words, stem: number): boolean {
  for (let i = 0; i < count; i++) if (stems[i] === stem) return true;
  return false;
}

const formAt = (words: Words, i: number, vocabulary: Vocabulary) => vocabulary.forms[words.words[i] ?? -1] ?? '';

/** The stem of the last word of a name that has a capital; null for "the mayor" and "he". */
function surnameStem({ name }: Speaker, vocabulary: Vocabulary): number | null {
  const last = name.split(/\s+/).at(-1) ?? '';
  if (!/^\p{Lu}\p{L}{2,}/u.test(last)) return null;
  const piece = piecesOf(vocabulary, last.replace(/[’']s$/, ''))[0];
  return piece && !(piece.flags & flag.grammar) ? piece.stem : null;
}
