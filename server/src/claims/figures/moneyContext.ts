/** What the article as a whole says of names that several currencies share. */
export interface MoneyContext {
  /** The currency whose hundredth a cent is. */
  readonly cents: string;
  /** Whether "pounds" are money unless the words around say weight. */
  readonly sterling: boolean;
  /** The codes of "peso", "rupee", "krona", "franc" and so on in this article. */
  readonly shared: ReadonlyMap<string, string>;
}

/** Reads the money context of an article when it is first asked for: few numbers stand before a name that is shared. */
export type MoneyReader = () => MoneyContext;

/** Words of country before a currency's name, and words anywhere in the article that tell which of several is meant. */
export const countries: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map(
  Object.entries({
    dollar: { us: 'USD', american: 'USD', canadian: 'CAD', australian: 'AUD', kong: 'HKD', zealand: 'NZD', singapore: 'SGD', singaporean: 'SGD', taiwan: 'TWD', taiwanese: 'TWD', jamaican: 'JMD', aussie: 'AUD', namibian: 'NAD', barbados: 'BBD' },
    franc: { swiss: 'CHF', switzerland: 'CHF', zurich: 'CHF', geneva: 'CHF', cfa: 'XOF', congolese: 'CDF', rwandan: 'RWF', rwanda: 'RWF', french: 'FRF', france: 'FRF', belgian: 'BEF' },
    peso: { mexican: 'MXN', mexico: 'MXN', philippine: 'PHP', philippines: 'PHP', manila: 'PHP', argentine: 'ARS', argentina: 'ARS', chilean: 'CLP', chile: 'CLP', colombian: 'COP', colombia: 'COP', cuban: 'CUP', cuba: 'CUP', uruguayan: 'UYU' },
    rupee: { indian: 'INR', india: 'INR', delhi: 'INR', mumbai: 'INR', pakistani: 'PKR', pakistan: 'PKR', lankan: 'LKR', lanka: 'LKR', nepalese: 'NPR', nepal: 'NPR', mauritius: 'MUR' },
    krone: { norwegian: 'NOK', norway: 'NOK', oslo: 'NOK', danish: 'DKK', denmark: 'DKK', copenhagen: 'DKK' },
    krona: { swedish: 'SEK', sweden: 'SEK', icelandic: 'ISK', iceland: 'ISK' },
    dinar: { iraqi: 'IQD', iraq: 'IQD', kuwaiti: 'KWD', kuwait: 'KWD', jordanian: 'JOD', jordan: 'JOD', serbian: 'RSD', serbia: 'RSD', algerian: 'DZD', algeria: 'DZD', tunisian: 'TND', tunisia: 'TND', bahraini: 'BHD', libyan: 'LYD', libya: 'LYD' },
    pound: { british: 'GBP', egyptian: 'EGP', syrian: 'SYP', lebanese: 'LBP', sudanese: 'SDG', irish: 'IEP' },
    lira: { turkish: 'TRY', italian: 'ITL' },
    shilling: { kenyan: 'KES', kenya: 'KES', ugandan: 'UGX', uganda: 'UGX', tanzanian: 'TZS', tanzania: 'TZS', somali: 'SOS', somalia: 'SOS' },
    riyal: { saudi: 'SAR', qatari: 'QAR', qatar: 'QAR', omani: 'OMR', yemeni: 'YER' },
    dirham: { moroccan: 'MAD', morocco: 'MAD' },
    ruble: { belarusian: 'BYN' },
  }).map(([name, by]) => [name, new Map(Object.entries(by))]),
); // prettier-ignore

const saysCountry = new Map<string, readonly (readonly [string, string])[]>();
for (const [name, by] of countries) {
  if (name === 'dollar' || name === 'pound') continue;
  for (const [word, code] of by) saysCountry.set(word, [...(saysCountry.get(word) ?? []), [name, code]]);
}

/** The currencies that an article's countries tell apart. */
export const sharedNames = new Set([...saysCountry.values()].flat().map(([name]) => name));

const sharedForms = /\b(?:pesos?|rupees?|francs?|kron[ae]r?|kronor|dinars?|shillings?|Rs)\b/;

/** What a text has that has one of the words, as they are written: a look for it costs a tenth of a pattern. */
const dollarLooks = ['ollar', 'OLLAR'];
const euroLooks = ['euro', 'Euro', 'EURO'];
const sterlingLooks = ['terling', 'TERLING', 'pence', 'Pence', 'PENCE'];
const sharedLooks = ['peso', 'rupee', 'franc', 'kron', 'dinar', 'shilling', 'Rs'];

const hasAny = (text: string, looks: readonly string[]): boolean => looks.some((look) => text.includes(look));

/** Says what the cents, pounds and pesos of a text are, when asked. One pass, once; linear. */
export function moneyContext(text: string): MoneyReader {
  let known: MoneyContext | null = null;
  return () => (known ??= readMoney(text));
}

function readMoney(text: string): MoneyContext {
  const dollars = text.includes('$') || (hasAny(text, dollarLooks) && /\bdollars?\b/i.test(text));
  const euros = text.includes('€') || (hasAny(text, euroLooks) && /\beuros?\b/i.test(text));
  const sterling = text.includes('£') || (hasAny(text, sterlingLooks) && /\b(?:sterling|pence)\b/i.test(text));
  const shared = new Map<string, string>();
  if (hasAny(text, sharedLooks) && sharedForms.test(text)) {
    for (const [word] of text.matchAll(/\b[A-Z][a-z]+\b/g)) {
      for (const [name, code] of saysCountry.get(word.toLowerCase()) ?? [])
        if (!shared.has(name)) shared.set(name, code);
    }
  }
  return { cents: !dollars && euros ? 'EUR' : 'USD', sterling, shared };
}
