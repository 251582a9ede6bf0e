import { Position, Uri, window, type Disposable, type TextEditor, type TreeView } from 'vscode';
import type { StoryNode } from './nodes';
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
  onFault: (error: unknown) => void,
): Following {
  let isOn = false;
  let timer: NodeJS.Timeout | undefined;

  async function follow(editor: TextEditor): Promise<void> {
    const node = await nodeAt(tree, editor);
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
async function nodeAt(tree: StoryTree, { document, selection }: TextEditor): Promise<StoryNode | undefined> {
  const uri = document.uri.toString();
  for (const story of await tree.roots()) {
    const groups = await tree.childrenOf(story);
    const isHere = groups.some(({ children }) => children?.some((one) => one.kind === 'article' && isAt(one, uri)));
    if (!isHere) continue;
    let best: { readonly node: StoryNode; readonly width: number } | undefined;
    for (const row of rowsIn(groups)) {
      for (const { place } of [row, ...(row.children ?? [])]) {
        if (!place || Uri.parse(place.uri).toString() !== uri) continue;
        const { start, end } = place.range;
        const from = document.offsetAt(document.validatePosition(positionOf(start)));
        const to = document.offsetAt(document.validatePosition(positionOf(end)));
        const at = document.offsetAt(selection.active);
        if (from <= at && at <= to && (!best || to - from < best.width)) best = { node: row, width: to - from };
      }
    }
    return best?.node ?? story;
  }
  return undefined;
}

function* rowsIn(nodes: readonly StoryNode[]): Generator<StoryNode> {
  for (const node of nodes) {
    if (node.kind === 'row' || node.kind === 'problem') yield node;
    else yield* rowsIn(node.children ?? []);
  }
}

const isAt = ({ place }: StoryNode, uri: string): boolean =>
  place !== undefined && Uri.parse(place.uri).toString() === uri;

const positionOf = ({ line, character }: { readonly line: number; readonly character: number }): Position =>
  new Position(line, character);
