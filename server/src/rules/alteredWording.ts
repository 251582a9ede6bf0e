import * as l10n from '@vscode/l10n';
import type { ArticleId } from '../core/article';
import { contains, type Span } from '../core/span';
import type { Quote } from '../claims/model';
import type { ChangeGravity, QuoteLink } from '../links/model';
import { sameSpeaker } from '../links/speakers';
import { type ChangeWords, describeChange, describeWording, mainChange } from './changeWording';
import { areSources, filesOf } from './declaredSources';
import { otherFiles } from './figureWording';
import type { RuleContext } from './rule';
import { countSources } from './sourceCount';

/**
 * The message of a quote's problem.
 * @param links all that are known of the quote.
 * @param sorted those that disagree, the gravest first; '' of none.
 */
export function messageOf(
  context: RuleContext,
  quote: Quote,
  links: readonly QuoteLink[],
  sorted: readonly QuoteLink[],
): string {
  const first = sorted[0];
  if (!first) return '';
  const change = describeChange(context, first);
  // Files that differ in the same words are told of together.
  const alike = sorted.filter((link) => link === first || describeChange(context, link).key === change.key);
  const files = listFiles(context, alike);
  const declared = areSources(context, alike.map(articleOf));
  const supporters = agreeingFiles(links, alike);
  const supportingSources = countSources(context, [context.article.id, ...supporters]);
  const told: Told = {
    change,
    files,
    wording: describeWording(context, first),
    isAlone: !declared && supporters.size === 0 && countSources(context, alike.map(articleOf)) > 1,
    others: supporters.size > 0 ? otherFiles(supporters.size, supportingSources) : '',
  };
  const rest = restOf(
    context,
    sorted.filter((link) => !alike.includes(link)),
  );
  const sentence = (): string => {
    if (first.gravity === 'rendering')
      return stopped(l10n.t('Another wording of this remark in {0}: {1}', files, told.wording));
    if (change.missingHere !== null) return missingHere(told, change.missingHere);
    if (change.missingThere !== null) return missingThere(told, change.missingThere);
    const differs = howItDiffers(first.gravity, change, ownerOf(quote, sorted), files, declared);
    return told.others !== '' && alike.length === 1
      ? oneIsOther(told, differs, supportingSources > 1)
      : bothWordings(told, differs);
  };
  return rest === '' ? sentence() : `${sentence()} ${rest}`;
}

/** What the first sentence is made from. */
interface Told {
  readonly change: ChangeWords;
  /** Those that have it otherwise. */
  readonly files: string;
  /** As they have the whole. */
  readonly wording: string;
  /** Whether several have it otherwise and none as it stands here. */
  readonly isAlone: boolean;
  /** Those that have it as it stands here, or ''. */
  readonly others: string;
}

function missingHere({ change: { more }, files, wording, isAlone }: Told, words: string): string {
  const there = wording.replace(/\.”$/, '”');
  if (more === '') {
    return isAlone
      ? l10n.t('{0} is missing only here: {1} in {2}.', words, there, files)
      : l10n.t('{0} is missing here: {1} in {2}.', words, there, files);
  }
  return isAlone
    ? l10n.t('{0} is missing only here ({1}): {2} in {3}.', words, more, there, files)
    : l10n.t('{0} is missing here ({1}): {2} in {3}.', words, more, there, files);
}

function missingThere({ change: { more }, files, wording, others }: Told, words: string): string {
  const sentence = (): string => {
    if (others === '') {
      return more === ''
        ? l10n.t('{0} stands here, and is missing in {1}: {2}', words, files, wording)
        : l10n.t('{0} stands here, and is missing in {1} ({2}): {3}', words, files, more, wording);
    }
    return more === ''
      ? l10n.t('{0} stands here and in {1}, and is missing in {2}: {3}', words, others, files, wording)
      : l10n.t('{0} stands here and in {1}, and is missing in {2} ({3}): {4}', words, others, files, more, wording);
  };
  return stopped(sentence());
}

/** Where one file alone has it otherwise, and others as it stands here. */
function oneIsOther({ change: { here, there, more }, others }: Told, differs: string, isOnly: boolean): string {
  if (more === '') {
    return isOnly
      ? l10n.t('{0}: {1} here and in {2}, {3} only there.', differs, here, others, there)
      : l10n.t('{0}: {1} here and in {2}, {3} there.', differs, here, others, there);
  }
  return isOnly
    ? l10n.t('{0}: {1} here and in {2}, {3} only there ({4}).', differs, here, others, there, more)
    : l10n.t('{0}: {1} here and in {2}, {3} there ({4}).', differs, here, others, there, more);
}

function bothWordings({ change: { here, there, more }, isAlone }: Told, differs: string): string {
  if (more === '') {
    return isAlone
      ? l10n.t('{0}: {1} only here, {2} there.', differs, here, there)
      : l10n.t('{0}: {1} here, {2} there.', differs, here, there);
  }
  return isAlone
    ? l10n.t('{0}: {1} only here, {2} there ({3}).', differs, here, there, more)
    : l10n.t('{0}: {1} here, {2} there ({3}).', differs, here, there, more);
}

