import { l10n } from 'vscode';
import {
  restId,
  type SheetColumn,
  type StoryHead,
  type WireRow,
  type WireSheet,
} from '../../../server/src/protocol/stories';
import { matches, problemText } from './filter';
import { pluralOf } from './labels';
import type { NodeIcon, StoryNode } from './node';
import { acceptedIcon, severityIcons } from './nodeIcons';
import { byPlace, gravestOf, isConflict, sorted, type SortOrder } from './rowOrder';
import { type NodeContext, otherNode, rowNode } from './rowNodes';
import { bothSidesOnce } from './sides';

/** How the nodes of a story are made. */
export interface NodeOptions {
  readonly sort: SortOrder;
  /** In lower case; '' shows all. */
  readonly filter: string;
}

/** Above this many the conflicts of a story are not opened by themselves. */
const mostOpened = 25;

/** The name of a story by one of its articles, which outlives its id. */
export const storyKey = ({ id, columns }: StoryHead): string =>
  id === restId ? restId : (columns.map(({ article }) => article).sort()[0] ?? id);

/** The line of a story, without what stands below it. */
export function storyNode(head: StoryHead, filter: string): StoryNode {
  const isRest = head.id === restId;
  const label = isRest ? l10n.t('In no story') : head.title;
  const files = pluralOf(head.columns.length, l10n.t('1 article'), (count) => l10n.t('{0} articles', count));
  const conflicts = pluralOf(head.conflicts, l10n.t('1 conflict'), (count) => l10n.t('{0} conflicts', count));
  const parts = [...(head.conflicts > 0 ? [conflicts] : []), files, ...(head.date === null ? [] : [head.date])];
  return {
    id: `${storyKey(head)}${filter === '' ? '' : ' filtered'}`,
    kind: 'story',
    traits: isRest ? ['rest'] : [],
    label,
    description: parts.join(' · '),
    tooltip: [label, ...parts, ...head.columns.map(({ name }) => name)].join('\n'),
    spoken: isRest ? `${label}, ${parts.join(', ')}` : l10n.t('Story: {0}, {1}', label, parts.join(', ')),
    icon: isRest ? { id: 'files' } : head.worst && head.conflicts > 0 ? severityIcons[head.worst] : { id: 'book' },
    expanded: filter !== '' || head.conflicts > 0,
    children: null,
    story: head.id,
  };
}

/** What stands below a story: conflicts first, then quotes, figures, names and marks, what was accepted, the articles. */
export function storyChildren(sheet: WireSheet, { sort, filter }: NodeOptions): readonly StoryNode[] {
  const base = `${storyKey(sheet)}${filter === '' ? '' : ' filtered'}`;
  const context: NodeContext = { sheet, base, filter };
  const rows = sheet.rows.filter((row) => matches(sheet, row, filter));
  const others = sheet.others.filter((problem) => filter === '' || problemText(sheet, problem).includes(filter));
  const open = others.filter(({ accepted }) => accepted === null);
  const accepted = [
    ...rows.filter((row) => row.accepted).map((row) => rowNode(context, row, 'accepted')),
    ...bothSidesOnce(others.filter((one) => one.accepted !== null)).map((one, i) =>
      otherNode(context, one, `accepted ${i}`),
    ),
  ];
  const conflicts = [
    ...sorted(sheet, rows.filter(isConflict), sort).map((row) => rowNode(context, row, 'conflicts')),
    ...bothSidesOnce(open.filter(({ severity }) => severity === 'error' || severity === 'warning')).map((one, i) =>
      otherNode(context, one, `conflicts ${i}`),
    ),
  ];
  const quotes = rows.filter(({ kind }) => kind === 'quote');
  const figures = rows.filter(({ kind }) => kind === 'figure');
  const articles = sheet.columns.filter(({ name }) => filter === '' || name.toLowerCase().includes(filter));
  const group = (name: string, label: string, count: number, children: readonly StoryNode[], icon: NodeIcon | null) =>
    count === 0 ? [] : [groupNode(context, name, label, count, children, icon)];
  return [
    ...group('conflicts', l10n.t('Conflicts'), conflicts.length, conflicts, severityIcons.warning),
    ...group('quotes', l10n.t('Quotes'), quotes.length, headings(context, quotes, sort), { id: 'quote' }),
    ...group('figures', l10n.t('Figures'), figures.length, headings(context, figures, sort), { id: 'symbol-number' }),
    ...group(
      'others',
      l10n.t('Names and Marks'),
      bothSidesOnce(open).length,
      bothSidesOnce(open).map((one, i) => otherNode(context, one, `others ${i}`)),
      { id: 'symbol-text' },
    ),
    ...group('accepted', l10n.t('Accepted'), accepted.length, accepted, acceptedIcon),
    ...group(
      'articles',
      l10n.t('Articles'),
      articles.length,
      articles.map((one) => articleNode(context, one)),
      { id: 'files' },
    ),
  ];
}

