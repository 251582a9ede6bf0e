import assert from 'node:assert/strict';
import { type CancellationToken, CancellationTokenSource, ResponseError } from 'vscode-languageserver/node';
import { type Logger, silentLogger } from '../../src/core/logger';
import { cancelled, contentModified, guarded, guardedNotification } from '../../src/lsp/dispatch';

/** A logger that keeps what goes wrong. */
function keepingLogger(): { readonly logger: Logger; readonly errors: string[] } {
  const errors: string[] = [];
  return { logger: { ...silentLogger, error: (message) => errors.push(message) }, errors };
}

const codeOf = (answer: unknown): unknown => (answer instanceof ResponseError ? answer.code : answer);

describe('the door for requests', () => {
  it('gives the handler’s answer', async () => {
    const { token } = new CancellationTokenSource();
    assert.equal(await guarded(silentLogger, 'm', 0, (n: number) => n + 1)(1, token), 2);
  });

  it('answers with nothing where a handler fails, and names the request', async () => {
    const { logger, errors } = keepingLogger();
    const { token } = new CancellationTokenSource();
    const failing = guarded(logger, 'textDocument/hover', null, () => Promise.reject(new Error('a bad article')));
    assert.equal(await failing({}, token), null);
    assert.match(errors.join(), /^textDocument\/hover gave no answer: Error: a bad article/);
  });

  it('answers a request that was sent without parameters', async () => {
    const source = new CancellationTokenSource();
    const handler = guarded<unknown, unknown>(silentLogger, 'm', null, (params, token) => [params, token]);
    const alone = handler as unknown as (token: CancellationToken) => Promise<unknown>;
    assert.deepEqual(await alone(source.token), [undefined, source.token]);
    source.cancel();
    assert.equal(codeOf(await alone(source.token)), -32800);
  });

  it('does not begin what is cancelled already', async () => {
    const source = new CancellationTokenSource();
    source.cancel();
    const handler = guarded(silentLogger, 'm', null, () => assert.fail('was begun'));
    assert.equal(codeOf(await handler({}, source.token)), -32800);
  });

  it('says so where an answer comes after it was cancelled, or a handler stopped for that', async () => {
    const source = new CancellationTokenSource();
    const late = guarded(silentLogger, 'm', 'nothing', async () => {
      await Promise.resolve();
      source.cancel();
      return 'an answer';
    });
    assert.equal(codeOf(await late({}, source.token)), -32800);
    const stopped = guarded(silentLogger, 'm', null, () => cancelled);
    assert.equal(codeOf(await stopped({}, new CancellationTokenSource().token)), -32800);
  });

  it('says so where the document has moved on', async () => {
    const handler = guarded(silentLogger, 'm', null, () => contentModified);
    assert.equal(codeOf(await handler({}, new CancellationTokenSource().token)), -32801);
  });
});

describe('the door for notifications', () => {
  it('lets no fault through, and names the notification', async () => {
    const { logger, errors } = keepingLogger();
    await guardedNotification(logger, 'textDocument/didOpen', () => Promise.reject(new Error('bad')))({});
    assert.match(errors.join(), /^textDocument\/didOpen was not taken in: Error: bad/);
  });
});
