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

/** All cue verbs, by each of their forms. */
export const cueVerbs: ReadonlyMap<string, CueVerb> = buildVerbs();

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
  return cueVerbs.get(word);
}
