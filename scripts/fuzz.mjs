import { fork } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { join, relative } from 'node:path';
import { clearInterval, setInterval } from 'node:timers';
import { parseArgs } from 'node:util';
import { build as bundle } from 'esbuild';
import { root } from './paths.mjs';
import { atEnd } from './processes.mjs';
import { say } from './progress.mjs';
import { installDependencies } from './setup.mjs';

const help = `npm run fuzz -- [options]
Makes up articles, tears them, and looks whether anything breaks. A case that is found is cut down to what
breaks and written to build/fuzz/; moved to server/test/fuzz/found/ it is a test.
  --runs N      how many inputs (1000000)
  --minutes N   at the longest (no end)
  --seed N      other inputs (the time)
  --only NAME   one target alone
  --replay FILE runs a kept case once more
  --workers N   processes (one for each core)`;

const { values: options } = parseArgs({
  options: {
    runs: { type: 'string', default: '1000000' },
    minutes: { type: 'string', default: 'Infinity' },
    seed: { type: 'string', default: String(Date.now() % 1e9) },
    only: { type: 'string' },
    replay: { type: 'string' },
    workers: { type: 'string', default: String(cpus().length) },
    help: { type: 'boolean', default: false },
  },
});
const [runs, minutes, seed, workers] = [options.runs, options.minutes, options.seed, options.workers].map(Number);
if (options.help || !(runs > 0) || !(minutes > 0) || !(seed >= 0) || !(workers > 0)) {
  console.log(help);
  process.exit(options.help ? 0 : 2);
}

/** A batch that takes longer than this hangs, in ms. */
const patience = 180_000;
const folder = join(root, 'build', 'fuzz');

await installDependencies();
const bundled = async (name) => {
  const outfile = join(folder, `${name}.cjs`);
  const entryPoints = [join(root, 'server', 'test', 'fuzz', `${name}.ts`)];
  const common = { bundle: true, platform: 'node', target: 'node20', format: 'cjs', sourcemap: 'inline' };
  await bundle({ ...common, entryPoints, outfile, logLevel: 'error', mainFields: ['module', 'main'] });
  return outfile;
};

if (options.replay !== undefined) {
  const { replay } = (await import(await bundled('found'))).default;
  replay(JSON.parse(await readFile(options.replay, 'utf8')));
  say('It holds.');
  process.exit(0);
}

const worker = await bundled('worker');
const until = Date.now() + minutes * 60_000;
const running = new Set();
atEnd(() => running.forEach((child) => child.kill('SIGKILL')));
let targets = [];
let handedOut = 0;
let done = 0;
let batches = 0;
const found = [];

/** The next batch: the targets take turns, each with as many runs as its weight says; some sit out most rounds. */
function nextBatch() {
  if (handedOut >= runs || Date.now() >= until || targets.length === 0) return null;
  const sitsOut = () => Math.floor(batches / targets.length) % targets[batches % targets.length].every > 0;
  while (targets.length > 1 && sitsOut()) batches++;
  const { name, weight } = targets[batches % targets.length];
  const batch = { target: name, seed: (seed + batches * 7919) % 0x7fffffff, runs: Math.ceil(weight / 2), folder };
  batches++;
  handedOut += batch.runs;
  return batch;
}

/** One process until nothing is left to do; it is started anew where it hangs or dies. */
async function workThrough() {
  for (;;) {
    const fault = await new Promise((resolve) => {
      const child = fork(worker, {
        execArgv: ['--enable-source-maps'],
        stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      });
      running.add(child);
      let batch = null;
      let timer;
      const end = (why) => {
        clearTimeout(timer);
        running.delete(child);
        child.removeAllListeners();
        child.kill('SIGKILL');
        resolve(why === null ? null : `${batch?.target ?? 'start'}, seed ${batch?.seed}: ${why}`);
      };
      child.once('exit', (code, signal) => end(`the process ended with ${signal ?? code}`));
      child.on('message', (answer) => {
        clearTimeout(timer);
        if (answer.targets) {
          if (targets.length === 0)
            targets = answer.targets.filter(({ name }) => options.only === undefined || name === options.only);
        } else {
          done += answer.runs;
          if (answer.found !== null) {
            found.push(answer.found);
            say(`FOUND ${answer.found.replace(root, relative(process.cwd(), root) || '.')}`);
          }
        }
        batch = nextBatch();
        if (batch === null) return end(null);
        timer = setTimeout(() => end('it hangs'), patience);
        child.send(batch);
      });
    });
    if (fault === null) return;
    found.push(fault);
    say(`FOUND ${fault}`);
  }
}

say(`Seed ${seed}, ${workers} processes`);
const began = Date.now();
const rate = () => done / ((Date.now() - began) / 1000);
const ticker = setInterval(() => {
  say(`${done} runs, ${rate().toFixed(0)} a second, ${found.length} found`);
}, 10_000);
await Promise.all(Array.from({ length: workers }, workThrough));
clearInterval(ticker);
say(`${done} runs, ${rate().toFixed(0)} a second, a million in ${(1e6 / rate() / 60).toFixed(0)} minutes`);
console.log(`${found.length} found`);
process.exit(found.length > 0 ? 1 : 0);
