import type { WireLocation } from '../../../server/src/protocol';
import type { WireProblem } from '../../../server/src/protocol/stories';

/** What a node stands for; with `traits` it tells which menu items it gets. */
export type NodeKind = 'story' | 'group' | 'heading' | 'row' | 'place' | 'problem' | 'article';

/** What a node is besides its kind, for the `viewItem` of menus. */
export type NodeTrait = 'conflict' | 'accepted' | 'located' | 'source' | 'draft' | 'several' | 'rest';

export interface NodeIcon {
  readonly id: string;
  /** The name of a theme colour. */
  readonly color?: string;
}

/**
 * One line of the story view, as plain data. The context menus' commands are handed the node: `problem` is what it tells
 * of, `place` where it leads, `story` the story that it belongs to.
 */
export interface StoryNode {
  /** Stays the same while what it stands for stays. */
  readonly id: string;
  readonly kind: NodeKind;
  readonly traits: readonly NodeTrait[];
  readonly label: string;
  readonly description: string;
  /** Plain text: an article's words are never read as Markdown. */
  readonly tooltip: string;
  /** What a screen reader says. */
  readonly spoken: string;
  readonly icon: NodeIcon | null;
  readonly expanded: boolean;
  /** Null for a story whose sheet nobody has asked for yet. */
  readonly children: readonly StoryNode[] | null;
  readonly story: string;
  readonly problem?: WireProblem;
  readonly place?: WireLocation;
}
