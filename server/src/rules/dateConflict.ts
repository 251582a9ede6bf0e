import * as l10n from '@vscode/l10n';
import type { ArticleId } from '../core/article';
import { dayNumber, isDay, monthName, parseDay, weekdayAt } from '../claims/dates/calendar';
import type { Figure } from '../claims/figures/model';
import type { Claims } from '../claims/model';
import type { FigureLink } from '../links/model';
import {
  findWeekdayFaults,
  onePerArticle,
  weekdayDates,
  type DatedArticle,
  type WeekdayDate,
  type WeekdayFault,
} from '../links/weekdays';
import { areSources, decisiveFigureLinks, filesOf } from './declaredSources';
import { conflictSentence, type OtherValue } from './conflictWording';
import { withoutWeekday, wordsFor, type Stated } from './figureWording';
import type { Problem, RelatedPassage, Rule, RuleContext } from './rule';
import { countSources } from './sourceCount';

/**
 * `date-conflict`: a weekday that isn't that date's, or one event on two dates. Silent where the year isn't known and
 * nothing contradicts the weekday, where a neighbouring year fits, and on dates less exact than the other.
 */
export const dateConflict: Rule = {
  code: 'date-conflict',
  defaultLevel: 'warning',
  check(context) {
    const problems = wrongWeekdays(context);
    // One problem a date: where the weekday is wrong, that is the news.
    const told = new Set(problems.map(({ start }) => start));
    for (const problem of eventsOnTwoDates(context)) if (!told.has(problem.start)) problems.push(problem);
    return problems.sort((a, b) => a.start - b.start);
  },
};

function problem(figure: Figure, message: string, related: readonly RelatedPassage[]): Problem {
  return { code: 'date-conflict', severity: 'warning', start: figure.start, end: figure.end, message, related };
}

// ---- weekdays -----------------------------------------------------------------------------------------

function wrongWeekdays(context: RuleContext): Problem[] {
  const { article, claims, story } = context;
  const own: DatedArticle = { id: article.id, text: article.text, ...datesOf(claims) };
  if (weekdayDates(own).length === 0) return [];
  const others = (story?.articles ?? []).filter((id) => id !== article.id).map((id) => datedArticle(context, id));
  const known = others.filter((other) => other !== null);
  return findWeekdayFaults(own, known, story?.date ?? null).flatMap((found) => {
    const fault = decided(context, known, found);
    return fault ? [problem(fault.date.figure, messageOf(context, own, fault), relatedTo(own, known, fault))] : [];
  });
}

/** Of a date that a source has as well only what the source says of it; null where that is the same weekday. */
function decided({ isSource }: RuleContext, others: readonly DatedArticle[], fault: WeekdayFault): WeekdayFault | null {
  if (fault.kind !== 'against') return fault;
  const { date } = fault;
  const inSources = others
    .filter(({ id }) => isSource(id))
    .flatMap(weekdayDates)
    .filter(({ day, month }) => day === date.day && month === date.month);
  if (inSources.length === 0) return fault;
  const against = onePerArticle(inSources.filter(({ weekday }) => weekday !== date.weekday));
  return against.length === 0 ? null : { ...fault, others: against };
}

function datedArticle(context: RuleContext, id: ArticleId): DatedArticle | null {
  const article = context.articleOf(id);
  const claims = context.claimsOf(id);
  return article && claims ? { id, text: article.text, ...datesOf(claims) } : null;
}

const datesOf = ({ figures, dateline }: Claims): Pick<DatedArticle, 'figures' | 'dateline'> => ({
  figures,
  dateline,
});

function messageOf(context: RuleContext, own: DatedArticle, fault: WeekdayFault): string {
  const { date } = fault;
  switch (fault.kind) {
    case 'year': {
      const day = { year: fault.year, month: date.month, day: date.day };
      const right = weekdayAt(dayNumber(day));
      const today = fault.known.kind === 'stated' ? (own.dateline?.iso ?? context.story?.date) : fault.known.iso;
      return notThatDay(shownDay(date, fault.year), whenFrom(day, today), right, date.weekday);
    }
    case 'against': {
      const first = fault.others[0] ?? date;
      const same = fault.others.filter((other) => other.weekday === first.weekday);
      const files = filesOf(
        context,
        same.map(({ article }) => article.id),
      );
      return l10n.t(
        '{0} is a {1} here, a {2} in {3}.',
        shownDay(date),
        weekdayWord(date.weekday),
        weekdayWord(first.weekday),
        files,
      );
    }
    case 'outlier': {
      const [one, other] = differentDays(fault.others);
      const day = shownDay(date);
      return l10n.t("{0} can't be a {1}: {2}.", day, weekdayWord(date.weekday), witnesses(context, own, one, other));
    }
  }
}

