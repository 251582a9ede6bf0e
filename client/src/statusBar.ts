import { l10n, MarkdownString, StatusBarAlignment, Uri, window, type Disposable } from 'vscode';
import type { StatusParams, StatusProblem } from '../../server/src/protocol';

export interface StatusBar extends Disposable {
  /** Shows how many problems are open; nothing where there is none, or no server (null). */
  show(status: StatusParams | null): void;
}

/** Makes the status bar item: the number of open problems, the worst three on hover, the Problems panel on click. */
export function createStatusBar(): StatusBar {
  const item = window.createStatusBarItem('secondSource.status', StatusBarAlignment.Left);
  item.name = 'Second Source';
  item.command = 'workbench.actions.view.problems';
  return {
    show(status) {
      if (status === null || status.total === 0) {
        item.hide();
        return;
      }
      item.text = statusText(status);
      item.tooltip = tooltip(status);
      item.accessibilityInformation = { label: l10n.t('Second Source: {0}', counted(status)) };
      item.show();
    },
    dispose: () => {
      item.dispose();
    },
  };
}

/** What the status bar says: `$(quote) 4 conflicts`, or `$(quote) 3 notes` where none is graver than information. */
export const statusText = (status: StatusParams): string => `$(quote) ${counted(status)}`;

function counted({ total, conflicts }: StatusParams): string {
  if (conflicts > 0) return conflicts === 1 ? l10n.t('1 conflict') : l10n.t('{0} conflicts', conflicts);
  return total === 1 ? l10n.t('1 note') : l10n.t('{0} notes', total);
}

/** The worst problems, each with its file as a link to the passage. */
function tooltip(status: StatusParams): MarkdownString {
  const text = new MarkdownString('', true);
  for (const problem of status.worst) {
    text.appendMarkdown(`$(${iconOf(problem)}) [${escaped(problem.name)}](${linkTo(problem)}): `);
    text.appendMarkdown(`${escaped(problem.message)}\n\n`);
  }
  const rest = status.total - status.worst.length;
  if (rest > 0) text.appendMarkdown(l10n.t('and {0} more in the Problems panel', rest));
  return text;
}

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

/** An article's own words, with nothing in them read as Markdown or as an icon. */
const escaped = (words: string): string => words.replace(/[\\`*_{}[\]()#+\-!<>~|$]/g, '\\$&');
