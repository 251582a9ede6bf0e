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
