import type { CancellationToken } from 'vscode-languageserver';
import type { Analysis } from '../analysis';
import { headsInSteps, sheetInSteps } from '../features/storySheet';
import type { Place } from '../features/lookup';
import {
  sheetMethod,
  storiesMethod,
  type SheetParams,
  type SheetProblem,
  type SheetResult,
  type StoriesResult,
  type StoryHead,
  type StorySheet,
  type WireProblem,
  type WireSheet,
} from '../protocol/stories';
import type { WireLocation } from '../protocol';
import { toRange } from './convert';
import { cancelled, guarded, type Answer } from './dispatch';
import type { HandlerParts } from './handlers';
import { createBreather } from './turn';

/** The stories and their sheets, for the story view, the board and scripts. */
export function registerStories({ connection, host, uriOf, logger }: HandlerParts): void {
  const answerStories = guarded<null, StoriesResult>(
    logger,
    storiesMethod,
    { revision: 0, stories: [] },
    async (_, token): Promise<Answer<StoriesResult>> => {
      const breathe = createBreather();
      while (!host.prepare(20)) {
        await breathe();
        if (token.isCancellationRequested) return cancelled;
      }
      const analysis = host.snapshot();
      // The heads count every article's problems. Working these out may take a while the first time.
      for (const id of analysis.ids) {
        analysis.problems(id);
        await breathe();
        if (token.isCancellationRequested) return cancelled;
      }
      const heads = await inTurns(headsInSteps(analysis), token);
      if (heads === cancelled) return cancelled;
      return { revision: analysis.revision, stories: heads.map((head) => headOnWire(head, uriOf)) };
    },
  );
  connection.onRequest(storiesMethod, (...given: readonly unknown[]) =>
    // A request that has no parameters is handed its token alone.
    answerStories(null, given[given.length - 1] as CancellationToken),
  );

  connection.onRequest(
    sheetMethod,
    guarded<SheetParams, SheetResult>(logger, sheetMethod, null, async ({ story }, token) => {
      if (typeof story !== 'string') return null;
      const analysis = host.snapshot();
      const sheet = await inTurns(sheetInSteps(analysis, story), token);
      if (sheet === cancelled) return cancelled;
      return sheet && { ...sheetOnWire(analysis, sheet, uriOf), revision: analysis.revision };
    }),
  );
}

/** Takes steps, and lets others have their turn in between. */
async function inTurns<T>(steps: Generator<void, T>, token: CancellationToken): Promise<T | typeof cancelled> {
  const breathe = createBreather();
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value;
    await breathe();
    if (token.isCancellationRequested) return cancelled;
  }
}

const headOnWire = (head: StoryHead, uriOf: (id: string) => string): StoryHead => ({
  id: head.id,
  title: head.title,
  date: head.date,
  columns: head.columns.map((column) => ({ ...column, article: uriOf(column.article) })),
  conflicts: head.conflicts,
  accepted: head.accepted,
  worst: head.worst,
});

/** A sheet with positions for offsets and URIs for ids. */
export function sheetOnWire(analysis: Analysis, sheet: StorySheet<Place>, uriOf: (id: string) => string): WireSheet {
  const locate = ({ articleId, start, end }: Place): WireLocation => {
    const article = analysis.get(articleId)?.article;
    const none = { line: 0, character: 0 };
    return { uri: uriOf(articleId), range: article ? toRange(article, { start, end }) : { start: none, end: none } };
  };
  const problem = ({ place, related, ...rest }: SheetProblem<Place>): WireProblem => ({
    ...rest,
    place: locate(place),
    related: related.map((one) => ({ place: locate(one.place), message: one.message })),
  });
  return {
    ...headOnWire(sheet, uriOf),
    rows: sheet.rows.map((row) => ({
      ...row,
      cells: row.cells.map(
        (cell) =>
          cell && {
            ...cell,
            place: locate(cell.place),
            again: cell.again.map(locate),
            problems: cell.problems.map(problem),
          },
      ),
    })),
    others: sheet.others.map(problem),
  };
}
