import {
  EventEmitter,
  FileType,
  ThemeColor,
  Uri,
  commands,
  l10n,
  window,
  workspace,
  type Disposable,
  type FileDecorationProvider,
  type WorkspaceFolder,
} from 'vscode';
import { deskFileName, deskMethod, type DeskResult } from '../../../server/src/protocol/desk';
import { filePattern, workFault } from '../../../server/src/protocol/filePattern';
import type { Parts } from '../parts';
import { plainText } from '../plainText';
import { changeDeskFile, openDeskFile, readDeskFile } from './deskFile';
import { sourcesIn, withSources, withoutSources } from './deskText';
import { resourcesAsked } from './places';

/** Which files others are held against: marking them, and showing which they are. */
export function registerSources({ client, feed, output }: Parts): Disposable[] {
  const changed = new EventEmitter<Uri[]>();
  let sources: ReadonlySet<string> = new Set();
  /** The paths that menus were last told of. */
  let told: string | null = null;

  /** Asks the server anew, and tells the explorer and the menus where something has changed. */
  async function refresh(): Promise<void> {
    const { folders } = await client.sendRequest<DeskResult>(deskMethod).catch((): DeskResult => ({ folders: [] }));
    const before = sources;
    sources = new Set(folders.flatMap((one) => one.sources.map((uri) => Uri.parse(uri).toString())));
    const moved = [...new Set([...before, ...sources])].filter((uri) => before.has(uri) !== sources.has(uri));
    if (moved.length > 0) changed.fire(moved.map((uri) => Uri.parse(uri)));
    const wholeFolders = folders.flatMap(({ folder, patterns }) => foldersMarked(Uri.parse(folder), patterns));
    const paths = [...[...sources].map((uri) => Uri.parse(uri)), ...wholeFolders].map(pathOf);
    // Asked after every edit, and nearly always answered as before.
    if (paths.join('\0') === told) return;
    told = paths.join('\0');
    await commands.executeCommand('setContext', 'secondSource.sources', paths);
  }

  const decorations: FileDecorationProvider = {
    onDidChangeFileDecorations: changed.event,
    provideFileDecoration: (uri) =>
      sources.has(uri.toString())
        ? {
            badge: 'S',
            tooltip: l10n.t('Source: other articles are held against it'),
            color: new ThemeColor('secondSource.sourceForeground'),
          }
        : undefined,
  };

  // One question at a time, and of those that come up meanwhile only the last.
  let isAsking = false;
  let again = false;
  const ask = (): void => {
    // A question would start the server, before everything that answers it is in place.
    if (!client.isRunning()) return;
    again = isAsking;
    if (isAsking) return;
    isAsking = true;
    refresh()
      .catch((error: unknown) => output.error(String(error)))
      .finally(() => {
        isAsking = false;
        if (again) ask();
      });
  };
  return [
    changed,
    window.registerFileDecorationProvider(decorations),
    feed.onDidChange(ask),
    client.onDidChangeState(ask),
    commands.registerCommand('secondSource.markAsSource', mark),
    commands.registerCommand('secondSource.unmarkAsSource', unmark),
  ];
}

/** As the menus' `resourcePath` has it. */
const pathOf = (uri: Uri): string => (uri.scheme === 'file' ? uri.fsPath : uri.path);

/** The folders of which everything is a source: "sources/**". */
const foldersMarked = (folder: Uri, patterns: readonly string[]): readonly Uri[] =>
  patterns.flatMap((pattern) => {
    const name = /^((?:[^*?{}[\]()!\\]|\\.)+)\/\*\*$/.exec(pattern)?.[1]?.replace(/\\(.)/g, '$1');
    return name === undefined ? [] : [Uri.joinPath(folder, name)];
  });

// ---- the commands ---------------------------------------------------------------------------------------

interface Target {
  readonly uri: Uri;
  readonly folder: WorkspaceFolder;
  /** Below the folder, with `/`. */
  readonly name: string;
  readonly isFolder: boolean;
}

async function targetsOf(clicked: unknown, selected: unknown): Promise<readonly Target[]> {
  return Promise.all(
    resourcesAsked(clicked, selected).map(async ({ uri, folder }): Promise<Target> => {
      const type = await workspace.fs.stat(uri).then(
        (stat) => stat.type,
        () => FileType.Unknown,
      );
      const name = uri.path.slice(folder.uri.path.replace(/\/$/, '').length + 1);
      return { uri, folder, name, isFolder: (type & FileType.Directory) !== 0 };
    }),
  );
}

/** What stands for a target in the file: its name, or everything below it. */
const patternOf = ({ name, isFolder }: Target): string =>
  !isFolder ? name : name === '' ? '**' : `${name.replace(/[*?{}[\]()!\\]/g, '\\$&')}/**`;

const byFolder = (targets: readonly Target[]): readonly (readonly [Uri, readonly Target[]])[] => {
  const groups = new Map<string, Target[]>();
  for (const target of targets) {
    const key = target.folder.uri.toString();
    groups.set(key, [...(groups.get(key) ?? []), target]);
  }
  return [...groups].map(([folder, group]) => [Uri.parse(folder), group]);
};

async function mark(clicked: unknown, selected: unknown): Promise<void> {
  for (const [folder, targets] of byFolder(await targetsOf(clicked, selected))) {
    await changeDeskFile(folder, (desk) => withSources(desk, targets.map(patternOf)));
  }
}

async function unmark(clicked: unknown, selected: unknown): Promise<void> {
  for (const [folder, targets] of byFolder(await targetsOf(clicked, selected))) {
    const own = targets.map(patternOf);
    if (!(await changeDeskFile(folder, (desk) => withoutSources(desk, own)))) continue;
    const desk = await readDeskFile(folder);
    const left = (desk ? sourcesIn(desk) : []).filter((pattern) => targets.some((target) => covers(pattern, target)));
    const [target] = targets;
    if (left.length > 0 && target) await sayWhichPattern(folder, targets.length === 1 ? target.name : null, left);
  }
}

/** Whether a pattern makes a file a source, read as the server reads it. */
function covers(pattern: string, { name, isFolder }: Target): boolean {
  // The server leaves out what could take for ever to match.
  if (workFault(pattern) !== null) return false;
  try {
    return filePattern(pattern.replace(/^(?:\.\/)+/, ''))(isFolder ? `${name}/any` : name);
  } catch {
    return false;
  }
}

async function sayWhichPattern(folder: Uri, name: string | null, patterns: readonly string[]): Promise<void> {
  const open = l10n.t('Open File');
  const which = plainText(patterns.join(', '));
  const said =
    name === null
      ? l10n.t('Some of these files are still sources: {0} lists {1}.', deskFileName, which)
      : l10n.t('{0} is still a source: {1} lists {2}.', plainText(name), deskFileName, which);
  if ((await window.showInformationMessage(said, open)) === open) await openDeskFile(folder);
}
