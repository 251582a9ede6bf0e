import assert from 'node:assert/strict';
import {
  DiagnosticSeverity,
  commands,
  type CodeLens,
  type DocumentHighlight,
  type DocumentSymbol,
  type Hover,
  type Location,
  type LocationLink,
  type MarkdownString,
} from 'vscode';
import { article, openAt, positionOf, problems, wordsAt } from '../support/editor';

const fourteen = 'We have asked for fourteen new lifeboats, and we will not sail without them';
const forty = 'We have asked for forty new lifeboats, and we will not sail without them';
const openDoor = 'My door is open day and night';

const nameOf = (uri: { readonly path: string }) => uri.path.slice(uri.path.lastIndexOf('/') + 1);

/** Each location as its file and its words. */
async function read(locations: readonly (Location | LocationLink)[]): Promise<string[]> {
  const lines = locations.map(async (one) => {
    const [uri, range] =
      'uri' in one ? [one.uri, one.range] : [one.targetUri, one.targetSelectionRange ?? one.targetRange];
    return `${nameOf(uri)}: ${(await wordsAt(uri, range)).replace(/[,.]$/, '')}`;
  });
  return (await Promise.all(lines)).sort();
}

describe('an article in the editor', () => {
  before(async () => {
    await openAt('evening.txt');
    await problems('evening.txt', 3);
  });

  it('has a changed number as an error, with every other wording one click away', async () => {
    const [first] = await problems('evening.txt', 3);
    assert.ok(first);
    assert.equal(first.severity, DiagnosticSeverity.Error);
    assert.match(first.message, /fourteen.*forty/);
    const related = (first.relatedInformation ?? []).map((one) => one.location);
    assert.deepEqual(await read(related), [`briefing.md: ${forty}`, `morning.txt: ${forty}`]);
  });

  it('has a changed word as a warning', async () => {
    const [, second] = await problems('evening.txt', 3);
    assert.ok(second);
    assert.equal(second.severity, DiagnosticSeverity.Warning);
    assert.match(second.message, /ferries.*boats/);
  });

  it('has a figure that differs as a warning, with the other file’s one click away', async () => {
    const [, , third] = await problems('evening.txt', 3);
    assert.ok(third);
    assert.deepEqual([third.code, third.severity], ['figure-conflict', DiagnosticSeverity.Warning]);
    assert.match(third.message, /1,900 passengers here, 1,400 in morning\.txt/);
    const related = (third.relatedInformation ?? []).map((one) => one.location);
    assert.deepEqual(await read(related), ['morning.txt: 1,400 passengers']);
  });

  it('shows the problem in the other file too, though that was never opened', async () => {
    const [first] = await problems('briefing.md', 1);
    assert.deepEqual(await read((first?.relatedInformation ?? []).map((one) => one.location)), [
      `evening.txt: ${fourteen}`,
    ]);
  });

  it('leads from a quote to the same quote in the other file', async () => {
    const { document } = await openAt('evening.txt', openDoor);
    const found = await commands.executeCommand<(Location | LocationLink)[]>(
      'vscode.executeDefinitionProvider',
      document.uri,
      positionOf(document, openDoor),
    );
    assert.deepEqual(await read(found), [`morning.txt: ${openDoor}`]);
  });

  it('lists all passages with the same words', async () => {
    const { document } = await openAt('evening.txt', 'fourteen');
    const found = await commands.executeCommand<Location[]>(
      'vscode.executeReferenceProvider',
      document.uri,
      positionOf(document, 'fourteen'),
    );
    const others = (await read(found)).filter((line) => !line.startsWith('evening.txt'));
    assert.deepEqual(others, [`briefing.md: ${forty}`, `morning.txt: ${forty}`]);
  });

  it('says in the hover who said it and how the other files have it', async () => {
    const { document } = await openAt('evening.txt', 'fourteen');
    const hovers = await commands.executeCommand<Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      positionOf(document, 'fourteen'),
    );
    const text = hovers.flatMap((hover) => hover.contents.map((part) => (part as MarkdownString).value)).join('\n');
    assert.match(text, /Marta Kovel/);
    assert.match(text, /morning\.txt/);
    assert.match(text, /briefing\.md/);
    assert.match(text, /\*\*forty\*\*/);
  });

  it('leads from a figure to the other file’s, and says in the hover what that is', async () => {
    const { document } = await openAt('evening.txt', '1,900');
    const place = [document.uri, positionOf(document, '1,900')] as const;
    const found = await commands.executeCommand<(Location | LocationLink)[]>(
      'vscode.executeDefinitionProvider',
      ...place,
    );
    assert.deepEqual(await read(found), ['morning.txt: 1,400 passengers']);
    const hovers = await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', ...place);
    const text = hovers.flatMap((hover) => hover.contents.map((part) => (part as MarkdownString).value)).join('\n');
    assert.match(text, /\*\*1,900 passengers\*\*, given to the port authority/);
    assert.match(text, /\*\*1,400 passengers\*\* .*morning\.txt/);
    assert.match(text, /1,400 to 1,900 in 2 files/);
  });

  it('has lenses that say their words only when they come into view', async () => {
    const lenses = await commands.executeCommand<CodeLens[]>(
      'vscode.executeCodeLensProvider',
      article('evening.txt'),
      10,
    );
    assert.equal(lenses.length, 3);
    const [first] = lenses;
    assert.match(first?.command?.title ?? '', /differs? in/);
    assert.equal(first?.command?.command, 'secondSource.showMatches');
    const unresolved = await commands.executeCommand<CodeLens[]>(
      'vscode.executeCodeLensProvider',
      article('evening.txt'),
    );
    assert.deepEqual(
      unresolved.map((lens) => lens.isResolved),
      [false, false, false],
    );
  });

  it('has its quotes in the outline, by speaker, and its figures and dates', async () => {
    const symbols = await commands.executeCommand<DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      article('evening.txt'),
    );
    assert.deepEqual(
      symbols.map((group) => [group.name, group.children.map((entry) => entry.name.slice(0, 12))]),
      [
        // The editor puts them in the order in which they begin.
        ['Dates', ['Wednesday ev', 'Monday']],
        ['Figures', ['Talks: less ', 'Fourteen new', '1,900 passen']],
        ['Marta Kovel', ['We have aske']],
        ['Tomas Brandt', ['Nobody wants', 'My door is o']],
      ],
    );
  });

  it('lights up the quote at the cursor', async () => {
    const { document } = await openAt('evening.txt', 'fourteen');
    const found = await commands.executeCommand<DocumentHighlight[]>(
      'vscode.executeDocumentHighlights',
      document.uri,
      positionOf(document, 'fourteen'),
    );
    assert.ok(found.some((one) => document.getText(one.range).startsWith('We have asked for fourteen')));
  });
});
