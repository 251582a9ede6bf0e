import type { ArticleId } from '../core/article';
import type { Config } from '../core/config';
import type { Desk } from '../core/desk';
import type { SharedNames } from '../core/displayNames';
import type { Clusters } from '../links/storyIndex';
import type { ArticleState } from './articleState';
import type { View } from './stateMap';

/** The articles as they are at one moment. */
export type States = View<ArticleId, ArticleState>;

/** What a snapshot is of. */
export interface Moment {
  readonly revision: number;
  readonly states: States;
  readonly names: SharedNames;
  readonly config: Config;
  readonly desk: Desk;
  readonly clusters: Clusters;
  /** How often an article has been given another name, or another day as its own. */
  readonly heads: number;
}
