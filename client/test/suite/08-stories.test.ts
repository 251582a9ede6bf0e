import assert from 'node:assert/strict';
import type { StoryNode } from '../../src/stories/node';
import { storyChildren, storyNode, type NodeOptions } from '../../src/stories/nodes';
import { itemOf } from '../../src/stories/item';
import type { WireCell, WireProblem, WireRow, WireSheet } from '../../../server/src/protocol/stories';

const all: NodeOptions = { sort: 'severity', filter: '' };

const at = (file: string, line: number) => ({
  uri: `file:///desk/${file}`,
  range: { start: { line, character: 4 }, end: { line, character: 20 } },
});

const column = (name: string, source = false) => ({
  article: `file:///desk/${name}`,
  name,
  day: '2031-05-06',
  source,
  quotes: 2,
  figures: 1,
  problems: 1,
});

const cell = (file: string, line: number, text: string, more: Partial<WireCell> = {}): WireCell => ({
  place: at(file, line),
  again: [],
  words: [{ text, differs: false }],
  quoted: true,
  from: { name: 'Ana Bruhl', sure: true },
  bound: null,
  relation: 'same',
  tentative: false,
  problems: [],
  ...more,
});

const row = (id: string, cells: readonly (WireCell | null)[], more: Partial<WireRow> = {}): WireRow => ({
  id,
  kind: 'quote',
  heading: 'Ana Bruhl',
  severity: null,
  accepted: false,
  cells,
  timeline: null,
  ...more,
});

const counted: WireProblem = {
  code: 'figure-conflict',
  severity: 'warning',
  message: '12 rafts here, 14 in wire.txt.',
  place: at('draft.txt', 3),
  related: [{ place: at('wire.txt', 5), message: '14 rafts' }],
  accepted: null,
};

const spelled: WireProblem = {
  code: 'quote-marks',
  severity: 'information',
  message: 'Opens “ and closes ".',
  place: at('wire.txt', 9),
  related: [],
  accepted: null,
};

const letStand = { reason: 'The wire was updated at noon.', by: 'Night desk', at: '2031-05-06T23:10:00Z' };

function sheet(rows: readonly WireRow[], others: readonly WireProblem[] = []): WireSheet {
  return {
    id: 's1',
    title: 'Ferry aground off Hestholm',
    date: '2031-05-06',
    columns: [column('wire.txt', true), column('draft.txt')],
    conflicts: 1,
    accepted: 0,
    worst: 'warning',
    rows,
    others,
  };
}

const rafts = row(
  'f1',
  [
    cell('wire.txt', 5, '14 rafts', { relation: 'same', from: null }),
    cell('draft.txt', 3, '12 rafts', { relation: 'differs', from: null, problems: [counted] }),
  ],
  { kind: 'figure', heading: 'rafts', severity: 'warning' },
);
const remark = row('q1', [cell('wire.txt', 1, 'We saw the rock too late'), cell('draft.txt', 2, 'the rock too late')]);
const roe = { name: 'Lars Roe', sure: true };
const aside = row('q2', [cell('wire.txt', 7, 'thick as wool', { from: roe }), null], { heading: roe.name });

/** The tree as text: an indented line for each node. */
function linesOf(nodes: readonly StoryNode[], depth = 0): string[] {
  return nodes.flatMap((node) => [
    `${'  '.repeat(depth)}${node.label}${node.description === '' ? '' : ` | ${node.description}`}`,
    ...linesOf(node.children ?? [], depth + 1),
  ]);
}

const allNodes = (nodes: readonly StoryNode[]): StoryNode[] =>
  nodes.flatMap((node) => [node, ...allNodes(node.children ?? [])]);

