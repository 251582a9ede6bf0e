import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import {
  ConfigurationTarget,
  Range,
  commands,
  languages,
  window,
  workspace,
  type CodeLens,
  type TextEditor,
} from 'vscode';
import { article, openAt, problems, problemsOf, until } from '../support/editor';
import { itWithNode } from '../support/host';

const nameOf = (editor: TextEditor | undefined) => editor?.document.uri.path.split('/').pop();

/** The file and the word after the cursor, where the cursor is now. */
function whereabouts(): string {
  const editor = window.activeTextEditor;
  const rest = editor?.document.getText().slice(editor.document.offsetAt(editor.selection.active)) ?? '';
  return `${nameOf(editor) ?? 'nowhere'}: ${/\p{L}+/u.exec(rest)?.[0] ?? ''}`;
}

/** Waits until a command has brought an editor on that file to the front. */
const untilIn = (name: string) =>
  until(name, window.onDidChangeActiveTextEditor, () => (nameOf(window.activeTextEditor) === name ? true : undefined));

describe('commands', () => {
  before(async () => {
    await openAt('evening.txt');
    await problems('evening.txt', 3);
  });

  it('Go to Match jumps to the other file', async () => {
    await openAt('evening.txt', 'My door is open');
    await commands.executeCommand('secondSource.goToMatchingQuote');
    await untilIn('morning.txt');
    // Where the editor comes to the front first and the cursor moves then.
    await until('the cursor at the quote', window.onDidChangeTextEditorSelection, () =>
      whereabouts() === 'morning.txt: My' ? true : undefined,
    );
  });

  it('Next Conflict goes through all files and comes round', async () => {
    await openAt('evening.txt');
    await commands.executeCommand('cursorTop');
    const seen: string[] = [];
    for (let i = 0; i < 8; i++) {
      await commands.executeCommand('secondSource.nextConflict');
      seen.push(whereabouts());
    }
    assert.equal(seen[0], 'evening.txt: We');
    assert.equal(seen[1], 'evening.txt: Nobody');
    assert.equal(seen[2], 'evening.txt: passengers');
    assert.equal(new Set(seen).size, 7, seen.join('; '));
    assert.equal(seen[7], seen[0]);
  });

  it('Previous Conflict goes the same way back', async () => {
    await openAt('evening.txt', 'Nobody wants');
    await commands.executeCommand('cursorBottom');
    await commands.executeCommand('secondSource.previousConflict');
    assert.equal(whereabouts(), 'evening.txt: passengers');
    await commands.executeCommand('secondSource.previousConflict');
    assert.equal(whereabouts(), 'evening.txt: Nobody');
    await commands.executeCommand('secondSource.previousConflict');
    assert.equal(whereabouts(), 'evening.txt: We');
  });

  it('Show All Matches peeks from a lens and from the cursor', async () => {
    await openAt('evening.txt', 'fourteen');
    await commands.executeCommand('secondSource.showMatches');
    await commands.executeCommand('closeReferenceSearch');
    const [lens] = await commands.executeCommand<CodeLens[]>(
      'vscode.executeCodeLensProvider',
      article('evening.txt'),
      1,
    );
    assert.ok(lens?.command);
    await commands.executeCommand(lens.command.command, ...((lens.command.arguments ?? []) as unknown[]));
    await commands.executeCommand('closeReferenceSearch');
    assert.equal(nameOf(window.activeTextEditor), 'evening.txt');
  });

  it('Restart Server finds everything again', async () => {
    const gone = until('the problems to go', onProblems, () => (countIn('evening.txt') === 0 ? true : undefined));
    await commands.executeCommand('secondSource.restartServer');
    await gone;
    await problems('evening.txt', 3);
  });
});

describe('what an editor does', () => {
  it('mends both files’ problems with one unsaved word', async () => {
    const editor = await openAt('evening.txt', 'fourteen');
    await problems('briefing.md', 1);
    const start = editor.document.getText().indexOf('fourteen');
    const at = (offset: number) => editor.document.positionAt(offset);
    await editor.edit((edit) => {
      edit.replace(new Range(at(start), at(start + 'fourteen'.length)), 'forty');
    });
    await problems('briefing.md', 0);
    await problems('evening.txt', 2);
    await commands.executeCommand('undo');
    await problems('briefing.md', 1);
    await problems('evening.txt', 3);
    assert.equal(editor.document.getText().includes('fourteen'), true);
  });

  it('turns a rule off and on in the settings', async () => {
    await openAt('evening.txt');
    const settings = workspace.getConfiguration('secondSource');
    await settings.update('rules.quoteAltered', 'off', ConfigurationTarget.Workspace);
    try {
      const [left] = await problems('evening.txt', 1);
      assert.equal(left?.code, 'figure-conflict');
    } finally {
      await settings.update('rules.quoteAltered', undefined, ConfigurationTarget.Workspace);
    }
    await problems('evening.txt', 3);
  });

  it('adds a file to the folder and takes it away', async () => {
    await openAt('evening.txt');
    const late = article('late.txt');
    const copy = '“My door is open by day and by night,” Tomas Brandt said on the quay after the talks.\n';
    await workspace.fs.writeFile(late, new TextEncoder().encode(copy));
    await problems('late.txt', 1);
    await workspace.fs.delete(late);
    await problems('evening.txt', 3);
  });
});

describe('a server that fails', () => {
  itWithNode('is started again and finds everything again', async function () {
    if (process.platform !== 'linux') this.skip();
    await openAt('evening.txt');
    await problems('evening.txt', 3);
    await killServer();
    assert.equal(await comesBack(), true);
    await answers('evening.txt');
    await problems('evening.txt', 3);
  });

  itWithNode('is started again at most five times in three minutes, and by hand after that', async function () {
    if (process.platform !== 'linux') this.skip();
    this.timeout(120_000);
    await openAt('evening.txt');
    let restarts = 0;
    for (; restarts < 8; restarts++) {
      await killServer();
      if (!(await comesBack())) break;
      await answers('evening.txt');
      await problems('evening.txt', 3);
    }
    // One of the five was the test before this one.
    assert.equal(restarts, 4);
    await commands.executeCommand('secondSource.restartServer');
    await problems('evening.txt', 3);
  });
});

/**
 * Ends the server as a crash would, and waits until its process is gone. Its problems may go and come back so soon that VS
 * Code tells of no change.
 */
async function killServer(): Promise<void> {
  const pid = serverProcess();
  process.kill(pid, 'SIGKILL');
  for (let tries = 0; tries < 100 && existsSync(`/proc/${pid}/cmdline`); tries++) await pause();
}

/** Waits until the server that runs now has read a document: an outline is kept by nobody else. */
async function answers(name: string): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    const outline = await commands.executeCommand<unknown[] | undefined>(
      'vscode.executeDocumentSymbolProvider',
      article(name),
    );
    if (outline && outline.length > 0) return;
    await pause();
  }
  assert.fail(`no server has an outline of ${name}`);
}

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 100));

/** Whether a server runs within a few seconds. */
async function comesBack(): Promise<boolean> {
  for (let tries = 0; tries < 60; tries++) {
    try {
      serverProcess();
      return true;
    } catch {
      await pause();
    }
  }
  return false;
}

const onProblems = languages.onDidChangeDiagnostics;
const countIn = (name: string): number => problemsOf(name).length;

/** The language server's process: the child of this extension host that runs dist/server.js. */
function serverProcess(): number {
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
      const parent = /\) \S (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.[1];
      if (command.includes('dist/server.js') && Number(parent) === process.pid) return Number(pid);
    } catch {
      // Ended while we looked.
    }
  }
  throw new Error('no server process was found');
}
