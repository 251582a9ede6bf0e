import assert from 'node:assert/strict';
import {
  ConfigurationTarget,
  Range,
  Uri,
  WorkspaceEdit,
  commands,
  window,
  workspace,
  type CodeAction,
  type Diagnostic,
} from 'vscode';
import { deskFileName, type DeskFile } from '../../../server/src/protocol/desk';
import {
  acceptedIn,
  readDeskText,
  withAccepted,
  withSources,
  withoutAccepted,
  withoutSources,
} from '../../src/desk/deskText';
import { article, articlesFolder, openAt, positionOf, problems } from '../support/editor';

const deskFile = () => Uri.joinPath(articlesFolder(), deskFileName);

const textOf = async (uri: Uri) => new TextDecoder().decode(await workspace.fs.readFile(uri));
const readDesk = async () => JSON.parse(await textOf(deskFile())) as DeskFile;

/** What a view or a quick fix hands over for a problem of evening.txt. */
const placeOf = ({ range, code }: Diagnostic) => ({
  uri: article('evening.txt').toString(),
  code: typeof code === 'string' ? code : '',
  position: { line: range.start.line, character: range.start.character },
});

/** The quick fixes at some words, the first of them with their edits. */
async function fixesAt(name: string, words: string, resolved = 0): Promise<readonly CodeAction[]> {
  const { document } = await openAt(name, words);
  const position = positionOf(document, words);
  return commands.executeCommand<CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    new Range(position, position),
    'quickfix',
    resolved,
  );
}

describe('the desk', () => {
  beforeEach(async () => {
    await openAt('evening.txt');
    await problems('evening.txt', 3);
  });

  it('offers the fixes first, then comparing, accepting and the rule', async () => {
    const titles = (await fixesAt('evening.txt', 'fourteen')).map(({ title }) => title);
    assert.deepEqual(titles, [
      'Use the wording in briefing.md (and 1 other)',
      'Compare passages',
      'Accept this difference...',
      'Turn off quote-altered here',
      'Turn off quote-altered everywhere',
    ]);
  });

  it('takes the wording of another file over, in one step that can be undone', async () => {
    const [fix] = await fixesAt('evening.txt', 'fourteen', 1);
    assert.ok(fix?.edit);
    assert.equal(await workspace.applyEdit(fix.edit), true);
    const { document } = await openAt('evening.txt');
    assert.match(
      document.getText(),
      /“We have asked for forty new lifeboats, and we will not sail without them,” Marta Kovel/,
    );
    await problems('evening.txt', 2);
    await commands.executeCommand('undo');
    assert.match(document.getText(), /fourteen/);
    await problems('evening.txt', 3);
    await commands.executeCommand('workbench.action.files.revert');
  });

  it('takes the figure of another file over', async () => {
    const [fix] = await fixesAt('evening.txt', '1,900', 1);
    assert.equal(fix?.title, 'Use the figure in morning.txt: 1,400');
    assert.ok(fix.edit);
    assert.equal(await workspace.applyEdit(fix.edit), true);
    await problems('evening.txt', 2);
    await commands.executeCommand('workbench.action.files.revert');
  });

  it('lets a difference stand with its reason, and takes that back', async () => {
    const [first] = await problems('evening.txt', 3);
    assert.ok(first);
    const reason = 'Checked against the tape.';
    await commands.executeCommand('secondSource.acceptDifference', { ...placeOf(first), reason });
    await problems('evening.txt', 2);
    await problems('briefing.md', 0);
    const { version, accepted = [] } = await readDesk();
    assert.equal(version, 1);
    // Both other files have it in the same words: one difference.
    assert.equal(accepted.length, 1);
    for (const { code, reason: why, by, at, passages } of accepted) {
      assert.deepEqual([code, why], ['quote-altered', reason]);
      assert.equal(typeof by, 'string');
      assert.ok(Math.abs(Date.now() - Date.parse(at)) < 60_000);
      assert.ok(passages.some(({ file, text }) => file === 'evening.txt' && text.includes('fourteen')));
    }
    await commands.executeCommand('secondSource.takeBackAcceptance', placeOf(first));
    await problems('evening.txt', 3);
    assert.deepEqual((await readDesk()).accepted, []);
  });

  it('goes by the name in the settings', async () => {
    const settings = workspace.getConfiguration('secondSource');
    await settings.update('desk.name', 'N. Petrie', ConfigurationTarget.Global);
    try {
      const [, second] = await problems('evening.txt', 3);
      assert.ok(second);
      await commands.executeCommand('secondSource.acceptDifference', { ...placeOf(second), reason: 'Two speeches.' });
      assert.equal((await readDesk()).accepted?.[0]?.by, 'N. Petrie');
      await problems('evening.txt', 2);
    } finally {
      await settings.update('desk.name', undefined, ConfigurationTarget.Global);
    }
  });

  it('reopens an accepted difference when the text changes', async () => {
    const [first] = await problems('evening.txt', 3);
    assert.ok(first);
    await commands.executeCommand('secondSource.acceptDifference', { ...placeOf(first), reason: 'On tape.' });
    await problems('evening.txt', 2);
    const { document } = await openAt('evening.txt');
    const at = document.positionAt(document.getText().indexOf('fourteen'));
    const edit = new WorkspaceEdit();
    edit.insert(document.uri, at, 'another ');
    await workspace.applyEdit(edit);
    await problems('evening.txt', 3);
    await commands.executeCommand('workbench.action.files.revert');
    await problems('evening.txt', 2);
  });

  it('marks a file as a source, which then has no problems, and unmarks it', async () => {
    await commands.executeCommand('secondSource.markAsSource', article('evening.txt'));
    assert.deepEqual(await readDesk(), { version: 1, sources: ['evening.txt'] });
    await problems('evening.txt', 0);
    await commands.executeCommand('secondSource.unmarkAsSource', article('evening.txt'));
    assert.deepEqual((await readDesk()).sources, []);
    await problems('evening.txt', 3);
  });

  it('marks several files and a whole folder at once', async () => {
    await commands.executeCommand('secondSource.markAsSource', article('evening.txt'), [
      article('evening.txt'),
      article('briefing.md'),
      articlesFolder(),
    ]);
    assert.deepEqual((await readDesk()).sources, ['evening.txt', 'briefing.md', '**']);
  });

  it('writes into the editor that has the file open, and keeps its comments and unknown keys', async () => {
    const before = '{\n  // Ask Edgar before changing this.\n  "version": 1,\n  "desk": "night"\n}\n';
    await workspace.fs.writeFile(deskFile(), new TextEncoder().encode(before));
    const { document } = await window.showTextDocument(deskFile());
    await commands.executeCommand('secondSource.markAsSource', article('morning.txt'));
    const after =
      '{\n  // Ask Edgar before changing this.\n  "version": 1,\n  "desk": "night",\n  "sources": [\n    "morning.txt"\n  ]\n}\n';
    assert.equal(document.getText(), after);
    assert.equal(document.isDirty, false);
    assert.equal(await textOf(deskFile()), after);
  });

  it('leaves a broken file as it is', async () => {
    const broken = '{ "version": 1, "accepted": [ {';
    await workspace.fs.writeFile(deskFile(), new TextEncoder().encode(broken));
    // The message waits for an answer, and with it the command.
    void commands.executeCommand('secondSource.markAsSource', article('morning.txt'));
    await new Promise((resolve) => setTimeout(resolve, 500));
    assert.equal(await textOf(deskFile()), broken);
    await commands.executeCommand('notifications.clearAll');
  });

  it('makes the file when it is opened for the first time', async () => {
    await commands.executeCommand('secondSource.openDeskFile');
    assert.deepEqual(await readDesk(), { version: 1 });
    assert.equal(window.activeTextEditor?.document.uri.toString(), deskFile().toString());
  });

  it('turns a rule off in this workspace', async () => {
    const settings = () => workspace.getConfiguration('secondSource');
    try {
      void commands.executeCommand('secondSource.turnRuleOff', { code: 'quote-altered', target: 'workspace' });
      await problems('evening.txt', 1);
      assert.equal(settings().inspect('rules.quoteAltered')?.workspaceValue, 'off');
    } finally {
      await settings().update('rules.quoteAltered', undefined, ConfigurationTarget.Workspace);
      await commands.executeCommand('notifications.clearAll');
    }
    await problems('evening.txt', 3);
  });
});

