import { mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from './paths.mjs';
import { run } from './processes.mjs';
import { say, step } from './progress.mjs';
import { build, installDependencies } from './setup.mjs';

/** The packed extension. */
export const vsix = join(root, 'build', 'second-source.vsix');

/** Two megabytes of it are the table of word vectors, and a process and a web worker have the engine each. */
const mostBytes = 5_000_000;

/** Packs what stands in dist/ into `vsix`; throws where it is larger than an extension of its kind should be. */
export async function packExtension() {
  await mkdir(join(root, 'build'), { recursive: true });
  await step('Packing the extension', () =>
    run(
      process.execPath,
      [
        join(root, 'node_modules', '@vscode', 'vsce', 'vsce'),
        'package',
        ...['--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links', '--skip-license'],
        ...['--out', vsix],
      ],
      { cwd: root, quiet: true },
    ),
  );
  const { size } = await stat(vsix);
  if (size > mostBytes) throw new Error(`${vsix} has ${size} bytes; ${mostBytes} is the most.`);
  return vsix;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await installDependencies();
  await build();
  await packExtension();
  const { size } = await stat(vsix);
  say(`${vsix}: ${(size / 1000).toFixed(0)} kB`);
}
