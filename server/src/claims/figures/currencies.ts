import { joinsAt, type Lexemes, lexemeAt, markAt, wordAt } from './lexemes';
import { countries, type MoneyReader, sharedNames } from './moneyContext';

/** A currency before or behind a number. `factor`: 0.01 for cents and pence. */
export interface CurrencyReading {
  readonly from: number;
  readonly to: number;
  /** ISO 4217. */
  readonly code: string;
  readonly factor: number;
}

const signs: ReadonlyMap<string, string> = new Map(
  Object.entries({
    $: 'USD', '£': 'GBP', '€': 'EUR', '¥': 'JPY', '₹': 'INR', '₩': 'KRW', '₽': 'RUB', '₺': 'TRY', '₴': 'UAH', '₪': 'ILS',
    '₿': 'BTC', '฿': 'THB', '₫': 'VND', '₦': 'NGN', '₱': 'PHP', '₡': 'CRC', '₾': 'GEL', '₭': 'LAK', '₸': 'KZT', '₵': 'GHS',
    '＄': 'USD', '￡': 'GBP', '￥': 'JPY', '元': 'CNY', '円': 'JPY',
  }),
); // prettier-ignore

/** Whether the mark is the sign of a currency. */
export const isCurrencySign = (mark: string): boolean => signs.has(mark);

/** Letters before or behind a dollar sign, and the dollar they mean. */
const dollarLetters: ReadonlyMap<string, string> = new Map(
  Object.entries({
    us: 'USD', usd: 'USD', a: 'AUD', au: 'AUD', aud: 'AUD', aus: 'AUD', c: 'CAD', ca: 'CAD', cad: 'CAD', can: 'CAD',
    cdn: 'CAD', hk: 'HKD', hkd: 'HKD', nz: 'NZD', nzd: 'NZD', s: 'SGD', sg: 'SGD', sgd: 'SGD', r: 'BRL', nt: 'TWD',
    twd: 'TWD', mex: 'MXN', mx: 'MXN', mxn: 'MXN', j: 'JMD', ja: 'JMD', tt: 'TTD', bds: 'BBD', fj: 'FJD', z: 'ZWL',
  }),
); // prettier-ignore

/** Codes that stand before or behind numbers in copy. Those that are words too ("ALL", "TRY", "TOP") are left out. */
const codes = new Set(
  'USD EUR GBP JPY CHF CNY RMB AUD CAD NZD HKD SGD INR SEK NOK DKK ZAR BRL MXN KRW RUB UAH PLN CZK HUF TRY AED SAR QAR KWD ILS EGP NGN KES GHS THB MYR IDR PHP VND TWD PKR BDT LKR ARS CLP COP PEN BTC ETH'.split(
    ' ',
  ),
);

/** Short forms that stand before a number only ("Rs 500", "RM79"), in the case in which they are written. */
const prefixes: ReadonlyMap<string, string> = new Map(
  Object.entries({ Rs: 'INR', RM: 'MYR', Tk: 'BDT', Rp: 'IDR', KSh: 'KES', Ksh: 'KES', Sh: 'KES', Fr: 'CHF', SFr: 'CHF', Kc: 'CZK', Dh: 'AED', Dhs: 'AED' }),
); // prettier-ignore

/** Names behind a number. Each line: the code, the factor, then the names. */
const names = new Map<string, { code: string; factor: number }>();
for (const line of `
USD 1 dollar dollars buck bucks
EUR 1 euro euros
JPY 1 yen
CNY 1 yuan renminbi kuai 元
GBP 1 quid sterling
GBP 0.01 pence penny pennies
KRW 1 won
RUB 1 ruble rubles rouble roubles
UAH 1 hryvnia hryvnias hryvnya
INR 1 rupee rupees
IDR 1 rupiah rupiahs
MYR 1 ringgit ringgits
THB 1 baht
VND 1 dong
ZAR 1 rand
BRL 1 reais
ILS 1 shekel shekels
TRY 1 lira liras lire
PLN 1 zloty zlotys
HUF 1 forint forints
CZK 1 koruna korunas
SEK 1 krona kronor kronas
NOK 1 krone kroner kroners
CHF 1 franc francs
MXN 1 peso pesos
NGN 1 naira
KES 1 shilling shillings
GHS 1 cedi cedis
AED 1 dirham dirhams
SAR 1 riyal riyals
IRR 1 rial rials
IQD 1 dinar dinars
NLG 1 guilder guilders
ESP 1 peseta pesetas
FIM 1 markka markkas
BTC 1 bitcoin bitcoins
GEL 1 lari
KZT 1 tenge
BDT 1 taka
ETB 1 birr
`
  .trim()
  .split('\n')) {
  const [code = '', factor = '', ...words] = line.split(' ');
  for (const word of words) names.set(word, { code, factor: Number(factor) });
}

