const { TextEditorRevealType, commands, languages, window } = require('vscode');

/** Shows what `npm start` is for: the Problems panel, and the first underlined quote of the open article in view. */
exports.activate = async (context) => {
  await commands.executeCommand('workbench.actions.view.problems');
  await commands.executeCommand('workbench.action.focusActiveEditorGroup');
  let shown = showFirstProblem();
  context.subscriptions.push(languages.onDidChangeDiagnostics(() => (shown ||= showFirstProblem())));
};

/** Scrolls to the first problem of the article in front; false where it has none yet. */
function showFirstProblem() {
  const editor = window.activeTextEditor;
  const problems = editor ? languages.getDiagnostics(editor.document.uri) : [];
  const [first] = problems.map((problem) => problem.range).sort((a, b) => a.start.compareTo(b.start));
  if (!first) return false;
  editor.revealRange(first, TextEditorRevealType.InCenter);
  return true;
}
