import { gravest } from './filter';
import { SeverityIcon, Icon } from './icons';
import { hasLabels, namesFrom } from './layout';
import type { BoardCell, BoardRow, BoardStrings } from './messages';
import { fill } from './text';

/** An article's wording, with the words marked that other articles have otherwise. */
export function Wording({ cell }: { cell: BoardCell }) {
  const [open, close] = cell.quoted ? ['“', '”'] : ['', ''];
  return (
    <>
      {spokenBound(cell) && <span class="bound">{cell.bound} </span>}
      {open}
      {cell.words.map(({ text, differs }, index) => (differs ? <mark key={index}>{text}</mark> : text))}
      {close}
    </>
  );
}

/** The bound, unless the wording begins with it. */
function spokenBound(cell: BoardCell): boolean {
  const start = cell.words.map(({ text }) => text).join('');
  return cell.bound !== null && !start.toLowerCase().includes(cell.bound.toLowerCase());
}

/** What stands in a cell of the grid. */
export function CellContent({ row, cell, strings }: { row: BoardRow; cell: BoardCell; strings: BoardStrings }) {
  const severity = gravest(cell);
  return (
    <>
      <div class="wording">
        {severity && <SeverityIcon severity={severity} label={strings.severity[severity]} />}
        <Wording cell={cell} />
      </div>
      {hasLabels(row, cell) && (
        <div class="labels">
          {namesFrom(row, cell) && cell.from && <From from={cell.from} strings={strings} />}
          <Standing cell={cell} strings={strings} />
        </div>
      )}
    </>
  );
}

export function From({ from, strings }: { from: NonNullable<BoardCell['from']>; strings: BoardStrings }) {
  return <span class="from">{from.sure ? from.name : fill(strings.unsure, from.name)}</span>;
}

/** How the wording stands to the other articles', in a word each. */
export function Standing({ cell, strings }: { cell: BoardCell; strings: BoardStrings }) {
  const accepted = cell.problems.find((problem) => problem.accepted)?.accepted;
  return (
    <>
      {cell.relation === 'excerpt' && <span class="label">{strings.excerpt}</span>}
      {cell.relation === 'reported' && <span class="label">{strings.reported}</span>}
      {cell.tentative && <span class="label">{strings.tentative}</span>}
      {cell.places > 1 && <span class="label">{fill(strings.times, cell.places)}</span>}
      {accepted && (
        <span class="label" title={fill(strings.acceptedWhy, accepted.reason)}>
          <Icon name="accepted" /> {strings.accepted}
        </span>
      )}
    </>
  );
}
