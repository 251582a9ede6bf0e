import { ConfigurationTarget, commands, l10n, window, workspace, type Disposable, type QuickPickItem } from 'vscode';
import { settingsSection } from '../../../server/src/protocol';

type LensMode = 'all' | 'conflicts' | 'off';

interface LensChoice extends QuickPickItem {
  readonly mode: LensMode;
}

/** The command that asks which paragraphs get a lens. */
export function registerLensChoice(): Disposable {
  return commands.registerCommand('secondSource.chooseLenses', chooseLenses);
}

/** Asks, with the mode of now marked, and writes the answer where the setting stands already, else to the workspace. */
async function chooseLenses(): Promise<void> {
  const settings = workspace.getConfiguration(settingsSection);
  const now = settings.get<LensMode>('lens', 'all');
  const picked = await window.showQuickPick(choices(now), {
    title: l10n.t('Lines Above Paragraphs'),
    placeHolder: l10n.t('Which paragraphs get a line that says where their words stand in other files?'),
  });
  if (!picked || picked.mode === now) return;
  const { workspaceFolderValue, workspaceValue } = settings.inspect<LensMode>('lens') ?? {};
  const set = workspaceValue !== undefined || workspaceFolderValue !== undefined;
  const hasWorkspace = workspace.workspaceFolders !== undefined;
  const target = set || hasWorkspace ? ConfigurationTarget.Workspace : ConfigurationTarget.Global;
  await settings.update('lens', picked.mode, target);
}

function choices(now: LensMode): LensChoice[] {
  const all: readonly LensChoice[] = [
    {
      mode: 'all',
      label: l10n.t('All'),
      detail: l10n.t('Every paragraph with quotes or figures that other files have.'),
    },
    {
      mode: 'conflicts',
      label: l10n.t('Conflicts'),
      detail: l10n.t('Only paragraphs whose quotes or figures another file has otherwise.'),
    },
    { mode: 'off', label: l10n.t('Off'), detail: l10n.t('No paragraph.') },
  ];
  // The first is the one that Enter takes: the mode of now, so that nothing changes by mistake.
  const current = all.filter(({ mode }) => mode === now);
  const others = all.filter(({ mode }) => mode !== now);
  return [...current.map((one) => ({ ...one, description: l10n.t('now') })), ...others];
}
