import { makeBackground, makeNews } from './facts.mjs';
import { compounds, grammar, names, places, words } from './vocabulary.mjs';

const thingsPerDay = 90;
const remarksPerDay = 16;
/** What a later day has of the days before: remarks that are printed again, and things that are still spoken of. */
const remarksKept = 4;
const thingsKept = 30;

/**
 * What a story is about. `dayOf(n)` is the news of its nth day, which repeats some of what was said before: a story of many
 * articles goes on for days, it isn't one text forty times.
 * @param number tells its remarks apart from those of other stories.
 */
export function makeStory(number, random) {
  const place = random.pick(places);
  const things = makeThings(thingsPerDay, random);
  const topic = random.pick(things);
  const story = { place, topic, people: makePeople(5, random), ...makeBackground({ place, topic }, random) };
  const days = [];
  const dayOf = (day) => {
    while (days.length <= day) {
      const before = days.at(-1);
      const thingsNow = before ? [...things.slice(0, thingsKept), ...makeThings(thingsPerDay, random)] : things;
      const people = before ? [...story.people, ...makePeople(2, random)] : story.people;
      const kept = before ? before.remarks.slice(-remarksKept) : [];
      const first = days.length * remarksPerDay;
      const fresh = Array.from({ length: remarksPerDay - kept.length }, (_, i) => ({
        id: `${number}:${first + i}`,
        person: random.pick(people),
        sentences: Array.from({ length: 1 + random.below(3) }, () => clause(thingsNow, random)),
      }));
      const news = makeNews({ things: thingsNow, more: before ? 3 : 0 }, random);
      days.push({ number: days.length, things: thingsNow, remarks: [...kept, ...fresh], news });
    }
    return days[day];
  };
  return { ...story, dayOf };
}

/** Each story is about things of its own: two stories share some words, and now and then two in a row, as real ones do. */
export function makeThing({ pick, chance }) {
  return pick(words.things) + (chance(0.7) ? pick(compounds) : '');
}

const makeThings = (length, random) => Array.from({ length }, () => makeThing(random));

const makePeople = (length, random) =>
  Array.from({ length }, () => ({
    given: random.pick(names.given),
    surname: random.pick(names.start) + random.pick(names.end),
    role: random.pick(names.roles),
    age: 23 + random.below(60),
  }));

/**
 * A sentence without its capital and full stop, as a list of words. What two of them have in common by chance are words
 * of grammar: with set phrases, stories of different towns would match each other, which real copy seldom does.
 */
function clause(things, random) {
  const { pick, chance } = random;
  const simple = () => {
    const subject = chance(0.5) ? pick(grammar.subjects) : nounPhrase(things, random);
    const place = chance(0.6) ? `${pick(grammar.prepositions)} ${nounPhrase(things, random)}` : '';
    const time = chance(0.25) ? `${pick(['by', 'until', 'before', 'after'])} ${pick(words.moments)}` : '';
    return [subject, pick(grammar.auxiliaries), pick(words.deeds), nounPhrase(things, random), place, time];
  };
  const parts = chance(0.5) ? simple() : [...simple(), pick(grammar.connectors), ...simple()];
  return parts
    .join(' ')
    .split(/ +/)
    .filter((word) => word !== '');
}

function nounPhrase(things, random) {
  const { pick, chance, below } = random;
  const noun = chance(0.6) ? `${pick(words.qualities)} ${pick(things)}` : pick(things);
  if (chance(0.03)) return `${2 + below(60)} ${noun}s`;
  return withArticle(pick(grammar.determiners), noun);
}

/** "a" or "an" as the word asks for; other determiners as they are. */
export const withArticle = (determiner, noun) =>
  `${determiner === 'a' || determiner === 'A' ? determiner + (/^[aeiou]/.test(noun) ? 'n' : '') : determiner} ${noun}`;
