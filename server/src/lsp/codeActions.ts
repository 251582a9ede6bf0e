import * as l10n from '@vscode/l10n';
import type { CodeAction, Diagnostic, ServerCapabilities, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import { CodeActionKind } from 'vscode-languageserver';
import type { Analysis } from '../analysis';
import type { Article } from '../core/article';
import { fixesFor, problemsAt } from '../features/codeActions';
import type { Fix } from '../features/fixes/fix';
import { deskCommands, type PassagePlace, type ProblemPlace, type RuleOff } from '../protocol/desk';
import type { Problem } from '../rules/rule';
import { toOffset, toPosition, toRange } from './convert';
import { contentModified, guarded, type Answer } from './dispatch';
import type { HandlerParts } from './handlers';
import { articleIdOf } from './uris';

/** What the client is told of it. */
export const codeActionsCapabilities: ServerCapabilities = {
  codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix], resolveProvider: true },
};

/** What an action carries so that its edit can be worked out when it is chosen. */
interface ActionData {
  readonly uri: string;
  readonly code: string;
  readonly start: number;
  readonly title: string;
}

/** Quick fixes, and what the client needs to accept a difference. Nothing is changed before an editor chooses it. */
export function registerCodeActions({ connection, profile, host, documents, reports, logger }: HandlerParts): void {
  const versionOf = (article: Article): number | null => documents.get(article.id)?.version ?? null;

  connection.onCodeAction(
    guarded(logger, 'textDocument/codeAction', [], ({ textDocument, range, context }): CodeAction[] => {
      if (!profile.codeActions || !isWanted(context.only)) return [];
      const { uri } = textDocument;
      const analysis = host.snapshot();
      const article = analysis.get(articleIdOf(uri))?.article;
      if (!article) return [];
      const selection = { start: toOffset(article, range.start), end: toOffset(article, range.end) };
      const problems = problemsAt(analysis, article.id, selection);
      if (problems.length === 0) return [];
      const diagnosticOf = (problem: Problem): Diagnostic[] => reports.diagnosticsOf(analysis, article.id, problem);
      const actions = problems.flatMap((problem) =>
        fixesFor(analysis, article.id, problem).map((fix): CodeAction => {
          const { code, start } = problem;
          const data: ActionData = { uri, code, start, title: fix.title };
          return {
            title: fix.title,
            kind: CodeActionKind.QuickFix,
            diagnostics: diagnosticOf(problem),
            ...(fix.preferred ? { isPreferred: true } : {}),
            ...(profile.resolvesEdits ? { data } : { edit: editOf(article, uri, fix) }),
          };
        }),
      );
      if (!profile.deskCommands) return actions;
      return [
        ...actions,
        ...compareActions(article, uri, problems, diagnosticOf),
        ...problems.map((problem) => acceptAction(article, uri, problem, problems.length > 1, diagnosticOf(problem))),
        ...ruleActions(problems, diagnosticOf),
      ];
    }),
  );

  connection.onCodeActionResolve(
    // The library gives this handler the type of its answer, so the action itself is what an empty answer is.
    (action, token) =>
      guarded(logger, 'codeAction/resolve', action, (): Answer<CodeAction> => {
        const data = dataOf(action.data);
        if (!data) return action;
        const analysis = host.snapshot();
        const article = analysis.get(articleIdOf(data.uri))?.article;
        const fix = article && findFix(analysis, article, data);
        if (!article || !fix) return contentModified;
        return { ...action, edit: editOf(article, data.uri, fix) };
      })(action, token),
  );

  function editOf(article: Article, uri: string, fix: Fix): WorkspaceEdit {
    const edits = fix.edits.map((edit): TextEdit => ({ range: toRange(article, edit), newText: edit.text }));
    if (!profile.documentChanges) return { changes: { [uri]: edits } };
    const textDocument = { uri, version: versionOf(article) };
    if (!profile.changeAnnotations) return { documentChanges: [{ textDocument, edits }] };
    return {
      documentChanges: [{ textDocument, edits: edits.map((edit) => ({ ...edit, annotationId: 'fix' })) }],
      changeAnnotations: { fix: { label: fix.title, description: fix.description, needsConfirmation: false } },
    };
  }
}

/** Whether a client that asks for some kinds only asks for quick fixes. */
const isWanted = (only: readonly string[] | undefined): boolean =>
  only === undefined || only.some((kind) => kind === '' || kind === CodeActionKind.QuickFix);

function findFix(analysis: Analysis, article: Article, { code, start, title }: ActionData): Fix | undefined {
  const problem = analysis.problems(article.id).find((one) => one.code === code && one.start === start);
  return problem && fixesFor(analysis, article.id, problem).find((fix) => fix.title === title);
}

// ---- the client's own commands --------------------------------------------------------------------------

type DiagnosticOf = (problem: Problem) => Diagnostic[];

function compareActions(
  article: Article,
  uri: string,
  problems: readonly Problem[],
  diagnosticOf: DiagnosticOf,
): CodeAction[] {
  const starts = new Set<number>();
  return problems.flatMap((problem): CodeAction[] => {
    // Two problems of one passage are compared once; a problem without another side can't be.
    if (problem.related.length === 0 || starts.has(problem.start)) return [];
    starts.add(problem.start);
    const place: PassagePlace = { uri, position: toPosition(article, problem.start) };
    const title = l10n.t('Compare passages');
    return [commandAction(title, deskCommands.compare, place, diagnosticOf(problem))];
  });
}

function acceptAction(
  article: Article,
  uri: string,
  { code, start, related }: Problem,
  isOneOfSeveral: boolean,
  diagnostics: Diagnostic[],
): CodeAction {
  const place: ProblemPlace = { uri, code, position: toPosition(article, start) };
  const plain = related.length > 0 ? l10n.t('Accept this difference...') : l10n.t('Let this stand...');
  const named =
    related.length > 0 ? l10n.t('Accept this difference ({0})...', code) : l10n.t('Let this stand ({0})...', code);
  return commandAction(isOneOfSeveral ? named : plain, deskCommands.accept, place, diagnostics);
}

function ruleActions(problems: readonly Problem[], diagnosticOf: DiagnosticOf): CodeAction[] {
  const byCode = new Map(problems.map((problem) => [problem.code, problem]));
  return [...byCode.values()].flatMap((problem) => {
    const { code } = problem;
    const here: RuleOff = { code, target: 'workspace' };
    const everywhere: RuleOff = { code, target: 'global' };
    const diagnostics = diagnosticOf(problem);
    return [
      commandAction(l10n.t('Turn off {0} here', code), deskCommands.turnRuleOff, here, diagnostics),
      commandAction(l10n.t('Turn off {0} everywhere', code), deskCommands.turnRuleOff, everywhere, diagnostics),
    ];
  });
}

const commandAction = (title: string, command: string, argument: object, diagnostics: Diagnostic[]): CodeAction => ({
  title,
  kind: CodeActionKind.QuickFix,
  diagnostics,
  command: { title, command, arguments: [argument] },
});

/** What an action of ours carries; null for one that somebody else made, or that has nothing to work out. */
function dataOf(data: unknown): ActionData | null {
  if (typeof data !== 'object' || data === null) return null;
  const { uri, code, start, title } = data as { [K in keyof ActionData]?: unknown };
  if (typeof uri !== 'string' || typeof code !== 'string' || typeof title !== 'string') return null;
  if (typeof start !== 'number') return null;
  return { uri, code, start, title };
}
