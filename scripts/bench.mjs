import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { cpus, loadavg, tmpdir, totalmem } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { writeCorpus } from './bench/corpus.mjs';
import { bundleEngine, measureSize } from './bench/measureSize.mjs';
import { growthOf, resultTable } from './bench/rows.mjs';
import { judge, targetTable } from './bench/targets.mjs';
import { root } from './paths.mjs';
import { atEnd, run } from './processes.mjs';
import { say, step } from './progress.mjs';
import { build, installDependencies } from './setup.mjs';

const help = `npm run bench -- [options]
Measures the command line, the server and the typing path on articles that it makes up itself, prints one table of all
figures and one of what must be reached, and writes both as JSON.
  --sizes N,N,...  how many articles of about 700 words (100,500,2000,8000)
  --quick          the sizes 100 and 500
  --seed N         other articles (1)
  --limit N        seconds for one size, after which what is missing is left out and said to be (600)
  --runs N         of the command line, fewer where it takes long (3)
  --typists N      into how many articles is typed (16 in process, 6 over stdio)
  --json FILE      where the figures go (build/bench.json)
  --all            runs "npm run bench:peers" as well, first
  --peers FILE     its figures, to judge as well (build/bench-peers.json)
  --built          dist/ is measured as it stands, and not built first
  --out FOLDER     write the articles of the first size there, measure nothing`;

const wholeNumber = (text) => (/^\d+$/.test(text) ? Number(text) : NaN);

function readOptions() {
  const { values } = parseArgs({
    options: {
      sizes: { type: 'string' },
      quick: { type: 'boolean', default: false },
      seed: { type: 'string', default: '1' },
      limit: { type: 'string', default: '600' },
      runs: { type: 'string', default: '3' },
      typists: { type: 'string' },
      json: { type: 'string', default: join(root, 'build', 'bench.json') },
      peers: { type: 'string', default: join(root, 'build', 'bench-peers.json') },
      all: { type: 'boolean', default: false },
      built: { type: 'boolean', default: false },
      out: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  const sizes = (values.sizes ?? (values.quick ? '100,500' : '100,500,2000,8000')).split(',').map(wholeNumber);
  const numbers = { seed: wholeNumber(values.seed), limit: wholeNumber(values.limit), runs: wholeNumber(values.runs) };
  const given = values.typists === undefined ? undefined : wholeNumber(values.typists);
  const typists = { inside: given ?? 16, wire: given ?? 6 };
  const sound =
    [...sizes, numbers.limit, numbers.runs, ...Object.values(typists)].every((number) => number > 0) &&
    numbers.seed >= 0;
  return { ...values, ...numbers, sizes, typists, wrong: !sound };
}

const options = readOptions();
if (options.help || options.wrong) {
  console.log(help);
  process.exit(options.help ? 0 : 2);
}
if (options.out !== undefined) {
  const { paths, ...made } = await writeCorpus({ articles: options.sizes[0], seed: options.seed }, options.out);
  say(`${paths.length} articles of ${made.stories} stories, ${(made.bytes / 1e6).toFixed(2)} MB`);
  process.exit(0);
}

if (!options.built) {
  await installDependencies();
  await build();
}
if (options.all) {
  const script = join(root, 'scripts', 'bench-peers.mjs');
  await run(process.execPath, [script, '--built', '--json', options.peers, '--seed', String(options.seed)]);
}
const temporary = await mkdtemp(join(tmpdir(), 'second-source-bench-'));
const remove = atEnd(() => rm(temporary, { recursive: true, force: true }));
try {
  const engine = join(temporary, 'engine.cjs');
  await bundleEngine(engine);
  const machine = {
    cores: cpus().length,
    processor: cpus()[0]?.model.trim() ?? 'unknown',
    memory: totalmem(),
    system: `${process.platform} ${process.arch}`,
    node: process.versions.node,
    loadBefore: loadavg()[0],
  };
  const sizes = [];
  for (const articles of options.sizes) {
    sizes.push(await measureSize({ ...options, articles, engine, temporary }));
  }
  machine.loadAfter = loadavg()[0];
  const peers = await readPeers(options.peers);
  const judged = judge(sizes, peers);

  console.log(`\n${machine.cores} cores, ${machine.processor}, Node ${machine.node}, ${machine.system};`);
  console.log(`load ${machine.loadBefore.toFixed(1)} before and ${machine.loadAfter.toFixed(1)} after\n`);
  for (const size of sizes) console.log(describe(size));
  console.log(`\n${resultTable(sizes)}\n`);
  if (peers) console.log(`What is compared with other tools was measured on ${peers.made.slice(0, 10)}.\n`);
  console.log(targetTable(judged));
  const result = {
    version: 1,
    made: new Date().toISOString(),
    commit: await commit(),
    machine,
    seed: options.seed,
    limit: options.limit,
    sizes,
    growth: growthOf(sizes),
    targets: judged.map(({ what, must, aim, seen, verdict }) => ({ what, must, aim, seen, verdict })),
  };
  const file = resolve(options.json);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, `${JSON.stringify(result, null, 2)}\n`);
  console.log(`\n${file}`);
} finally {
  await step('Clearing away', remove);
}

function describe({ articles, stories, words, bytes, counts }) {
  const found = counts
    ? `; ${counts.quotes} quotes, ${counts.figures} figures, ${counts.links} links, ${counts.problems} problems`
    : '';
  const mean = Math.round(words / articles);
  return `${articles} articles of ${stories} stories, ${mean} words on average, ${(bytes / 1e6).toFixed(2)} MB${found}`;
}

/** Figures of a comparison with other tools that was made before; null where there is none. */
async function readPeers(file) {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch {
    return null;
  }
}

async function commit() {
  const git = promisify(execFile)('git', ['rev-parse', '--short', 'HEAD'], { cwd: root });
  return await git.then(({ stdout }) => stdout.trim()).catch(() => null);
}
