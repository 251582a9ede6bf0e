import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build as bundle } from 'esbuild';
import { root } from './paths.mjs';
import { say } from './progress.mjs';
import { build, installDependencies } from './setup.mjs';

const help = `npm run soak -- [options]
Works on a made-up newsroom with the server for a while, at random, and compares it with a fresh one now and then.
  --minutes N   how long (30)
  --seed N      another newsroom (the time)
  --no-build    takes dist/server.js as it is`;

const { values: options } = parseArgs({
  options: {
    minutes: { type: 'string', default: '30' },
    seed: { type: 'string', default: String(Date.now() % 1e9) },
    'no-build': { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
const [minutes, seed] = [Number(options.minutes), Number(options.seed)];
if (options.help || !(minutes > 0) || !(seed >= 0)) {
  console.log(help);
  process.exit(options.help ? 0 : 2);
}

await installDependencies();
if (!options['no-build']) await build();
const folder = join(root, 'build', 'soak');
await mkdir(folder, { recursive: true });
const noNetwork = join(folder, 'noNetwork.cjs');
await bundle({
  entryPoints: {
    soak: join(root, 'server', 'test', 'soak', 'soak.ts'),
    noNetwork: join(root, 'server', 'test', 'support', 'noNetwork.ts'),
  },
  outdir: folder,
  outExtension: { '.js': '.cjs' },
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  logLevel: 'error',
  mainFields: ['module', 'main'],
});
const { soak } = (await import(join(folder, 'soak.cjs'))).default;
say(`Seed ${seed}, ${minutes} minutes`);
const program = ['--require', noNetwork, join(root, 'dist', 'server.js')];
const result = await soak({ program, minutes, seed, tell: say });
const { before, after } = result.heap;
const growth = after / before - 1;
say(
  `${result.actions} actions, ${result.answered} answers, ${result.cancelled} of them cancelled; ` +
    `${result.comparisons} comparisons; ` +
    `heap ${(before / 1e6).toFixed(1)} MB after warm-up, ${(after / 1e6).toFixed(1)} MB at the end ` +
    `(${(growth * 100).toFixed(1)}%)`,
);
const faults = [...result.faults];
if (!(growth < 0.1)) faults.push(`the heap has grown by ${(growth * 100).toFixed(1)}%`);
for (const fault of faults) console.error(fault);
console.log(`${faults.length} found`);
process.exit(faults.length > 0 ? 1 : 0);
