import {
  Location,
  Position,
  Range,
  Selection,
  Uri,
  commands,
  l10n,
  window,
  type Disposable,
  type TextEditor,
} from 'vscode';
import type { BaseLanguageClient as LanguageClient } from 'vscode-languageclient';
import { DefinitionRequest, ReferencesRequest, State } from 'vscode-languageclient';
import {
  nextConflictMethod,
  type NextConflictParams,
  type NextConflictResult,
  type ShowMatchesArguments,
  type WireLocation,
  type WirePosition,
} from '../../server/src/protocol';
import { showMatchesCommand } from './languageClient';
import { isAtHand } from './workspaceUri';

/** Registers the extension's commands; all of them ask the server of `client`. */
export function registerCommands(client: LanguageClient): Disposable[] {
  return [
    commands.registerCommand('secondSource.goToMatchingQuote', () => goToMatchingQuote(client)),
    commands.registerCommand(showMatchesCommand, (...args: [] | ShowMatchesArguments) => showMatches(client, args)),
    commands.registerCommand('secondSource.nextConflict', () => goToConflict(client, 'next')),
    commands.registerCommand('secondSource.previousConflict', () => goToConflict(client, 'previous')),
    commands.registerCommand('secondSource.restartServer', () => restart(client)),
  ];
}

/** Ends the server, if one runs, and starts another; it reads everything anew. */
async function restart(client: LanguageClient): Promise<void> {
  // A client whose server never came up can't be stopped, but started.
  if (client.state === State.Running) await client.stop();
  await client.start();
}

/** Jumps to the passage that the quote or the figure at the cursor matches; peeks where there are several. */
async function goToMatchingQuote(client: LanguageClient): Promise<void> {
  const editor = window.activeTextEditor;
  if (!editor) return;
  const found = await client.sendRequest(DefinitionRequest.type, placeOf(client, editor));
  const converted = (await client.protocol2CodeConverter.asDefinitionResult(found)) ?? [];
  const locations = Array.isArray(converted) ? converted : [converted];
  await commands.executeCommand(
    'editor.action.goToLocations',
    editor.document.uri,
    editor.selection.active,
    locations.map((found) =>
      'targetUri' in found ? new Location(found.targetUri, found.targetSelectionRange ?? found.targetRange) : found,
    ),
    'gotoAndPeek',
    l10n.t('No match here: put the cursor in a quote or on a figure that another file has too.'),
  );
}

/**
 * Peeks at every passage with the same words or figure: those that a lens or a hover hands over, else those of the quote
 * or the figure at the cursor.
 */
async function showMatches(client: LanguageClient, args: [] | ShowMatchesArguments): Promise<void> {
  const matches = args.length === 3 ? handedOver(args) : await atCursor(client);
  if (!matches) return;
  const { uri, position, locations } = matches;
  if (locations.length > 0)
    await commands.executeCommand('editor.action.peekLocations', uri, position, locations, 'peek');
  else void window.showInformationMessage(l10n.t('No other file has the words or the figure at the cursor.'));
}

interface Matches {
  readonly uri: Uri;
  readonly position: Position;
  readonly locations: readonly Location[];
}

/** What a lens or a hover hands over. Whoever else runs the command is shown nothing but articles either. */
function handedOver([uri, position, locations]: ShowMatchesArguments): Matches | undefined {
  const at = Uri.parse(uri);
  const shown = locations.map(asLocation).filter((one) => isAtHand(one.uri));
  return isAtHand(at) ? { uri: at, position: asPosition(position), locations: shown } : undefined;
}

async function atCursor(client: LanguageClient): Promise<Matches | undefined> {
  const editor = window.activeTextEditor;
  if (!editor) return undefined;
  const found = await client.sendRequest(ReferencesRequest.type, {
    ...placeOf(client, editor),
    context: { includeDeclaration: true },
  });
  const locations = (await client.protocol2CodeConverter.asReferences(found)) ?? [];
  return { uri: editor.document.uri, position: editor.selection.active, locations };
}

/** Opens the next disagreement after the cursor, in whatever file it stands, and shows both wordings. */
async function goToConflict(client: LanguageClient, direction: NextConflictParams['direction']): Promise<void> {
  const editor = window.activeTextEditor;
  const from: NextConflictParams = editor
    ? { uri: editor.document.uri.toString(), position: placeOf(client, editor).position, direction }
    : { uri: null, direction };
  const found = await client.sendRequest<NextConflictResult>(nextConflictMethod, from);
  if (!found) {
    void window.showInformationMessage(l10n.t('Second Source sees no conflict in these articles.'));
    return;
  }
  const { uri, range } = asLocation(found);
  const opened = await window.showTextDocument(uri, { selection: new Selection(range.start, range.start) });
  opened.revealRange(range);
  await commands.executeCommand('editor.action.showHover', { focus: 'noAutoFocus' });
}

function placeOf(client: LanguageClient, editor: TextEditor) {
  return client.code2ProtocolConverter.asTextDocumentPositionParams(editor.document, editor.selection.active);
}

/** VS Code's commands take nothing but the class itself: a plain object's ranges would be lost on the way. */
function asLocation({ uri, range }: WireLocation): Location {
  return new Location(Uri.parse(uri), new Range(asPosition(range.start), asPosition(range.end)));
}

const asPosition = (position: WirePosition): Position => new Position(position.line, position.character);
