import { Uri, commands, env, l10n, window, workspace, type Disposable, type QuickPickItem } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { settingsSection } from '../../../server/src/protocol';
import {
  deskCommands,
  differenceMethod,
  type AcceptedDifference,
  type DifferenceResult,
  type ProblemPlace,
} from '../../../server/src/protocol/desk';
import { plainText } from '../plainText';
import { changeDeskFile, readDeskFile } from './deskFile';
import { acceptedIn, keyOf, withAccepted, withoutAccepted } from './deskText';
import { problemAsked, sayNoFolder } from './places';

/** How long a word of what was done stays in the status bar, in ms. */
const shownFor = 4000;

/** Letting a difference stand, and taking that back. */
export function registerAcceptance(client: BaseLanguageClient): Disposable[] {
  return [
    commands.registerCommand(deskCommands.accept, (argument: unknown) => accept(client, argument)),
    commands.registerCommand('secondSource.takeBackAcceptance', (argument: unknown) => takeBack(client, argument)),
  ];
}

async function accept(client: BaseLanguageClient, argument: unknown): Promise<void> {
  if (!workspace.workspaceFolders?.length) {
    sayNoFolder();
    return;
  }
  const place = await problemAsked(argument);
  const found = place && (await differenceAt(client, place));
  if (!place) return;
  if (!found) {
    void window.showInformationMessage(l10n.t('This problem is no longer there.'));
    return;
  }
  const reason = givenReason(argument) ?? (await askReason(found.message));
  if (reason === undefined) return;
  const by = nameOfEditor();
  const at = new Date().toISOString();
  const accepted = found.differences.map((passages): AcceptedDifference => ({
    code: found.code,
    passages,
    reason,
    by,
    at,
  }));
  if (await changeDeskFile(Uri.parse(found.folder), (desk) => withAccepted(desk, accepted))) {
    window.setStatusBarMessage(l10n.t('Accepted: {0}', plainText(reason)), shownFor);
  }
}

const differenceAt = (client: BaseLanguageClient, place: ProblemPlace): Promise<DifferenceResult | null> =>
  client.sendRequest<DifferenceResult | null>(differenceMethod, place);

/** The reason, where whoever runs the command gives it: a script, a key of one's own. */
function givenReason(argument: unknown): string | undefined {
  if (typeof argument !== 'object' || argument === null || !('reason' in argument)) return undefined;
  const { reason } = argument;
  return typeof reason === 'string' && reason.trim() !== '' ? reason.trim() : undefined;
}

/** Asks for the reason, with the difference in sight; what is missing is said only to whoever leaves it out. */
function askReason(message: string): Promise<string | undefined> {
  const input = window.createInputBox();
  input.title = l10n.t('Accept This Difference');
  input.prompt = plainText(message);
  input.placeholder = l10n.t('Why may it stand?');
  input.ignoreFocusOut = true;
  return new Promise((resolve) => {
    input.onDidChangeValue(() => (input.validationMessage = undefined));
    input.onDidAccept(() => {
      const reason = input.value.trim();
      if (reason === '') {
        input.validationMessage = l10n.t('Give a reason for whoever reads this next.');
        return;
      }
      resolve(reason);
      input.hide();
    });
    input.onDidHide(() => {
      resolve(undefined);
      input.dispose();
    });
    input.show();
  });
}

/** Who accepts: as the setting says, else as the operating system does; a browser knows nobody. */
function nameOfEditor(): string {
  const set = workspace.getConfiguration(settingsSection).get('desk.name', '').trim();
  if (set !== '' || typeof process === 'undefined') return set;
  const { USER, USERNAME } = process.env as Readonly<Record<string, string | undefined>>;
  return USER ?? USERNAME ?? '';
}

// ---- taking back ----------------------------------------------------------------------------------------

interface AcceptedItem extends QuickPickItem {
  readonly folder: Uri;
  readonly difference: AcceptedDifference;
}

async function takeBack(client: BaseLanguageClient, argument: unknown): Promise<void> {
  if (typeof argument === 'object' && argument !== null) {
    const place = await problemAsked(argument);
    const found = place && (await differenceAt(client, place));
    if (found) {
      const keys = new Set(found.differences.map((passages) => keyOf({ code: found.code, passages })));
      // A difference may stand wherever in the workspace that was written down.
      const folders = (workspace.workspaceFolders ?? []).map(({ uri }) => uri);
      await remove(folders, keys);
      return;
    }
  }
  const items = await acceptedItems();
  if (items.length === 0) {
    void window.showInformationMessage(l10n.t('No difference has been accepted in this folder.'));
    return;
  }
  const chosen = await window.showQuickPick(items, {
    title: l10n.t('Take Back an Accepted Difference'),
    placeHolder: l10n.t('Which difference is to be shown again?'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  if (chosen) await remove([chosen.folder], new Set([keyOf(chosen.difference)]));
}

/** Everything that was accepted, the latest first. */
async function acceptedItems(): Promise<readonly AcceptedItem[]> {
  const items = await Promise.all(
    (workspace.workspaceFolders ?? []).map(async ({ uri }) => {
      const desk = await readDeskFile(uri);
      return (desk ? acceptedIn(desk) : []).map(({ difference }): AcceptedItem => itemOf(uri, difference));
    }),
  );
  return items.flat().sort((a, b) => (a.difference.at < b.difference.at ? 1 : -1));
}

function itemOf(folder: Uri, difference: AcceptedDifference): AcceptedItem {
  const { code, passages, reason, by, at } = difference;
  const date = new Date(at);
  const day = Number.isNaN(date.getTime()) ? '' : date.toLocaleDateString(env.language);
  return {
    label: plainText(reason) || code,
    description: [plainText(by), day].filter((part) => part !== '').join(', '),
    detail: plainText(`${code}: ${passages.map(({ file, text }) => `${file} “${text.trim()}”`).join(' / ')}`),
    folder,
    difference,
  };
}

async function remove(folders: readonly Uri[], keys: ReadonlySet<string>): Promise<void> {
  let isOpenAgain = folders.length > 0;
  for (const folder of folders) {
    const isWritten = await changeDeskFile(folder, (desk) => withoutAccepted(desk, (one) => keys.has(keyOf(one))));
    isOpenAgain &&= isWritten;
  }
  if (isOpenAgain) window.setStatusBarMessage(l10n.t('The difference is open again.'), shownFor);
}
