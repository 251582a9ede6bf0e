import { Uri, l10n, window } from 'vscode';
import type { StoryHead } from '../../../server/src/protocol/stories';
import { restId } from '../../../server/src/protocol/stories';
import { plainText } from '../plainText';
import type { StoryFeed } from '../stories/feed';

/**
 * The story that a command is about: the one that its argument names (an id, or a node of the view or a lens that holds
 * one), else that of the article at hand, else the only one, else the one chosen from a list. Undefined: none.
 */
export async function pickStory(feed: StoryFeed, argument: unknown): Promise<StoryHead | undefined> {
  const stories = (await feed.stories()).stories.filter(({ id }) => id !== restId);
  const asked = storyIn(argument);
  const named = stories.find(({ id }) => id === asked);
  if (named) return named;
  const here = window.activeTextEditor?.document.uri.toString();
  const own = here === undefined ? [] : stories.filter((story) => holds(story, here));
  if (own.length === 1) return own[0];
  const choices = own.length > 0 ? own : stories;
  if (choices.length === 0) {
    void window.showInformationMessage(
      l10n.t('There is no story yet: no two articles here have enough in common to tell of the same event.'),
    );
    return undefined;
  }
  if (choices.length === 1) return choices[0];
  const chosen = await window.showQuickPick(
    choices.map((story) => ({
      label: plainText(titleOf(story)),
      description: story.date ?? '',
      detail: plainText(story.columns.map(({ name }) => name).join(', ')),
      story,
    })),
    { title: l10n.t('Story Board'), placeHolder: l10n.t('Which story?'), matchOnDetail: true },
  );
  return chosen?.story;
}

/** The story that holds most of the articles; undefined where none holds any. */
export function storyOf(stories: readonly StoryHead[], articles: readonly string[]): StoryHead | undefined {
  const wanted = new Set(articles.map(canonical));
  const shared = ({ columns }: StoryHead) => columns.filter(({ article }) => wanted.has(canonical(article))).length;
  const [best] = stories
    .filter(({ id }) => id !== restId)
    .map((story) => ({ story, shared: shared(story) }))
    .sort((a, b) => b.shared - a.shared);
  return best && best.shared > 0 ? best.story : undefined;
}

/** What a story is called: its headline, or where it has none its first article's name. */
export const titleOf = (story: Pick<StoryHead, 'title' | 'columns'>): string =>
  story.title || (story.columns[0]?.name ?? '');

const holds = (story: StoryHead, uri: string): boolean => storyOf([story], [uri]) !== undefined;

/** Two writings of one URI, as a drive's letter in either case, made one. */
function canonical(uri: string): string {
  try {
    return Uri.parse(uri, true).toString();
  } catch {
    return uri;
  }
}

function storyIn(argument: unknown): string | undefined {
  if (typeof argument === 'string') return argument;
  if (typeof argument !== 'object' || argument === null || !('story' in argument)) return undefined;
  return storyIdOf(argument.story);
}

/** A node may hold the story's id, or its head. */
function storyIdOf(story: unknown): string | undefined {
  if (typeof story === 'string') return story;
  if (typeof story !== 'object' || story === null || !('id' in story)) return undefined;
  return typeof story.id === 'string' ? story.id : undefined;
}
