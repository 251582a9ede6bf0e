/** Each line: the name in the singular, then the other ways to write it. Those before the bar stand in any case. */
const measures = `
kilometre: kilometres kilometer kilometers km kms
metre: metres meter meters | m
centimetre: centimetres centimeter centimeters cm cms
decimetre: decimetres decimeter decimeters | dm
millimetre: millimetres millimeter millimeters mm
micrometre: micrometres micrometer micrometers μm µm micron microns | um
nanometre: nanometres nanometer nanometers | nm
picometre: picometres picometer picometers
mile: miles
yard: yards yd yds
foot: feet ft
inch: inches
light-year: lightyear lightyears
furlong: furlongs
kilogram: kilograms kilogramme kilogrammes kg kgs kilo kilos
gram: grams gramme grammes gm | g
milligram: milligrams milligramme milligrammes mg
microgram: micrograms microgramme microgrammes mcg μg µg
tonne: tonnes
ton: tons
kilotonne: kilotonnes kilotons kiloton
megatonne: megatonnes megatons megaton
gigatonne: gigatonnes gigatons gigaton | Gt
pound: pounds lb lbs
ounce: ounces oz
stone:
carat: carats
drachma:
acre: acres
hectare: hectares ha
litre: litres liter liters ltr ltrs | l L
millilitre: millilitres milliliter milliliters ml
centilitre: centilitres centiliter centiliters cl
gallon: gallons gal
pint: pints
quart: quarts
barrel: barrels bbl bbls
bushel: bushels
cup:
tablespoon: tablespoons tbsp
teaspoon: teaspoons tsp
degree: degrees
radian: radians rad
kelvin: kelvins
fahrenheit:
celsius: celcius centigrade
watt: watts | W
kilowatt: kilowatts kw
megawatt: megawatts | MW
gigawatt: gigawatts gw
terawatt: terawatts tw
kilowatt hour: kwh
megawatt hour: mwh
gigawatt hour: gwh
terawatt hour: twh
volt: volts | V
kilovolt: kilovolts kv
amp: amps ampere amperes
milliampere hour: mah
ohm: ohms
farad: farads | F
joule: joules
calorie: calories kcal
newton metre: nm | Nm
horsepower: hp bhp ps
hertz: hz
kilohertz: khz
megahertz: mhz
gigahertz: ghz
decibel: decibels db
pascal: pascals
psi:
ksi:
bar:
gauge:
mile per hour: mph
kilometre per hour: kph kmph kmh
mile per gallon: mpg
revolution per minute: rpm
knot: knots
byte: bytes
kilobyte: kilobytes kb
megabyte: megabytes | MB mb
gigabyte: gigabytes gb
terabyte: terabytes tb
petabyte: petabytes pb
bit: bits
megabit: megabits | Mb
megabit per second: mbps
gigabit per second: gbps
kilobit per second: kbps
megapixel: megapixels mp
part per million: ppm
basis point: bps
`;

const durations = `
millisecond: milliseconds
second: seconds sec secs
minute: minutes min mins
hour: hours hr hrs
day: days
night: nights
week: weeks wk wks
fortnight: fortnights
month: months mth mths
year: years yr yrs
decade: decades
century: centuries
millennium: millennia
`;

export interface Known {
  readonly name: string;
  readonly kind: 'measure' | 'duration';
}

export const byWord = new Map<string, Known>();
export const bySymbol = new Map<string, Known>();
for (const [list, kind] of [
  [measures, 'measure'],
  [durations, 'duration'],
] as const) {
  for (const line of list.trim().split('\n')) {
    const [name = '', forms = ''] = line.split(':');
    const [words = '', symbols = ''] = forms.split('|');
    const known: Known = { name, kind };
    if (!name.includes(' ')) byWord.set(name, known);
    for (const word of words.split(' ')) if (word !== '') byWord.set(word, known);
    for (const symbol of symbols.split(' ')) if (symbol !== '') bySymbol.set(symbol, known);
  }
}

/** The name in the singular of a unit written as one word, or undefined: what a rate may be reckoned by. */
export const unitName = (word: string): string | undefined => byWord.get(word)?.name;

/** Whether the word names a length of time. */
export const isTimeUnit = (word: string): boolean => byWord.get(word)?.kind === 'duration';

/** An ISO 8601 duration, or null where the unit has none. */
export function isoDuration(value: number, unit: string): string | null {
  const whole = (by: number, letter: string) => `P${String(value * by)}${letter}`;
  switch (unit) {
    case 'second':
      return `PT${String(value)}S`;
    case 'minute':
      return `PT${String(value)}M`;
    case 'hour':
      return `PT${String(value)}H`;
    case 'day':
      return whole(1, 'D');
    case 'week':
      return whole(1, 'W');
    case 'fortnight':
      return whole(2, 'W');
    case 'month':
      return whole(1, 'M');
    case 'year':
      return whole(1, 'Y');
    case 'decade':
      return whole(10, 'Y');
    case 'century':
      return whole(100, 'Y');
    case 'millennium':
      return whole(1000, 'Y');
    default:
      return null;
  }
}