describe('the nodes of the story view', () => {
  it('have the conflicts first, then quotes by speaker, figures by subject, names and marks, and the articles', () => {
    assert.deepEqual(linesOf(storyChildren(sheet([rafts, remark, aside], [spelled]), all)), [
      'Conflicts',
      '  14 rafts | 14 rafts wire.txt · 12 rafts draft.txt',
      '    wire.txt:6 | 14 rafts',
      '    draft.txt:4 | 12 rafts',
      'Quotes | 2',
      '  Ana Bruhl | 1',
      '    “We saw the rock too late” | wire.txt, draft.txt',
      '      wire.txt:2 | We saw the rock too late',
      '      draft.txt:3 | the rock too late',
      '  Lars Roe | 1',
      '    “thick as wool” | wire.txt',
      '      wire.txt:8 | thick as wool',
      'Figures | 1',
      '  rafts | 1',
      '    14 rafts | 14 rafts wire.txt · 12 rafts draft.txt',
      '      wire.txt:6 | 14 rafts',
      '      draft.txt:4 | 12 rafts',
      'Names and Marks | 1',
      '  Opens “ and closes ". | wire.txt:10',
      'Articles | 2',
      '  wire.txt | source · 1 problem · 2031-05-06',
      '  draft.txt | 1 problem · 2031-05-06',
    ]);
  });

  it('carry the problem, the place and the story that menus act on', () => {
    const [conflicts] = storyChildren(sheet([rafts]), all);
    const node = conflicts?.children?.[0];
    assert.equal(node?.problem, counted);
    assert.deepEqual(node.place, at('draft.txt', 3));
    assert.equal(node.story, 's1');
    assert.match(itemOf(node).contextValue ?? '', /^row .*conflict.*located/);
  });

  it('tell of an accepted difference with its reason, who accepted it and when', () => {
    const accepted = { ...counted, accepted: letStand };
    const done = row(
      'f1',
      [cell('wire.txt', 5, '14 rafts'), cell('draft.txt', 3, '12 rafts', { problems: [accepted] })],
      {
        kind: 'figure',
        heading: 'rafts',
        accepted: true,
      },
    );
    const groups = storyChildren(sheet([done]), all);
    assert.ok(groups.every(({ label }) => label !== 'Conflicts'));
    const node = groups.find(({ label }) => label === 'Accepted')?.children?.[0];
    assert.equal(node?.description, 'The wire was updated at noon.');
    assert.match(node.tooltip, /Accepted: The wire was updated at noon\. \(Night desk, 2031-05-06\)/);
    assert.match(itemOf(node).contextValue ?? '', /\baccepted\b/);
    assert.doesNotMatch(itemOf(node).contextValue ?? '', /\bconflict\b/);
  });

  it('keep what has the words of the filter, in wordings, speakers, subjects and file names', () => {
    const labels = (filter: string) =>
      allNodes(storyChildren(sheet([rafts, remark, aside]), { ...all, filter }))
        .filter(({ kind }) => kind === 'row')
        .map(({ label }) => label);
    assert.deepEqual(labels('wool'), ['“thick as wool”']);
    assert.deepEqual(labels('bruhl'), ['“We saw the rock too late”']);
    assert.deepEqual(labels('draft.txt').includes('“thick as wool”'), false);
    assert.deepEqual(labels('nothing like it'), []);
  });

  it('sort by position and by speaker', () => {
    const speakers = (sort: NodeOptions['sort']) =>
      storyChildren(sheet([aside, remark]), { ...all, sort })
        .find(({ label }) => label === 'Quotes')
        ?.children?.map(({ label }) => label);
    assert.deepEqual(speakers('position'), ['Ana Bruhl', 'Lars Roe']);
    assert.deepEqual(speakers('speaker'), ['Ana Bruhl', 'Lars Roe']);
    const nobody = row('q3', [cell('wire.txt', 0, 'no comment', { from: null }), null], { heading: '' });
    assert.deepEqual(
      storyChildren(sheet([nobody, aside]), all)
        .find(({ label }) => label === 'Quotes')
        ?.children?.map(({ label }) => label),
      ['Lars Roe', 'No speaker named'],
    );
  });

  it('have ids of their own that outlive an edit elsewhere and a new number of the story', () => {
    const before = allNodes(storyChildren(sheet([rafts, remark, aside], [spelled]), all)).map(({ id }) => id);
    assert.equal(new Set(before).size, before.length);
    const renumbered = { ...sheet([rafts, remark, aside], [spelled]), id: 's4' };
    assert.deepEqual(
      allNodes(storyChildren(renumbered, all)).map(({ id }) => id),
      before,
    );
    assert.equal(storyNode(renumbered, '').id, storyNode(sheet([]), '').id);
  });

  it('say to a screen reader what the icon shows', () => {
    const [conflicts] = storyChildren(sheet([rafts]), all);
    const label = conflicts?.children?.[0] && itemOf(conflicts.children[0]).accessibilityInformation?.label;
    assert.match(label ?? '', /rafts: 14 rafts, warning, /);
  });

  it('show the words of an article as they are', () => {
    const nasty = row('q9', [cell('wire.txt', 0, '[click](command:evil) <img src=x> $(alert)'), null]);
    const [quotes] = storyChildren(sheet([nasty]), all);
    const item = itemOf(quotes?.children?.[0]?.children?.[0] as StoryNode);
    assert.equal(typeof item.tooltip, 'string');
    assert.equal(item.label, '“[click](command:evil) <img src=x> $(alert)”');
  });
});
