import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { useTempFolder } from '../support/tempFolder';
import { buildCommandLine, bundle, secondSource } from './commandLine';

describe('the commands of second-source', function () {
  this.timeout(20_000);
  before(buildCommandLine);
  const folder = useTempFolder();

  it('are told by --help', async () => {
    const { stdout, stderr, code } = await secondSource(folder.path, ['--help']);
    for (const words of ['check', 'extract', 'lsp', 'Exit code', '--format html'])
      assert.ok(stdout.includes(words), words);
    assert.deepEqual({ stderr, code }, { stderr: '', code: 0 });
    const check = await secondSource(folder.path, ['check', '--help']);
    assert.ok(check.stdout.includes('--exclude <glob>') && check.stdout.includes('--no-color'));
  });

  it('have the version of the package', async () => {
    const { stdout, code } = await secondSource(folder.path, ['--version']);
    assert.match(stdout, /^\d+\.\d+\.\d+\n$/);
    assert.equal(code, 0);
  });

  for (const [what, args] of [
    ['no command', []],
    ['an unknown command', ['compare']],
    ['an unknown option', ['check', '--colour']],
    ['an unknown format', ['check', '--format', 'xml']],
    ['an option without its value', ['check', '--format']],
  ] as const) {
    it(`say what is wrong with ${what} and exit with 2`, async () => {
      const { stdout, stderr, code } = await secondSource(folder.path, args);
      assert.deepEqual({ stdout, code }, { stdout: '', code: 2 });
      assert.notEqual(stderr, '');
    });
  }

  it('serve an editor over standard input and output', async () => {
    const message = (content: object): string => {
      const json = JSON.stringify({ jsonrpc: '2.0', ...content });
      return `Content-Length: ${String(Buffer.byteLength(json))}\r\n\r\n${json}`;
    };
    const server = spawn(process.execPath, [bundle, 'lsp', '--stdio', '--clientProcessId=1']);
    const closed = once(server, 'close');
    const toSay = [
      { after: '"id":1,', message: { id: 2, method: 'shutdown' } },
      { after: '"id":2,', message: { method: 'exit' } },
    ];
    let said = '';
    server.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      const [next] = toSay;
      if (next === undefined || !said.includes(next.after)) return;
      toSay.shift();
      server.stdin.write(message(next.message));
    });
    server.stdin.write(
      message({ id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } }),
    );
    const [code] = (await closed) as [number];
    assert.match(said, /"capabilities":\{.*"hoverProvider"/);
    assert.equal(code, 0);
  });
});
