import assert from 'node:assert/strict';
import type { ClientCapabilities, CodeAction, Range } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { withServer, type TestClient } from './testClient';

const files = `
=== draft.txt
Talks broke off.

“We have asked for fourteen new lifeboats, and we will not sail without them,” Marta Kovel said.

=== wire.txt
“We have asked for forty new lifeboats, and we will not sail without them,” said Marta Kovel.
`;

/** What an editor of some ability says of itself. */
const able: ClientCapabilities = {
  textDocument: {
    publishDiagnostics: { relatedInformation: true, dataSupport: true },
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } },
      dataSupport: true,
      resolveSupport: { properties: ['edit'] },
    },
  },
  workspace: {
    workspaceFolders: true,
    configuration: true,
    workspaceEdit: { documentChanges: true, changeAnnotationSupport: { groupsOnLabel: true } },
  },
};

const plain: ClientCapabilities = {
  ...able,
  textDocument: { codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } } },
  workspace: { workspaceFolders: true, configuration: true },
};

function actionsAt(client: TestClient, words: string, only?: readonly string[]): Promise<CodeAction[]> {
  const start = client.at('draft.txt', words);
  const range: Range = { start, end: start };
  return client.askDocument('textDocument/codeAction', 'draft.txt', {
    range,
    context: { diagnostics: [], ...(only ? { only } : {}) },
  });
}

const titles = (actions: readonly CodeAction[]): readonly string[] => actions.map(({ title }) => title);

describe('code actions over stdio', () => {
  it(
    'are given in their order to a client that has the desk’s commands, and their edit when one is chosen',
    withServer({ files, capabilities: able, declares: { deskCommands: true } }, async (client) => {
      await client.open('draft.txt');
      const actions = await actionsAt(client, 'fourteen');
      assert.deepEqual(titles(actions), [
        'Use the wording in wire.txt',
        'Compare passages',
        'Accept this difference...',
        'Turn off quote-altered here',
        'Turn off quote-altered everywhere',
      ]);
      const [fix, compare, accept, here] = actions;
      assert.ok(fix && compare && accept && here);
      assert.equal(fix.edit, undefined);
      assert.equal(fix.isPreferred, true);
      assert.equal(fix.diagnostics?.[0]?.code, 'quote-altered');
      const place = { uri: client.uri('draft.txt'), position: client.at('draft.txt', 'We have') };
      assert.deepEqual(compare.command?.arguments, [place]);
      assert.deepEqual(accept.command?.arguments, [{ ...place, code: 'quote-altered' }]);
      assert.deepEqual(here.command?.arguments, [{ code: 'quote-altered', target: 'workspace' }]);

      const resolved = await client.connection.sendRequest<CodeAction>('codeAction/resolve', fix);
      const start = client.at('draft.txt', 'fourteen');
      const range = { start, end: { line: start.line, character: start.character + 'fourteen'.length } };
      assert.deepEqual(resolved.edit, {
        documentChanges: [
          {
            textDocument: { uri: client.uri('draft.txt'), version: 1 },
            edits: [{ range, newText: 'forty', annotationId: 'fix' }],
          },
        ],
        changeAnnotations: {
          fix: {
            label: 'Use the wording in wire.txt',
            description: '“fourteen” becomes “forty”',
            needsConfirmation: false,
          },
        },
      });
    }),
  );

  it(
    'are edits without annotations, and no commands, for a client that knows of none',
    withServer({ files, capabilities: plain, ours: false }, async (client) => {
      await client.open('draft.txt');
      const actions = await actionsAt(client, 'fourteen');
      assert.deepEqual(titles(actions), ['Use the wording in wire.txt']);
      const edits = actions[0]?.edit?.changes?.[client.uri('draft.txt')] ?? [];
      const document = TextDocument.create('', 'plaintext', 1, client.text('draft.txt').text);
      assert.match(TextDocument.applyEdits(document, edits), /asked for forty new/);
    }),
  );

  it(
    'keep to the kinds that are asked for, and to the problems that the selection touches',
    withServer({ files, capabilities: able, declares: { deskCommands: true } }, async (client) => {
      await client.open('draft.txt');
      assert.deepEqual(await actionsAt(client, 'fourteen', ['refactor']), []);
      assert.equal((await actionsAt(client, 'fourteen', ['quickfix'])).length, 5);
      assert.deepEqual(await actionsAt(client, 'Talks'), []);
      // Right behind the last word of the quote: the selection touches the problem.
      assert.equal((await actionsAt(client, ',” Marta')).length > 0, true);
    }),
  );

  it(
    'are worked out from the text as it is when one is chosen, and refused when the problem is gone',
    withServer({ files, capabilities: able }, async (client) => {
      await client.open('draft.txt');
      const [fix] = await actionsAt(client, 'fourteen');
      assert.ok(fix);
      await client.replace('draft.txt', 'fourteen', 'forty');
      await assert.rejects(client.connection.sendRequest('codeAction/resolve', fix), /has changed/);
      assert.deepEqual(await actionsAt(client, 'forty'), []);
    }),
  );

  it(
    'name their own problem, or none where it is not among those that are shown',
    withServer(
      {
        files,
        capabilities: able,
        declares: { deskCommands: true },
        settings: { problems: { maxPerFile: 1 } },
      },
      async (client) => {
        await client.open('draft.txt');
        const start = { line: 0, character: 0 };
        const torn = '“Nobody opened the gate in time, the warden told the inquiry.\n\n';
        await client.edit('draft.txt', [{ range: { start, end: start }, text: torn }]);
        const shown = await client.pull('draft.txt');
        const codes = (actions: readonly CodeAction[]) =>
          new Set(actions.map(({ diagnostics }) => diagnostics?.map(({ code }) => code).join()));
        assert.equal(shown.length, 1);
        const [quote, marks] = [await actionsAt(client, 'fourteen'), await actionsAt(client, 'Nobody opened')];
        assert.ok(quote.length > 0 && marks.length > 0);
        // The one that is left out comes first.
        assert.deepEqual(codes(marks), new Set(['']));
        assert.deepEqual(codes(quote), new Set(['quote-altered']));
      },
    ),
  );

  it(
    'are none in a source',
    withServer({ files, capabilities: able, declares: { deskCommands: true } }, async (client) => {
      await client.write('.second-source.json', '{ "version": 1, "sources": ["draft.txt"] }');
      await client.tell('.second-source.json', 1);
      await client.until(() => client.status?.total === 1);
      await client.open('draft.txt');
      assert.deepEqual(await actionsAt(client, 'fourteen'), []);
    }),
  );

  it(
    'bring nothing down when they are asked for in strange ways',
    withServer({ files, capabilities: able, declares: { deskCommands: true } }, async (client) => {
      await client.open('draft.txt');
      const far = { line: 9999, character: 9999 };
      const nowhere = { range: { start: far, end: far }, context: { diagnostics: [] } };
      assert.deepEqual(await client.askDocument('textDocument/codeAction', 'draft.txt', nowhere), []);
      assert.deepEqual(await client.askDocument('textDocument/codeAction', 'no-such.txt', nowhere), []);
      const strange = { title: 'Somebody else’s', data: { uri: 7 } };
      assert.deepEqual(await client.connection.sendRequest('codeAction/resolve', strange), strange);
    }),
  );
});
