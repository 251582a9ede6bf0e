import { From, Standing, Wording } from './cell';
import { SeverityIcon, Icon } from './icons';
import type { BoardAction, BoardCell, BoardColumn, BoardProblem, BoardRow, BoardStrings } from './messages';
import { dayText, fill } from './text';
import { Timeline, TimelineList } from './timeline';

interface DetailsProps {
  readonly row: BoardRow | null;
  readonly column: BoardColumn | null;
  readonly cell: BoardCell | null;
  readonly strings: BoardStrings;
  readonly language: string;
  readonly act: (action: BoardAction) => void;
}

/** Below the grid: the chosen cell whole, what is wrong with it, and what can be done. */
export function Details({ row, column, cell, strings, language, act }: DetailsProps) {
  return (
    <section class="details" aria-label={strings.details} tabIndex={0}>
      {row && cell && column ? (
        <Passage row={row} cell={cell} column={column} strings={strings} language={language} act={act} />
      ) : (
        !row?.timeline && (
          <p class="muted">{row && column ? fill(strings.missing, column.name) : strings.nothingChosen}</p>
        )
      )}
      {row?.timeline && (
        <div class="history">
          <Timeline
            id="history"
            heading={row.heading}
            points={row.timeline}
            width={320}
            height={72}
            strings={strings}
            language={language}
          />
          <TimelineList points={row.timeline} strings={strings} language={language} />
        </div>
      )}
    </section>
  );
}

function Passage(props: {
  row: BoardRow;
  cell: BoardCell;
  column: BoardColumn;
  strings: BoardStrings;
  language: string;
  act: (action: BoardAction) => void;
}) {
  const { row, cell, column, strings, language, act } = props;
  const open = cell.problems.filter(({ accepted }) => !accepted);
  return (
    <div class="passage">
      <div class="bar">
        <span class="strong">{column.name}</span>
        {cell.from ? (
          <From from={cell.from} strings={strings} />
        ) : (
          row.heading && row.kind === 'figure' && <span class="from">{row.heading}</span>
        )}
        <Standing cell={cell} strings={strings} />
        <span class="buttons">
          <button type="button" onClick={() => act('goToPassage')}>
            {strings.goToPassage}
          </button>
          {row.cells.filter(Boolean).length > 1 && (
            <button type="button" class="secondary" onClick={() => act('comparePassages')}>
              {strings.comparePassages}
            </button>
          )}
          {open.length > 0 && (
            <button type="button" class="secondary" onClick={() => act('acceptDifference')}>
              {strings.acceptDifference}
            </button>
          )}
        </span>
      </div>
      <p class="whole">
        <Wording cell={cell} />
      </p>
      {cell.problems.map((problem, index) => (
        <Problem key={index} problem={problem} strings={strings} language={language} />
      ))}
    </div>
  );
}

function Problem({ problem, strings, language }: { problem: BoardProblem; strings: BoardStrings; language: string }) {
  const { accepted, severity, message } = problem;
  return (
    <p class={accepted ? 'problem muted' : 'problem'}>
      {accepted ? (
        <Icon name="accepted" label={strings.accepted} />
      ) : (
        <SeverityIcon severity={severity} label={strings.severity[severity]} />
      )}
      <span>
        {message}
        {accepted && (
          <span class="reason">
            {' '}
            {accepted.by && accepted.at
              ? fill(strings.acceptedBy, accepted.reason, accepted.by, dayText(accepted.at.slice(0, 10), language))
              : fill(strings.acceptedWhy, accepted.reason)}
          </span>
        )}
      </span>
    </p>
  );
}
