import type { Token } from './tokens';
import { tokenAt } from './tokens';
import {
  adverbs,
  auxiliaries,
  conjunctions,
  determiners,
  formsOfBe,
  objectPronouns,
  prepositions,
  subjectPronouns,
  timeWords,
} from './vocabulary';

/**
 * What a cue verb says of the words beside it.
 * - `speech`: they were said or written ("said", "tweeted").
 * - `naming`: somebody called something so ("called", "dubbed").
 * - `thought`: somebody holds or wants it ("believes"); it counts only where no verb of speech does.
 */
export type CueSense = 'speech' | 'naming' | 'thought';
export type CueForm = 'base' | 'present' | 'past' | 'participle';

export interface CueVerb {
  readonly sense: CueSense;
  readonly form: CueForm;
  /** Whether the same spelling is as often a noun ("claims", "calls"). */
  readonly alsoNoun: boolean;
  /** Whether it may stand before its subject, right after the quote ("said Roe"). */
  readonly inverts: boolean;
}

/** Regular verbs; what doubles its last letter is written `stem+letter`. */
const speech =
  'add ask argue announce assert affirm allege answer admit+t acknowledge advise agree apologize apologise assure bark beg+g bellow blurt boast brag+g caution challenge chant charge chide chirp claim clarify comment complain concede conclude confess confide confirm congratulate contend continue counter criticize criticise croak crow cry deadpan declare decry defend demand denounce deny deride detail disclose divulge drawl echo elaborate email e-mail emphasize emphasise enthuse exclaim exhort explain express fume grumble growl gripe groan gush hint implore imply indicate inform inquire insist instruct interject interrupt intone joke lament laugh lecture maintain marvel mention message mock moan mumble murmur muse mutter narrate note object observe opine posit order outline plead pledge point post praise pray preach predict proclaim promise propose protest question quip+p quote rail react reason recall recite recommend recount reflect reiterate remark remind repeat report respond reply retort retweet reveal roar scoff scold scream shout shriek sigh smile sneer snap+p snarl speculate spout stammer state stipulate stress suggest sum+m summarize summarise surmise tease taunt testify text theorize thunder tout trumpet tweet underscore urge utter vent venture voice volunteer vow wail warn whine whisper wonder worry yell accuse attack assail assess bash bemoan berate blame blast condemn dismiss hammer lambaste lambast rap+p ridicule rip+p reject rebuke rebut+t refute slam+m skewer warble applaud hail highlight invoke compare credit describe characterize characterise portray explode demur concur opine counsel guess suggest inscribe publish issue estimate advertise snipe grouse beam gloat coin bristle chuckle rant lash mouth spell specify certify phone ring cable petition chime remember project reference press profess';
const naming =
  'call dub+b label brand name nickname term title entitle deem refer+r rename christen style consider regard view rate define tag+g pronounce';
const thought =
  'believe hope want fear love hate like doubt expect decide imagine wish suspect assume learn realize realise prefer seek accept discuss support oppose cite signal push conclude determine rule demonstrate';

const irregular: readonly (readonly [CueSense, string, string, string, string])[] = [
  ['speech', 'say', 'says', 'said', 'saying'],
  ['speech', 'tell', 'tells', 'told', 'telling'],
  ['speech', 'write', 'writes', 'wrote', 'writing'],
  ['speech', 'swear', 'swears', 'swore', 'swearing'],
  ['speech', 'sing', 'sings', 'sang', 'singing'],
  ['speech', 'read', 'reads', 'read', 'reading'],
  ['speech', 'find', 'finds', 'found', 'finding'],
  ['speech', 'put', 'puts', 'put', 'putting'],
  ['speech', 'tell', 'tells', 'retold', 'retelling'],
  ['speech', 'forewarn', 'forewarns', 'forewarned', 'forewarning'],
  ['thought', 'think', 'thinks', 'thought', 'thinking'],
  ['thought', 'feel', 'feels', 'felt', 'feeling'],
  ['thought', 'know', 'knows', 'knew', 'knowing'],
  ['thought', 'see', 'sees', 'saw', 'seeing'],
  ['thought', 'mean', 'means', 'meant', 'meaning'],
  ['thought', 'go', 'goes', 'went', 'going'],
  ['thought', 'speak', 'speaks', 'spoke', 'speaking'],
  ['thought', 'begin', 'begins', 'began', 'beginning'],
  ['thought', 'give', 'gives', 'gave', 'giving'],
  ['thought', 'make', 'makes', 'made', 'making'],
  ['thought', 'talk', 'talks', 'talked', 'talking'],
];

