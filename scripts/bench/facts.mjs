/** How often an outlet has another number than the others, as by a slip of the keys, and how often it leaves a fact out. */
const slipShare = 0.02;
const leftOutShare = 0.15;
/** The same for what was told on days before. */
const leftOutLaterShare = 0.6;

const small = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const dayLength = 86_400_000;

/**
 * What a story is about, in numbers, told again on each of its days: for each fact its number and the ways in which it is
 * told. `day` is the day of the event, in ms since 1970.
 */
export function makeBackground({ place, topic }, { below }) {
  const day = Date.UTC(2025, 0, 1 + below(300));
  const background = [
    fact(day, (n, style) => [
      `The ${topic} at ${place} broke down on ${showDay(n, style)}.`,
      `It was on ${showDay(n, style)} that the ${topic} broke down.`,
    ]),
    fact(17 * 60 + below(300), (n, style) => [
      `The alarm was raised at ${showTime(n, style)}.`,
      `Somebody raised the alarm at ${showTime(n, style)}, officials said.`,
    ]),
    fact(2 + below(40), (n) => [
      `${capital(count(n))} people were treated for bruises.`,
      `Doctors treated ${count(n)} people for bruises, the hospital said.`,
    ]),
    fact(20 + below(900), (n) => [
      `Repairs will cost £${n},000.`,
      `The council puts the cost of repairs at £${n},000.`,
    ]),
    fact(2 + below(8) + below(10) / 10, (n) => [
      `The ${topic} earned £${n} million last year.`,
      `Last year the ${topic} brought in £${n} million.`,
    ]),
    fact(3 + below(90), (n, { american }) => [
      `The insurer will pay ${n} ${american ? 'percent' : 'per cent'} of the bill.`,
      `Of the bill ${n} ${american ? 'percent' : 'per cent'} will be paid by the insurer.`,
    ]),
    fact(1850 + below(150), (n) => [
      `The ${topic} was built in ${n}.`,
      `Built in ${n}, the ${topic} is one of the oldest of the county.`,
    ]),
    fact(day + (20 + below(40)) * dayLength, (n, style) => [
      `The ${topic} is to open again on ${showDay(n, style)}.`,
      `It will open again on ${showDay(n, style)}, the council said.`,
    ]),
  ];
  return { day, background };
}

/** What one day brings, in numbers; `more` things than usual have one of their own. */
export function makeNews({ things, more }, { pick, below, chance }) {
  const [first, second, third, fourth, fifth] = Array.from({ length: 5 }, () => pick(things));
  const members = 7 + 2 * below(5);
  const against = 1 + below(Math.floor(members / 2));
  const news = [
    fact(2 + below(10), (n) => [
      `It took the crews ${count(n)} hours to clear the ${first}.`,
      `Crews cleared the ${first} in ${count(n)} hours.`,
    ]),
    fact(11 + below(80), (n) => [
      `Officials counted ${count(n)} ruined ${second}s.`,
      `The damage came to ${count(n)} ruined ${second}s, officials said.`,
    ]),
    fact(members - against, (n) => [
      `The council voted ${n}-${against} to close the ${third}.`,
      `By ${n} votes to ${against} the council decided to close the ${third}.`,
    ]),
    fact(120 + below(800), (n) => [
      `Some ${fifth}s were found ${n} metres down the road.`,
      `Down the road, ${n} metres away, some ${fifth}s were found.`,
    ]),
    fact(2 + below(9), (n) => [
      `A 6'${n}" fence now stands around the ${fourth}.`,
      `The ${fourth} is now behind a 6'${n}" fence.`,
    ]),
    fact(1000 + below(9000), (n) => [
      `A petition to save the ${third} has ${grouped(n)} signatures.`,
      `So far ${grouped(n)} people have signed a petition to save the ${third}.`,
    ]),
  ];
  const counted = Array.from({ length: (chance(0.5) ? 1 : 2) + more }, () => pick(things));
  for (const thing of counted) {
    news.push(
      fact(11 + below(400), (n) => [
        `The town has ${n} ${thing}s in store.`,
        `In store the town has ${n} ${thing}s, its report says.`,
      ]),
    );
  }
  return news;
}

const fact = (value, tell) => ({ value, tell });

/** The sentences in which an outlet gives a day's facts, in their order. `style`: `{ american }`. */
export function factSentences({ background }, day, style, random) {
  const sentences = (facts, leftOut) =>
    facts.flatMap(({ value, tell }) => {
      if (random.chance(leftOut)) return [];
      const sentence = random.pick(tell(random.chance(slipShare) ? slipped(value, random) : value, style));
      return [sentence.replace(/\.\.$/, '.')];
    });
  return [
    ...sentences(background, day.number === 0 ? leftOutShare : leftOutLaterShare),
    ...sentences(day.news, leftOutShare),
  ];
}

/** The place and day above an article: on the story's first day the day after the event. */
export function datelineOf({ place, day }, { number: later }, { american }) {
  const date = new Date(day + (1 + later) * dayLength);
  const [month, number, year] = [months[date.getUTCMonth()], date.getUTCDate(), date.getUTCFullYear()];
  return american
    ? `${place.toUpperCase()}, ${month} ${number}, ${year}`
    : `${place}, ${weekdays[date.getUTCDay()]} ${number} ${month} ${year}`;
}

/** The age that an outlet gives. */
export const ageOf = ({ age }, random) => (random.chance(slipShare) ? slipped(age, random) : age);

/** Another number of the same size: two digits turned round, or one changed. Days come out a week or so off. */
function slipped(value, random) {
  if (value > 1e9) return value + (7 + random.below(3)) * dayLength;
  const digits = String(value).split('');
  const [last, before] = [digits.at(-1), digits.at(-2)];
  if (digits.length > 1 && before !== '.' && last !== before && last !== '0' && before !== '0') {
    return Number([...digits.slice(0, -2), last, before].join(''));
  }
  return Number([...digits.slice(0, -1), String(Number(last) + (Number(last) < 5 ? 3 : -3))].join(''));
}

function showDay(ms, { american }) {
  const date = new Date(ms);
  const [weekday, number, month] = [weekdays[date.getUTCDay()], date.getUTCDate(), months[date.getUTCMonth()]];
  return american ? `${weekday}, ${month} ${number}` : `${weekday} ${number} ${month}`;
}

/** A time after noon, in minutes after midnight. A slip may have left it at any number. */
function showTime(minutes, { american }) {
  const hour = (Math.floor(minutes / 60) + 11) % 12;
  const rest = String(minutes % 60).padStart(2, '0');
  return american ? `${hour + 1}:${rest} p.m.` : `${hour + 1}.${rest}pm`;
}

const count = (n) => small[n] ?? String(n);
const grouped = (n) => String(n).replace(/(?=\d{3}$)/, ',');
const capital = (text) => text.replace(/^./, (letter) => letter.toUpperCase());