/** The name in the singular under which `countries` knows a currency; the name itself where it is not shared. */
function family(word: string): string {
  if (word === 'dollars' || word === 'bucks' || word === 'buck') return 'dollar';
  if (word === 'lire' || word === 'liras') return 'lira';
  if (word === 'kroner' || word === 'kroners') return 'krone';
  if (word === 'kronor' || word === 'kronas') return 'krona';
  if (word === 'rouble' || word === 'roubles' || word === 'rubles') return 'ruble';
  return word.endsWith('s') ? word.slice(0, -1) : word;
}

const adjectives = new Set([...countries.values()].flatMap((by) => [...by.keys()]));
/** The currency that a number follows ("$", "US$", "USD", "Rs."), from the lexeme on, or null. */
export function currencyBefore(lexemes: Lexemes, i: number, context: MoneyReader): CurrencyReading | null {
  const at = lexemeAt(lexemes, i);
  const reading = (to: number, code: string): CurrencyReading => ({ from: i, to, code, factor: 1 });
  if (at.type === 'mark') {
    const code = signs.get(at.text);
    if (code === undefined) return null;
    const letters = lexemeAt(lexemes, i + 1);
    if (at.text === '$' && letters.type === 'word' && letters.glued && lexemeAt(lexemes, i + 2).type === 'digits') {
      const dollar = dollarLetters.get(letters.lower);
      return dollar && lexemeAt(lexemes, i + 2).glued ? reading(i + 2, dollar) : null;
    }
    return reading(i + 1, code);
  }
  if (at.type !== 'word') return null;
  const next = lexemeAt(lexemes, i + 1);
  if (next.text === '$') {
    const dollar = dollarLetters.get(at.lower);
    // "HK $5.4m" as well as "HK$5.4m"; a lower-case "us $5" or "a $5" only where the letters hang on to the sign.
    if (
      dollar &&
      (next.glued ||
        (at.lower !== 'a' && at.lower !== 's' && at.lower !== 'can' && at.lower !== 'r' && at.lower !== 'z') ||
        at.text === 'S')
    ) {
      return reading(i + 2, dollar);
    }
    return null;
  }
  if (at.lower === 'u' && markAt(lexemes, i + 1) === '.' && wordAt(lexemes, i + 2) === 's') {
    const sign = markAt(lexemes, i + 3) === '.' ? i + 4 : i + 3;
    return markAt(lexemes, sign) === '$' ? reading(sign + 1, 'USD') : null;
  }
  const dotted = next.text === '.' && next.glued ? i + 2 : i + 1;
  const number = lexemeAt(lexemes, dotted);
  if (number.type !== 'digits') return null;
  if (codes.has(at.text) && dotted === i + 1) return reading(i + 1, at.text === 'RMB' ? 'CNY' : at.text);
  const code = prefixes.get(at.text);
  if (code) {
    if (at.text === 'Sh' || at.text === 'Fr' || at.text === 'Dh')
      return number.glued || number.value >= 100 ? reading(dotted, code) : null;
    return reading(dotted, at.text === 'Rs' ? (context().shared.get('rupee') ?? code) : code);
  }
  // "PS8.1bn": what some wires make of the pound sign; a console has neither decimals nor groups.
  if (
    at.text === 'PS' &&
    number.glued &&
    (number.text.length > 2 || lexemeAt(lexemes, i + 2).glued) &&
    !/^[1-5]$/.test(number.text)
  ) {
    return reading(i + 1, 'GBP');
  }
  // "R18 million": rand, told from route and room by its magnitude.
  if (at.text === 'R' && number.glued && /^(?:million|billion|bn|m)$/.test(wordAt(lexemes, i + 2)))
    return reading(i + 1, 'ZAR');
  return null;
}

/**
 * The currency behind a number, or null. `digits`: whether the number is in digits, which signs and "p" ask for;
 * `large`: whether it has a magnitude, so that pounds are money.
 */