const nouns = new Set(
  'venture ventures detail details petition petitions cable cables ad ads chime counsel email emails claim claims call calls report reports note notes comment comments remark remarks question questions charge charges post posts tweet tweets text texts promise promises pledge pledges praise answer answers offer offers demand demands shout shouts cry cries state states name names label labels order orders attack attacks brand brands quote quotes joke jokes object objects reason reasons challenge challenges caution message messages email emails voice voices term terms title titles view views rate rates vow vows stress blame fear fears hope hopes love hate use uses support share shares show shows signal signals start end close raise back release releases issue issues document documents estimate estimates feature features present presents rule rules point points detail details outline outlines laugh laughs smile smiles whisper whispers scream screams chant chants chat rap ring rings cable phone worry worries reply replies protest protests mention complaint find finds hold go goes guess highlight highlights counter preach tag tags style styles credit credits counsel hammer blast blasts tease echo echoes wish wishes doubt doubts push read'.split(
    ' ',
  ),
);

/** Verbs of speech that don't turn round: nobody writes "told Roe" for "Roe told". */
const upright = new Set(
  'told tells telling put puts accused attacked quoted found finds charged described mocked blamed praised criticized criticised informed reminded assured'.split(
    ' ',
  ),
);

const startingVerbs = /^(?:continu|beg[aiu]n|start)/;

const verbs: ReadonlyMap<string, CueVerb> = buildVerbs();

function buildVerbs(): Map<string, CueVerb> {
  const map = new Map<string, CueVerb>();
  const put = (word: string, sense: CueSense, form: CueForm): void => {
    if (map.has(word)) return;
    map.set(word, { sense, form, alsoNoun: nouns.has(word), inverts: sense !== 'naming' && !upright.has(word) });
  };
  for (const [sense, base, present, past, participle] of irregular) {
    put(past, sense, 'past');
    put(base, sense, 'base');
    put(present, sense, 'present');
    put(participle, sense, 'participle');
  }
  const regular = (list: string, sense: CueSense): void => {
    for (const entry of list.split(' ')) {
      const [stem = '', double = ''] = entry.split('+');
      const soft = stem.endsWith('e') ? stem.slice(0, -1) : stem + double;
      const y = /[^aeiou]y$/.test(stem);
      put(stem, sense, 'base');
      put(y ? stem.slice(0, -1) + 'ies' : stem + (/(?:s|x|z|ch|sh)$/.test(stem) ? 'es' : 's'), sense, 'present');
      put(y ? stem.slice(0, -1) + 'ied' : soft + 'ed', sense, 'past');
      put(soft + 'ing', sense, 'participle');
    }
  };
  regular(naming, 'naming');
  regular(speech, 'speech');
  regular(thought, 'thought');
  return map;
}

/** What the word says as a cue verb, or undefined. `word` is in lower case. */
export function cueVerb(word: string): CueVerb | undefined {
  return verbs.get(word);
}

/** Whether the word at `i` can stand between a subject and its verb: "also", "quickly", "has", "he's". */
export function isBetween(tokens: readonly Token[], i: number): boolean {
  const token = tokenAt(tokens, i);
  return token.kind === 'possessive'
    ? token.lower !== "'s" || /^(?:he|she|it|who|what|that|there)$/.test(tokenAt(tokens, i - 1).lower)
    : token.kind === 'word' && (auxiliaries.has(token.lower) || isAdverb(token));
}

/** Whether the word is an adverb by list or by its ending. */
export function isAdverb(token: Token): boolean {
  return (
    token.kind === 'word' &&
    (adverbs.has(token.lower) ||
      (!token.capital && token.lower.length > 4 && token.lower.endsWith('ly') && token.lower !== 'family'))
  );
}

const shots = new Set(
  'fired fires shot shoots hit hits punched pushed pushes struck strikes came comes weighed weighs went goes cut cuts broke breaks spoke speaks piped pipes'.split(
    ' ',
  ),
);
const aims = new Set('back in up on'.split(' '));

/** "fired back", "weighed in", "spoke up": verbs of speech only with their particle. */
function returnFire(tokens: readonly Token[], i: number): CueVerb | undefined {
  const token = tokenAt(tokens, i);
  if (!shots.has(token.lower) || !aims.has(tokens[i + 1]?.lower ?? '')) return undefined;
  const after = tokens[i + 2];
  if (after?.kind === 'word' && !isAdverb(after)) return undefined;
  return { sense: 'speech', form: token.lower.endsWith('s') ? 'present' : 'past', alsoNoun: false, inverts: false };
}

