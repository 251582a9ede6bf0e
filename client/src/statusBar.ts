import {
  l10n,
  MarkdownString,
  StatusBarAlignment,
  ThemeColor,
  Uri,
  window,
  type Disposable,
  type StatusBarItem,
} from 'vscode';
import type { StatusParams, StatusProblem } from '../../server/src/protocol';
import { escaped } from '../../server/src/protocol/markdownText';
import type { ServerStatus } from './languageClient';

export interface StatusBar extends Disposable {
  /**
   * Shows how many problems are open, and that something was left out because a setting bounds it; that the server stopped,
   * which a click starts again; nothing where there is none of these, or no server (null).
   */
  show(status: ServerStatus): void;
}

/** Makes the status bar item: the number of open problems, the worst three on hover, the Problems panel on click. */
export function createStatusBar(): StatusBar {
  const item = window.createStatusBarItem('secondSource.status', StatusBarAlignment.Left);
  item.name = 'Second Source';
  return {
    show(status) {
      if (status === 'stopped') {
        showStopped(item);
        return;
      }
      if (status === null || (status.total === 0 && status.limits.length === 0)) {
        item.hide();
        return;
      }
      item.command = 'workbench.actions.view.problems';
      item.text = statusText(status);
      item.tooltip = tooltip(status);
      const isBounded = status.limits.length > 0;
      item.backgroundColor = isBounded ? new ThemeColor('statusBarItem.warningBackground') : undefined;
      item.accessibilityInformation = { label: spoken(status) };
      item.show();
    },
    dispose: () => {
      item.dispose();
    },
  };
}

/** Without it an editor would take an article without underlines for one without problems. */
function showStopped(item: StatusBarItem): void {
  const what = l10n.t('Second Source stopped');
  const hint = l10n.t('Nothing is checked. Click to start the language server again.');
  item.command = 'secondSource.restartServer';
  item.text = `$(error) ${what}`;
  item.tooltip = hint;
  item.backgroundColor = new ThemeColor('statusBarItem.errorBackground');
  item.accessibilityInformation = { label: `${what}. ${hint}` };
  item.show();
}

/**
 * What the status bar says: `$(quote) 4 conflicts`, or `$(quote) 3 notes` where none is graver than information; with
 * `$(warning)` where a bound was reached.
 */
export function statusText(status: StatusParams): string {
  const count = status.total > 0 ? `$(quote) ${counted(status)}` : '';
  if (status.limits.length === 0) return count;
  return count === '' ? `$(warning) ${l10n.t('Not all was read')}` : `${count} $(warning)`;
}

/** The same for whoever hears it, with what was left out. */
const spoken = (status: StatusParams): string =>
  [
    ...(status.total > 0 ? [l10n.t('Second Source: {0}', counted(status))] : []),
    ...status.limits.map(({ message }) => message),
  ].join(' ');

function counted({ total, conflicts }: StatusParams): string {
  if (conflicts > 0) return conflicts === 1 ? l10n.t('1 conflict') : l10n.t('{0} conflicts', conflicts);
  return total === 1 ? l10n.t('1 note') : l10n.t('{0} notes', total);
}

/** What was left out, each with its setting a click away; then the worst problems, each with its file as a link to the passage. */
export function tooltip(status: StatusParams): MarkdownString {
  const text = new MarkdownString('', true);
  // The one command that the tooltip may run: it shows a setting.
  text.isTrusted = { enabledCommands: [openSettings] };
  for (const { setting, message } of status.limits) {
    const link = `command:${openSettings}?${encodeURIComponent(JSON.stringify([setting]))}`;
    text.appendMarkdown(`$(warning) ${escaped(message)} [${l10n.t('Change')}](${link})\n\n`);
  }
  for (const problem of status.worst) {
    text.appendMarkdown(`$(${iconOf(problem)}) [${escaped(problem.name)}](${linkTo(problem)}): `);
    text.appendMarkdown(`${escaped(problem.message)}\n\n`);
  }
  const rest = status.total - status.worst.length;
  if (rest > 0) text.appendMarkdown(l10n.t('and {0} more in the Problems panel', rest));
  return text;
}

const openSettings = 'workbench.action.openSettings';

const icons: Readonly<Record<StatusProblem['severity'], string>> = {
  error: 'error',
  warning: 'warning',
  information: 'info',
  hint: 'lightbulb',
};

const iconOf = (problem: StatusProblem): string => icons[problem.severity];

const linkTo = (problem: StatusProblem): string =>
  Uri.parse(problem.uri)
    .with({ fragment: `L${String(problem.range.start.line + 1)},${String(problem.range.start.character + 1)}` })
    .toString();
