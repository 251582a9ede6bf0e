import type { ExtensionContext, LogOutputChannel } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { StoryFeed } from './stories/feed';

/** What the parts of the extension are made from. */
export interface Parts {
  readonly context: ExtensionContext;
  readonly client: BaseLanguageClient;
  /** The stories as the server knows them now. */
  readonly feed: StoryFeed;
  readonly output: LogOutputChannel;
}
