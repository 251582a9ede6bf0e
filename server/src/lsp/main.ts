import { ProposedFeatures, createConnection } from 'vscode-languageserver/node';
import { vectorTable } from '../disk/vectorTable';
import { createReaders } from '../readers/readers';
import { openDisk } from './disk';
import { connectServer } from './server';

const transports = ['--stdio', '--node-ipc', '--socket', '--pipe'];

/**
 * Starts the language server over the transport that the command line names (`--stdio`, `--node-ipc`,
 * `--socket=PORT`, `--pipe=NAME`), or over stdin and stdout where it names none. Returns at once; the process ends
 * when the client says `exit` or goes away.
 */
export function startServer(): void {
  const named = process.argv.some((arg) => transports.includes(arg.split('=')[0] ?? ''));
  const connection = named
    ? createConnection(ProposedFeatures.all)
    : createConnection(ProposedFeatures.all, process.stdin, process.stdout);
  connectServer(connection, {
    openDisk,
    readers: createReaders(),
    wordVectors: (complain) => vectorTable(__dirname, complain),
  });
  connection.listen();
}