export function currencyAfter(
  lexemes: Lexemes,
  start: number,
  digits: boolean,
  large: boolean,
  context: MoneyReader,
): CurrencyReading | null {
  const i = joinsAt(lexemes, start) ? start + 1 : start;
  const at = lexemeAt(lexemes, i);
  const reading = (to: number, code: string, factor = 1): CurrencyReading => ({ from: start, to, code, factor });
  if (at.type === 'mark') {
    const code = digits ? signs.get(at.text) : undefined;
    // The sign of the next amount hangs on to that one: "10 $20".
    const next = lexemeAt(lexemes, i + 1);
    return code && !(next.glued && next.type === 'digits' && !at.glued) ? reading(i + 1, code) : null;
  }
  if (at.type !== 'word') return null;
  if (at.lower === 'p' && digits) return at.glued && at.text === 'p' ? reading(i + 1, 'GBP', 0.01) : null;
  if (at.lower === 'c' && digits && at.glued && at.text === 'c') return reading(i + 1, context().cents, 0.01);
  if (at.lower === 'cent' || at.lower === 'cents') return reading(i + 1, context().cents, 0.01);
  const stuck = lexemeAt(lexemes, i + 1).type === 'digits' && lexemeAt(lexemes, i + 1).glued;
  if (codes.has(at.text) && !stuck) {
    // "75 USD million"
    const by = large ? 0 : ({ million: 1e6, billion: 1e9 }[wordAt(lexemes, i + 1)] ?? 0);
    const code = at.text === 'RMB' ? 'CNY' : at.text;
    return by > 0 ? reading(i + 2, code, by) : reading(i + 1, code);
  }
  if (at.text.length === 4 && at.text.startsWith('M') && codes.has(at.text.slice(1))) {
    return reading(i + 1, at.text.slice(1), 1e6);
  }
  if (/^(?:usd|rmb|eur|gbp)$/.test(at.lower))
    return reading(i + 1, at.lower === 'rmb' ? 'CNY' : at.lower.toUpperCase());
  const own = nameAt(lexemes, i, large, context);
  if (own) return reading(i + 1, own.code, own.factor);
  const country = countryAt(lexemes, i);
  if (!country) return null;
  const name = wordAt(lexemes, country.to);
  const code = countries.get(family(name))?.get(country.word);
  if (code) return reading(country.to + 1, code);
  const plain = names.get(name);
  return plain?.factor === 1 ? reading(country.to + 1, plain.code) : null;
}

/** A word of country before a currency's name: "Canadian", "U.S.", "Hong Kong", "New Zealand". */
function countryAt(lexemes: Lexemes, i: number): { word: string; to: number } | null {
  const first = wordAt(lexemes, i);
  if (first === 'u' && markAt(lexemes, i + 1) === '.' && wordAt(lexemes, i + 2) === 's') {
    return { word: 'us', to: markAt(lexemes, i + 3) === '.' ? i + 4 : i + 3 };
  }
  if (first === 'hong' || first === 'new' || first === 'sri') return { word: wordAt(lexemes, i + 1), to: i + 2 };
  if (adjectives.has(first)) return { word: first, to: i + 1 };
  return first !== '' && /(?:an|ese|ish|i|ic|ch)$/.test(first) ? { word: first, to: i + 1 } : null;
}

function nameAt(
  lexemes: Lexemes,
  i: number,
  large: boolean,
  context: MoneyReader,
): { code: string; factor: number } | null {
  const word = wordAt(lexemes, i);
  if (word === 'pound' || word === 'pounds') {
    if (wordAt(lexemes, i + 1) === 'sterling' || large || costs(lexemes, i)) return { code: 'GBP', factor: 1 };
    return !weighs(lexemes, i) && context().sterling ? { code: 'GBP', factor: 1 } : null;
  }
  const own = names.get(word);
  if (own === undefined) return null;
  if (word === 'won' && !large) return null;
  const kin = family(word);
  const shared = sharedNames.has(kin) ? context().shared.get(kin) : undefined;
  return shared ? { code: shared, factor: own.factor } : own;
}

const costWords =
  /^(?:costs?|costing|paid|pays?|paying|price[ds]?|worth|spent|spend|fined?|earned|earns?|charged?|bought|sold|raised|donated|fee)$/;
const weightWords = /^(?:weigh(?:s|ed|ing|t)?|lost|lose|gained|heavy|heavier|lighter|drop|shed|lift(?:ed|s)?|ton)$/;

function costs(lexemes: Lexemes, i: number): boolean {
  for (let back = 2; back <= 6; back++) if (costWords.test(wordAt(lexemes, i - back))) return true;
  return false;
}

function weighs(lexemes: Lexemes, i: number): boolean {
  for (let back = 2; back <= 6; back++) if (weightWords.test(wordAt(lexemes, i - back))) return true;
  return wordAt(lexemes, i + 1) === 'of' || weightWords.test(wordAt(lexemes, i + 1));
}
