import { spawn } from 'node:child_process';
import { atEnd } from '../processes.mjs';

/** Of what a process says, so many UTF-16 units at least are kept. */
const mostKept = 4e6;

/** Why a measure wasn't taken. Its message is told in the figure's place. */
export class NotMeasured extends Error {}

/**
 * Runs a whole process to its end and takes its time.
 * @param deadline when it is ended, as `performance.now()` has it.
 * @param codes the exit codes that are no fault.
 * @returns `{ ms, cpu, output }`: by the clock, on the processors (with what it starts and all its threads; null where
 *   the system doesn't tell), and the end of what it said on stdout and stderr.
 */
export async function timeProcess(command, args, { cwd, env, deadline = Infinity, codes = [0] } = {}) {
  const told = process.platform !== 'win32';
  // The shell's `times` is the one portable door to what a process that has ended, and its children, have used.
  const [program, list] = told
    ? ['/bin/sh', ['-c', '"$@"; code=$?; echo; times; exit $code', 'sh', command, ...args]]
    : [command, args];
  const from = performance.now();
  const child = spawn(program, list, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: told, // In a group of its own, so that the shell and the program end together.
  });
  const end = atEnd(() => killGroup(child, told));
  let output = '';
  const keep = (chunk) => {
    output += chunk;
    if (output.length > 2 * mostKept) output = output.slice(-mostKept);
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  const late = { is: false };
  const timer = within(deadline, () => {
    late.is = true;
    killGroup(child, told);
  });
  try {
    const code = await new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('close', resolve);
    });
    const ms = performance.now() - from;
    if (late.is) throw new NotMeasured(`not done after ${(ms / 1000).toFixed(0)} s`);
    if (!codes.includes(code)) throw new NotMeasured(whyEnded(code, output));
    return { ms, cpu: told ? cpuOf(output) : null, output };
  } finally {
    clearTimeout(timer);
    await end();
  }
}

/** What the last line of `times` says of the shell's children, in ms. */
export function cpuOf(output) {
  const last = output.trimEnd().split('\n').at(-1) ?? '';
  const parts = [...last.matchAll(/(\d+)m([\d.]+)s/g)].map(([, minutes, seconds]) => 60 * minutes + Number(seconds));
  return parts.length === 2 ? (parts[0] + parts[1]) * 1000 : null;
}

/** In a few words what a process that failed died of. */
export function whyEnded(code, output) {
  if (/heap out of memory|allocation failed/i.test(output)) return 'ran out of memory';
  const said = output
    .split('\n')
    .map((line) => line.trim())
    .find((line) => /error|fail|cannot|not found/i.test(line));
  return `ended with ${code}${said === undefined ? '' : `: ${said.slice(0, 100)}`}`;
}

/** Has `work` done at a deadline that may be infinite; gives what `clearTimeout` takes. */
export const within = (deadline, work) =>
  deadline === Infinity ? undefined : setTimeout(work, Math.max(0, deadline - performance.now()));

function killGroup(child, grouped) {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  try {
    if (grouped) process.kill(-child.pid, 'SIGKILL');
    else child.kill('SIGKILL');
  } catch {
    // It has ended already.
  }
}
