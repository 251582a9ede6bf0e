import { l10n } from 'vscode';
import type { WireSeverity } from '../../../server/src/protocol';
import {
  restId,
  type SheetColumn,
  type StoryHead,
  type WireCell,
  type WireProblem,
  type WireRow,
  type WireSheet,
} from '../../../server/src/protocol/stories';
import { matches, problemText } from './filter';
import { joinedWords, pluralOf, severityOf, shortened, valuesOf, wordsOf } from './labels';
import type { NodeIcon, StoryNode } from './node';
import { byPlace, gravestOf, isConflict, problemOf, sorted, type SortOrder } from './rowOrder';
import { bothSidesOnce } from './sides';
import { filesOf, nameAt, relationOf, toldLine } from './told';

/** How the nodes of a story are made. */
export interface NodeOptions {
  readonly sort: SortOrder;
  /** In lower case; '' shows all. */
  readonly filter: string;
}

const severityIcons: Readonly<Record<WireSeverity, NodeIcon>> = {
  error: { id: 'error', color: 'list.errorForeground' },
  warning: { id: 'warning', color: 'list.warningForeground' },
  information: { id: 'info', color: 'problemsInfoIcon.foreground' },
  hint: { id: 'lightbulb' },
};

const acceptedIcon: NodeIcon = { id: 'pass', color: 'testing.iconPassed' };

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
  const context: Context = { sheet, base, filter };
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

interface Context {
  readonly sheet: WireSheet;
  /** What all ids below the story begin with. */
  readonly base: string;
  readonly filter: string;
}

function groupNode(
  { sheet, base, filter }: Context,
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
function headings(context: Context, rows: readonly WireRow[], sort: SortOrder): readonly StoryNode[] {
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

function rowNode(context: Context, row: WireRow, group: string): StoryNode {
  const { sheet, base } = context;
  const id = `${base}\n${group}\n${row.id}`;
  const problem = problemOf(row);
  const first = row.cells.find((cell) => (problem ? cell?.problems.includes(problem) : cell !== null)) ?? null;
  const words = joinedWords(wordsOf(row));
  const label = row.kind === 'quote' ? `“${shortened(words)}”` : shortened(words);
  const isAccepted = group === 'accepted';
  const inList = group === 'conflicts' || isAccepted;
  const reason = problem?.accepted?.reason ?? '';
  const values = valuesOf(sheet, row);
  const description = isAccepted
    ? reason
    : (inList || row.severity !== null) && values !== ''
      ? values
      : filesOf(sheet, row);
  const heading = inList && row.heading !== '' ? `${row.heading}: ` : '';
  const told = row.cells.flatMap((cell) => cell?.problems ?? []);
  return {
    id,
    kind: 'row',
    traits: [
      ...(row.severity === null ? [] : ['conflict' as const]),
      ...(row.accepted ? ['accepted' as const] : []),
      ...(first ? ['located' as const] : []),
      ...(row.cells.filter((cell) => cell !== null).length > 1 ? ['several' as const] : []),
    ],
    label,
    description,
    tooltip: [`${heading}${label}`, ...told.map((one) => toldLine(sheet, one)), filesOf(sheet, row)].join('\n'),
    spoken: [heading + label, severityOf(row.severity), description].filter((part) => part !== '').join(', '),
    icon: isAccepted ? acceptedIcon : row.severity ? severityIcons[row.severity] : { id: 'blank' },
    expanded: false,
    children: row.cells.flatMap((cell, i) => (cell ? placeNodes(context, id, cell, i) : [])),
    story: sheet.id,
    ...(problem ? { problem } : {}),
    ...(first ? { place: first.place } : {}),
  };
}

/** One line for each place where an article has the words. */
function placeNodes({ sheet }: Context, parent: string, cell: WireCell, column: number): readonly StoryNode[] {
  const name = sheet.columns[column]?.name ?? '';
  const problem = cell.problems.find(({ accepted }) => accepted === null) ?? cell.problems[0];
  return [cell.place, ...cell.again].map((place, i): StoryNode => {
    const line = place.range.start.line + 1;
    const words = i === 0 ? joinedWords(cell.words) : l10n.t('again');
    const from = i === 0 && cell.from ? cell.from.name : '';
    return {
      id: `${parent}\n${column} ${i}`,
      kind: 'place',
      traits: ['located', ...(problem ? [problem.accepted ? ('accepted' as const) : ('conflict' as const)] : [])],
      label: `${name}:${line}`,
      description: shortened(words, 120),
      tooltip: [l10n.t('{0}, line {1}', name, line), words, from, ...(problem ? [problem.message] : [])]
        .filter((part) => part !== '')
        .join('\n'),
      spoken: [l10n.t('{0}, line {1}', name, line), relationOf(cell), words].filter((part) => part !== '').join(', '),
      icon: cell.relation === 'differs' ? { id: 'diff-modified' } : { id: 'file' },
      expanded: false,
      children: [],
      story: sheet.id,
      place,
      ...(problem ? { problem } : {}),
    };
  });
}

function otherNode({ sheet, base }: Context, problem: WireProblem, group: string): StoryNode {
  const name = nameAt(sheet, problem.place);
  const id = `${base}\n${group} ${problem.code} ${problem.place.uri}`;
  const line = problem.place.range.start.line + 1;
  const { accepted } = problem;
  return {
    id,
    kind: 'problem',
    traits: [
      'located',
      accepted ? 'accepted' : 'conflict',
      ...(problem.related.length > 0 ? ['several' as const] : []),
    ],
    label: problem.message,
    description: accepted ? accepted.reason : `${name}:${line}`,
    tooltip: toldLine(sheet, problem),
    spoken: [problem.message, severityOf(accepted ? null : problem.severity), l10n.t('{0}, line {1}', name, line)]
      .filter((part) => part !== '')
      .join(', '),
    icon: accepted ? acceptedIcon : severityIcons[problem.severity],
    expanded: false,
    children: problem.related.map(({ place, message }, i): StoryNode => {
      const there = nameAt(sheet, place);
      const at = place.range.start.line + 1;
      return {
        id: `${id}\n${i}`,
        kind: 'place',
        traits: ['located'],
        label: `${there}:${at}`,
        description: message,
        tooltip: `${l10n.t('{0}, line {1}', there, at)}\n${message}`,
        spoken: `${l10n.t('{0}, line {1}', there, at)}, ${message}`,
        icon: { id: 'file' },
        expanded: false,
        children: [],
        story: sheet.id,
        place,
      };
    }),
    story: sheet.id,
    problem,
    place: problem.place,
  };
}

function articleNode({ sheet, base }: Context, column: SheetColumn): StoryNode {
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
