import { l10n } from 'vscode';
import type { WireCell, WireProblem, WireRow, WireSheet } from '../../../server/src/protocol/stories';
import { joinedWords, severityOf, shortened, valuesOf, wordsOf } from './labels';
import type { StoryNode } from './node';
import { acceptedIcon, severityIcons } from './nodeIcons';
import { problemOf } from './rowOrder';
import { filesOf, nameAt, relationOf, toldLine } from './told';

/** The story below which a node stands. */
export interface NodeContext {
  readonly sheet: WireSheet;
  /** What all ids below the story begin with. */
  readonly base: string;
  /** In lower case; '' shows all. */
  readonly filter: string;
}

/** The line of a remark or a figure, and below it the places that have it. `group`: under what in the story it stands. */
export function rowNode(context: NodeContext, row: WireRow, group: string): StoryNode {
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
function placeNodes({ sheet }: NodeContext, parent: string, cell: WireCell, column: number): readonly StoryNode[] {
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

/** The line of a problem that belongs to no row, and below it what it is related to. `group` as above. */
export function otherNode({ sheet, base }: NodeContext, problem: WireProblem, group: string): StoryNode {
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
