/** States and bodies that papers shorten. */
const shortened: ReadonlyMap<string, string> = new Map([
  ['US', 'United States'],
  ['U.S.', 'United States'],
  ['USA', 'United States'],
  ['UK', 'United Kingdom'],
  ['U.K.', 'United Kingdom'],
  ['EU', 'European Union'],
  ['E.U.', 'European Union'],
  ['UN', 'United Nations'],
  ['U.N.', 'United Nations'],
]);

/** Seats of government that speak for their states. */
const seats: ReadonlyMap<string, string> = new Map([
  ['Kyiv', 'Ukraine'],
  ['Kiev', 'Ukraine'],
  ['Moscow', 'Russia'],
  ['Kremlin', 'Russia'],
  ['Washington', 'United States'],
  ['Beijing', 'China'],
  ['Pyongyang', 'North Korea'],
  ['Seoul', 'South Korea'],
  ['Tokyo', 'Japan'],
  ['Tehran', 'Iran'],
  ['Ankara', 'Turkey'],
  ['Damascus', 'Syria'],
  ['Baghdad', 'Iraq'],
  ['Kabul', 'Afghanistan'],
  ['Islamabad', 'Pakistan'],
  ['Delhi', 'India'],
  ['New Delhi', 'India'],
  ['Minsk', 'Belarus'],
  ['Taipei', 'Taiwan'],
  ['Caracas', 'Venezuela'],
  ['Havana', 'Cuba'],
]);

/** Seats of government, and houses in them, that are named for their states but as often for themselves. */
const alsoThemselves: ReadonlyMap<string, string> = new Map([
  ['Pentagon', 'United States'],
  ['White House', 'United States'],
  ['London', 'United Kingdom'],
  ['Westminster', 'United Kingdom'],
  ['Downing Street', 'United Kingdom'],
  ['Paris', 'France'],
  ['Berlin', 'Germany'],
  ['Rome', 'Italy'],
  ['Madrid', 'Spain'],
  ['Brussels', 'European Union'],
  ['Jerusalem', 'Israel'],
  ['Canberra', 'Australia'],
  ['Ottawa', 'Canada'],
  ['Warsaw', 'Poland'],
  ['Budapest', 'Hungary'],
  ['Riyadh', 'Saudi Arabia'],
  ['Cairo', 'Egypt'],
  ['Hanoi', 'Vietnam'],
]);

/** Other words for a state and what is of it. */
const alsoCalled: ReadonlyMap<string, string> = new Map([
  ['America', 'United States'],
  ['American', 'United States'],
  ['Britain', 'United Kingdom'],
  ['British', 'United Kingdom'],
  ['Ukrainian', 'Ukraine'],
  ['Russian', 'Russia'],
  ['Chinese', 'China'],
  ['South Korean', 'South Korea'],
  ['North Korean', 'North Korea'],
  ['Japanese', 'Japan'],
  ['French', 'France'],
  ['German', 'Germany'],
  ['Israeli', 'Israel'],
  ['Iranian', 'Iran'],
  ['Turkish', 'Turkey'],
  ['Indian', 'India'],
  ['Syrian', 'Syria'],
  ['Iraqi', 'Iraq'],
]);

/** Each state by all that it goes by, in lower case without points; states with a short name by that. */
const states = new Map<string, string>();
const shortNames = new Map(
  [...shortened].filter(([short]) => short.length === 2).map(([short, whole]) => [whole, short]),
);
for (const names of [shortened, seats, alsoThemselves, alsoCalled]) {
  for (const [name, state] of names)
    states.set(name.toLowerCase().replaceAll('.', ''), (shortNames.get(state) ?? state).toLowerCase());
}
for (const [state, short] of shortNames) states.set(state.toLowerCase(), short.toLowerCase());

/**
 * The state or body that a word stands for where sources are compared, in lower case: "us" of "white house".
 * @param name in lower case, without points. Null where it stands for no other.
 */
export const stateBehind = (name: string): string | null => states.get(name) ?? null;

/**
 * The full name of a state that a source goes by: "US" written out, and a seat of government as its state where the
 * article names that too. Any other name as it is.
 */
export function fullName(name: string, text: string): string {
  const plain = name.replace(/^the /i, '');
  const whole = shortened.get(plain);
  if (whole !== undefined) return whole;
  const state = seats.get(plain);
  return state !== undefined && text.includes(state) ? state : name;
}
