import * as l10n from '@vscode/l10n';
import type { ArticleId } from '../core/article';
import { isFunctionWord } from '../core/functionWords';
import { contains, overlaps, type Span } from '../core/span';
import { genderOfNoun, type Gender } from '../claims/givenNames';
import { sureSpeaker, type Claims, type Quote, type Speaker } from '../claims/model';
import type { Passage, QuoteLink } from '../links/model';
import { areTwoPeople, personName, type PersonName } from '../links/persons';
import { shownSpan, shownWords } from './changeWording';
import { areSources, inSources } from './declaredSources';
import { inFiles } from './figureWording';
import { isBorrowed, isPlainlyMeant, mentionWithName, isTreatedAsPerson, speaksForOther } from './secondHand';
import type { Problem, Rule, RuleContext } from './rule';

/** So many words, so many of them of matter, are one remark in two articles of one story. */
const fewestWords = 6;
const fewestOfMatter = 3;
/** From so many words on it is one remark wherever it stands, and however much the quotes go on around it. */
const fewestAnywhere = 10;
/** The share of the shorter quote that must be shared, where the remark is short. */
const leastShare = 0.8;
/** What differs in words may still be one remark, if so much is the same. */
const leastSimilar = 0.8;

/**
 * `quote-misattributed`: the same words given to two people. Reported only where both articles are sure of a person's name and the
 * two are plainly not one person, and where the words are too many to be a coincidence. Silent on descriptions ("the
 * mayor"), bodies and their members, spokespeople, joint statements, words that somebody cites, and set phrases.
 */
export const quoteMisattributed: Rule = {
  code: 'quote-misattributed',
  defaultLevel: 'warning',
  check(context) {
    const groups = new Map<Quote, QuoteLink[]>();
    // Whether two names are two people's is told sooner than whether two quotes are one remark, and seldom is so.
    const disputed = new Set<Quote>();
    for (const { from, to } of context.links) {
      if (from.quote && !disputed.has(from.quote) && isDisputed(context, from.quote, to)) disputed.add(from.quote);
    }
    for (const link of context.links) {
      const { quote } = link.from;
      if (!quote || !disputed.has(quote) || !link.to.quote || !isOneRemark(link, context)) continue;
      const group = groups.get(quote);
      if (group) group.push(link);
      else groups.set(quote, [link]);
    }
    const problems: Problem[] = [];
    for (const [quote, links] of groups) {
      const problem = problemOf(context, quote, links);
      if (problem) problems.push(problem);
    }
    return problems;
  },
};

// ---- whether it is one remark --------------------------------------------------------------------------

function isOneRemark(link: QuoteLink, context: RuleContext): boolean {
  const { from, to } = link;
  if (link.tentative || link.relation === 'reported' || !from.quote || !to.quote) return false;
  if (link.relation === 'altered' && (link.similarity < leastSimilar || link.gravity === 'rendering')) return false;
  if (isSpeechInSpeech(from.quote, shared(link, 'from'), context.claims)) return false;
  if (isSpeechInSpeech(to.quote, shared(link, 'to'), context.claimsOf(to.articleId))) return false;
  const words = sharedWords(link, context.article.text);
  if (words.length < fewestWords || isSetPhrase(words)) return false;
  if (words.filter((word) => !isFunctionWord(word)).length < fewestOfMatter) return false;
  if (words.length >= fewestAnywhere) return true;
  const shorter = Math.min(wordsOf(from.quote.text).length, wordsOf(to.quote.text).length);
  return words.length >= leastShare * shorter && isSameStory(to.articleId, context);
}

const isSameStory = (id: ArticleId, { article, story }: RuleContext): boolean =>
  id === article.id || (story?.articles.includes(id) ?? false);

/** From the first word that both have to the last, on one side. */
function shared(link: QuoteLink, side: 'from' | 'to'): Span {
  const steps = link.steps.filter((step) => step.kind === 'same' || step.kind === 'style');
  return { start: steps[0]?.[side].start ?? link[side].start, end: steps.at(-1)?.[side].end ?? link[side].end };
}

function sharedWords(link: QuoteLink, text: string): string[] {
  return link.steps.flatMap(({ kind, from }) =>
    kind === 'same' || kind === 'style' ? wordsOf(text.slice(from.start, from.end)) : [],
  );
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}'’.-]*/gu) ?? [];

/** Whether the words stand in marks inside somebody's speech: there whoever speaks is not whose words they are. */
function isSpeechInSpeech(quote: Quote, words: Span, claims: Claims | undefined): boolean {
  if (quote.nestedIn !== null) return true;
  return claims?.quotes.some((inner) => inner.nestedIn === quote.index && contains(inner.outer, words)) ?? false;
}

