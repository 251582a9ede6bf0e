import * as l10n from '@vscode/l10n';
import type { Analysis } from '../../analysis';
import type { ArticleId } from '../../core/article';
import { dayNumber, weekdayAt, weekdayName, weekdays } from '../../claims/dates/calendar';
import { findWeekdayFaults, type DatedArticle, type WeekdayFault } from '../../links/weekdays';
import { describeEdits, effective, type Edit, type Fix, type FixContext } from './fix';

/**
 * "Change to Tuesday": where the weekday isn't that date's. Not where another file has the same weekday with another
 * date: then the date is likelier wrong.
 */
export function weekdayFixes({ analysis, article, problem }: FixContext): readonly Fix[] {
  const own = datedArticle(analysis, article.id);
  if (!own) return [];
  const story = analysis.storyOf(article.id);
  const others = (story?.articles ?? [])
    .filter((id) => id !== article.id)
    .flatMap((id) => datedArticle(analysis, id) ?? []);
  const fault = findWeekdayFaults(own, others, story?.date ?? null).find(
    ({ date }) => date.figure.start === problem.start,
  );
  const right = fault ? rightWeekday(fault) : null;
  if (!fault || right === null || isLikelierTheDate(analysis, fault, problem.related)) return [];
  const { figure } = fault.date;
  const edits = effective(
    article.text,
    weekdayEdits(article.text.slice(figure.start, figure.end), figure.start, right),
  );
  if (edits.length === 0) return [];
  return [
    {
      title: l10n.t('Change to {0}', weekdayName(right)),
      description: describeEdits(article.text, edits),
      preferred: fault.kind === 'year',
      edits,
    },
  ];
}

function datedArticle(analysis: Analysis, id: ArticleId): DatedArticle | null {
  const known = analysis.get(id);
  return known
    ? { id, text: known.article.text, figures: known.claims.figures, dateline: known.claims.dateline }
    : null;
}

/** The weekday that the date has; null where two passages contradict each other and nothing tells which is right. */
function rightWeekday(fault: WeekdayFault): number | null {
  const { month, day } = fault.date;
  switch (fault.kind) {
    case 'year':
      return weekdayAt(dayNumber({ year: fault.year, month, day }));
    case 'outlier':
      return fault.right;
    case 'against':
      return null;
  }
}

function isLikelierTheDate(
  analysis: Analysis,
  { date }: WeekdayFault,
  related: readonly { readonly articleId: ArticleId; readonly start: number }[],
): boolean {
  return related.some(({ articleId, start }) => {
    const other = analysis.get(articleId)?.claims.figures.find((figure) => figure.start === start)?.date;
    return (
      other?.weekday === date.weekday && other.day !== null && (other.day !== date.day || other.month !== date.month)
    );
  });
}

function weekdayEdits(words: string, offset: number, right: number): readonly Edit[] {
  const found = /\b(mon|tue|wed|thu|fri|sat|sun)(\p{L}*)(\.?)/iu.exec(words);
  if (!found) return [];
  const [all, stem = '', rest = '', stop = ''] = found;
  const whole = weekdays[right - 1] ?? '';
  const isWhole = /day$/i.test(stem + rest);
  const name = isWhole ? whole : whole.slice(0, 3) + stop;
  const written = all === all.toUpperCase() ? name.toUpperCase() : name;
  const start = offset + found.index;
  return [{ start, end: start + (isWhole ? all.length - stop.length : all.length), text: written }];
}
