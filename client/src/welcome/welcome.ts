import { FileType, Uri, commands, l10n, window, workspace, type Disposable, type ExtensionContext } from 'vscode';
import type { Parts } from '../parts';
import { firstSampleArticle, sampleFiles } from './sample';

/** The commands of the first minutes. */
export function registerWelcome({ context, output }: Parts): Disposable[] {
  void showFirstArticle(context);
  return [
    commands.registerCommand('secondSource.openSample', async () => {
      try {
        await openSample(context);
      } catch (fault) {
        output.error(`The sample newsroom was not made: ${String(fault)}`);
        void window.showErrorMessage(l10n.t('The sample newsroom could not be opened. The output says why.'));
      }
    }),
    commands.registerCommand('secondSource.openWalkthrough', () =>
      commands.executeCommand('workbench.action.openWalkthrough', `${context.extension.id}#firstMinutes`, false),
    ),
  ];
}

/** Copies the sample newsroom to a place where it may be edited, and opens it: in its own window if a folder is open. */
async function openSample(context: ExtensionContext): Promise<void> {
  const folder = sampleFolder(context);
  const packed = Uri.joinPath(context.extensionUri, 'test-fixtures', 'newsroom');
  const wanted = (await exists(folder)) ? await wantedState(packed, folder) : 'afresh';
  if (wanted === undefined) return;
  if (wanted === 'afresh') {
    await workspace.fs.createDirectory(folder);
    for (const name of sampleFiles) {
      await workspace.fs.writeFile(Uri.joinPath(folder, name), await workspace.fs.readFile(Uri.joinPath(packed, name)));
    }
  }
  await context.globalState.update(showFirst, true);
  if (isOpen(folder)) {
    await showFirstArticle(context);
    return;
  }
  await commands.executeCommand('vscode.openFolder', folder, {
    forceNewWindow: (workspace.workspaceFolders?.length ?? 0) > 0,
  });
}

/**
 * How to open the copy of an earlier visit: where it has been edited the editor decides, for nothing is lost unasked.
 * Undefined: not at all.
 */
async function wantedState(packed: Uri, folder: Uri): Promise<'afresh' | 'as it is' | undefined> {
  for (const name of sampleFiles) {
    const [one, other] = await Promise.all([
      workspace.fs.readFile(Uri.joinPath(packed, name)),
      workspace.fs.readFile(Uri.joinPath(folder, name)).then(undefined, () => undefined),
    ]);
    if (other && sameBytes(one, other)) continue;
    if (!other) return 'afresh';
    const afresh = l10n.t('Start Afresh');
    const asLeft = l10n.t('Open as It Is');
    const chosen = await window.showInformationMessage(
      l10n.t('The sample newsroom has been edited since you first opened it.'),
      { modal: true },
      asLeft,
      afresh,
    );
    return chosen === undefined ? undefined : chosen === afresh ? 'afresh' : 'as it is';
  }
  return 'as it is';
}

/** The key under which stands that the sample's window is to open its first article. */
const showFirst = 'secondSource.showFirstArticle';

/** Opens the first article where the sample has just been opened; an empty window tells nobody anything. */
async function showFirstArticle({ globalState, globalStorageUri }: ExtensionContext): Promise<void> {
  const folder = sampleFolder({ globalStorageUri });
  if (globalState.get(showFirst) !== true || !isOpen(folder)) return;
  await globalState.update(showFirst, undefined);
  await window.showTextDocument(Uri.joinPath(folder, firstSampleArticle), { preview: false });
}

const sampleFolder = ({ globalStorageUri }: Pick<ExtensionContext, 'globalStorageUri'>): Uri =>
  Uri.joinPath(globalStorageUri, 'newsroom');

const isOpen = (folder: Uri): boolean =>
  workspace.workspaceFolders?.some(({ uri }) => uri.toString() === folder.toString()) === true;

const sameBytes = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && one.every((byte, i) => byte === other[i]);

async function exists(uri: Uri): Promise<boolean> {
  try {
    return (await workspace.fs.stat(uri)).type === FileType.Directory;
  } catch {
    return false;
  }
}
