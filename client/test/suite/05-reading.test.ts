import assert from 'node:assert/strict';
import {
  ConfigurationTarget,
  Range,
  Uri,
  commands,
  languages,
  window,
  workspace,
  type FoldingRange,
  type InlayHint,
  type SemanticTokens,
  type SemanticTokensLegend,
  type SymbolInformation,
  type TextDocument,
} from 'vscode';
import { article, openAt, positionOf, problems } from '../support/editor';

const settings = () => workspace.getConfiguration('secondSource');

async function withSetting(name: string, value: unknown, test: () => Promise<void>): Promise<void> {
  await settings().update(name, value, ConfigurationTarget.Global);
  try {
    await test();
  } finally {
    await settings().update(name, undefined, ConfigurationTarget.Global);
  }
}

/** Asks again until the answer is right, for a setting takes its way to the server. */
async function eventually<T>(ask: () => Thenable<T>, isRight: (answer: T) => boolean): Promise<T> {
  for (let attempt = 0; attempt < 40; attempt++) {
    const answer = await ask();
    if (isRight(answer)) return answer;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return ask();
}

/** Each coloured stretch as its words, its type and its modifiers. */
async function tokens(document: TextDocument): Promise<string[]> {
  const legend = await commands.executeCommand<SemanticTokensLegend>(
    'vscode.provideDocumentSemanticTokensLegend',
    document.uri,
  );
  const { data } = await commands.executeCommand<SemanticTokens>('vscode.provideDocumentSemanticTokens', document.uri);
  const found: string[] = [];
  let [line, start] = [0, 0];
  for (let i = 0; i + 4 < data.length; i += 5) {
    const [lines = 0, units = 0, length = 0, type = 0, bits = 0] = data.slice(i, i + 5);
    start = lines > 0 ? units : start + units;
    line += lines;
    const words = document.getText(new Range(line, start, line, start + length));
    const modifiers = legend.tokenModifiers.filter((_, bit) => (bits & (1 << bit)) !== 0);
    found.push(`${words} [${[legend.tokenTypes[type], ...modifiers].join(' ')}]`);
  }
  return found;
}

describe('an article to read', () => {
  let document: TextDocument;
  before(async () => {
    ({ document } = await openAt('evening.txt'));
    await problems('evening.txt', 3);
  });

  it('has its quotes, speakers, figures and dates in colours, and what differs told apart', async () => {
    const found = await tokens(document);
    for (const words of [
      '“We have asked for  [quote conflict]',
      'fourteen new lifeboats [figure]',
      'Marta Kovel [speaker]',
      '1,900 passengers [figure conflict]',
      'Monday [date]',
      '“My door is open day and night.” [quote]',
    ]) {
      assert.ok(found.includes(words), `${words} is none of:\n${found.join('\n')}`);
    }
  });

  it('has no colours of ours where a setting says so', () =>
    withSetting('semanticTokens', false, async () => {
      assert.deepEqual(
        await eventually(
          () => tokens(document),
          (found) => found.length === 0,
        ),
        [],
      );
    }));

  it('shows between the words what the other file has, where a setting asks for it', async () => {
    const whole = new Range(0, 0, document.lineCount, 0);
    const ask = () => commands.executeCommand<InlayHint[]>('vscode.executeInlayHintProvider', document.uri, whole);
    assert.deepEqual(await ask(), []);
    await withSetting('inlayHints', 'conflicts', async () => {
      const hints = await eventually(ask, (found) => found.length > 0);
      const first = hints.find(({ position }) => document.lineAt(position).text.includes('1,900'));
      assert.ok(first && typeof first.label !== 'string');
      const [part] = first.label;
      assert.equal(part?.value, '1,400 passengers in morning.txt');
      assert.equal(part.location?.uri.path.endsWith('/morning.txt'), true);
      assert.equal(document.getText(new Range(first.position.translate(0, -10), first.position)), 'passengers');
    });
  });

  it('is found in all files by the speaker, by words and by what is counted', async () => {
    const find = (query: string) =>
      commands.executeCommand<SymbolInformation[]>('vscode.executeWorkspaceSymbolProvider', query);
    const kovel = (await find('kovel lifeboats')).map(({ name, location }) => [
      name,
      location.uri.path.split('/').pop(),
    ]);
    assert.deepEqual(kovel.map(([, file]) => file).sort(), ['briefing.md', 'evening.txt', 'morning.txt']);
    assert.match(kovel[0]?.[0] ?? '', /^Marta Kovel: We have asked for/);
    const passengers = (await find('passengers')).map(({ name }) => name);
    assert.ok(
      passengers.includes('1,900 passengers') && passengers.includes('1,400 passengers'),
      passengers.join('\n'),
    );
  });

  it('folds a speech that runs over paragraphs, and Markdown by its headings as before', async () => {
    const folds = async (language: string, content: string) => {
      const { uri } = await workspace.openTextDocument({ language, content });
      const found = await eventually(
        () => commands.executeCommand<FoldingRange[] | undefined>('vscode.executeFoldingRangeProvider', uri),
        (ranges) => (ranges ?? []).length > 1,
      );
      return (found ?? []).map(({ start, end }) => `${String(start)}-${String(end)}`).sort();
    };
    const speech = '“We asked in spring,” Tom Vale said. “We asked twice.\n\n“We asked again in summer.”\n';
    assert.deepEqual(await folds('plaintext', `The mayor spoke.\n\n${speech}\nNotes\n  one\n`), ['2-4', '6-7']);
    assert.deepEqual(await folds('markdown', `# Mayor\n\n${speech}\n## More\n\nNothing.\n`), ['0-8', '2-4', '6-8']);
  });

  it('is of the language Article by the end of its name, and then as well served', async () => {
    const uri = Uri.joinPath(article('evening.txt'), '..', 'late.article.txt');
    await workspace.fs.writeFile(uri, await workspace.fs.readFile(article('evening.txt')));
    // Opened as an editor does it: a document that the tests had opened themselves would stay open for minutes.
    await commands.executeCommand('vscode.open', uri);
    const late = window.activeTextEditor?.document;
    assert.ok(late);
    assert.equal(late.languageId, 'article');
    assert.equal(workspace.getConfiguration('editor', late).get('wordWrap'), 'on');
    const found = await eventually(
      () => tokens(late),
      (all) => all.length > 0,
    );
    assert.ok(found.includes('Marta Kovel [speaker]'), found.join('\n'));
    // What a word is comes with the language's configuration, which is loaded as the first of its documents opens.
    const wordAtHand = () => late.getText(late.getWordRangeAtPosition(positionOf(late, 'Workers')));
    const isWord = (word: string): boolean => word === 'Workers';
    assert.equal(await eventually(() => Promise.resolve(wordAtHand()), isWord), 'Workers');
    await eventually(
      () => Promise.resolve(languages.getDiagnostics(uri)),
      (all) => all.length > 0,
    );
    assert.ok(languages.getDiagnostics(uri).length > 0);
  });

  it('has its lenses where the setting says', async () => {
    const lenses = () => commands.executeCommand<unknown[]>('vscode.executeCodeLensProvider', document.uri);
    assert.equal((await eventually(lenses, (found) => found.length === 3)).length, 3);
    await withSetting('lens', 'off', async () => {
      assert.deepEqual(await eventually(lenses, (found) => found.length === 0), []);
    });
    assert.equal((await eventually(lenses, (found) => found.length === 3)).length, 3);
  });
});
