import { spawn } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { build as bundle } from 'esbuild';
import { root } from '../paths.mjs';
import { atEnd } from '../processes.mjs';
import { say, step } from '../progress.mjs';
import { writeCorpus } from './corpus.mjs';
import { median } from './figures.mjs';
import { measureServer } from './overStdio.mjs';
import { rows, withRatios } from './rows.mjs';
import { NotMeasured, timeProcess, whyEnded, within } from './wholeProcess.mjs';

/** Bundles the engine by itself, for a process that asks it directly. */
export async function bundleEngine(outfile) {
  await bundle({
    absWorkingDir: root,
    stdin: {
      contents: `
        export { createAnalysisHost } from './server/src/analysis';
        export { findQuote } from './server/src/features/findQuote';
        export { vectorTable } from './server/src/disk/vectorTable';`,
      resolveDir: root,
      loader: 'ts',
    },
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    mainFields: ['module', 'main'],
    logLevel: 'warning',
  });
}

/**
 * Makes a corpus and measures all that there is to measure on it.
 * @param limit seconds after which what isn't measured yet is left out, and said to be.
 * @param runs how often the command line is run, if it doesn't take long.
 * @param typists `{ inside, wire }`: how many articles are typed into, in process and over stdio.
 * @returns what was made and `measures`: for each row a figure, or `{ missing: why }`.
 */
export async function measureSize({ articles, seed, limit, runs, typists, engine, temporary }) {
  const place = join(temporary, String(articles));
  const [folder, storage] = [join(place, 'articles'), join(place, 'storage')];
  const name = `${articles.toLocaleString('en-GB')} articles`;
  await mkdir(storage, { recursive: true });
  const remove = atEnd(() => rm(place, { recursive: true, force: true }));
  try {
    const { paths, ...made } = await step(`${name}: writing them`, () => writeCorpus({ articles, seed }, folder));
    const pathsFile = join(place, 'paths.txt');
    await writeFile(pathsFile, paths.join('\n'));
    const deadline = performance.now() + limit * 1000;
    const measures = {};
    let counts = null;
    const tell = (measure, value) => {
      if (measure === 'counts') counts = value;
      else measures[measure] = value instanceof NotMeasured ? { missing: value.message } : value;
    };
    /** Takes some measures; where that fails, those that are missing after it say why. */
    const take = async (title, keys, work) => {
      const began = performance.now();
      try {
        if (began > deadline) throw new NotMeasured(`no time left of ${limit} s`);
        await step(`${name}: ${title}`, work);
      } catch (error) {
        // `step` puts its title before a fault's words, which are those for the table.
        const cause = error instanceof NotMeasured ? error : error.cause;
        if (!(cause instanceof NotMeasured)) throw error;
        say(`${name}: ${title}: ${cause.message}`);
        for (const key of keys) measures[key] ??= { missing: cause.message };
      }
    };
    const keysOf = (pattern) => rows.map(({ key }) => key).filter((key) => pattern.test(key));
    await take('check, whole process', ['check'], async () =>
      tell('check', await checkTimes({ folder, deadline, limit, most: runs })),
    );
    await take('in process', keysOf(/^(?:baseline|inProcess|typing|heap)/), () =>
      measureInside({ engine, folder, pathsFile, typists: typists.inside, deadline }, tell),
    );
    await take('server over stdio', keysOf(/^(?:server|first|last|warm|wire|resident|cache)/), () =>
      measureServer({ folder, paths, storage, typists: typists.wire, deadline }, tell),
    );
    return withRatios({ articles, ...made, counts, measures });
  } finally {
    await remove();
  }
}

/** A cold `check`, some times, but not again once that has taken more than a twentieth of the time there is. */
async function checkTimes({ folder, deadline, limit, most }) {
  const runs = [];
  const began = performance.now();
  while (runs.length < most && performance.now() - began <= limit * 50) {
    const report = join(folder, '..', 'report.json');
    const args = [join(root, 'dist', 'cli.js'), 'check', '--format', 'json', '--output', report, folder];
    const { ms, cpu } = await timeProcess(process.execPath, args, { deadline, codes: [0, 1] });
    runs.push({ ms, cpu });
  }
  const cpus = runs.map(({ cpu }) => cpu);
  return { ms: median(runs.map(({ ms }) => ms)), cpu: cpus.includes(null) ? null : median(cpus), runs };
}

async function measureInside({ engine, folder, pathsFile, typists, deadline }, tell) {
  const script = join(root, 'scripts', 'bench', 'inProcess.mjs');
  const args = ['--expose-gc', script, engine, join(root, 'dist'), folder, pathsFile, String(typists)];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const kill = atEnd(() => void child.kill('SIGKILL'));
  let complaints = '';
  child.stderr.on('data', (chunk) => (complaints = (complaints + chunk).slice(-20_000)));
  const from = performance.now();
  let late = false;
  const timer = within(deadline, () => {
    late = true;
    void kill();
  });
  try {
    const ended = new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code, signal) => resolve(signal ?? code));
    });
    for await (const line of createInterface({ input: child.stdout })) {
      const { measure, value } = JSON.parse(line);
      tell(measure, value);
    }
    const code = await ended;
    if (late) throw new NotMeasured(`not done after ${((performance.now() - from) / 1000).toFixed(0)} s`);
    if (code !== 0) throw new NotMeasured(whyEnded(code, complaints));
  } finally {
    clearTimeout(timer);
    await kill();
  }
}
