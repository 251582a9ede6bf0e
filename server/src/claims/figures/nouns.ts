import { remembering } from '../../core/remember';
import { oneSpelling } from '../spelling';

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Plurals that no rule of endings gives. */
const irregularPlurals: ReadonlyMap<string, string> = new Map(
  (
    'people person|men man|women woman|children child|feet foot|teeth tooth|geese goose|mice mouse|lives life|wives wife|' +
    'knives knife|leaves leaf|loaves loaf|halves half|shelves shelf|thieves thief|wolves wolf|calves calf|oxen ox|dice die|' +
    'criteria criterion|phenomena phenomenon|media medium|crises crisis|analyses analysis|bases base|theses thesis|' +
    'axes axis|indices index|movies movie|cookies cookie|rookies rookie|ties tie|pies pie|buses bus|gases gas|viruses virus|' +
    'campuses campus|houses house|horses horse|nurses nurse|courses course|purses purse|cases case|purchases purchase|' +
    'premises premise|expenses expense|licenses license|offenses offense|responses response|causes cause|losses loss|' +
    'increases increase|decreases decrease|leases lease|releases release|diseases disease|phases phase|vases vase|' +
    'franchises franchise|exercises exercise|enterprises enterprise|universes universe|caches cache|aches ache|shoes shoe|' +
    'toes toe|foes foe|zombies zombie|veggies veggie|selfies selfie|calories calorie|cavalries cavalry|raises raise|rises rise'
  )
    .split('|')
    .map((pair) => pair.split(' ') as [string, string]),
);

/** Nouns of several that show no ending. */
const collective = set(
  'people police troops staff personnel crew cattle aircraft sheep fish deer dead injured wounded missing homeless poor elderly ' +
    'unemployed faithful species series data youth helicopters spacecraft offspring salmon trout elite gunmen',
);

/** Words in s that are singular. */
const singularInS = set(
  'news physics politics economics athletics mathematics bus gas plus bias bonus campus census circus corps crisis basis analysis ' +
    'chaos focus canvas atlas virus status consensus surplus process access progress success business witness ' +
    'illness fitness wilderness congress press mass class glass grass boss loss cross dress address stress actress mess chess ' +
    'emphasis thesis diagnosis hypothesis species series texas kansas arkansas illinois brics paris wales tennis lens ' +
    'always perhaps this his its was has does us as is yes thus less unless across versus ours theirs hers',
);

