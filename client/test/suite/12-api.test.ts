import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { extensions } from 'vscode';
import type { SecondSourceApi } from '../../src/api/types';
import { article, openAt, problems, wordsAt } from '../support/editor';

/** What newer editors have for language models. */
interface WithTools {
  readonly lm?: {
    readonly tools?: readonly { readonly name: string }[];
    readonly invokeTool?: (
      name: string,
      options: object,
    ) => Thenable<{ readonly content: readonly { value: string }[] }>;
  };
}

/** Where the editor has them; older ones have them as a proposal, and throw. */
function toolsOf({ lm }: WithTools): WithTools['lm'] | undefined {
  try {
    return lm?.tools && lm.invokeTool ? lm : undefined;
  } catch {
    return undefined;
  }
}
const noTest = (): void => undefined;

describe('the API', () => {
  let api: SecondSourceApi;

  before(async () => {
    const extension = extensions.getExtension<SecondSourceApi>('second-source.second-source');
    assert.ok(extension);
    api = await extension.activate();
    await openAt('evening.txt');
    await problems('evening.txt', 3);
  });

  it('is of version 1 and can’t be changed by who has it', async () => {
    assert.equal(api.version, 1);
    assert.ok(Object.isFrozen(api));
    const { quotes } = await api.claims(article('evening.txt'));
    assert.ok(Object.isFrozen(quotes) && Object.isFrozen(quotes[0]?.speaker));
  });

  it('gives what an article says, by its Uri or the text of one', async () => {
    const uri = article('evening.txt');
    const claims = await api.claims(uri);
    assert.deepEqual(await api.claims(uri.toString()), claims);
    assert.equal(claims.quotes[0]?.speaker?.name, 'Marta Kovel');
    assert.ok(claims.figures.some(({ text, value }) => text === '1,900 passengers' && value === 1900));
    assert.deepEqual(JSON.parse(JSON.stringify(claims)), claims);
  });

  it('gives the links to other articles', async () => {
    const links = await api.links(article('evening.txt'));
    const altered = links.find(({ relation, to }) => relation === 'altered' && to.uri.endsWith('morning.txt'));
    assert.ok(altered);
    const { start, end } = altered.to.range;
    const range = new vscode.Range(start.line, start.character, end.line, end.character);
    assert.match(await wordsAt(vscode.Uri.parse(altered.to.uri), range), /forty new lifeboats/);
  });

  it('gives the problems of one article and of all', async () => {
    assert.equal((await api.problems(article('evening.txt'))).length, 3);
    assert.equal((await api.problems()).filter(({ accepted }) => accepted === null).length, 7);
  });

  it('finds a quotation in all articles', async () => {
    const found = await api.findQuote('we will not sail without them');
    assert.deepEqual(found.map(({ name }) => name).sort(), ['briefing.md', 'evening.txt', 'morning.txt']);
  });

  it('gives the stories, and one of them laid out', async () => {
    const [story] = await api.stories();
    assert.ok(story && Object.isFrozen(story));
    const sheet = await api.sheet(story.id);
    assert.equal(sheet.id, story.id);
    await assert.rejects(api.sheet('s999'), /s999/);
  });

  it('rejects what it can’t answer, and says why', async () => {
    await assert.rejects(api.claims(article('gone.txt')), /does not read .*gone\.txt as an article/);
    await assert.rejects(api.links(article('desk.json')), /as an article/);
    const wrong = 7 as unknown as string;
    await assert.rejects(api.claims(wrong), TypeError);
    await assert.rejects(api.findQuote(wrong), TypeError);
    await assert.rejects(api.sheet(wrong), TypeError);
  });
});

describe('the tool for language models', () => {
  const lm = toolsOf(vscode as WithTools);

  // An editor that has no tools for language models has nothing to test here: nothing is skipped.
  (lm ? it : noTest)('tells where a quotation stands, who said it and what differs', async () => {
    assert.ok(lm);
    assert.ok(lm.tools?.some(({ name }) => name === 'second-source_findQuote'));
    const invoke = async (input: object) => {
      const result = await lm.invokeTool?.('second-source_findQuote', { input, toolInvocationToken: undefined });
      return result?.content.map(({ value }) => value).join('') ?? '';
    };
    const text = await invoke({ text: 'We have asked for forty new lifeboats, and we will not sail without them' });
    assert.match(text, /^3 matches:/);
    assert.match(text, /morning\.txt, line 5 \(given to Marta Kovel; the same words\)/);
    assert.match(text, /evening\.txt, line 7 \(given to Marta Kovel; has "fourteen" where the words given differ\)/);
    assert.equal(
      await invoke({ text: 'The cattle of Oakham are fat' }),
      'No article in this workspace has these words.',
    );
  });
});
