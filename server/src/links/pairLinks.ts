import { compareText, type ArticleId } from '../core/article';
import type { Vocabulary } from '../claims/normalize';
import type { FoldedPassages } from './foldedPassages';
import type { Likeness } from './likeness';
import type { Meaning } from './meaning';
import { read, readFully, thinned, type Meeting } from './meetings';
import type { OwnChange } from './ownChange';
import { sharedNames, type NameStems, type PassageRecord } from './passages';
import { judge, type RawLink } from './quoteLinker';
import { concernsRenderings, findRenderings, type Renderings } from './renderings';
import { concernsReports, findReported } from './reportedSpeech';
import { sameSpeaker } from './speakers';

/** What two articles are compared by as wholes. */
export interface Told {
  readonly passages: readonly PassageRecord[];
  /** Stems of the names in its passages. */
  readonly names: NameStems;
}

/** An article, and another one that it is judged with. */
export interface Two {
  readonly id: ArticleId;
  readonly own: Told;
  readonly partner: ArticleId;
  /** Stems of the other one's names; null where it is the same article. */
  readonly names: NameStems | null;
  /** What the other one is compared by, unfolded no sooner than it is asked for; undefined where it is gone. */
  readonly told: (id: ArticleId) => Told | undefined;
}

/** What an article has in common with another one, with what has to be known to tell whether an edit changes it. */
export interface Judged {
  readonly links: readonly RawLink[];
  /** The other article's passages as they were. */
  readonly folded: FoldedPassages;
  /** Those that are linked by their own words. */
  readonly byWords: readonly RawLink[];
  /** Null where none of their passages have met. */
  readonly nearness: Nearness | null;
  /** What else was found because of how near they are; null where nothing was looked for. */
  readonly renderings: Renderings | null;
  /** Whether it is known that something may be looked for: else that was not asked, for there was nothing to be found. */
  readonly isLooked: boolean;
}

/** How near two articles are in what they speak of, as far as it decides what is looked for. */
type Nearness = 'far' | 'akin' | 'related';

/** From which share of common names two articles are looked at for one remark in other words. */
const akin = 0.3;
/** From which share two articles are taken to report one event where they have no sure link. */
const related = 0.5;

const same = (a: PassageRecord, b: PassageRecord) => sameSpeaker(a.quote, b.quote);

/** What judging asks of those who know the passages. */
export interface Judges {
  readonly vocabulary: Vocabulary;
  readonly meaning: Meaning;
  readonly recordOf: (pid: number) => PassageRecord;
  /** Writes down what has become known of two passages. */
  readonly note: (meeting: Meeting) => void;
}

/** Judges all that an article has in common with another one. `meetings` are those of their passages. */
export function judgePair(two: Two, meetings: readonly Meeting[], folded: FoldedPassages, judges: Judges): Judged {
  const { vocabulary, recordOf } = judges;
  const list: Likeness[] = [];
  for (const one of thinned(meetings, recordOf)) {
    learn(one, read, judges);
    if (one.met !== null && typeof one.met !== 'number') list.push(one.met);
  }
  const byWords = list.length > 0 ? judge(list, recordOf, same, vocabulary) : none;
  const nearness = meetings.length > 0 ? nearnessOf(two, byWords) : null;
  const unlooked = { links: byWords, folded, byWords, nearness, renderings: null, isLooked: true };
  if (nearness === null || nearness === 'far') return unlooked;
  const [one, other] = inOrder(two);
  const renderings = findRenderings(one, other, byWords, same, vocabulary, judges.meaning, nearness === 'related');
  const found = withReported(two, { folded, byWords, nearness, isLooked: list.length > 0 }, renderings, vocabulary);
  // That takes some common ground. It is asked last, for mostly there is nothing to be found.
  if (list.length > 0 || (found.links.length === 0 && !renderings.asksTexts)) return found;
  return meetings.some((meeting) => learn(meeting, readFully, judges)) ? { ...found, isLooked: true } : unlooked;
}

const none: readonly never[] = [];

/** Finds out more of a meeting, and writes it down. Returns whether the two have anything in common, as far as is known. */
function learn(one: Meeting, ask: typeof read, { recordOf, note, vocabulary }: Judges): boolean {
  const known = one.met;
  ask(one, recordOf(one.other), same, vocabulary);
  if (one.met !== known) note(one);
  return one.met !== null;
}

/**
 * The same after an edit of the article, where no passage that it changes meets or met one of the other's. The same
 * object where it changes nothing; null where they must be judged from the beginning. The `names` of the article are
 * the same as before unless they are said to have `moved`.
 */
export function judgeAgain(
  two: Two,
  last: Judged,
  change: OwnChange,
  moved: boolean,
  { vocabulary, meaning }: Pick<Judges, 'vocabulary' | 'meaning'>,
): Judged | null {
  const { folded, byWords, nearness, renderings, isLooked } = last;
  const { own, names, partner, told } = two;
  if (!names || !nearness) return last;
  if (moved && nearnessOf(two, byWords) !== nearness) return null;
  if (!renderings) return last;
  const theirs = () => told(partner)?.passages ?? none;
  if (renderings.asksTexts || concernsRenderings(change, own.passages, folded, theirs)) {
    if (!isLooked) return null;
    const [a, b] = inOrder(two);
    const anew = findRenderings(a, b, byWords, same, vocabulary, meaning, nearness === 'related');
    return withReported(two, last, anew, vocabulary);
  }
  const isReport = nearness === 'related' && concernsReports(change, folded, theirs, vocabulary);
  if (!isReport) return last;
  return isLooked ? withReported(two, last, renderings, vocabulary) : null;
}

function withReported(
  two: Two,
  known: Pick<Judged, 'folded' | 'byWords' | 'nearness' | 'isLooked'>,
  renderings: Renderings,
  vocabulary: Vocabulary,
): Judged {
  const { byWords, nearness } = known;
  const links = [...byWords, ...renderings.links];
  const [one, other] = inOrder(two);
  // What is only likely is worth looking for where the two plainly report one event.
  const reported = nearness === 'related' ? findReported(one, other, links, vocabulary) : [];
  const { folded, isLooked } = known;
  return { links: [...links, ...reported], folded, byWords, nearness, renderings, isLooked };
}

function nearnessOf({ own, names }: Two, byWords: readonly RawLink[]): Nearness {
  const shared = names ? sharedNames(own.names, names) : 0;
  if (shared < akin) return 'far';
  return shared >= (byWords.length > 0 ? akin : related) ? 'related' : 'akin';
}

/** The passages of both in one order, whichever was read last: it decides where two are as near as one another. */
function inOrder({ id, own, partner, told }: Two): readonly [readonly PassageRecord[], readonly PassageRecord[]] {
  const [mine, theirs] = [own.passages, told(partner)?.passages ?? none];
  return compareText(id, partner) < 0 ? [mine, theirs] : [theirs, mine];
}