/** Whether the word (in lower case) names several. */
export function isPlural(word: string): boolean {
  if (irregularPlurals.has(word) || collective.has(word)) return true;
  const last = word.charCodeAt(word.length - 1);
  // only words in n and e are worth the pattern
  if ((last === 110 || last === 101) && word.length > 5 && /(?:men|people|children)$/.test(word))
    return !/(?:ment|specimen|abdomen|acumen|omen|regimen)$/.test(word);
  return last === 115 && word.length > 3 && !/(?:ss|us|is|'s)$/.test(word) && !singularInS.has(word);
}

/** The singular of a noun in lower case; the word itself where it is none or already singular. */
export function singular(word: string): string {
  const irregular = irregularPlurals.get(word);
  if (irregular !== undefined) return irregular;
  if (word.endsWith('women')) return `${word.slice(0, -5)}woman`;
  if (word.endsWith('people') && word.length > 6) return `${word.slice(0, -6)}person`;
  if (word.endsWith('children')) return word.slice(0, -3);
  if (word.endsWith('men') && isPlural(word)) return `${word.slice(0, -3)}man`;
  if (collective.has(word) || !isPlural(word)) return word === 'troops' ? 'troop' : word;
  if (word.endsWith('ies')) return word.length > 4 ? `${word.slice(0, -3)}y` : word.slice(0, -1);
  if (/(?:ss|sh|ch|x|zz)es$/.test(word)) return word.slice(0, -2);
  if (/(?:[^aeiou]o)es$/.test(word)) return word.slice(0, -2);
  if (word.endsWith('wives')) return `${word.slice(0, -3)}fe`;
  return word.slice(0, -1);
}

/** Verbs that figures go with, as "base past participle" where they are irregular; the rest takes regular endings. */
const irregularVerbs =
  'rise rose risen|fall fell fallen|grow grew grown|lose lost lost|shrink shrank shrunk|cost cost cost|hit hit hit|stand stood stood|' +
  'pay paid paid|spend spent spent|cut cut cut|sell sold sold|buy bought bought|run ran run|begin began begun|win won won|' +
  'lead led led|beat beat beaten|draw drew drawn|hold held held|make made made|give gave given|get got gotten|take took taken|' +
  'keep kept kept|leave left left|meet met met|send sent sent|set set set|put put put|go went gone|come came come|see saw seen|' +
  'find found found|know knew known|build built built|lie lay lain|break broke broken|sit sat sat|fly flew flown|drive drove driven|' +
  'eat ate eaten|steal stole stolen|shoot shot shot|strike struck struck|have had had|bring brought brought|teach taught taught|' +
  'read read read|speak spoke spoken|choose chose chosen|swell swelled swollen|drink drank drunk|throw threw thrown|' +
  'catch caught caught|fight fought fought|flee fled fled|say said said|tell told told|write wrote written|become became become|' +
  'feel felt felt|think thought thought|show showed shown|bear bore born|sink sank sunk|burn burnt burnt|sleep slept slept|' +
  'blow blew blown|overtake overtook overtaken|undergo underwent undergone|let let let|spread spread spread|tear tore torn|swim swam swum|wear wore worn|freeze froze frozen|rip ripped ripped|drown drowned drowned|' +
  'collapse collapsed collapsed|cross crossed crossed|block blocked blocked|hurt hurt hurt|dig dug dug|hang hung hung|ride rode ridden|forecast forecast forecast';
const regularVerbs =
  'slow climb drop+p jump gain increase decrease decline surge soar plunge slump slip+p dip+p edge tumble total exceed top+p average reach ' +
  'double triple quadruple halve earn raise reduce trim+m slash boost lift fetch own weigh measure span+n cover last start open close ' +
  'end kill die injure wound arrest include contain involve score defeat adopt approve pass vote carry receive jail fine sentence ' +
  'employ serve attract draw export import produce generate collect donate contribute attend sign add hire recruit fire shed ' +
  'demand seek host operate cancel evacuate displace destroy damage rescue admit+t treat test vaccinate infect report record register ' +
  'invest borrow lend owe charge save award allocate fund finance bill value price assess estimate swell change move advance ' +
  'rally dive sink retreat ease creep nudge near approach touch live settle house seat play attack invade land arrive flood finish' +
  ' launch suspend face plead plan expect name claim deliver deploy mobilize train use need want require provide offer build eliminate restore purchase acquire';

const verbBases: ReadonlyMap<string, string> = buildVerbs();

function buildVerbs(): Map<string, string> {
  const map = new Map<string, string>();
  const put = (form: string, base: string): void => {
    if (!map.has(form)) map.set(form, base);
  };
  const inflect = (base: string, double: string): void => {
    const soft = base.endsWith('e') ? base.slice(0, -1) : base + double;
    const y = /[^aeiou]y$/.test(base);
    put(base, base);
    put(y ? `${base.slice(0, -1)}ies` : base + (/(?:s|x|z|ch|sh|o)$/.test(base) ? 'es' : 's'), base);
    put(y ? `${base.slice(0, -1)}ied` : `${soft}ed`, base);
    put(`${soft}ing`, base);
  };
  for (const entry of irregularVerbs.split('|')) {
    const [base = '', past = '', participle = ''] = entry.split(' ');
    put(past, base);
    put(participle, base);
    put(base, base);
    const soft =
      base.endsWith('e') && !base.endsWith('ee')
        ? base.slice(0, -1)
        : base.replace(/([^aeiou][aeiu])([tngm])$/, '$1$2$2');
    put(`${soft}ing`, base);
    put(
      /(?:s|x|z|ch|sh|o)$/.test(base)
        ? `${base}es`
        : base.endsWith('y') && !/[aeiou]y$/.test(base)
          ? `${base.slice(0, -1)}ies`
          : `${base}s`,
      base,
    );
  }
  map.set('has', 'have');
  for (const entry of regularVerbs.split(' ')) {
    const [base = '', double = ''] = entry.split('+');
    inflect(base, double);
  }
  return map;
}

/** Done again. */
const repeated = /^re(?:open|build|built|launch|name|start|train|hire|pay|paid|sold|sell|buil)/;

/** The verb (in lower case) that figures are known to go with, in its base form; undefined for other words. */
export function knownVerb(word: string): string | undefined {
  return (
    verbBases.get(word) ?? (word.startsWith('re') && repeated.test(word) ? verbBases.get(word.slice(2)) : undefined)
  );
}

/** Nouns that are spelled as a verb of figures is: what follows an article or an adjective. */
export const alsoNouns = set(
  'rise fall cost hit stand cut run win lead beat draw hold make take drive drop jump gain increase decrease decline surge plunge slump dip ' +
    'edge tumble total average double triple raise boost lift measure span cover last start end score pass vote fine sentence export import ' +
    'test report record register charge award fund bill value price estimate change move advance rally dive retreat touch play attack ' +
    'costs rises falls hits stands cuts runs wins leads draws holds drops jumps gains increases decreases declines surges lifts measures ' +
    'covers starts ends scores passes votes fines sentences exports imports tests reports records charges awards funds bills values prices ' +
    'estimates changes moves advances attacks shows show fights fight visit visits plan plans house houses name names claim claims need needs use uses ' +
    'offer offers launch launches face faces demand demands flood floods land lands train trains shot shots set sets strike strikes break breaks ' +
    'building spending hearing meeting reading finding opening closing beginning running standing training landing flooding shooting shootings killing killings ' +
    'housing funding pricing saving savings earning earnings holding holdings setting making living feeling ' +
    'dead injured wounded host hosts seat seats read catch drink sign signs spread left found close open top tops bear steal throw sleep trim need',
);

/** The base form of a verb in lower case by the rules of endings, where no list knows it. */
export function baseVerb(word: string): string {
  const known = verbBases.get(word);
  if (known !== undefined) return known;
  if (word.endsWith('ied') && word.length > 4) return `${word.slice(0, -3)}y`;
  if (word.endsWith('eed')) return word.slice(0, -1);
  const stem = word.length > 4 ? word.replace(/(?:ed|ing)$/, '') : word;
  if (stem === word) return word.length > 3 && /[^su]s$/.test(word) ? word.slice(0, -1) : word;
  if (/([^aeiouls])\1$/.test(stem)) return stem.slice(0, -1);
  if (/[^s]s$/.test(stem)) return `${stem}e`;
  return /(?:[^aeiou][aeiou](?:t|v|s|c|g|d|z|r)|[uv]|[^aeioul]l|dg|[rn]c|[rn]g|[rn]s)$/.test(stem) &&
    !/(?:er|en|it)$/.test(stem)
    ? `${stem}e`
    : stem;
}

/** Words whose form is kept: a folder's subjects have the same few thousand over and over. */
const mostKept = 10_000;

/** The form in which a word of a subject is compared: lower case, singular, in one spelling. */
export const comparable = remembering(mostKept, (word) => oneSpelling(singular(word)));
