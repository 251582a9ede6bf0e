import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { cpus, loadavg, tmpdir, totalmem } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { writeCorpus } from './bench/corpus.mjs';
import { asMegabytes, asRatio, asSeconds, median, table } from './bench/figures.mjs';
import { bundleEngine } from './bench/measureSize.mjs';
import { packagesFolder } from './bench/peers/install.mjs';
import { makeQueries } from './bench/peers/queries.mjs';
import { engines, tools } from './bench/peers/tools.mjs';
import { judge, targetTable } from './bench/targets.mjs';
import { NotMeasured, timeProcess } from './bench/wholeProcess.mjs';
import { root } from './paths.mjs';
import { atEnd } from './processes.mjs';
import { say, step } from './progress.mjs';
import { build, installDependencies } from './setup.mjs';

const help = `npm run bench:peers -- [options]
Measures other tools beside Second Source, on the same made-up articles in one run: whole processes that read a folder, and
engines that look for quotes. What they need is kept in the cache folder; what can't be had is said.
  --articles N   in the folder that all tools read (500)
  --megabytes N  of articles that quotes are looked for in (50)
  --quotes N     how many are looked for (200)
  --runs N       of each tool, one where that takes more than a minute (3)
  --limit N      seconds for one run of one tool (600)
  --only A,B     these tools and engines alone
  --seed N       other articles (1)
  --json FILE    where the figures go (build/bench-peers.json)
  --built        dist/ is measured as it stands, and not built first`;

