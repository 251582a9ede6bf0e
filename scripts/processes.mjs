import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { createServer } from 'node:net';
import { delimiter, join } from 'node:path';

/**
 * Runs a command to its end and gives its exit code; -1 where a signal ended it.
 * `quiet` keeps what it prints and shows that only when it fails, or never where it is `'always'`.
 */
export async function exitCodeOf(command, args, { cwd, env, quiet = false } = {}) {
  return await new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
    });
    const kept = [];
    child.stdout?.on('data', (chunk) => kept.push(chunk));
    child.stderr?.on('data', (chunk) => kept.push(chunk));
    child.once('error', reject);
    child.once('close', (code) => {
      if (code !== 0 && quiet !== 'always') process.stderr.write(Buffer.concat(kept));
      resolve(code ?? -1);
    });
  });
}

/** Runs a command to its end; throws when it fails. */
export async function run(command, args, options) {
  const code = await exitCodeOf(command, args, options);
  if (code !== 0) throw new Error(`${[command, ...args].join(' ')} ended with ${code}`);
}

/** Runs npm with the Node that runs this script. */
export async function npm(args, options) {
  const cli = process.env.npm_execpath;
  if (cli?.endsWith('.js')) await run(process.execPath, [cli, ...args], options);
  else if (process.platform === 'win32') await run('cmd.exe', ['/d', '/s', '/c', 'npm', ...args], options);
  else await run('npm', args, options);
}

/** Where a command stands on the PATH, or undefined. */
export function onPath(name) {
  const endings = process.platform === 'win32' ? ['.cmd', '.exe', ''] : [''];
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    for (const ending of endings) {
      const candidate = join(folder, name + ending);
      try {
        accessSync(candidate, constants.X_OK);
        return candidate;
      } catch {
        // Not here: the next folder.
      }
    }
  }
  return undefined;
}

/** A port on this machine that nothing listens on. */
export async function freePort() {
  return await new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

const groups = new Set();
const cleanups = new Set();

/** Has `cleanup` run once, when it is called itself or when a signal ends this process; gives what to call. */
export function atEnd(cleanup) {
  const once = async () => {
    if (cleanups.delete(once)) await cleanup();
  };
  cleanups.add(once);
  return once;
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.once(signal, () => {
    void Promise.allSettled([...cleanups].map((cleanup) => cleanup())).then(() =>
      process.exit(signal === 'SIGINT' ? 130 : 143),
    );
  });
}

/**
 * Starts a process that may start others, in a group of its own, so that all of them can be ended together.
 * `endGroup` ends it; so does the end of this process.
 */
export function startGroup(command, args, { cwd, env, output }) {
  const child = spawn(command, args, { cwd, env, stdio: ['ignore', output, output], detached: true });
  groups.add(child);
  return child;
}

/** Ends a process and all that it started: asked first, forced after two seconds. */
export async function endGroup(child) {
  if (child.pid === undefined) return;
  signalGroup(child, 'SIGTERM');
  const deadline = Date.now() + 2000;
  while (groupLives(child) && Date.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 50));
  signalGroup(child, 'SIGKILL');
  groups.delete(child);
}

function groupLives(child) {
  try {
    process.kill(-child.pid, 0);
    return true;
  } catch {
    return false;
  }
}

function signalGroup(child, signal) {
  try {
    process.kill(-child.pid, signal);
  } catch {
    // The whole group has gone already.
  }
}

process.on('exit', () => {
  for (const child of groups) signalGroup(child, 'SIGKILL');
});