/** The other dates that fix the weekday: "Dec. 3 is a Tuesday here, Dec. 10 a Tuesday in wire.txt". */
function witnesses(context: RuleContext, own: DatedArticle, one?: WeekdayDate, other?: WeekdayDate): string {
  if (!one) return '';
  const first = { day: dayOf(one), weekday: weekdayWord(one.weekday), file: fileOf(context, own, one) };
  const alone =
    first.file === null
      ? l10n.t('{0} is a {1} here', first.day, first.weekday)
      : l10n.t('{0} is a {1} in {2}', first.day, first.weekday, first.file);
  if (!other) return alone;
  const second = { day: dayOf(other), weekday: weekdayWord(other.weekday), file: fileOf(context, own, other) };
  if (one.article === other.article) {
    return second.file === null
      ? l10n.t('{0} is a {1} and {2} a {3} here', first.day, first.weekday, second.day, second.weekday)
      : l10n.t('{0} is a {1} and {2} a {3} in {4}', first.day, first.weekday, second.day, second.weekday, second.file);
  }
  const beside =
    second.file === null
      ? l10n.t('{0} a {1} here', second.day, second.weekday)
      : l10n.t('{0} a {1} in {2}', second.day, second.weekday, second.file);
  return `${alone}, ${beside}`;
}

/** The name of a date's file; null for the one at hand. */
const fileOf = (context: RuleContext, own: DatedArticle, { article }: WeekdayDate): string | null =>
  article.id === own.id ? null : context.nameOf(article.id);

function notThatDay(day: string, when: 'past' | 'future' | null, right: number, stated: number): string {
  const weekdays = [weekdayWord(right), weekdayWord(stated)] as const;
  switch (when) {
    case 'past':
      return l10n.t('{0} was a {1}, not a {2}.', day, ...weekdays);
    case 'future':
      return l10n.t('{0} will be a {1}, not a {2}.', day, ...weekdays);
    case null:
      return l10n.t('{0} is a {1}, not a {2}.', day, ...weekdays);
  }
}

/** A weekday, 1 for Monday, in the reader's language. */
const weekdayWord = (weekday: number): string =>
  [
    l10n.t('Monday'),
    l10n.t('Tuesday'),
    l10n.t('Wednesday'),
    l10n.t('Thursday'),
    l10n.t('Friday'),
    l10n.t('Saturday'),
    l10n.t('Sunday'),
  ][weekday - 1] ?? '';

/** Past or to come, as seen from the day of the report; where that isn't known neither is claimed. */
function whenFrom(day: Parameters<typeof dayNumber>[0], today: string | null | undefined): 'past' | 'future' | null {
  const now = typeof today === 'string' ? parseDay(today) : null;
  if (!now) return null;
  return dayNumber(day) > dayNumber(now) ? 'future' : 'past';
}

/**
 * What the editor can hold the weekday against: the same date with its right weekday elsewhere, the same weekday with
 * its right date in another file, or else the place that the year is known from.
 */
function relatedTo(own: DatedArticle, others: readonly DatedArticle[], fault: WeekdayFault): RelatedPassage[] {
  if (fault.kind !== 'year') return fault.others.map(relatedDate);
  const { date, year, known } = fault;
  const elsewhere = [own, ...others].flatMap(weekdayDates).filter((other) => {
    if (other === date || other.figure === date.figure || !isRightIn(other, other.year ?? year)) return false;
    if (other.year !== null && other.year !== year) return false;
    const isSameDay = other.day === date.day && other.month === date.month;
    const isNearMiss =
      other.weekday === date.weekday && other.month === date.month && Math.abs(other.day - date.day) <= nearMiss;
    return isSameDay || (isNearMiss && other.article !== own);
  });
  if (elsewhere.length > 0) return onePerArticle(elsewhere).map(relatedDate);
  if (known.kind !== 'dateline') return [];
  const { dateline, id, text } = known.article;
  if (!dateline) return [];
  return [
    { articleId: id, start: dateline.start, end: dateline.end, message: text.slice(dateline.start, dateline.end) },
  ];
}

