import { EventEmitter, type Disposable, type Event, type TreeDataProvider, type TreeItem } from 'vscode';
import type { StoryHead } from '../../../server/src/protocol/stories';
import type { StoryFeed } from './feed';
import type { StoryNode } from './node';
import { storyChildren, storyNode, type NodeOptions } from './nodes';
import { itemOf } from './item';
import { createPacer } from './pacer';

/** How long changes are waited for, in ms. */
const quiet = 50;

/** The tree of stories. It asks for nothing while nobody looks, and tells only of stories that have changed. */
export interface StoryTree extends TreeDataProvider<StoryNode>, Disposable {
  readonly onDidChangeTreeData: Event<StoryNode | undefined>;
  getParent(node: StoryNode): StoryNode | undefined;
  /** Whether anybody sees the tree. What came in meanwhile is asked for when it is seen again. */
  setVisible(visible: boolean): void;
  /** The filter or the order is another: everything is made anew. */
  rebuild(): void;
  /** The stories in their order, with all that they have where `whole` says so. */
  roots(): Promise<readonly StoryNode[]>;
  childrenOf(node: StoryNode): Promise<readonly StoryNode[]>;
}

/** A story as the tree knows it: its node stays one object, for the tree knows it by that. */
interface Shown {
  readonly node: StoryNode;
  /** What the node was made from, to tell whether a new answer says anything new. */
  head: string;
  /** What was shown below it, once that was asked for. */
  children: readonly StoryNode[] | null;
  sheet: string;
}

/** Makes the tree. `options` is asked each time nodes are made. */
export function createStoryTree(feed: StoryFeed, options: () => NodeOptions): StoryTree {
  const changed = new EventEmitter<StoryNode | undefined>();
  let shown = new Map<string, Shown>();
  const parents = new WeakMap<StoryNode, StoryNode>();
  let isVisible = false;
  let isStale = false;

  const adopt = (parent: StoryNode): void => {
    for (const child of parent.children ?? []) {
      parents.set(child, parent);
      adopt(child);
    }
  };

  async function roots(): Promise<readonly StoryNode[]> {
    const { stories } = await feed.stories();
    const { filter, sort } = options();
    const next = new Map<string, Shown>();
    for (const head of ordered(stories, sort)) {
      const made = storyNode(head, filter);
      const known = shown.get(made.id);
      const entry: Shown = known ?? { node: { ...made }, head: '', children: null, sheet: '' };
      Object.assign(entry.node, made);
      entry.head = JSON.stringify(made);
      // With a filter on, a story that has nothing of it isn't shown; to know that it must be looked into.
      if (filter !== '' && (await load(entry)).length === 0 && !made.label.toLowerCase().includes(filter)) continue;
      next.set(made.id, entry);
    }
    shown = next;
    return [...next.values()].map(({ node }) => node);
  }

  async function load(entry: Shown): Promise<readonly StoryNode[]> {
    const sheet = await feed.sheet(entry.node.story);
    const children = sheet ? storyChildren(sheet, options()) : [];
    const written = JSON.stringify(children);
    // The same nodes as before stay the same objects.
    if (entry.children && written === entry.sheet) return entry.children;
    entry.children = children;
    entry.sheet = written;
    for (const child of children) {
      parents.set(child, entry.node);
      adopt(child);
    }
    return children;
  }

  /** Asks anew, and tells of what has changed: the list of stories, or single ones. */
  async function refresh(): Promise<void> {
    const { stories } = await feed.stories();
    const { filter, sort } = options();
    const nodes = ordered(stories, sort).map((head) => storyNode(head, filter));
    const before = [...shown.keys()];
    const isSameList = nodes.length === before.length && nodes.every(({ id }, i) => id === before[i]);
    if (!isSameList || filter !== '') {
      changed.fire(undefined);
      return;
    }
    for (const made of nodes) {
      const entry = shown.get(made.id);
      if (!entry) continue;
      const written = JSON.stringify(made);
      const had = entry.sheet;
      const isOther = entry.head !== written;
      Object.assign(entry.node, made);
      entry.head = written;
      if (entry.children) await load(entry);
      if (isOther || entry.sheet !== had) changed.fire(entry.node);
    }
  }

  // A server that is gone says nothing; the next change asks again.
  const pacer = createPacer(quiet, () => refresh().catch(() => undefined));
  const update = (): void => {
    if (!isVisible) {
      isStale = true;
      return;
    }
    isStale = false;
    pacer.later();
  };
  const listening = feed.onDidChange(update);

  async function childrenOf(node: StoryNode): Promise<readonly StoryNode[]> {
    if (node.kind !== 'story') return node.children ?? [];
    const entry = [...shown.values()].find((one) => one.node === node);
    return entry ? load(entry) : [];
  }

  return {
    onDidChangeTreeData: changed.event,
    getTreeItem: (node): TreeItem => itemOf(node),
    getChildren: async (node) => [...(node ? await childrenOf(node) : await roots())],
    getParent: (node) => parents.get(node),
    setVisible(visible) {
      isVisible = visible;
      if (visible && isStale) update();
    },
    rebuild() {
      shown = new Map();
      changed.fire(undefined);
    },
    async roots() {
      return shown.size > 0 ? [...shown.values()].map(({ node }) => node) : roots();
    },
    childrenOf,
    dispose() {
      listening.dispose();
      pacer.dispose();
      changed.dispose();
    },
  };
}

/** The stories with most conflicts first, unless another order was asked for; what belongs to none comes last. */
function ordered(stories: readonly StoryHead[], sort: NodeOptions['sort']): readonly StoryHead[] {
  if (sort !== 'severity') return stories;
  const rank = ({ id, conflicts }: StoryHead): number => (id === 'rest' ? -1 : conflicts);
  return [...stories].sort((a, b) => rank(b) - rank(a));
}
