import {
  CancellationError,
  commands,
  env,
  FileSystemError,
  FileType,
  l10n,
  ProgressLocation,
  UIKind,
  Uri,
  window,
  workspace,
  type Disposable,
} from 'vscode';
import { LSPErrorCodes } from 'vscode-languageclient';
import {
  reportEndings,
  reportFormats,
  reportMethod,
  type ReportFormat,
  type ReportParams,
  type ReportResult,
} from '../../../server/src/protocol/reports';
import type { Parts } from '../parts';
import { plainText } from '../plainText';
import { inWorkspace } from '../workspaceUri';
import { pickFormat, pickStory } from './choices';

/** What the command takes from a keybinding, a task or a view; what is missing is asked for. */
export interface ExportArguments {
  readonly format?: ReportFormat;
  /** The story's id; null for all articles. */
  readonly story?: string | null;
  /** Where in the folder to write, without asking; a report that stands there is replaced, and nothing else. */
  readonly target?: Uri;
}

export const exportReportCommand = 'secondSource.exportReport';

/** The command that saves a report. It gives the file's address back, or undefined where nothing was saved. */
export function registerReports(parts: Parts): Disposable[] {
  return [commands.registerCommand(exportReportCommand, (given?: unknown) => exportReport(parts, argumentsOf(given)))];
}

async function exportReport(parts: Parts, given: ExportArguments): Promise<Uri | undefined> {
  const format = given.format ?? (await pickFormat());
  if (!format) return undefined;
  const story = given.story === undefined ? await storyFor(parts, given) : given.story;
  if (story === undefined) return undefined;

  const report = await ask(parts, { format, story, date: new Date().toISOString() });
  if (report === undefined) return undefined;
  if (report === null) {
    void window.showErrorMessage(l10n.t('The report was not made. The output of Second Source says why.'));
    return undefined;
  }
  // Nobody is asked only where the report stays in the folder that is open, and takes the place of a report at the most.
  const inFolder = inWorkspace(given.target);
  if (inFolder && (await isArticle(parts, inFolder))) {
    refuse(inFolder);
    return undefined;
  }
  const isUnasked = inFolder && !(await leadsElsewhere(inFolder)) && (await isFree(inFolder, report.text));
  const unasked = isUnasked ? inFolder : undefined;
  const target = unasked ?? (await askForTarget(format, report.suggestedName));
  if (!target) return undefined;
  try {
    if (await isArticle(parts, target)) {
      refuse(target);
      return undefined;
    }
    await workspace.fs.writeFile(target, new TextEncoder().encode(report.text));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    void window.showErrorMessage(l10n.t('The report was not saved to {0}: {1}', nameOf(target), plainText(reason)));
    return undefined;
  }
  // Nobody waits for the answer: whoever runs the command from a task goes on.
  void offerToOpen(format, target);
  return target;
}

/** A report never takes the place of an article. */
function refuse(target: Uri): void {
  void window.showErrorMessage(l10n.t('The report was not saved: {0} is an article.', nameOf(target)));
}

/** What the command was given, as far as it makes sense; a keybinding or a task may give anything. */
function argumentsOf(given: unknown): ExportArguments {
  if (typeof given !== 'object' || given === null) return {};
  const { format, story, target } = given as { format?: unknown; story?: unknown; target?: unknown };
  const known = reportFormats.find((one) => one === format);
  const address = addressOf(target);
  return {
    ...(known ? { format: known } : {}),
    ...(typeof story === 'string' || story === null ? { story } : {}),
    ...(address ? { target: address } : {}),
  };
}

/** An address as code gives it, or as JSON does: a URI, or a path in the folder. */
function addressOf(target: unknown): Uri | undefined {
  if (target instanceof Uri) return target;
  if (typeof target !== 'string' || target === '') return undefined;
  if (/^[a-z][a-z0-9+.-]+:\//i.test(target)) return Uri.parse(target);
  const folder = workspace.workspaceFolders?.[0];
  return folder && Uri.joinPath(folder.uri, target);
}

async function storyFor({ feed }: Parts, { target }: ExportArguments): Promise<string | null | undefined> {
  // Whoever says where to write wants no questions.
  if (target) return null;
  const { stories } = await feed.stories();
  return pickStory(stories);
}

/** Null: the server has none. Undefined: nobody waits for it any more. */
async function ask({ client }: Parts, params: ReportParams): Promise<ReportResult | undefined> {
  const options = { location: ProgressLocation.Notification, title: l10n.t('Making the report…'), cancellable: true };
  try {
    return await window.withProgress(options, (_progress, token) =>
      client.sendRequest<ReportResult>(reportMethod, params, token),
    );
  } catch (error) {
    if (error instanceof CancellationError || isCancelled(error)) return undefined;
    throw error;
  }
}

/** What the protocol's own error for a request that was called off looks like. */
const isCancelled = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === LSPErrorCodes.RequestCancelled;

function askForTarget(format: ReportFormat, suggestedName: string): Thenable<Uri | undefined> {
  const folder = workspace.workspaceFolders?.[0];
  const ending = reportEndings[format].slice(1);
  return window.showSaveDialog({
    title: l10n.t('Export Report'),
    saveLabel: l10n.t('Export'),
    filters: { [ending.toUpperCase()]: [ending] },
    ...(folder ? { defaultUri: Uri.joinPath(folder.uri, suggestedName) } : {}),
  });
}

/** How many bytes tell a report of ours from another file of its form: no form begins otherwise from one to the next. */
const telling = 12;

/** Whether nothing is lost when the report is written there: there is no file, or one that begins as the report does. */
async function isFree(target: Uri, report: string): Promise<boolean> {
  try {
    // What is no file may never come to an end when it is read.
    if (((await workspace.fs.stat(target)).type & FileType.File) === 0) return false;
    const [there, ours] = [await workspace.fs.readFile(target), new TextEncoder().encode(report.slice(0, telling))];
    return ours.every((byte, i) => there[i] === byte);
  } catch (error) {
    return error instanceof FileSystemError && error.code === 'FileNotFound';
  }
}

/** Whether a link stands in the place of the file or of a folder on the way to it: it may lead out of the workspace. */
async function leadsElsewhere(target: Uri): Promise<boolean> {
  const folder = workspace.getWorkspaceFolder(target);
  if (!folder) return true;
  const names = target.path.slice(folder.uri.path.length).split('/').filter(Boolean);
  for (let i = 1; i <= names.length; i++) {
    const type = await workspace.fs.stat(Uri.joinPath(folder.uri, ...names.slice(0, i))).then(
      (stat) => stat.type,
      () => FileType.Unknown,
    );
    if (type & FileType.SymbolicLink) return true;
  }
  return false;
}

/** Whether there is an article at the address: a report never takes its place. */
async function isArticle({ feed }: Parts, target: Uri): Promise<boolean> {
  const { stories } = await feed.stories();
  const address = target.toString();
  return stories.some(({ columns }) => columns.some(({ article }) => Uri.parse(article).toString() === address));
}

async function offerToOpen(format: ReportFormat, target: Uri): Promise<void> {
  const open = l10n.t('Open');
  const chosen = await window.showInformationMessage(l10n.t('The report was saved to {0}.', nameOf(target)), open);
  if (chosen !== open) return;
  // A page is for a browser, where there is one on the machine that has the file.
  const local = target.scheme === 'file' && env.remoteName === undefined && env.uiKind === UIKind.Desktop;
  if (format === 'html' && local) await env.openExternal(target);
  else await window.showTextDocument(target);
}

const nameOf = (target: Uri): string => plainText(workspace.asRelativePath(target));