const renderingForms: ReadonlyMap<string, CueForm> = new Map(
  [
    'cast',
    'frame',
    'posture',
    'paint',
    'depict',
    'herald',
    'pitch',
    'position',
    'treat',
    'present',
    'identify',
    'recast',
  ].flatMap((verb) => {
    const stem = verb.replace(/e$/, '');
    const past = verb === 'cast' ? verb : `${stem.replace(/y$/, 'i')}ed`;
    return [
      [past, 'past'],
      [`${verb}s`.replace('ys', 'ies'), 'present'],
      [`${stem}ing`, 'participle'],
    ] as [string, CueForm][];
  }),
);

/** "cast him as a", "framed herself as the", "brought it up as": verbs of naming where "as" and a quote follow. */
function rendering(tokens: readonly Token[], i: number): CueVerb | undefined {
  const { lower } = tokenAt(tokens, i);
  const bringing = /^(?:brings?|brought)$/.test(lower);
  const form = bringing ? (lower === 'brought' ? 'past' : 'present') : renderingForms.get(lower);
  if (!form) return undefined;
  let up = !bringing;
  for (let k = i + 1; k < i + 9; k++) {
    const token = tokenAt(tokens, k);
    if (token.kind === 'mark' || token.kind === 'quote') return undefined;
    up ||= token.lower === 'up';
    if (token.lower !== 'as' || !up) continue;
    for (let q = k + 1; q < k + 5; q++)
      if (tokenAt(tokens, q).kind === 'quote') return { sense: 'naming', form, alsoNoun: false, inverts: false };
    return undefined;
  }
  return undefined;
}

/**
 * Whether the token at `i` is a verb of speech, naming or thought at work as a verb, and what it says;
 * undefined for nouns of the same spelling and for other words.
 */
export function cueAt(tokens: readonly Token[], i: number, from: number): CueVerb | undefined {
  const token = tokens[i];
  if (token?.kind !== 'word' || token.lower === 'regarding') return undefined;
  const cue = verbs.get(token.lower) ?? returnFire(tokens, i) ?? rendering(tokens, i);
  if (!cue) return undefined;
  // "continued to fall" says nothing
  if (startingVerbs.test(token.lower) && tokens[i + 1]?.kind === 'word' && tokens[i + 1]?.lower === 'to')
    return undefined;
  if (token.capital && i > from && tokens[i - 1]?.kind === 'word' && tokens[i - 1]?.capital) return undefined;
  let p = i - 1;
  let helped = false;
  while (p >= from && isBetween(tokens, p)) {
    helped ||= auxiliaries.has(tokenAt(tokens, p).lower);
    p--;
  }
  // no present form follows an auxiliary: "there have been | claims"
  if (helped) return cue.form === 'present' ? undefined : cue;
  const before = p >= from ? tokenAt(tokens, p) : undefined;
  if (!before || before.kind === 'mark' || before.kind === 'quote') {
    // "Claims that he lied": at a sentence's start or after a mark the noun is as likely.
    return cue.alsoNoun &&
      (cue.form === 'base' || cue.form === 'present') &&
      before?.kind !== 'quote' &&
      !(before?.text === ',')
      ? undefined
      : cue;
  }
  if (before.kind === 'possessive') return before.lower === "'s" || before.lower === "'" ? undefined : cue;
  if (subjectPronouns.has(before.lower) || before.lower === 'that') return cue;
  if (determiners.has(before.lower) && before.lower !== 'another' && before.lower !== 'one') {
    return cue.form === 'past' || cue.form === 'base'
      ? ['some', 'many', 'most', 'several', 'others', 'all', 'both', 'few', 'this', 'that'].includes(before.lower)
        ? cue
        : undefined
      : undefined;
  }
  if (conjunctions.has(before.lower)) return cue.alsoNoun && cue.form === 'base' ? undefined : cue;
  if (prepositions.has(before.lower)) return cue.form === 'participle' ? cue : undefined;
  if (cue.form === 'base') {
    // "heard the crowd shout 'get out'", but not "the old chant 'get out'"
    if (cue.alsoNoun) return tokens[i + 1]?.kind === 'quote' && isAble(before) ? cue : undefined;
    return before.lower.endsWith('s') || before.lower === 'people' || before.lower === 'police' || before.capital
      ? cue
      : undefined;
  }
  if (cue.form === 'present' && cue.alsoNoun && !isPresent(tokens, i, from, before, cue)) return undefined;
  if (timeWords.has(before.lower) && cue.form === 'present' && cue.alsoNoun) return undefined;
  return cue;
}

