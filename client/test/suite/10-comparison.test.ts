import assert from 'node:assert/strict';
import {
  Range,
  TabInputTextDiff,
  WorkspaceEdit,
  commands,
  window,
  workspace,
  type Definition,
  type Location,
  type TabInputText,
  type TextEditor,
} from 'vscode';
import { article, openAt, positionOf, problems, until } from '../support/editor';

const scheme = 'second-source-compare';

/** The diff editor in front, its two URIs. */
function diffInFront(): TabInputTextDiff | undefined {
  const input = window.tabGroups.activeTabGroup.activeTab?.input as TabInputTextDiff | TabInputText | undefined;
  return input instanceof TabInputTextDiff ? input : undefined;
}

/** Waits until both sides of the diff editor in front are there; gives them left and right. */
async function bothSides(): Promise<readonly [TextEditor, TextEditor]> {
  const input = await until('a diff editor', window.tabGroups.onDidChangeTabs, diffInFront);
  const shown = (uri: string) => window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri);
  return until('both sides', window.onDidChangeVisibleTextEditors, () => {
    const [left, right] = [shown(input.original.toString()), shown(input.modified.toString())];
    return left && right ? ([left, right] as const) : undefined;
  });
}

async function openTextAt(name: string, words: string) {
  const document = await workspace.openTextDocument(article(name));
  return { document, uri: document.uri, position: positionOf(document, words) };
}

/** The line that stands beside a line of the other side: so many below the same heading. */
function opposite({ document }: TextEditor, line: number, other: TextEditor): string {
  let heading = line;
  while (heading > 0 && !document.lineAt(heading).text.startsWith('── ')) heading--;
  const there = other.document.getText().split('\n').indexOf(document.lineAt(heading).text);
  assert.notEqual(there, -1, `${document.lineAt(heading).text} does not stand on the other side`);
  return other.document.lineAt(there + line - heading).text;
}

const close = () => commands.executeCommand('workbench.action.closeActiveEditor');

describe('comparing', () => {
  before(async () => {
    await openAt('evening.txt');
    await problems('evening.txt', 3);
  });
  afterEach(close);

  it('Compare Passages opens the diff editor on both articles, at the passage, which stands beside the other one', async () => {
    const { document } = await openAt('evening.txt', 'fourteen');
    const position = positionOf(document, 'fourteen');
    const given = { uri: document.uri.toString(), position, other: article('morning.txt').toString() };
    await commands.executeCommand('secondSource.comparePassages', given);
    const [left, right] = await bothSides();
    assert.equal(left.document.uri.scheme, scheme);
    assert.match(window.tabGroups.activeTabGroup.activeTab?.label ?? '', /^morning\.txt ↔ evening\.txt: Marta Kovel$/);
    const line = right.selection.active.line;
    assert.match(right.document.lineAt(line).text, /fourteen new lifeboats/);
    await until('the passage to be in sight', window.onDidChangeTextEditorVisibleRanges, () =>
      right.visibleRanges.some((range) => range.contains(right.selection.active)) ? true : undefined,
    );
    assert.match(right.document.lineAt(line - 1).text, /^── \d+ ── In both: line 5 left, line 7 right$/);
    assert.match(opposite(right, line, left), /forty new lifeboats/);
  });

  it('Compare Passages compares figures too', async () => {
    const { document } = await openAt('evening.txt', '1,900');
    await commands.executeCommand('secondSource.comparePassages', {
      uri: document.uri,
      range: { start: positionOf(document, '1,900') },
    });
    const [, right] = await bothSides();
    assert.match(right.document.lineAt(right.selection.active.line).text, /1,900 passengers/);
  });

  it('Compare Passages takes the node of a tree: its problem, and the place in another article', async () => {
    const { document } = await openAt('evening.txt', 'fourteen');
    const start = positionOf(document, 'fourteen');
    const there = await workspace.openTextDocument(article('briefing.md'));
    const node = {
      problem: { place: { uri: document.uri.toString(), range: { start, end: start } } },
      place: { uri: there.uri.toString(), range: { start: positionOf(there, 'forty new') } },
    };
    await commands.executeCommand('secondSource.comparePassages', node);
    const [left] = await bothSides();
    assert.match(left.document.getText(), /forty new lifeboats.* Kovel said, reading from a sheet/);
  });

  it('lays any two places side by side that it is given', async () => {
    const at = async (name: string, words: string) => {
      const { uri, position } = await openTextAt(name, words);
      return { uri: uri.toString(), position };
    };
    const other = await at('morning.txt', 'customs house');
    await commands.executeCommand('secondSource.comparePassages', {
      ...(await at('evening.txt', 'No new date')),
      other,
    });
    const [left, right] = await bothSides();
    const line = right.selection.active.line;
    assert.equal(right.document.lineAt(line).text, 'No new date was set.');
    assert.match(opposite(right, line, left), /customs house/);
  });

  it('keeps up with an article that is edited', async () => {
    await commands.executeCommand('secondSource.compareArticles', article('morning.txt'), [
      article('morning.txt'),
      article('evening.txt'),
    ]);
    const [, right] = await bothSides();
    const { document } = await openTextAt('evening.txt', 'No new date');
    const edit = new WorkspaceEdit();
    edit.insert(document.uri, positionOf(document, 'No new date').with({ character: 0 }), 'Both sides went home. ');
    assert.ok(await workspace.applyEdit(edit));
    await until('the new sentence', workspace.onDidChangeTextDocument, () =>
      right.document.getText().includes('Both sides went home.') ? true : undefined,
    );
    const back = new WorkspaceEdit();
    const start = positionOf(document, 'Both sides went home. ').with({ character: 0 });
    back.delete(document.uri, new Range(start, start.translate(0, 'Both sides went home. '.length)));
    assert.ok(await workspace.applyEdit(back));
    assert.ok(await document.save());
  });

  it('leads from a line to the article that it stands in', async () => {
    await commands.executeCommand('secondSource.compareArticles', article('morning.txt'), [
      article('morning.txt'),
      article('evening.txt'),
    ]);
    const [left] = await bothSides();
    assert.match(left.document.lineAt(0).text, /^\d+% of the words of morning\.txt stand in evening\.txt\.$/);
    const [found] = await commands.executeCommand<(Definition & Location)[]>(
      'vscode.executeDefinitionProvider',
      left.document.uri,
      positionOf(left.document, 'forty new lifeboats'),
    );
    assert.equal(found?.uri.toString(), article('morning.txt').toString());
    assert.equal(found.range.start.line, 4);
  });

  it('leaves nothing behind when it is closed', async () => {
    await commands.executeCommand('secondSource.compareArticles', article('morning.txt'), [
      article('morning.txt'),
      article('evening.txt'),
    ]);
    await bothSides();
    await close();
    assert.equal(
      window.tabGroups.all.some(({ tabs }) => tabs.some(({ input }) => input instanceof TabInputTextDiff)),
      false,
    );
  });

  it('takes what it can’t compare without a fault', async () => {
    await openAt('evening.txt', 'No new date');
    await commands.executeCommand('secondSource.comparePassages');
    await commands.executeCommand('secondSource.comparePassages', { uri: 'no uri', position: { line: 'x' } });
    await commands.executeCommand('secondSource.compareArticles', article('desk.json'));
    assert.equal(diffInFront(), undefined);
  });
});