describe('the text of the desk’s file', () => {
  const difference = (text: string) => ({
    code: 'quote-altered',
    passages: [
      { file: 'a.txt', text },
      { file: 'b.txt', text: 'other words' },
    ],
    reason: 'On tape.',
    by: 'Nora',
    at: '2026-05-04T20:00:00Z',
  });
  const read = (text: string) => {
    const desk = readDeskText(text);
    assert.ok(desk);
    return desk;
  };

  it('keeps comments, commas, tabs and line ends', () => {
    const text = '{\r\n\t"version": 1, // ours\r\n\t"sources": ["wire.txt",],\r\n}\r\n';
    const after = withSources(read(text), ['wire.txt', 'tape/**']);
    assert.match(after, /\/\/ ours/);
    assert.doesNotMatch(after, /[^\r]\n/);
    assert.deepEqual(withoutSources(read(after), ['wire.txt']).match(/tape\/\*\*|wire\.txt/g), ['tape/**']);
  });

  it('has a difference once, and takes it back whatever its order', () => {
    const once = withAccepted(read('{}'), [difference('some words')]);
    const twice = withAccepted(read(once), [{ ...difference('some\n words'), reason: 'Again.' }]);
    assert.deepEqual(
      acceptedIn(read(twice)).map((one) => one.difference.reason),
      ['Again.'],
    );
    const { passages } = difference('some words');
    const turned = [...passages].reverse().map(({ text }) => text);
    const back = withoutAccepted(read(twice), (one) =>
      turned.every((text) => one.passages.some((two) => two.text.replace(/\s+/g, ' ') === text)),
    );
    assert.deepEqual(acceptedIn(read(back)), []);
  });

  it('knows a difference by what the server knows it by', () => {
    const { passages, ...rest } = difference('some words');
    const dressed = passages.map(({ file, text }) => ({ file, text: `${text}.` }));
    const once = withAccepted(read('{}'), [difference('some words')]);
    const twice = withAccepted(read(once), [{ ...rest, passages: dressed }]);
    assert.equal(acceptedIn(read(twice)).length, 1);
  });

  it('is not taken for sound where it isn’t', () => {
    for (const text of [
      '{',
      '[]',
      '7',
      '{ "version": 2 }',
      '{ "sources": "a.txt" }',
      '{ "accepted": {} }',
      'x'.repeat(9),
    ]) {
      assert.equal(readDeskText(text), null, text);
    }
    assert.ok(readDeskText(''));
    assert.ok(readDeskText('{ "accepted": [7, null, {}] }'));
  });
});
