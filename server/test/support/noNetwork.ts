import { syncBuiltinESMExports } from 'node:module';
import dgram from 'node:dgram';
import dns from 'node:dns';
import http from 'node:http';
import http2 from 'node:http2';
import https from 'node:https';
import net from 'node:net';
import tls from 'node:tls';

// Loaded before a program (`node --require`): whatever reaches for the network ends the program, so that no test that uses
// it can pass. Pipes to the parent stay as they are, for nothing connects them.

/** What a program that reached for the network ends with. */
const exitCode = 97;

function forbid(owner: object, names: readonly string[]): void {
  for (const name of names) {
    Object.defineProperty(owner, name, {
      configurable: true,
      value: () => {
        process.stderr.write(`Reached for the network: ${name}\n${new Error().stack ?? ''}\n`);
        process.exit(exitCode);
      },
    });
  }
}

forbid(net.Socket.prototype, ['connect']);
forbid(net.Server.prototype, ['listen']);
forbid(net, ['connect', 'createConnection']);
forbid(tls, ['connect']);
forbid(http, ['request', 'get']);
forbid(https, ['request', 'get']);
forbid(http2, ['connect']);
forbid(dgram, ['createSocket']);
forbid(dns, ['lookup', 'resolve', 'resolve4', 'resolve6']);
forbid(dns.promises, ['lookup', 'resolve', 'resolve4', 'resolve6']);
forbid(globalThis, ['fetch', 'WebSocket', 'EventSource', 'XMLHttpRequest']);
syncBuiltinESMExports();
