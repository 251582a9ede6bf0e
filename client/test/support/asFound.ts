import assert from 'node:assert/strict';
import {
  ConfigurationTarget,
  FileType,
  Uri,
  WorkspaceEdit,
  commands,
  extensions,
  languages,
  window,
  workspace,
  type TextDocument,
} from 'vscode';
import { isCopy, languages as copyLanguages } from '../../src/documents';
import { articlesFolder, until } from './editor';

/**
 * Leaves VS Code after each test as the first one found it: nothing unsaved, the files of the folder and no other, the
 * settings as they come; and after each group of tests no editor open. So no file of the suite depends on one before it.
 * What can't be put right is told at the end: a hook that fails would end all tests.
 */

/** How many problems the articles of the folder have. */
const problemsOfFolder = 7;

const filesAsFound = new Map<string, Uint8Array>();
let messagesAsFound: string | undefined;
const faults: string[] = [];

before('looks at what there is', async function () {
  for (const [name] of await workspace.fs.readDirectory(articlesFolder())) {
    filesAsFound.set(name, await workspace.fs.readFile(uriOf(name)));
  }
  for (const group of this.test?.parent?.suites ?? []) {
    group.afterAll('leaves no editor open', () => guarded(group.title, closeEditors));
  }
});

afterEach('leaves all as found', function () {
  return guarded(this.currentTest?.fullTitle() ?? '', putRight);
});

after('left all as found', () => {
  assert.deepEqual(faults, []);
});

const guarded = (test: string, work: () => Promise<void>): Promise<void> =>
  work().catch((error: unknown) => {
    const fault = `after “${test}”: ${String(error)}`;
    console.error(fault);
    faults.push(fault);
  });

const uriOf = (name: string): Uri => Uri.joinPath(articlesFolder(), name);

async function putRight(): Promise<void> {
  const moved = [await revertDocuments(), await resetSettings(), await restoreFiles()].includes(true);
  if (moved) await settled();
}

async function closeEditors(): Promise<void> {
  await commands.executeCommand('notifications.clearAll');
  await commands.executeCommand('workbench.action.closeAllEditors');
  // Those that tests have opened themselves VS Code keeps for minutes; such of the folder do no harm.
  await until('the documents to be closed', workspace.onDidCloseTextDocument, () =>
    workspace.textDocuments.some(isForeign) ? undefined : true,
  );
  await settled();
}

const isForeign = (document: TextDocument): boolean =>
  copyLanguages.includes(document.languageId) &&
  isCopy(document) &&
  ![...filesAsFound.keys()].some((name) => uriOf(name).toString() === document.uri.toString());

/** @returns whether there was anything to do, as the next two do. */
async function revertDocuments(): Promise<boolean> {
  const unsaved = workspace.textDocuments.filter(({ isDirty, isUntitled }) => isDirty || isUntitled);
  for (const document of unsaved) {
    await window.showTextDocument(document);
    await commands.executeCommand(
      document.isUntitled ? 'workbench.action.revertAndCloseActiveEditor' : 'workbench.action.files.revert',
    );
  }
  return unsaved.length > 0;
}

interface Manifest {
  readonly contributes: {
    readonly configuration: readonly { readonly properties: Readonly<Record<string, unknown>> }[];
  };
}

async function resetSettings(): Promise<boolean> {
  const { contributes } = extension().packageJSON as Manifest;
  const settings = workspace.getConfiguration();
  let changed = false;
  for (const name of contributes.configuration.flatMap(({ properties }) => Object.keys(properties))) {
    const { globalValue, workspaceValue } = settings.inspect(name) ?? {};
    if (globalValue !== undefined) await settings.update(name, undefined, ConfigurationTarget.Global);
    if (workspaceValue !== undefined) await settings.update(name, undefined, ConfigurationTarget.Workspace);
    changed ||= globalValue !== undefined || workspaceValue !== undefined;
  }
  return changed;
}

async function restoreFiles(): Promise<boolean> {
  const there = (await workspace.fs.readDirectory(articlesFolder())).map(([name]) => name);
  const added = there.filter((name) => !filesAsFound.has(name));
  for (const name of added) await remove(uriOf(name));
  let changed = added.length > 0;
  for (const [name, bytes] of filesAsFound) {
    if (there.includes(name) && isSame(await workspace.fs.readFile(uriOf(name)), bytes)) continue;
    await workspace.fs.writeFile(uriOf(name), bytes);
    changed = true;
  }
  return changed;
}

/** Files are deleted by an edit, for then VS Code lets go of their documents too. */
async function remove(uri: Uri): Promise<void> {
  const { type } = await workspace.fs.stat(uri);
  if (type === FileType.Directory) {
    for (const [name] of await workspace.fs.readDirectory(uri)) await remove(Uri.joinPath(uri, name));
    await workspace.fs.delete(uri);
    return;
  }
  const edit = new WorkspaceEdit();
  edit.deleteFile(uri);
  assert.ok(await workspace.applyEdit(edit), `${uri.path} can’t be deleted`);
}

const isSame = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && one.every((byte, i) => byte === other[i]);

/** Waits until the server finds what it finds in the files as they came. */
async function settled(): Promise<void> {
  if (!extension().isActive) return;
  const found = () =>
    languages
      .getDiagnostics()
      .flatMap(([uri, all]) =>
        all.filter(({ source }) => source === 'second-source').map(({ message }) => `${uri.path}: ${message}`),
      )
      .sort();
  try {
    await until('the problems of the folder as it came', languages.onDidChangeDiagnostics, () => {
      const now = found();
      if (now.length !== problemsOfFolder) return undefined;
      return now.join('\n') === (messagesAsFound ??= now.join('\n')) ? true : undefined;
    });
  } catch (error) {
    throw new Error(`${String(error)}; there are:\n${found().join('\n')}`, { cause: error });
  }
}

function extension() {
  const found = extensions.getExtension<unknown>('second-source.second-source');
  assert.ok(found, 'the extension is not installed');
  return found;
}