const { values: options } = parseArgs({
  options: {
    articles: { type: 'string', default: '500' },
    megabytes: { type: 'string', default: '50' },
    quotes: { type: 'string', default: '200' },
    runs: { type: 'string', default: '3' },
    limit: { type: 'string', default: '600' },
    only: { type: 'string' },
    seed: { type: 'string', default: '1' },
    json: { type: 'string', default: join(root, 'build', 'bench-peers.json') },
    built: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
const [articles, megabytes, quotes, runs, limit, seed] = [
  options.articles,
  options.megabytes,
  options.quotes,
  options.runs,
  options.limit,
  options.seed,
].map(Number);
const sound = [articles, megabytes, quotes, runs, limit].every((number) => number > 0) && Number.isInteger(seed);
if (options.help || !sound) {
  console.log(help);
  process.exit(options.help ? 0 : 2);
}
const wanted = ({ name }) => options.only?.split(',').includes(name) ?? true;
/** Ms after which a tool is run but once. */
const slow = 60_000;

if (!options.built) {
  await installDependencies();
  await build();
}
const temporary = await mkdtemp(join(tmpdir(), 'second-source-peers-'));
const remove = atEnd(() => rm(temporary, { recursive: true, force: true }));
try {
  const machine = {
    cores: cpus().length,
    processor: cpus()[0]?.model.trim() ?? 'unknown',
    memory: totalmem(),
    node: process.versions.node,
    loadBefore: loadavg()[0],
  };
  const folder = join(temporary, 'articles');
  const made = await step('Writing the articles', () => writeCorpus({ articles, seed }, folder));
  const found = await measureTools(folder);
  const search = await measureEngines();
  machine.loadAfter = loadavg()[0];
  const result = {
    version: 1,
    made: new Date().toISOString(),
    machine,
    seed,
    articles,
    bytes: made.bytes,
    tools: found,
    search,
  };

  console.log(`\n${machine.cores} cores, ${machine.processor}, Node ${machine.node}; load`);
  console.log(`${machine.loadBefore.toFixed(1)} before and ${machine.loadAfter.toFixed(1)} after\n`);
  console.log(`${articles} articles, ${(made.bytes / 1e6).toFixed(2)} MB, whole processes:\n`);
  console.log(`${toolTable(found)}\n`);
  console.log(`${search.queries} quotes among ${search.articles} articles, ${(search.bytes / 1e6).toFixed(1)} MB:\n`);
  console.log(`${engineTable(search.engines)}\n`);
  console.log(targetTable(judge([], result).filter(({ by }) => by === 'peers')));
  const file = resolve(options.json);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, `${JSON.stringify(result, null, 2)}\n`);
  console.log(`\n${file}`);
} finally {
  await remove();
}

/** All tools in turns, so that what else the machine does falls on each of them. */
async function measureTools(folder) {
  const report = join(temporary, 'report');
  const found = {};
  const commands = new Map();
  for (const tool of tools.filter(wanted)) {
    await unlessMissing(tool.name, found, async () => commands.set(tool, await tool.prepare()));
  }
  for (let run = 1; run <= runs; run++) {
    for (const [tool, commandFor] of commands) {
      const { name, codes, done } = tool;
      const known = found[name] ?? { runs: [] };
      if (known.missing !== undefined || known.runs.some(({ ms }) => ms > slow)) continue;
      await unlessMissing(name, found, async () => {
        const { command, args, cwd } = commandFor(folder, report);
        const deadline = performance.now() + limit * 1000;
        const { ms, cpu, output } = await step(`${name}, run ${run}`, () =>
          timeProcess(command, args, { cwd, codes, deadline }),
        );
        const files = done?.(output) ?? articles;
        if (files !== articles) throw new NotMeasured(`it read ${files} of ${articles} articles`);
        const all = [...known.runs, { ms, cpu }];
        found[name] = { ms: median(all.map(({ ms }) => ms)), cpu: median(all.map(({ cpu }) => cpu)), runs: all };
      });
    }
  }
  return found;
}

/** Each engine in a process of its own; all may use as much of the memory as they like. */
async function measureEngines() {
  const place = join(temporary, 'search');
  const options = { bytes: megabytes * 1e6, seed, count: quotes };
  const made = await step(`Writing ${megabytes} MB of articles`, () => makeQueries(options, place));
  const bundled = join(temporary, 'engine.cjs');
  await bundleEngine(bundled);
  const heap = `--max-old-space-size=${Math.floor((totalmem() * 0.75) / 2 ** 20)}`;
  const found = {};
  for (const { name, packages } of engines.filter(wanted)) {
    await unlessMissing(name, found, async () => {
      const loaded = packages ? join(await packagesFolder(packages), 'node_modules') : bundled;
      const script = join(root, 'scripts', 'bench', 'peers', 'search.mjs');
      const args = ['--expose-gc', heap, script, name, loaded, place, join(root, 'dist')];
      const deadline = performance.now() + limit * 1000;
      const { output } = await step(`${name}: looking for quotes`, () =>
        timeProcess(process.execPath, args, { deadline }),
      );
      found[name] = JSON.parse(output.split('\n').find((line) => line.startsWith('{')) ?? 'null');
    });
  }
  return { ...made, engines: found };
}

/** Does some work for a tool; where that can't be done, the reason stands in the place of its figures. */
async function unlessMissing(name, found, work) {
  try {
    await work();
  } catch (error) {
    const cause = error instanceof NotMeasured ? error : error.cause;
    if (!(cause instanceof NotMeasured)) throw error;
    say(`${name}: ${cause.message}`);
    found[name] = { missing: cause.message };
  }
}

function toolTable(found) {
  const base = found.ours?.ms;
  const body = tools.filter(wanted).map(({ name, title, does }) => {
    const value = found[name] ?? { missing: 'not measured' };
    if (value.missing !== undefined) return [title, does, value.missing, '', ''];
    const against = base === undefined ? '' : asRatio(value.ms / base);
    return [title, does, asSeconds(value.ms), value.cpu === null ? '' : asSeconds(value.cpu), against];
  });
  return table([['tool', 'what it does', 'time', 'processor time', 'to ours'], ...body], { left: 2 });
}

function engineTable(found) {
  const body = engines.filter(wanted).map(({ name, title }) => {
    const value = found[name] ?? { missing: 'not measured' };
    if (value.missing !== undefined) return [title, value.missing, '', '', '', '', '', ''];
    const { index, query, recall, anyFound, precision, bytes } = value;
    const against = found.ours?.query === undefined ? '' : asRatio(query / found.ours.query);
    return [
      title,
      asSeconds(index),
      asSeconds(query),
      against,
      recall.toFixed(3),
      anyFound.toFixed(3),
      precision.toFixed(3),
      asMegabytes(bytes),
    ];
  });
  const head = ['engine', 'index', 'all quotes', 'to ours', 'recall in 10', 'any in 10', 'right of those', 'memory'];
  return table([head, ...body]);
}
