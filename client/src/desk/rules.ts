import { ConfigurationTarget, commands, l10n, window, workspace, type Disposable } from 'vscode';
import { settingsSection } from '../../../server/src/protocol';
import { deskCommands, type RuleOff } from '../../../server/src/protocol/desk';

/** Turning a rule off from its problems. */
export function registerRules(): Disposable[] {
  return [commands.registerCommand(deskCommands.turnRuleOff, turnOff)];
}

async function turnOff(argument: unknown): Promise<void> {
  const asked = ruleOff(argument);
  if (!asked) return;
  const { code } = asked;
  // Without a folder there is no place for a workspace's own settings.
  const here = asked.target === 'workspace' && workspace.workspaceFolders !== undefined;
  const target = here ? ConfigurationTarget.Workspace : ConfigurationTarget.Global;
  const key = `rules.${code.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())}`;
  const settings = () => workspace.getConfiguration(settingsSection);
  const set = settings().inspect<string>(key);
  const before = here ? set?.workspaceValue : set?.globalValue;
  await settings().update(key, 'off', target);
  const undo = l10n.t('Undo');
  const said = here
    ? l10n.t('{0} is off in this workspace.', code)
    : l10n.t('{0} is off in all your workspaces.', code);
  if ((await window.showInformationMessage(said, undo)) === undo) await settings().update(key, before, target);
}

function ruleOff(argument: unknown): RuleOff | null {
  if (typeof argument !== 'object' || argument === null) return null;
  const { code, target } = argument as { [K in keyof RuleOff]?: unknown };
  return typeof code === 'string' &&
    /^[a-z]+(?:-[a-z]+)*$/.test(code) &&
    (target === 'workspace' || target === 'global')
    ? { code, target }
    : null;
}
