import { EventEmitter, type Disposable, type Event } from 'vscode';
import { State, type BaseLanguageClient } from 'vscode-languageclient';
import {
  changedMethod,
  sheetMethod,
  storiesMethod,
  type ChangedParams,
  type SheetParams,
  type SheetResult,
  type StoriesResult,
} from '../../../server/src/protocol/stories';

/** The stories as the server knows them: asked for by whoever shows them, and kept until the server says more. */
export interface StoryFeed extends Disposable {
  /** What the views show may have changed. */
  readonly onDidChange: Event<void>;
  /** `conflicts` may be another number. */
  readonly onDidCount: Event<void>;
  /** How many disagreements are open in all stories, as the server last said; none where no server runs. */
  readonly conflicts: number;
  stories(): Promise<StoriesResult>;
  /** One story whole; null where there is none of that id any more. */
  sheet(story: string): Promise<SheetResult>;
}

export function createStoryFeed(client: BaseLanguageClient): StoryFeed {
  const changed = new EventEmitter<void>();
  const counted = new EventEmitter<void>();
  let stories: Promise<StoriesResult> | null = null;
  const sheets = new Map<string, Promise<SheetResult>>();
  const forget = () => {
    stories = null;
    sheets.clear();
  };
  let conflicts = 0;
  const count = (now: number) => {
    conflicts = now;
    counted.fire();
  };
  // What an earlier server knew, a new one may call by other names.
  const restarts = client.onDidChangeState(({ newState }) => {
    if (newState === State.Running) forget();
    else count(0);
  });
  const listening = client.onNotification(changedMethod, (said: ChangedParams) => {
    count(said.conflicts);
    forget();
    changed.fire();
  });

  /** An answer is kept; a failure is not, so that the next one to ask has another try. */
  const kept = <T>(answer: Promise<T>, release: () => void): Promise<T> => {
    answer.catch(release);
    return answer;
  };
  return {
    onDidChange: changed.event,
    onDidCount: counted.event,
    get conflicts() {
      return conflicts;
    },
    stories: () =>
      (stories ??= kept(client.sendRequest<StoriesResult>(storiesMethod, {}), () => {
        stories = null;
      })),
    sheet(story) {
      const known = sheets.get(story);
      if (known) return known;
      const params: SheetParams = { story };
      const asked = kept(client.sendRequest<SheetResult>(sheetMethod, params), () => sheets.delete(story));
      sheets.set(story, asked);
      return asked;
    },
    dispose() {
      forget();
      listening.dispose();
      restarts.dispose();
      changed.dispose();
      counted.dispose();
    },
  };
}
