import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { buildCommandLine } from '../cli/commandLine';
import { noNetwork } from '../lsp/testClient';

const dist = (name: string): string => resolve(__dirname, '../../../../dist', name);

/** What a program reaches the network or another program with. */
const reaching =
  /require\("(?:node:)?(?:net|http|https|http2|tls|dgram|dns|child_process|cluster|vm|inspector)"\)|(?<![.\w] ?|async )fetch\(|\b(?:XMLHttpRequest|WebSocket|EventSource|sendBeacon|importScripts)\b|\beval\(|new Function\(/g;

/** What is in the bundles, each with where it comes from and why it is never used to reach anybody. */
const known: Readonly<Record<string, readonly string[]>> = {
  // fetch: `config({ uri })` of @vscode/l10n, which nobody calls; ours are given the sentences by the client.
  // net, child_process: vscode-languageserver's transports other than stdio, and its lookup of npm's global folder.
  // vm: one word of our own, `gc`, which is the only way to the engine's collector that collects once.
  'server.js': ['fetch(', 'require("child_process")', 'require("net")', 'require("node:vm")'],
  // child_process: git, with arguments of our own, for `--since`.
  'cli.js': [],
  'commandLine.js': ['fetch(', 'require("node:child_process")'],
  // child_process, net: vscode-languageclient starts the server, and has transports other than the one we use.
  'extension.js': ['require("child_process")', 'require("net")'],
  'browserServer.js': ['fetch('],
  'browserExtension.js': [],
  'board.js': [],
};

describe('the network', () => {
  before(function () {
    this.timeout(60_000);
    if (!existsSync(dist('cli.js'))) buildCommandLine();
  });

  it('ends a program of these tests that reaches for it', () => {
    for (const code of [
      "require('net').connect(80, 'a.example')",
      "require('node:http').get('http://a.example')",
      "fetch('http://a.example')",
      "require('dns').lookup('a.example', () => {})",
      "require('dgram').createSocket('udp4')",
      "import('node:https').then(({ request }) => request('https://a.example'))",
    ]) {
      const { status, stderr } = spawnSync(process.execPath, [...noNetwork, '-e', code], { encoding: 'utf8' });
      assert.equal(status, 97, `${code}: ${stderr}`);
    }
  });

  for (const [name, allowed] of Object.entries(known)) {
    it(`has no way into ${name} but those that are known`, function () {
      if (!existsSync(dist(name))) this.skip();
      const found = new Set(readFileSync(dist(name), 'utf8').match(reaching) ?? []);
      assert.deepEqual(
        [...found].filter((way) => !allowed.includes(way)),
        [],
      );
    });
  }
});
