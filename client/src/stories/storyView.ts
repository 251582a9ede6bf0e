import {
  Position,
  Range,
  Uri,
  ViewColumn,
  commands,
  l10n,
  window,
  type Disposable,
  type QuickPickItem,
  type TreeView,
} from 'vscode';
import type { WireLocation } from '../../../server/src/protocol';
import type { Parts } from '../parts';
import { isAtHand } from '../workspaceUri';
import { startFollowing } from './following';
import { openCommand } from './item';
import type { StoryNode } from './node';
import type { SortOrder } from './rowOrder';
import { createStoryTree, type StoryTree } from './storyTree';

export const storyViewId = 'secondSource.stories';

/** What is remembered for the folder. */
const sortKey = 'stories.sort';
const followKey = 'stories.follow';

/** The story view: a tree of stories with their conflicts, quotes and figures. */
export function registerStoryView({ context, feed, output }: Parts): Disposable[] {
  let filter = '';
  let sort = sortOrderOf(context.workspaceState.get(sortKey));
  const tree = createStoryTree(feed, () => ({ sort, filter: filter.trim().toLowerCase() }));
  const view = window.createTreeView(storyViewId, { treeDataProvider: tree, showCollapseAll: true });
  tree.setVisible(view.visible);

  const showState = (): void => {
    view.description = filter === '' ? '' : l10n.t('“{0}”', filter);
    void commands.executeCommand('setContext', 'secondSource.stories.filtered', filter !== '');
  };
  const setFilter = (next: string): void => {
    if (next === filter) return;
    filter = next;
    showState();
    tree.rebuild();
  };
  const showBadge = (): void => {
    const { conflicts } = feed;
    const tooltip = conflicts === 1 ? l10n.t('1 conflict') : l10n.t('{0} conflicts', conflicts);
    view.badge = conflicts > 0 ? { value: conflicts, tooltip } : undefined;
  };

  const following = startFollowing(view, tree, feed, (error) => {
    output.error(String(error));
  });
  const setFollowing = async (on: boolean): Promise<void> => {
    following.set(on);
    await context.workspaceState.update(followKey, on);
    await commands.executeCommand('setContext', 'secondSource.stories.following', on);
  };
  void setFollowing(context.workspaceState.get(followKey) === true);
  showState();

  return [
    tree,
    view,
    following,
    feed.onDidCount(showBadge),
    view.onDidChangeVisibility(({ visible }) => {
      tree.setVisible(visible);
    }),
    commands.registerCommand('secondSource.stories.filter', async () => {
      const asked = await window.showInputBox({
        title: l10n.t('Filter Stories'),
        prompt: l10n.t('Words, a speaker, what is counted, or a file name. Empty shows everything.'),
        value: filter,
      });
      if (asked !== undefined) setFilter(asked.trim());
    }),
    commands.registerCommand('secondSource.stories.clearFilter', () => {
      setFilter('');
    }),
    commands.registerCommand('secondSource.stories.sort', async () => {
      const chosen = await pickOrder(sort);
      if (!chosen || chosen === sort) return;
      sort = chosen;
      await context.workspaceState.update(sortKey, sort);
      tree.rebuild();
    }),
    commands.registerCommand('secondSource.stories.follow', () => setFollowing(true)),
    commands.registerCommand('secondSource.stories.unfollow', () => setFollowing(false)),
    commands.registerCommand(openCommand, (node?: StoryNode) => open(view, node, false)),
    commands.registerCommand('secondSource.stories.openToSide', (node?: StoryNode) => open(view, node, true)),
  ];
}

const sortOrderOf = (saved: unknown): SortOrder => (saved === 'position' || saved === 'speaker' ? saved : 'severity');

async function pickOrder(current: SortOrder): Promise<SortOrder | undefined> {
  const items: readonly (QuickPickItem & { readonly order: SortOrder })[] = [
    { order: 'severity', label: l10n.t('By severity'), detail: l10n.t('The gravest conflicts first.') },
    { order: 'position', label: l10n.t('By position'), detail: l10n.t('As they stand in the articles.') },
    { order: 'speaker', label: l10n.t('By speaker'), detail: l10n.t('By who said it or what is counted, A to Z.') },
  ];
  const shown = items.map((item) => ({ ...item, description: item.order === current ? l10n.t('now') : '' }));
  const picked = await window.showQuickPick(shown, { title: l10n.t('Sort Stories'), matchOnDetail: true });
  return picked?.order;
}

/** Goes to where a node leads: the one handed over, else the one that is selected. */
async function open(view: TreeView<StoryNode>, node: StoryNode | undefined, toSide: boolean): Promise<void> {
  const place = placeOf(node) ?? placeOf(view.selection[0]);
  if (!place) return;
  const { start, end } = place.range;
  const range = new Range(new Position(start.line, start.character), new Position(end.line, end.character));
  const uri = Uri.parse(place.uri);
  // Keybindings and other extensions may hand over anything.
  if (!isAtHand(uri)) return;
  await window.showTextDocument(uri, {
    selection: range,
    // A keyboard user chose it to read it there; the tree keeps its place.
    preserveFocus: false,
    ...(toSide ? { viewColumn: ViewColumn.Beside } : {}),
  });
}

const placeOf = (node: StoryNode | undefined): WireLocation | undefined => node?.place;

export type { StoryNode, StoryTree };
