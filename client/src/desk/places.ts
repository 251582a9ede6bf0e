import { Uri, l10n, languages, window, workspace, type Diagnostic, type WorkspaceFolder } from 'vscode';
import type { ProblemPlace } from '../../../server/src/protocol/desk';
import { isPosition } from '../comparison/documents';
import { plainText } from '../plainText';

/**
 * The problem that a command is about: the one that a quick fix, a view or the board hands over, or the one at the
 * cursor. Undefined where there is none, and the editor has been told so.
 */
export async function problemAsked(argument: unknown): Promise<ProblemPlace | undefined> {
  const handed = handedOver(argument);
  if (handed) return handed;
  const editor = window.activeTextEditor;
  if (!editor) return undefined;
  const cursor = editor.selection.active;
  const { uri } = editor.document;
  const here = languages
    .getDiagnostics(uri)
    .filter((one) => one.source === 'second-source' && one.range.contains(cursor) && codeOf(one) !== null);
  if (here.length === 0) {
    void window.showInformationMessage(l10n.t('Second Source sees no problem at the cursor.'));
    return undefined;
  }
  const chosen = here.length === 1 ? here[0] : await choose(here);
  return (
    chosen && {
      uri: uri.toString(),
      code: codeOf(chosen) ?? '',
      position: { line: chosen.range.start.line, character: chosen.range.start.character },
    }
  );
}

async function choose(problems: readonly Diagnostic[]): Promise<Diagnostic | undefined> {
  const items = problems.map((problem) => ({
    label: plainText(problem.message),
    description: codeOf(problem) ?? '',
    problem,
  }));
  return (await window.showQuickPick(items, { placeHolder: l10n.t('Which problem?') }))?.problem;
}

const codeOf = ({ code }: Diagnostic): string | null => {
  const value = typeof code === 'object' ? code.value : code;
  return value === undefined ? null : String(value);
};

/** What a quick fix hands over (a place), or a view (something that carries its problem); a keybinding may give anything. */
function handedOver(argument: unknown): ProblemPlace | null {
  if (!isRecord(argument)) return null;
  const { problem } = argument;
  if (!isRecord(problem)) return problemPlace(argument.uri, argument.code, argument.position);
  const { place, code } = problem;
  return isRecord(place) && isRecord(place.range) ? problemPlace(place.uri, code, place.range.start) : null;
}

const problemPlace = (uri: unknown, code: unknown, position: unknown): ProblemPlace | null =>
  typeof uri === 'string' && typeof code === 'string' && isPosition(position) ? { uri, code, position } : null;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** The folder that a command without a file is about: the active file's, the only one, or the one that is chosen. */
export async function folderAsked(): Promise<Uri | undefined> {
  const active = window.activeTextEditor?.document.uri;
  const around = active && workspace.getWorkspaceFolder(active);
  const folders = workspace.workspaceFolders ?? [];
  if (around) return around.uri;
  if (folders.length === 0) {
    sayNoFolder();
    return undefined;
  }
  if (folders.length === 1) return folders[0]?.uri;
  return (await window.showWorkspaceFolderPick())?.uri;
}

/** The files or folders that a command is about, with the workspace folder each stands in. */
export function resourcesAsked(
  clicked: unknown,
  selected: unknown,
): readonly { readonly uri: Uri; readonly folder: WorkspaceFolder }[] {
  const handed = Array.isArray(selected) && selected.length > 0 ? (selected as unknown[]) : [clicked];
  const given = handed.filter((one): one is Uri => one instanceof Uri);
  const active = window.activeTextEditor?.document.uri;
  const uris = given.length > 0 ? given : active ? [active] : [];
  const found = uris.flatMap((uri) => {
    const folder = workspace.getWorkspaceFolder(uri);
    return folder ? [{ uri, folder }] : [];
  });
  if (found.length === 0) sayNoFolder();
  return found;
}

export function sayNoFolder(): void {
  void window.showInformationMessage(
    l10n.t(
      'Sources and accepted differences are written down in the folder: open the folder that the articles are in.',
    ),
  );
}
