import type { Event, Uri } from 'vscode';
import type { WireClaims, WireFoundQuote, WireLink } from '../../../server/src/protocol/api';
import type { StoryHead, WireProblem, WireSheet } from '../../../server/src/protocol/stories';

/**
 * What other extensions and scripts get of this one, from `extensions.getExtension('second-source.second-source')` and its
 * `activate()`. Everything given out is plain JSON and frozen; positions count lines and UTF-16 units from 0. Fields may be
 * added; what is here is not renamed or taken away within a version.
 *
 * Nothing waits for the folder to be read: an answer tells what is known now, and `onDidChange` says when to ask again. A
 * promise is rejected, with a sentence that says why, for an argument of the wrong kind, for a document that is no article,
 * and while the language server is not running.
 */
export interface SecondSourceApi {
  readonly version: 1;
  /** All stories in short; last what belongs to none, under the id `rest`. */
  stories(): Promise<readonly StoryHead[]>;
  /** One story laid out: a column for each article, a row for each remark and each figure. */
  sheet(story: string): Promise<WireSheet>;
  /** What one article says: its quotes with their speakers, its figures with their claimants. */
  claims(article: Uri | string): Promise<WireClaims>;
  /** The article's links to other articles: of quotes, then of figures, each in the order of the text. */
  links(article: Uri | string): Promise<readonly WireLink[]>;
  /** The open and the accepted problems of one article, or of all: `accepted` is null for those that are open. */
  problems(article?: Uri | string): Promise<readonly WireProblem[]>;
  /** Where some words stand in the articles, the longest agreeing wording first; empty where no article has them. */
  findQuote(text: string): Promise<readonly WireFoundQuote[]>;
  /** Something that these functions give out may have changed. */
  readonly onDidChange: Event<void>;
}