/** Whether a form that may as well be a plural noun is a verb, after the word `before`: "Roe claims that", but not "his recent remarks,". */
function isPresent(tokens: readonly Token[], i: number, from: number, before: Token, cue: CueVerb): boolean {
  const next = tokens[i + 1];
  if (next?.kind === 'quote') return !isNamedThing(tokens, i, from);
  // "As the board notes: "
  if (next?.text === ':' && cue.sense === 'speech') return true;
  // `"...," a voice in the film states.` `"...," a captain on the ferry points out.`
  if (endsClause(tokens, i + 1) && followsQuote(tokens, i, from)) return true;
  if (next?.kind !== 'word') return next === undefined && (before.capital || personNoun(before.lower));
  return before.capital
    ? hasObject(next)
    : personNoun(before.lower) && hasObject(next) && !prepositions.has(next.lower);
}

/** "called the use of such | orders “painless”": the noun that a verb of naming names. */
function isNamedThing(tokens: readonly Token[], i: number, from: number): boolean {
  for (let p = i - 1; p >= from && p > i - 9; p--) {
    const { kind, lower } = tokenAt(tokens, p);
    if (kind === 'mark' || kind === 'quote' || conjunctions.has(lower)) return false;
    const verb = verbs.get(lower);
    if (verb?.sense === 'naming' && verb.form === 'past' && !verb.alsoNoun) return true;
  }
  return false;
}

const crowds = new Set('crowd audience crew people police staff team family public press'.split(' '));

/** Whether the word can be the subject of a verb in the infinitive. */
const isAble = ({ lower, capital }: Token): boolean =>
  capital || crowds.has(lower) || personNoun(lower) || lower.endsWith('s');

/** Whether a clause ends at `i`, or after a particle there. */
function endsClause(tokens: readonly Token[], i: number): boolean {
  const end = tokenAt(tokens, i).lower === 'out' ? i + 1 : i;
  return end >= tokens.length || /^[.,;]/.test(tokenAt(tokens, end).text) || tokenAt(tokens, end).kind === 'quote';
}

/** Whether nothing but words stands between the token at `i` and a quote before it; the clause may begin right after that quote. */
function followsQuote(tokens: readonly Token[], i: number, from: number): boolean {
  for (let p = i - 1; p >= from - 2 && p >= 0 && p > i - 10; p--) {
    const { kind, text } = tokenAt(tokens, p);
    if (kind === 'quote') return true;
    if (kind === 'mark' && text !== ',') return false;
  }
  return false;
}

/** Whether what follows can be what a verb says: "Roe claims that", "Roe reports the", but not "Roe emails showed". */
function hasObject(next: Token): boolean {
  return (
    determiners.has(next.lower) ||
    subjectPronouns.has(next.lower) ||
    objectPronouns.has(next.lower) ||
    prepositions.has(next.lower) ||
    next.capital ||
    next.lower === 'out' ||
    isAdverb(next)
  );
}

/** Whether a past form at `i` is passive: "was called", "has been described". */
export function isPassive(tokens: readonly Token[], i: number, from: number): boolean {
  if ((verbs.get(tokens[i]?.lower ?? '') ?? rendering(tokens, i))?.form !== 'past') return false;
  for (let p = i - 1; p >= from && isBetween(tokens, p); p--) if (formsOfBe.has(tokenAt(tokens, p).lower)) return true;
  return false;
}

const personEndings = /(?:man|woman|person|er|or|ist|ant|ian|ee|leader|chief|aide|official|ary|eer|ent)s?$/;

const personWords = new Set(
  'expert host friend witness critic source mother father parent nurse guard boy girl chef head guest judge coach mayor clerk guru monk priest pal fan bride child kid pupil peer victim mate aunt uncle nephew niece cousin widow sheriff'.split(
    ' ',
  ),
);

/** Whether a lower-case noun most likely names a person or a group of people. */
export function personNoun(word: string): boolean {
  return (
    personEndings.test(word) || personWords.has(word) || (word.endsWith('s') && personWords.has(word.slice(0, -1)))
  );
}
