import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build as bundle } from 'esbuild';
import { root } from './paths.mjs';
import { say } from './progress.mjs';
import { installDependencies } from './setup.mjs';

const help = `npm run linear -- [options]
Attacks every regular expression and every door of the engine with texts that give it the most to do, and fails
where twice the text takes more than 2.3 times as long.
  --part PART      patterns or doors alone
  --matching WORDS only patterns and doors whose names contain the words`;

const { values: options } = parseArgs({
  options: {
    part: { type: 'string' },
    matching: { type: 'string', default: '' },
    help: { type: 'boolean', default: false },
  },
});
if (options.help || (options.part !== undefined && !['patterns', 'doors'].includes(options.part))) {
  console.log(help);
  process.exit(options.help ? 0 : 2);
}

await installDependencies();
const folder = join(root, 'build', 'linear');
await mkdir(folder, { recursive: true });
const outfile = join(folder, 'run.cjs');
await bundle({
  entryPoints: [join(root, 'server', 'test', 'linear', 'run.ts')],
  outfile,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  logLevel: 'error',
  mainFields: ['module', 'main'],
  external: ['esbuild', 'typescript'],
});
const { attackPatterns, attackDoors } = (await import(outfile)).default;
let found = 0;
const tell = (fault) => {
  found++;
  say(`FOUND ${fault}`);
};
if (options.part !== 'doors') {
  const { patterns, attacks } = await attackPatterns(root, options.matching, tell);
  say(`${patterns} patterns, ${attacks} attacks`);
}
if (options.part !== 'patterns') {
  const { doors, attacks } = attackDoors(options.matching, tell);
  say(`${doors} doors, ${attacks} attacks`);
}
console.log(`${found} found`);
process.exit(found > 0 ? 1 : 0);