/** What many people say on the same day in the same words. */
function isSetPhrase(words: readonly string[]): boolean {
  if (words.length >= 2 * fewestAnywhere) return false;
  return /\b(?:thoughts and prayers|hearts? (?:go|goes) out|(?:deepest|sincere|heartfelt) (?:condolences|sympath)|(?:condolences|sympathies) to|no comment|comment on|ongoing investigation|under investigation|not guilty|take this (?:very )?seriously|god bless)/.test(
    words.join(' '),
  );
}

// ---- who is given it -----------------------------------------------------------------------------------

/** A side of the disagreement: a quote, and whom its article gives it to. */
interface Attribution {
  readonly articleId: ArticleId;
  readonly quote: Quote;
  readonly speaker: Speaker;
  readonly person: PersonName;
}

function attributionOf(context: RuleContext, articleId: ArticleId, quote: Quote): Attribution | null {
  const { speaker } = quote;
  if (!speaker || speaker.confidence < sureSpeaker) return null;
  const person = personIn(context.claimsOf(articleId), speaker.name);
  return person && { articleId, quote, speaker, person };
}

/** Each article's speakers as they were read: it is asked about them for each of its links, and by its partners. */
const people = new WeakMap<Claims, Map<string, PersonName | null>>();

function personIn(claims: Claims | undefined, name: string): PersonName | null {
  if (!claims) return personName(name);
  let known = people.get(claims);
  if (!known) people.set(claims, (known = new Map<string, PersonName | null>()));
  let person = known.get(name);
  if (person === undefined) {
    const read = personName(name);
    person = read && { ...read, gender: kinGender(claims, name) };
    known.set(name, person);
  }
  return person;
}

/** Whether the article of a linked passage gives its quote to somebody else. */
function isDisputed(context: RuleContext, quote: Quote, to: Passage): boolean {
  const own = to.quote && attributionOf(context, context.article.id, quote);
  const other = own && attributionOf(context, to.articleId, to.quote);
  return other !== null && own !== null && areTwoPeople(own.person, other.person);
}

/** The gender of whoever the article calls somebody's sister, father, son; null where it doesn't. Pronouns may be another's. */
function kinGender(claims: Claims, name: string): Gender | null {
  const known = claims.names.find(({ spellings }) => spellings.some(({ text }) => text === name));
  const told = new Set(known?.roles.flatMap((role) => (kin.has(role) ? (genderOfNoun(role) ?? []) : [])));
  return told.size === 1 ? ([...told][0] ?? null) : null;
}

const kin = new Set(
  'mother father mum dad mom sister brother daughter son wife husband widow widower aunt uncle niece nephew'.split(' '),
);

/** Whether the article plainly means this person: named beside the quote or close by, and treated as a person. */
function isSure(context: RuleContext, { articleId, quote, speaker, person }: Attribution): boolean {
  const text = context.articleOf(articleId)?.text ?? '';
  const claims = context.claimsOf(articleId);
  if (!claims || !isTreatedAsPerson(text, speaker, person)) return false;
  return isPlainlyMeant(text, claims, quote, speaker, person.surname);
}

function problemOf(context: RuleContext, quote: Quote, links: readonly QuoteLink[]): Problem | null {
  const own = attributionOf(context, context.article.id, quote);
  if (!own) return null;
  const sides = decisive(
    context,
    links.flatMap((link) => {
      const other = link.to.quote && attributionOf(context, link.to.articleId, link.to.quote);
      return other ? [{ link, other }] : [];
    }),
  );
  const agreeing = sides.filter(({ other }) => !areTwoPeople(own.person, other.person));
  const against = sides.filter(
    ({ other }) =>
      // A file that gives the words to the same person as well agrees, whoever repeats them there.
      !agreeing.some((same) => same.other.articleId === other.articleId) && disagrees(context, own, other),
  );
  if (against.length === 0) return null;
  const inQuestion = against.map(({ link }) => shared(link, 'from'));
  const alike = agreeing.filter(({ link }) => inQuestion.some((words) => overlaps(words, shared(link, 'from'))));
  const spans = against.map(({ link }) => shownSpan(link, 'from'));
  return {
    code: 'quote-misattributed',
    severity: 'warning',
    start: Math.min(...spans.map((span) => span.start)),
    end: Math.max(...spans.map((span) => span.end)),
    message: messageOf(
      context,
      own,
      alike.map(({ other }) => other),
      against.map(({ other }) => other),
    ),
    related: against.map(({ link, other }) => {
      const span = shownSpan(link, 'to');
      const text = context.articleOf(other.articleId)?.text ?? '';
      return {
        articleId: other.articleId,
        ...span,
        message: `${other.speaker.name}: ${shownWords(text.slice(span.start, span.end))}`,
      };
    }),
  };
}

