import { commands, type Disposable } from 'vscode';
import type { Parts } from '../parts';
import { registerAcceptance } from './acceptance';
import { openDeskFile } from './deskFile';
import { folderAsked } from './places';
import { registerRules } from './rules';
import { registerSources } from './sources';

/** Sources, accepted differences, and what else is written down for the folder. */
export function registerDesk(parts: Parts): Disposable[] {
  return [
    ...registerAcceptance(parts.client),
    ...registerSources(parts),
    ...registerRules(),
    commands.registerCommand('secondSource.openDeskFile', async () => {
      const folder = await folderAsked();
      if (folder) await openDeskFile(folder);
    }),
  ];
}
