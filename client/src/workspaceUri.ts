import { Uri, workspace } from 'vscode';

/**
 * The URI of a file or a folder in the workspace, from whatever somebody gives as one: a URI, or the text of one. Steps
 * up ("..") are taken before it is told where it leads, as the file system would. Undefined for all else.
 */
export function inWorkspace(given: unknown): Uri | undefined {
  try {
    const uri = given instanceof Uri ? given : typeof given === 'string' ? Uri.parse(given, true) : undefined;
    const plain = uri && (uri.path === '' ? uri : Uri.joinPath(uri, '.'));
    return plain && workspace.getWorkspaceFolder(plain) ? plain : undefined;
  } catch {
    return undefined;
  }
}

/** Whether an article may be shown from there: from the workspace, or where somebody has it open anyhow. */
export const isAtHand = (uri: Uri): boolean =>
  inWorkspace(uri) !== undefined || workspace.textDocuments.some((one) => one.uri.toString() === uri.toString());
