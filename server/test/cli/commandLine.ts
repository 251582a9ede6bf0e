import { execFileSync, spawn } from 'node:child_process';
import { resolve } from 'node:path';

const repository = resolve(__dirname, '../../../..');
/** No run may reach for the network: it would end with a code of its own. */
const noNetwork = ['--require', resolve(__dirname, '../support/noNetwork.js')];
/** The command line as it is shipped. */
export const bundle = resolve(repository, 'dist/cli.js');

/** What a run of the command line left behind. */
export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

let isBuilt = false;

/** Bundles the command line and the server it starts as they are shipped, once for all suites that run them. */
export function buildCommandLine(): void {
  if (isBuilt) return;
  isBuilt = true;
  execFileSync(process.execPath, [resolve(repository, 'scripts/build.mjs'), 'cli', 'server'], { stdio: 'pipe' });
}

/** Runs the bundled command line in a folder, with no colour asked for by the environment. */
export function secondSource(
  folder: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Run> {
  return new Promise((done, fail) => {
    const colourless = { ...process.env, NO_COLOR: '', FORCE_COLOR: '' };
    const child = spawn(process.execPath, [...noNetwork, bundle, ...args], {
      cwd: folder,
      env: { ...colourless, ...env },
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.on('error', fail).on('close', (code) => {
      done({ code, stdout, stderr });
    });
  });
}
