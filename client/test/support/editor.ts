import assert from 'node:assert/strict';
import {
  type Position,
  type Range,
  Selection,
  Uri,
  languages,
  window,
  workspace,
  type Diagnostic,
  type Disposable,
  type Event,
  type TextDocument,
  type TextEditor,
} from 'vscode';

/** The folder of articles that the editor under test has open. */
export function articlesFolder(): Uri {
  const folder = workspace.workspaceFolders?.[0];
  assert.ok(folder, 'the tests need a folder');
  return folder.uri;
}

export const article = (name: string): Uri => Uri.joinPath(articlesFolder(), name);

/** Opens an article with the cursor right after the first `words` of it. */
export async function openAt(name: string, words = ''): Promise<TextEditor> {
  const document = await workspace.openTextDocument(article(name));
  const editor = await window.showTextDocument(document);
  const position = positionOf(document, words);
  editor.selection = new Selection(position, position);
  return editor;
}

/** The middle of the first place where `words` stand in the document. */
export function positionOf(document: TextDocument, words: string): Position {
  const offset = document.getText().indexOf(words);
  assert.notEqual(offset, -1, `“${words}” does not stand in ${document.fileName}`);
  return document.positionAt(offset + Math.floor(words.length / 2));
}

/** The words at a place, as an editor would read them there. */
export async function wordsAt(uri: Uri, range: Range): Promise<string> {
  return (await workspace.openTextDocument(uri)).getText(range);
}

/** Waits until `look` finds something, asking again at every `event`. Fails after `seconds` with what it waited for. */
export async function until<T>(
  waitedFor: string,
  event: Event<unknown>,
  look: () => T | undefined,
  seconds = 15,
): Promise<T> {
  const found = look();
  if (found !== undefined) return found;
  let listener: Disposable | undefined;
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<T>((resolve, reject) => {
      timer = setTimeout(() => {
        reject(new Error(`waited ${String(seconds)} s for ${waitedFor}`));
      }, seconds * 1000);
      listener = event(() => {
        const later = look();
        if (later !== undefined) resolve(later);
      });
    });
  } finally {
    clearTimeout(timer);
    listener?.dispose();
  }
}

/** What the Problems panel holds for an article, ours only. */
export const problemsOf = (name: string): Diagnostic[] =>
  languages.getDiagnostics(article(name)).filter((one) => one.source === 'second-source');

/** Waits until the article has exactly `count` problems. */
export async function problems(name: string, count: number): Promise<Diagnostic[]> {
  const look = () => {
    const found = problemsOf(name);
    return found.length === count ? found : undefined;
  };
  try {
    return await until(`${String(count)} problems in ${name}`, languages.onDidChangeDiagnostics, look);
  } catch (error) {
    const there = problemsOf(name).map((one) => `\n  ${one.message}`);
    throw new Error(`${String(error)}; there are ${String(there.length)}:${there.join('')}`, { cause: error });
  }
}
