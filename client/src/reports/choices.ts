import { l10n, window, type QuickPickItem } from 'vscode';
import { restId, type StoryHead } from '../../../server/src/protocol/stories';
import type { ReportFormat } from '../../../server/src/protocol/reports';
import { plainText } from '../plainText';

/** Asks in which form the report is wanted; undefined where nobody says. */
export async function pickFormat(): Promise<ReportFormat | undefined> {
  const items: readonly (QuickPickItem & { readonly format: ReportFormat })[] = [
    {
      format: 'html',
      label: l10n.t('HTML'),
      description: l10n.t('Sign-off page'),
      detail: l10n.t('One page to read, print and sign: conflicts, boards, accepted differences, coverage'),
    },
    {
      format: 'markdown',
      label: l10n.t('Markdown'),
      description: l10n.t('Summary'),
      detail: l10n.t('For a pull request, a ticket or a message'),
    },
    {
      format: 'csv',
      label: l10n.t('CSV'),
      description: l10n.t('Every quote and figure'),
      detail: l10n.t('For a spreadsheet, one row each'),
    },
    {
      format: 'sarif',
      label: l10n.t('SARIF'),
      description: l10n.t('Problems for code scanning'),
      detail: l10n.t('Version 2.1.0, as GitHub and other tools read it'),
    },
    {
      format: 'json',
      label: l10n.t('JSON'),
      description: l10n.t('All that is known'),
      detail: l10n.t('For scripts, as the command line prints it'),
    },
  ];
  const picked = await window.showQuickPick(items, {
    title: l10n.t('Export Report'),
    placeHolder: l10n.t('The form of the report'),
    matchOnDescription: true,
  });
  return picked?.format;
}

/**
 * Asks what the report is about. Nothing is asked where there is one story at the most.
 * @returns the story's id, null for all articles, undefined where nobody says.
 */
export async function pickStory(stories: readonly StoryHead[]): Promise<string | null | undefined> {
  const told = stories.filter(({ id }) => id !== restId);
  if (told.length < 2) return null;
  const all: QuickPickItem & { readonly story: string | null } = { story: null, label: l10n.t('All articles') };
  const items = told.map((head) => ({
    story: head.id,
    label: plainText(head.title),
    description: [head.date ?? '', l10n.t('Conflicts: {0}', head.conflicts)].filter((part) => part !== '').join(' · '),
    detail: head.columns.map(({ name }) => plainText(name)).join(', '),
  }));
  const picked = await window.showQuickPick([all, ...items], {
    title: l10n.t('Export Report'),
    placeHolder: l10n.t('What the report is about'),
    matchOnDetail: true,
  });
  return picked?.story;
}
