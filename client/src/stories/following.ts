import { Position, Uri, window, type Disposable, type TextEditor, type TreeView } from 'vscode';
import type { StoryFeed } from './feed';
import type { StoryNode } from './node';
import type { StoryTree } from './storyTree';

/** How long the cursor must rest before the tree follows it, in ms. */
const rest = 250;

/** Shows in the tree where the cursor is, while that is switched on and the tree is seen. */
export interface Following extends Disposable {
  set(on: boolean): void;
}

/** Starts switched off. `onFault` hears of a tree that could not be brought there. */
export function startFollowing(
  view: TreeView<StoryNode>,
  tree: StoryTree,
  feed: StoryFeed,
  onFault: (error: unknown) => void,
): Following {
  let isOn = false;
  let timer: NodeJS.Timeout | undefined;

  async function follow(editor: TextEditor): Promise<void> {
    const node = await nodeAt(tree, feed, editor);
    // The tree may have been hidden, or its nodes made anew, while they were asked for.
    if (node && isOn && view.visible && window.activeTextEditor === editor) {
      await view.reveal(node, { select: true, focus: false });
    }
  }
  const later = (editor: TextEditor | undefined): void => {
    clearTimeout(timer);
    if (!isOn || !view.visible || !editor) return;
    timer = setTimeout(() => {
      follow(editor).catch(onFault);
    }, rest);
  };
  const listening = [
    window.onDidChangeActiveTextEditor(later),
    window.onDidChangeTextEditorSelection(({ textEditor }) => {
      if (textEditor === window.activeTextEditor) later(textEditor);
    }),
    view.onDidChangeVisibility(() => {
      later(window.activeTextEditor);
    }),
  ];
  return {
    set(on) {
      isOn = on;
      later(window.activeTextEditor);
    },
    dispose() {
      clearTimeout(timer);
      for (const one of listening) one.dispose();
    },
  };
}

/** What the tree has of the words at the cursor: the narrowest row around it, else the story. */
async function nodeAt(tree: StoryTree, feed: StoryFeed, editor: TextEditor): Promise<StoryNode | undefined> {
  const { document, selection } = editor;
  const uri = document.uri.toString();
  // The heads say which story it is: only that one's sheet is asked for.
  const head = (await feed.stories()).stories.find(({ columns }) =>
    columns.some(({ article }) => isSame(article, uri)),
  );
  const story = head && (await tree.roots()).find((node) => node.story === head.id);
  if (!story) return undefined;
  const at = document.offsetAt(selection.active);
  let best: { readonly node: StoryNode; readonly width: number } | undefined;
  for (const row of rowsIn(await tree.childrenOf(story))) {
    for (const { place } of [row, ...(row.children ?? [])]) {
      if (!place || !isSame(place.uri, uri)) continue;
      const { start, end } = place.range;
      const from = document.offsetAt(document.validatePosition(positionOf(start)));
      const to = document.offsetAt(document.validatePosition(positionOf(end)));
      if (from <= at && at <= to && (!best || to - from < best.width)) best = { node: row, width: to - from };
    }
  }
  return best?.node ?? story;
}

function* rowsIn(nodes: readonly StoryNode[]): Generator<StoryNode> {
  for (const node of nodes) {
    if (node.kind === 'row' || node.kind === 'problem') yield node;
    else yield* rowsIn(node.children ?? []);
  }
}

/** The server spells a URI as the editor does where it has been told of it, else by its own rules. */
const isSame = (told: string, uri: string): boolean => told === uri || Uri.parse(told).toString() === uri;

const positionOf = ({ line, character }: { readonly line: number; readonly character: number }): Position =>
  new Position(line, character);
