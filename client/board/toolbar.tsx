import type { Ref } from 'preact';
import { everything, type BoardFilter, type BoardHead, type BoardStrings } from './messages';
import { SeverityIcon } from './icons';
import { counted, fill } from './text';

interface ToolbarProps {
  readonly head: BoardHead;
  readonly filter: BoardFilter;
  readonly speakers: readonly string[];
  /** Rows shown, and rows there are. */
  readonly shown: number;
  readonly all: number;
  readonly strings: BoardStrings;
  readonly searchBox: Ref<HTMLInputElement>;
  readonly change: (filter: BoardFilter) => void;
  /** Back to the grid. */
  readonly leave: () => void;
  readonly showProblems: () => void;
}

/** What is shown and how much of it: the filters, and the count of rows. */
export function Toolbar(props: ToolbarProps) {
  const { head, filter, speakers, shown, all, strings, searchBox, change, leave, showProblems } = props;
  const isKind = (value: string): value is BoardFilter['kind'] => ['all', 'quote', 'figure'].includes(value);
  return (
    <div
      class="toolbar"
      role="search"
      aria-label={strings.filters}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        leave();
      }}
    >
      <input
        ref={searchBox}
        type="search"
        value={filter.text}
        placeholder={strings.search}
        aria-label={strings.search}
        onInput={(event) => change({ ...filter, text: event.currentTarget.value })}
      />
      <select
        value={filter.speaker}
        aria-label={strings.speaker}
        onChange={(event) => change({ ...filter, speaker: event.currentTarget.value })}
      >
        <option value="">{strings.everybody}</option>
        {/* Who was chosen stays in the list, also when the last of their words has just been deleted. */}
        {(speakers.includes(filter.speaker) || !filter.speaker ? speakers : [filter.speaker, ...speakers]).map(
          (name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ),
        )}
      </select>
      <select
        value={filter.kind}
        aria-label={strings.kind}
        onChange={({ currentTarget: { value } }) => isKind(value) && change({ ...filter, kind: value })}
      >
        <option value="all">{strings.allKinds}</option>
        <option value="quote">{strings.quotes}</option>
        <option value="figure">{strings.figures}</option>
      </select>
      <label class="check">
        <input
          type="checkbox"
          checked={filter.conflicts}
          onChange={(event) => change({ ...filter, conflicts: event.currentTarget.checked })}
        />
        {strings.onlyConflicts}
      </label>
      <span class="count" role="status">
        {shown === all ? counted(all, strings.oneRow, strings.allRows) : fill(strings.rowCount, shown, all)}
      </span>
      {shown !== all && (
        <button type="button" class="link" onClick={() => change(everything)}>
          {strings.clearFilters}
        </button>
      )}
      {head.others > 0 && (
        <button type="button" class="link others" onClick={showProblems}>
          <SeverityIcon severity="information" label="" />
          {counted(head.others, strings.otherProblem, strings.otherProblems)}
        </button>
      )}
    </div>
  );
}