function groupNode(
  { sheet, base, filter }: NodeContext,
  name: string,
  label: string,
  count: number,
  children: readonly StoryNode[],
  icon: NodeIcon | null,
): StoryNode {
  return {
    id: `${base}\n${name}`,
    kind: 'group',
    traits: [],
    label,
    // The story's own line counts its conflicts: one passage may stand in two of these rows.
    description: name === 'conflicts' ? '' : String(count),
    tooltip: `${label} (${count})`,
    spoken: l10n.t('{0}: {1}', label, count),
    icon,
    expanded: filter !== '' || (name === 'conflicts' && count <= mostOpened),
    children,
    story: sheet.id,
  };
}

/** Speakers with their quotes, subjects with their figures. */
function headings(context: NodeContext, rows: readonly WireRow[], sort: SortOrder): readonly StoryNode[] {
  const { sheet, base, filter } = context;
  const byHeading = new Map<string, WireRow[]>();
  const ordered = sort === 'severity' ? byPlace(sheet, rows) : sorted(sheet, rows, sort);
  for (const row of ordered) {
    const known = byHeading.get(row.heading);
    if (known) known.push(row);
    else byHeading.set(row.heading, [row]);
  }
  const groups = [...byHeading];
  if (sort === 'severity') groups.sort(([, a], [, b]) => gravestOf(a) - gravestOf(b));
  // Whatever nobody is named for comes last, in every order.
  groups.sort(([a], [b]) => Number(a === '') - Number(b === ''));
  return groups.map(([heading, own]): StoryNode => {
    const isQuote = own[0]?.kind === 'quote';
    const label = heading === '' ? (isQuote ? l10n.t('No speaker named') : l10n.t('Other figures')) : heading;
    const count = isQuote
      ? pluralOf(own.length, l10n.t('1 quote'), (n) => l10n.t('{0} quotes', n))
      : pluralOf(own.length, l10n.t('1 figure'), (n) => l10n.t('{0} figures', n));
    const kind = isQuote ? 'quotes' : 'figures';
    return {
      id: `${base}\n${kind}\n${heading}`,
      kind: 'heading',
      traits: [],
      label,
      description: String(own.length),
      tooltip: `${label}\n${count}`,
      spoken: `${label}, ${count}`,
      icon: isQuote ? { id: 'person' } : { id: 'symbol-numeric' },
      expanded: filter !== '',
      children: own.map((row) => rowNode(context, row, kind)),
      story: sheet.id,
    };
  });
}

function articleNode({ sheet, base }: NodeContext, column: SheetColumn): StoryNode {
  const parts = [
    ...(column.source ? [l10n.t('source')] : []),
    ...(column.problems > 0
      ? [pluralOf(column.problems, l10n.t('1 problem'), (count) => l10n.t('{0} problems', count))]
      : []),
    ...(column.day === null ? [] : [column.day]),
  ];
  const start = { line: 0, character: 0 };
  return {
    id: `${base}\narticles\n${column.article}`,
    kind: 'article',
    traits: ['located', column.source ? 'source' : 'draft'],
    label: column.name,
    description: parts.join(' · '),
    tooltip: [column.name, ...parts].join('\n'),
    spoken: [column.name, ...parts].join(', '),
    icon: column.source ? { id: 'verified' } : { id: 'file' },
    expanded: false,
    children: [],
    story: sheet.id,
    place: { uri: column.article, range: { start, end: start } },
  };
}
