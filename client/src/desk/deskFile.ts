import {
  FileSystemError,
  FileType,
  Range,
  TabInputText,
  Uri,
  WorkspaceEdit,
  l10n,
  window,
  workspace,
  type TextDocument,
} from 'vscode';
import { deskFileName } from '../../../server/src/protocol/desk';
import { plainText } from '../plainText';
import { newDeskText, readDeskText, type DeskText } from './deskText';

export const deskFileOf = (folder: Uri): Uri => Uri.joinPath(folder, deskFileName);

/** One change after the other: two commands must not both begin from the same text. */
let lastChange: Promise<unknown> = Promise.resolve();

/** The editor takes no change of a text that has just been read again from disk: then the change is made anew. */
const attempts = 3;

/**
 * Changes the file of a folder: in its editor where it is open, and on disk. The file is read right before, for another
 * window may have written it, and it is made where there is none and something is to stand in it. One that isn't sound is left alone, and said so.
 * @returns whether it now stands as wanted.
 */
export function changeDeskFile(folder: Uri, change: (desk: DeskText) => string): Promise<boolean> {
  const next = lastChange.then(() => changeNow(deskFileOf(folder), change));
  lastChange = next.catch(() => undefined);
  return next;
}

async function changeNow(uri: Uri, change: (desk: DeskText) => string): Promise<boolean> {
  try {
    for (let left = attempts; left > 0; left--) {
      const open = openDocument(uri);
      const before = (open ? open.getText() : await textOf(uri)) ?? newDeskText;
      const desk = readDeskText(before);
      if (!desk) {
        await sayItIsBroken(uri);
        return false;
      }
      const after = change(desk);
      if (after === before) return true;
      await refuseLink(uri);
      if (!open) {
        await workspace.fs.writeFile(uri, new TextEncoder().encode(after));
        return true;
      }
      if (await changeDocument(open, after)) return true;
      await movedOn(open);
    }
    throw new Error(l10n.t('the editor did not take the change.'));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    void window.showErrorMessage(l10n.t('{0} was not written: {1}', deskFileName, plainText(why)));
    return false;
  }
}

/** The next change of a document, or a while without one, in ms. */
function movedOn(document: TextDocument, wait = 300): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      listener.dispose();
      resolve();
    };
    const timer = setTimeout(done, wait);
    const listener = workspace.onDidChangeTextDocument((event) => {
      if (event.document === document) done();
    });
  });
}

/** What stands in the file of a folder, also unsaved; null where there is none, or none that can be read. */
export async function readDeskFile(folder: Uri): Promise<DeskText | null> {
  const uri = deskFileOf(folder);
  try {
    const text = openDocument(uri)?.getText() ?? (await textOf(uri));
    return text === null ? null : readDeskText(text);
  } catch {
    return null;
  }
}

/** Opens the file of a folder, a new one where there is none. */
export async function openDeskFile(folder: Uri): Promise<void> {
  const uri = deskFileOf(folder);
  try {
    if (!openDocument(uri) && (await textOf(uri)) === null) {
      await workspace.fs.writeFile(uri, new TextEncoder().encode(newDeskText));
    }
    await window.showTextDocument(uri);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    void window.showErrorMessage(l10n.t('{0} was not opened: {1}', deskFileName, plainText(why)));
  }
}

/** The file as somebody has it open. VS Code keeps documents for a while after their editor is closed: those don't count. */
function openDocument(uri: Uri): TextDocument | undefined {
  const document = workspace.textDocuments.find((one) => !one.isClosed && one.uri.toString() === uri.toString());
  const hasTab = () =>
    window.tabGroups.all
      .flatMap(({ tabs }) => tabs)
      .some(({ input }) => input instanceof TabInputText && input.uri.toString() === uri.toString());
  // What is in sight is known at once; the tabs may be told a moment later.
  const isShown = () => window.visibleTextEditors.some((editor) => editor.document === document);
  return document && (document.isDirty || isShown() || hasTab()) ? document : undefined;
}

/**
 * A link may lead anywhere, and whoever put it there may not be who sits here.
 * @throws where the file is a link.
 */
async function refuseLink(uri: Uri): Promise<void> {
  const type = await workspace.fs.stat(uri).then(
    (stat) => stat.type,
    () => FileType.Unknown,
  );
  if (type & FileType.SymbolicLink) throw new Error(l10n.t('it is a link to another place.'));
}

/**
 * The text on disk; null where there is nothing.
 * @throws where there is something else: a folder, a link that leads nowhere, or what never comes to an end when it is read.
 */
async function textOf(uri: Uri): Promise<string | null> {
  try {
    const { type } = await workspace.fs.stat(uri);
    if ((type & FileType.File) === 0) throw new Error(l10n.t('it is no file.'));
    return new TextDecoder('utf-8').decode(await workspace.fs.readFile(uri));
  } catch (error) {
    if (error instanceof FileSystemError && error.code === 'FileNotFound') return null;
    throw error;
  }
}

async function changeDocument(document: TextDocument, text: string): Promise<boolean> {
  const edit = new WorkspaceEdit();
  const before = document.getText();
  // Only what differs, so that the cursor of whoever reads the file stays.
  let start = 0;
  while (start < before.length && before[start] === text[start]) start++;
  let end = 0;
  while (end < before.length - start && end < text.length - start && before.at(-1 - end) === text.at(-1 - end)) end++;
  const range = new Range(document.positionAt(start), document.positionAt(before.length - end));
  edit.replace(document.uri, range, text.slice(start, text.length - end));
  return (await workspace.applyEdit(edit)) && (await document.save());
}

async function sayItIsBroken(uri: Uri): Promise<void> {
  const open = l10n.t('Open File');
  const said = l10n.t('{0} is not sound, so nothing was written to it. Put it right and try again.', deskFileName);
  if ((await window.showErrorMessage(said, open)) === open) await window.showTextDocument(uri);
}
