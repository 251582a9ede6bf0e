import * as l10n from '@vscode/l10n';
import { h, type ComponentChild } from 'preact';
import type { Place } from '../features/lookup';
import { storyHeads, storySheet } from '../features/storySheet';
import type { SheetCell, SheetColumn, SheetRow, StoryHead, StorySheet } from '../protocol/stories';
import { gradeNames, type PageView } from './htmlSections';
import { visible } from './visible';

/** The board of each story that has a row to show: a row for each remark and figure, a column for each article. */
export function boardSections(view: PageView): readonly ComponentChild[] {
  const shown = new Set(view.analysis.ids);
  return storyHeads(view.analysis)
    .filter(({ columns }) => columns.some(({ article }) => shown.has(article)))
    .flatMap((head, i) => {
      const sheet = storySheet(view.analysis, head.id);
      return sheet && sheet.rows.length > 0 ? [board(view, sheet, `story-${i}`)] : [];
    });
}

/** What a story is called on the page. */
export const storyTitle = ({ title }: StoryHead): string =>
  title === '' ? l10n.t('Articles of no story') : visible(title);

function board(view: PageView, sheet: StorySheet<Place>, id: string): ComponentChild {
  const { columns, rows, date } = sheet;
  return h('div', { class: 'board' }, [
    h('h3', { id }, [storyTitle(sheet), date === null ? null : h('span', { class: 'soft' }, ` ${visible(date)}`)]),
    // What scrolls must be reached by keyboard.
    h('div', { class: 'scroll', role: 'region', tabindex: 0, 'aria-labelledby': id }, [
      h('table', { class: 'grid' }, [
        h(
          'caption',
          null,
          l10n.t(
            'What each article has of every remark and figure. Words that differ between articles are underlined.',
          ),
        ),
        h(
          'thead',
          null,
          h('tr', null, [h('th', { scope: 'col' }, l10n.t('Remark or figure')), ...columns.map(columnHead)]),
        ),
        h(
          'tbody',
          null,
          rows.map((row) => boardRow(view, row)),
        ),
      ]),
    ]),
  ]);
}

const columnHead = ({ name, day, source }: SheetColumn): ComponentChild =>
  h('th', { scope: 'col' }, [
    visible(name),
    day === null ? null : h('small', null, visible(day)),
    source ? h('small', null, l10n.t('source')) : null,
  ]);

function boardRow(view: PageView, row: SheetRow<Place>): ComponentChild {
  const nobody = row.kind === 'quote' ? l10n.t('Nobody named') : l10n.t('Figure');
  return h('tr', null, [
    h('th', { scope: 'row' }, [
      row.heading === '' ? nobody : visible(row.heading),
      row.severity === null ? null : h('small', { class: row.severity }, gradeNames()[row.severity]),
      row.accepted ? h('small', null, l10n.t('accepted')) : null,
      row.timeline === null
        ? null
        : h('small', null, row.timeline.map(({ at, text }) => visible(`${at}: ${text}`)).join(' · ')),
    ]),
    ...row.cells.map((cell) => (cell === null ? h('td', { class: 'none' }, '–') : boardCell(view, row, cell))),
  ]);
}

function boardCell({ placeOf }: PageView, row: SheetRow<Place>, cell: SheetCell<Place>): ComponentChild {
  const words = cell.words.map(({ text, differs }) => (differs ? h('mark', null, visible(text)) : visible(text)));
  const { line } = placeOf(cell.place.articleId, cell.place.start);
  const from = cell.from !== null && cell.from.name !== row.heading ? visible(cell.from.name) : '';
  const notes = [
    from,
    cell.relation === 'reported' ? l10n.t('without marks') : '',
    cell.tentative ? l10n.t('likely the same') : '',
    l10n.t('line {0}', line),
  ];
  return h('td', cell.relation === 'differs' ? { class: 'differs' } : null, [
    cell.quoted ? '“' : '',
    ...words,
    cell.quoted ? '”' : '',
    h('small', null, notes.filter((note) => note !== '').join(' · ')),
  ]);
}
