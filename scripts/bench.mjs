import { execFile, spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { build as bundle } from 'esbuild';
import { makeCorpus, writeCorpus } from './bench/corpus.mjs';
import { baselineOf, median, percentile, table } from './bench/figures.mjs';
import { typeOverStdio } from './bench/overStdio.mjs';
import { root } from './paths.mjs';
import { atEnd } from './processes.mjs';
import { say, step } from './progress.mjs';
import { build, installDependencies } from './setup.mjs';

const help = `npm run bench -- [options]
Measures the command line and the typing path on articles that it makes up itself.
  --articles N   how many articles of about 700 words (500)
  --seed N       other articles (1)
  --out FOLDER   write the articles there, measure nothing`;

const { values: options } = parseArgs({
  options: {
    articles: { type: 'string', default: '500' },
    seed: { type: 'string', default: '1' },
    out: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});
const [count, seed] = [Number(options.articles), Number(options.seed)];
if (options.help || !(Number.isInteger(count) && count > 0) || !Number.isInteger(seed)) {
  console.log(help);
  process.exit(options.help ? 0 : 2);
}

const corpus = makeCorpus({ articles: count, seed });
if (options.out !== undefined) {
  await writeCorpus(corpus, options.out);
  process.exit(0);
}

const keystrokesInProcess = 300;
const keystrokesOverStdio = 120;
const coldRuns = 3;

await installDependencies();
await build();
const temporary = await mkdtemp(join(tmpdir(), 'second-source-bench-'));
const remove = atEnd(() => rm(temporary, { recursive: true, force: true }));
try {
  const folder = join(temporary, 'articles');
  await writeCorpus(corpus, folder);
  const texts = corpus.map(({ text }) => text);
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  const wordCount = texts.reduce((sum, text) => sum + text.split(/\s+/).length, 0);
  say(
    `${corpus.length} articles, ${Math.round(wordCount / corpus.length)} words each on average, ` +
      `${(bytes / 1e6).toFixed(2)} MB; ${cpus().length} cores, Node ${process.versions.node}, ` +
      `load ${loadavg()[0].toFixed(1)} at the start`,
  );
  const baseline = await step('Baseline', () => baselineOf(texts));
  const cold = await step(`check, cold, ${coldRuns} times`, () => coldTimes(folder));
  const inside = await step('Typing in process', () => typeInProcess());
  const wire = await step('Typing over stdio', () => typeOverStdio(corpus, folder, keystrokesOverStdio));
  say(`load ${loadavg()[0].toFixed(1)} at the end`);

  console.log(
    `\n${inside.quotes} quotes, ${inside.figures} figures, ${inside.links} links, ${inside.problems} problems\n`,
  );
  console.log(
    table([
      ['what', 'figure', 'rate', 'to the baseline'],
      ofAll('baseline: one regular expression over all texts', baseline),
      ofAll('check --format json, cold, whole process', median(cold)),
      ofAll('load and compare all, in process', inside.load),
      ofStrokes('keystroke in a quote, p50 / p95 / p99', inside.times.quote),
      ofStrokes('keystroke in plain text, p50 / p95 / p99', inside.times.plain),
      ofAll('server over stdio, until all is compared', wire.load),
      ofStrokes('keystroke over stdio, p50 / p95 / p99', wire.times),
      ofMemory('heap that the analysis holds', inside.heap),
      ofMemory('resident memory of the server', wire.memory),
    ]),
  );

  function ofAll(name, ms) {
    return [name, `${(ms / 1000).toFixed(2)} s`, `${(bytes / 1e3 / ms).toFixed(2)} MB/s`, asRatio(ms / baseline)];
  }

  /** Against what the baseline takes for one article: the least that reading the edited text anew can cost. */
  function ofStrokes(name, list) {
    const shares = [0.5, 0.95, 0.99].map((share) => percentile(list, share));
    const ratios = shares.map((ms) => asRatio(ms / (baseline / corpus.length)));
    return [name, `${shares.map((ms) => ms.toFixed(1)).join(' / ')} ms`, '', ratios.join(' / ')];
  }

  function ofMemory(name, size) {
    if (size === null) return [name, 'not told', '', ''];
    return [name, `${(size / 1e6).toFixed(0)} MB`, '', `${asRatio(size / bytes)} the text`];
  }
} finally {
  await remove();
}

function asRatio(ratio) {
  return `${ratio < 10 ? ratio.toFixed(1) : ratio.toFixed(0)}x`;
}

/** Milliseconds of each whole process, from its start to its end. */
async function coldTimes(folder) {
  const found = [];
  for (let run = 0; run < coldRuns; run++) {
    const from = performance.now();
    await new Promise((resolve, reject) => {
      const child = spawn(process.execPath, [join(root, 'dist', 'cli.js'), 'check', '--format', 'json', folder], {
        stdio: 'ignore',
      });
      child.once('error', reject);
      child.once('close', (code) => (code === 1 || code === 0 ? resolve() : reject(new Error(`ended with ${code}`))));
    });
    found.push(performance.now() - from);
  }
  return found;
}

async function typeInProcess() {
  const outfile = join(temporary, 'analysis.cjs');
  await bundle({
    absWorkingDir: root,
    stdin: {
      contents: `
        export { createAnalysisHost } from './server/src/analysis';
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
  const corpusFile = join(temporary, 'corpus.json');
  await writeFile(corpusFile, JSON.stringify(corpus));
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [
      '--expose-gc',
      join(root, 'scripts', 'bench', 'inProcess.mjs'),
      outfile,
      join(root, 'dist'),
      corpusFile,
      String(keystrokesInProcess),
    ],
    { maxBuffer: 1e8 },
  );
  return JSON.parse(stdout);
}
