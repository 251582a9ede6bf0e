import {
  Disposable,
  OverviewRulerLane,
  Range,
  ThemeColor,
  window,
  workspace,
  type TextEditor,
  type TextEditorDecorationType,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { State } from 'vscode-languageclient';
import { settingsSection, type WireRange } from '../../../server/src/protocol';
import { marksMethod, type MarksParams, type MarksResult } from '../../../server/src/protocol/reading';
import { isCopy, languages as articleLanguages } from '../documents';
import type { StoryFeed } from '../stories/feed';

/** How long edits and news from the server are waited for, in ms: marks beside the scroll bar can be a moment late. */
const patience = 250;

/**
 * Marks the quotes and figures of the visible articles in the overview ruler: in one colour what other files have as
 * well, in another what they have otherwise. Problems are left to the editor, which marks them itself.
 */
export function registerMarks(client: BaseLanguageClient, feed: StoryFeed): Disposable {
  const linked = rulerMark('secondSource.overviewRuler.linkedForeground');
  const differing = rulerMark('secondSource.overviewRuler.differingForeground');
  let timer: NodeJS.Timeout | undefined;
  const later = (): void => {
    clearTimeout(timer);
    timer = setTimeout(markAll, patience);
  };
  const markAll = (): void => {
    for (const editor of window.visibleTextEditors) if (isArticle(editor)) void mark(editor);
  };

  async function mark(editor: TextEditor): Promise<void> {
    const { document } = editor;
    const { version } = document;
    const params: MarksParams = { uri: client.code2ProtocolConverter.asUri(document.uri) };
    const isOn = workspace.getConfiguration(settingsSection).get<boolean>('overviewRuler', true);
    const none: MarksResult = { linked: [], differing: [] };
    const answer = client.state === State.Running && isOn ? client.sendRequest<MarksResult>(marksMethod, params) : none;
    const marks = await Promise.resolve(answer).catch(() => none);
    // Text that has changed since has asked anew already; VS Code has moved the old marks along.
    if (document.isClosed || document.version !== version) return;
    editor.setDecorations(linked, marks.linked.map(asRange));
    editor.setDecorations(differing, marks.differing.map(asRange));
  }

  const listening = [
    feed.onDidChange(later),
    window.onDidChangeVisibleTextEditors(later),
    workspace.onDidChangeTextDocument(({ document }) => {
      if (window.visibleTextEditors.some((editor) => editor.document === document && isArticle(editor))) later();
    }),
    workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration(`${settingsSection}.overviewRuler`)) later();
    }),
    client.onDidChangeState(later),
  ];
  later();
  return Disposable.from(linked, differing, ...listening, { dispose: () => clearTimeout(timer) });
}

function rulerMark(color: string): TextEditorDecorationType {
  // Problems stand in the right lane, changes under version control in the left one.
  return window.createTextEditorDecorationType({
    overviewRulerColor: new ThemeColor(color),
    overviewRulerLane: OverviewRulerLane.Center,
  });
}

const isArticle = ({ document }: TextEditor): boolean =>
  articleLanguages.includes(document.languageId) && isCopy(document);

const asRange = ({ start, end }: WireRange): Range => new Range(start.line, start.character, end.line, end.character);