/** A date this many days off, on the same weekday, is likely the one that was meant. */
const nearMiss = 7;

const isRightIn = ({ month, day, weekday }: WeekdayDate, year: number): boolean =>
  isDay(year, month, day) && weekdayAt(dayNumber({ year, month, day })) === weekday;

function relatedDate(date: WeekdayDate): RelatedPassage {
  const { article, figure } = date;
  return { articleId: article.id, start: figure.start, end: figure.end, message: textOf(date) };
}

const textOf = ({ article, figure }: WeekdayDate): string => article.text.slice(figure.start, figure.end);

/** The first two of the dates that are not the same day. */
function differentDays(dates: readonly WeekdayDate[]): readonly (WeekdayDate | undefined)[] {
  const [one] = dates;
  return [one, dates.find((other) => other.day !== one?.day || other.month !== one.month)];
}

// ---- one event on two dates ---------------------------------------------------------------------------

function eventsOnTwoDates(context: RuleContext): Problem[] {
  const byDate = new Map<Figure, FigureLink[]>();
  for (const link of decisiveFigureLinks(context)) {
    const { figure } = link.from;
    if (link.relation !== 'differs' || link.tentative || (figure.kind !== 'date' && figure.kind !== 'time')) continue;
    if (setsTime(context.claims, figure) || setsTime(context.claimsOf(link.to.articleId), link.to.figure)) continue;
    const group = byDate.get(figure);
    if (group) group.push(link);
    else byDate.set(figure, [link]);
  }
  return [...byDate].map(([figure, links]) =>
    problem(
      figure,
      eventMessage(context, figure, links),
      links.map(({ to }) => ({ articleId: to.articleId, start: to.start, end: to.end, message: to.figure.text })),
    ),
  );
}

/** "7.6 million in 2023", "8.2 million last year": a year that says which figure is meant is no event of its own. */
function setsTime(claims: Claims | undefined, { start, end, date }: Figure): boolean {
  if (date && date.day !== null) return false;
  return (claims?.figures ?? []).some(({ time }) => time !== null && time.start <= start && time.end >= end);
}

// ---- the words the editor reads -----------------------------------------------------------------------

function eventMessage(context: RuleContext, figure: Figure, links: readonly FigureLink[]): string {
  const byDate = new Map<string, FigureLink[]>();
  for (const link of links) {
    const there = withoutWeekday(link.to.figure).toLowerCase();
    const group = byDate.get(there);
    if (group) group.push(link);
    else byDate.set(there, [link]);
  }
  const values = [...byDate.values()]
    .map((group): OtherValue => ({
      figures: group.map(({ to }) => unsourced(to.figure, context.articleOf(to.articleId)?.text ?? '')),
      files: [...new Set(group.map(({ to }) => context.nameOf(to.articleId)))],
      sources: countSources(
        context,
        group.map(({ to }) => to.articleId),
      ),
      declared: areSources(
        context,
        group.map(({ to }) => to.articleId),
      ),
    }))
    .sort((a, b) => b.sources - a.sources || b.files.length - a.files.length);
  const own = unsourced(figure, context.article.text);
  const words = wordsFor(
    own,
    values.flatMap(({ figures }) => figures),
  );
  return conflictSentence(own, words, values, { supporters: 0, supportingSources: 1, against: 1 });
}

/** Whom an article has a date from is no help in telling which is right. */
const unsourced = (figure: Figure, text: string): Stated => ({ figure: { ...figure, claimant: null }, text });

/** A date as its article has it, without the weekday: "Dec. 3". In full where the article's form can't be cut. */
function dayOf(date: WeekdayDate): string {
  const words = withoutWeekday(date.figure);
  return /^[^\p{L}]*\p{Lu}?\p{Ll}+[^\p{L}]*$/u.test(words) ? words : shownDay(date);
}

/** A date in the order of the text: "June 9, 2025", "9 June 2025"; without a year "June 9". */
function shownDay({ article, figure, day, month }: WeekdayDate, year: number | null = null): string {
  const name = monthName(month);
  const isDayFirst = /\d(?:\s*(?:st|nd|rd|th))?\s+(?:of\s+)?\p{L}/u.test(article.text.slice(figure.start, figure.end));
  if (isDayFirst) return year === null ? `${day} ${name}` : `${day} ${name} ${year}`;
  return year === null ? `${name} ${day}` : `${name} ${day}, ${year}`;
}
