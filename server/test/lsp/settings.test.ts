import assert from 'node:assert/strict';
import { defaultSettings, readSettings } from '../../src/lsp/settings';
import { library } from './stories';
import { withServer } from './testClient';

describe('settings', () => {
  it('hold their defaults where nothing is set', () => {
    assert.deepEqual(readSettings(undefined), { settings: defaultSettings, faults: [] });
    assert.deepEqual(readSettings(null).settings.include, ['**/*.{txt,md}']);
    assert.equal(defaultSettings.maxBytes, 1024 * 1024);
  });

  it('are taken nested and with dotted keys', () => {
    const nested = readSettings({ files: { maxSize: 2 }, rules: { quoteMarks: 'off' }, lens: 'conflicts' });
    const dotted = readSettings({ 'files.maxSize': 2, 'rules.quoteMarks': 'off', lens: 'conflicts' });
    assert.deepEqual(nested, dotted);
    assert.equal(nested.settings.maxBytes, 2048);
    assert.equal(nested.settings.config.rules['quote-marks'], 'off');
    assert.equal(nested.settings.lens, 'conflicts');
  });

  it('keep the default of each value that is none, and name it', () => {
    const { settings, faults } = readSettings({
      files: { include: 'wire/*.txt', exclude: [7], maxSize: 0.5 },
      rules: { quoteAltered: 'loud' },
      lens: true,
    });
    assert.deepEqual(settings, defaultSettings);
    assert.deepEqual(faults, [
      'secondSource.files.include must be a list of glob patterns: "wire/*.txt" was not taken, the default ["**/*.{txt,md}"] holds.',
      'secondSource.files.exclude must be a list of glob patterns: [7] was not taken, the default [] holds.',
      'secondSource.files.maxSize must be a whole number from 1 to 102400: 0.5 was not taken, the default 1024 holds.',
      'secondSource.rules.quoteAltered must be one of default, error, warning, information, hint, off: "loud" was not taken, the default "default" holds.',
      'secondSource.lens must be one of all, conflicts, off: true was not taken, the default "all" holds.',
    ]);
  });

  it(
    'are asked for, and asked for again when they change',
    withServer({ files: library, settings: { rules: { quoteAltered: 'off' } } }, async (client) => {
      assert.equal(client.status?.total, 0);
      client.settings = { rules: { quoteAltered: 'information' }, files: { exclude: ['courier.txt'] } };
      await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
      await client.until(() => client.status?.total === 2);
      assert.deepEqual(
        client.status.worst.map(({ severity }) => severity),
        ['information'],
      );
    }),
  );

  it(
    'are taken from a client that sends them unasked',
    withServer({ files: library, capabilities: { workspace: { configuration: false } } }, async (client) => {
      await client.until(() => client.status?.total === 3);
      const settings = { secondSource: { rules: { quoteAltered: 'off' } } };
      await client.connection.sendNotification('workspace/didChangeConfiguration', { settings });
      await client.until(() => client.status?.total === 0);
    }),
  );

  it(
    'that never come hold nothing up',
    withServer({ files: library, settings: new Promise(() => undefined) }, async (client) => {
      await client.until(() => client.status?.total === 3);
    }),
  );

  it(
    'that are no settings are named once in the output, and the default holds',
    withServer({ files: library, settings: { lens: 'sometimes' } }, async (client) => {
      await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
      await client.open('wire.txt');
      assert.equal((await client.askDocument<unknown[]>('textDocument/codeLens', 'wire.txt')).length, 1);
      const told = client.log.filter(({ message }) => message.startsWith('secondSource.lens must be'));
      assert.deepEqual(
        told.map(({ type }) => type),
        [2],
      );
    }),
  );
});