/** Whom another article gives the words to. */
interface Side {
  readonly link: QuoteLink;
  readonly other: Attribution;
}

/** Where a source names whoever said the words, the source decides and other drafts are left out. */
function decisive({ isSource }: RuleContext, sides: readonly Side[]): readonly Side[] {
  const told = sides.filter(({ other }) => isSource(other.articleId)).map(({ link }) => shared(link, 'from'));
  if (told.length === 0) return sides;
  return sides.filter(
    ({ link, other }) => isSource(other.articleId) || !told.some((words) => overlaps(words, shared(link, 'from'))),
  );
}

function disagrees(context: RuleContext, own: Attribution, other: Attribution): boolean {
  if (!areTwoPeople(own.person, other.person)) return false;
  if (!isSure(context, own) || !isSure(context, other)) return false;
  // Of two with one surname a bare "Trump said" says nothing.
  if (own.person.surname === other.person.surname && !(isNamedInFull(context, own) && isNamedInFull(context, other)))
    return false;
  // Whoever is named inside the quote may well be quoted there.
  if (names(own.quote, other.person) || names(other.quote, own.person)) return false;
  const here = context.article.text;
  const there = context.articleOf(other.articleId)?.text ?? '';
  if (isBorrowed(here, own.quote, own.speaker, other.person.surname)) return false;
  if (isBorrowed(there, other.quote, other.speaker, own.person.surname)) return false;
  const surnames = [own.person.surname, other.person.surname] as const;
  return !speaksForOther(here, ...surnames) && !speaksForOther(there, ...surnames);
}

const isNamedInFull = (context: RuleContext, { articleId, speaker, person }: Attribution): boolean =>
  person.given !== '' &&
  mentionWithName(context.articleOf(articleId)?.text ?? '', speaker)
    .toLowerCase()
    .includes(person.given);

const names = (quote: Quote, person: PersonName): boolean =>
  wordsOf(quote.text).some((word) => word === person.surname);

// ---- the words the editor reads ------------------------------------------------------------------------

function messageOf(
  context: RuleContext,
  own: Attribution,
  agreeing: readonly Attribution[],
  against: readonly Attribution[],
): string {
  const elsewhere = filesOf(context, agreeing).filter((file) => file !== thisFile);
  const people: { readonly person: PersonName; readonly given: Attribution[] }[] = [];
  for (const one of against) {
    const known = people.find(({ person }) => !areTwoPeople(person, one.person));
    if (known) known.given.push(one);
    else people.push({ person: one.person, given: [one] });
  }
  const name = fullestName([own, ...agreeing]);
  const here =
    elsewhere.length > 0
      ? l10n.t('Given to {0} here and in {1}', name, inFiles(elsewhere))
      : l10n.t('Given to {0} here', name);
  return `${[here, ...people.map(({ given }) => givenThere(context, given))].join(', ')}.`;
}

const thisFile = '';

/** The names of the files, each once; '' for the one at hand. */
const filesOf = (context: RuleContext, given: readonly Attribution[]): string[] => [
  ...new Set(given.map(({ articleId }) => (articleId === context.article.id ? thisFile : context.nameOf(articleId)))),
];

/** "to Dolores Quill in wire.txt": behind whom this article gives the words to. */
function givenThere(context: RuleContext, given: readonly Attribution[]): string {
  const name = fullestName(given);
  const files = filesOf(context, given);
  const ids = given.map(({ articleId }) => articleId);
  if (areSources(context, ids)) return l10n.t('to {0} in {1}', name, inSources(files));
  const named = files.filter((file) => file !== thisFile);
  if (named.length === files.length) return l10n.t('to {0} in {1}', name, inFiles(named));
  return named.length === 0
    ? l10n.t('to {0} elsewhere in this file', name)
    : l10n.t('to {0} elsewhere in this file and in {1}', name, inFiles(named));
}

/** The person as the first of the articles names them in full; a title and a surname where none does. */
function fullestName(given: readonly Attribution[]): string {
  const full = given.find(({ person }) => person.words.length > 1) ?? given[0];
  return full?.speaker.name ?? '';
}