/** What kind of change it is, as far as an editor minds: "Bruhl's quote has another number in wire.txt". */
function howItDiffers(
  gravity: ChangeGravity,
  change: ChangeWords,
  owner: string,
  files: string,
  declared: boolean,
): string {
  switch (gravity) {
    case 'number':
      return l10n.t('{0} has another number in {1}', owner, files);
    case 'name':
      return calendar.test(change.here) && calendar.test(change.there)
        ? l10n.t('{0} has another date in {1}', owner, files)
        : l10n.t('{0} has another name in {1}', owner, files);
    case 'negation':
      return l10n.t('{0} has the opposite sense in {1}', owner, files);
    case 'tense':
      return l10n.t('{0} has another tense in {1}', owner, files);
    case 'grammar':
      return declared
        ? l10n.t('{0} differs from {1} in small words only', owner, files)
        : l10n.t('{0} differs in small words only in {1}', owner, files);
    default:
      return declared ? l10n.t('{0} differs from {1}', owner, files) : l10n.t('{0} differs in {1}', owner, files);
  }
}

const calendar =
  /^“(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december)s?”$/i;

/** What is said of the files that differ in other words than the gravest: the words where it is one, else the files. */
function restOf(context: RuleContext, others: readonly QuoteLink[]): string {
  const [one, ...more] = others;
  if (!one) return '';
  const change = describeChange(context, one);
  const files = listFiles(context, others);
  if (more.length > 0 || one.gravity === 'rendering' || change.missingHere !== null || change.missingThere !== null) {
    return l10n.t('Also differs in {0}.', files);
  }
  return change.more === ''
    ? l10n.t('Also {0} in {1}.', change.there, files)
    : l10n.t('Also {0} in {1} ({2}).', change.there, files, change.more);
}

/** A full stop, unless the quoted wording at the end has its own. */
const stopped = (sentence: string): string => (/[.?!…]”$/.test(sentence) ? sentence : `${sentence}.`);

const articleOf = ({ to }: QuoteLink): ArticleId => to.articleId;

/** The other articles that have the words that these ones change as they stand here, whatever else they change. */
function agreeingFiles(links: readonly QuoteLink[], alike: readonly QuoteLink[]): ReadonlySet<ArticleId> {
  const changed = alike[0] ? mainSpan(alike[0]) : { start: 0, end: 0 };
  const against = new Set(alike.map((link) => link.to.articleId));
  const agreeing = new Set<ArticleId>();
  for (const link of links) {
    const { articleId } = link.to;
    if (against.has(articleId) || articleId === link.from.articleId) continue;
    if (stretchesAlike(link).some((span) => contains(span, changed))) agreeing.add(articleId);
  }
  return agreeing;
}

/** The stretch of the quote from its first changed word to its last, at least one code unit wide. */
export function changedSpan(link: QuoteLink): Span {
  const changed = link.steps.filter((step) => step.kind === 'changed');
  const steps = changed.length > 0 ? changed : link.steps;
  const start = steps[0]?.from.start ?? link.from.start;
  return { start, end: Math.max(start + 1, steps.at(-1)?.from.end ?? start) };
}

/** The gravest change, or the first: the one that the message tells. */
function mainSpan(link: QuoteLink): Span {
  const main = mainChange(link)?.from ?? changedSpan(link);
  return { start: main.start, end: Math.max(main.start + 1, main.end) };
}

/** The stretches of the quote that the other article has in the same words, house style aside. */
function stretchesAlike(link: QuoteLink): Span[] {
  const spans: { start: number; end: number }[] = [];
  let open = false;
  for (const { kind, from } of link.steps) {
    const last = spans.at(-1);
    if (kind !== 'same' && kind !== 'style') open = false;
    else if (open && last) last.end = from.end;
    else {
      spans.push({ start: from.start, end: from.end });
      open = true;
    }
  }
  return spans;
}

function ownerOf(quote: Quote, disagreeing: readonly QuoteLink[]): string {
  const name = quote.speaker?.name;
  // A pronoun, a description or a transcript's letter names nobody.
  if (name === undefined || !/^\p{Lu}\p{L}/u.test(name) || describes.test(name)) return l10n.t('This quote');
  // Whose words they are is not for us to say where the files don't agree.
  if (disagreeing.some((link) => sameSpeaker(quote, link.to.quote) === false)) return l10n.t('This quote');
  return name.endsWith('s') ? l10n.t("{0}' quote", name) : l10n.t("{0}'s quote", name);
}

const describes = /^(?:He|She|They|It|We|I|You|An?|The|His|Her|Their|Our|One|Two|Some)\b/;

const listFiles = (context: RuleContext, links: readonly QuoteLink[]): string => filesOf(context, links.map(articleOf));

/** What a related passage says: whose it is there, and its wording. */
export function relatedMessage(context: RuleContext, link: QuoteLink): string {
  const name = link.to.quote?.speaker?.name;
  const wording = describeWording(context, link);
  return name === undefined ? wording : `${name}: ${wording}`;
}
