/** Words that carry grammar and no matter. Matching on them alone shows nothing. */
export const functionWords: ReadonlySet<string> = new Set(
  (
    'a an the this that these those and or but nor so yet if then than as at by for from in into of off on onto out over ' +
    'to up upon with within without about above after again against all also although am any are around be because been ' +
    'before being below between both can could did do does doing done down during each either else ever every few further ' +
    'had has have having he her here hers herself him himself his how i is it its itself just let like may me might more ' +
    'most much must my myself neither no not now of often once one only other our ours ourselves own per quite rather ' +
    'really same shall she should since some still such their theirs them themselves there they through too toward under ' +
    'until us very was we well were what when where whether which while who whom whose why will would you your yours ' +
    "yourself yourselves 's go going get got say said says tell told think thing things make made come came take know " +
    'put puts give gives gave given want wants wanted mr mrs ms dr okay yes oh'
  ).split(' '),
);

/** Words that turn a sentence's sense round. */
export const negations: ReadonlySet<string> = new Set(
  'not no never none nobody nothing neither nor nowhere without cannot'.split(' '),
);

/** Newsroom abbreviations and the words they stand for; both are the same word in a quote. */
export const abbreviations: ReadonlyMap<string, string> = new Map(
  Object.entries({
    sen: 'senator',
    sens: 'senators',
    rep: 'representative',
    reps: 'representatives',
    gov: 'governor',
    govs: 'governors',
    gen: 'general',
    lt: 'lieutenant',
    col: 'colonel',
    sgt: 'sergeant',
    capt: 'captain',
    cmdr: 'commander',
    adm: 'admiral',
    prof: 'professor',
    rev: 'reverend',
    dept: 'department',
    govt: 'government',
    doctor: 'dr',
    mister: 'mr',
    saint: 'st',
    street: 'st',
    avenue: 'ave',
    versus: 'vs',
    v: 'vs',
    ok: 'okay',
    jan: 'january',
    feb: 'february',
    aug: 'august',
    sept: 'september',
    oct: 'october',
    nov: 'november',
    dec: 'december',
    pct: 'percent',
    pc: 'percent',
    tv: 'television',
    etc: 'etcetera',
    co: 'company',
    corp: 'corporation',
    inc: 'incorporated',
    ltd: 'limited',
    hrs: 'hours',
    mins: 'minutes',
    km: 'kilometers',
    kg: 'kilograms',
    mph: 'mph',
  }),
);

/** Number words with their values; the multipliers stand apart. */
export const numberWords: ReadonlyMap<string, number> = new Map(
  Object.entries({
    zero: 0,
    one: 1,
    two: 2,
    three: 3,
    four: 4,
    five: 5,
    six: 6,
    seven: 7,
    eight: 8,
    nine: 9,
    ten: 10,
    eleven: 11,
    twelve: 12,
    thirteen: 13,
    fourteen: 14,
    fifteen: 15,
    sixteen: 16,
    seventeen: 17,
    eighteen: 18,
    nineteen: 19,
    twenty: 20,
    thirty: 30,
    forty: 40,
    fifty: 50,
    sixty: 60,
    seventy: 70,
    eighty: 80,
    ninety: 90,
  }),
);

export const multipliers: ReadonlyMap<string, number> = new Map(
  Object.entries({
    dozen: 12,
    hundred: 100,
    thousand: 1e3,
    million: 1e6,
    billion: 1e9,
    trillion: 1e12,
    k: 1e3,
    m: 1e6,
    mn: 1e6,
    bn: 1e9,
    tn: 1e12,
  }),
);

export const ordinalWords: ReadonlyMap<string, number> = new Map(
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'
    .split(' ')
    .map((word, i) => [word, i + 1]),
);

/** Currency signs and the words they are read as. */
export const currencySigns: ReadonlyMap<string, string> = new Map([
  ['$', 'dollars'],
  ['£', 'pounds'],
  ['€', 'euros'],
  ['¥', 'yen'],
  ['₹', 'rupees'],
]);
