import { createHash } from 'node:crypto';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cached } from '../../cache.mjs';
import { exitCodeOf, npm, onPath } from '../../processes.mjs';
import { NotMeasured } from '../wholeProcess.mjs';

/**
 * Packages of npm at pinned versions, in a folder of the cache; scripts of theirs are not run.
 * @param packages by name, their versions.
 * @returns the folder that has them below `node_modules`. Throws `NotMeasured` where they can't be had.
 */
export async function packagesFolder(packages) {
  const specs = Object.entries(packages).map(([name, version]) => `${name}@${version}`);
  const hash = createHash('sha256').update(specs.join(' ')).digest('hex').slice(0, 8);
  try {
    return await cached(
      `peer-${Object.keys(packages)[0]}-${hash}`,
      `Installing ${specs.join(', ')}`,
      async (folder) => {
        await writeFile(join(folder, 'package.json'), '{ "private": true }\n');
        const options = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
        await npm(['install', '--prefix', folder, ...options, '--save-exact', ...specs], { cwd: folder, quiet: true });
      },
    );
  } catch (error) {
    throw new NotMeasured(`not installed: ${lastWords(error)}`);
  }
}

/**
 * Debian's sim_text: the one on the PATH, else that of the package, unpacked into the cache; nothing is installed.
 * Throws `NotMeasured` where it can't be had.
 */
export async function simText() {
  const own = onPath('sim_text');
  if (own !== undefined) return own;
  if (onPath('apt-get') === undefined || onPath('dpkg-deb') === undefined) {
    throw new NotMeasured('not installed: no sim_text on the PATH, and no apt-get to get it with');
  }
  try {
    const folder = await cached('peer-similarity-tester', "Getting Debian's similarity-tester", async (folder) => {
      const download = () => exitCodeOf('apt-get', ['download', 'similarity-tester'], { cwd: folder, quiet: 'always' });
      // Where the lists of packages were never read, root may read them.
      if ((await download()) !== 0 && process.getuid?.() === 0) {
        await exitCodeOf('apt-get', ['update'], { quiet: 'always' });
        await download();
      }
      const archive = (await readdir(folder)).find((name) => name.endsWith('.deb'));
      if (archive === undefined) throw new Error('apt-get download similarity-tester gave nothing');
      await mkdir(join(folder, 'files'));
      const code = await exitCodeOf('dpkg-deb', ['-x', archive, 'files'], { cwd: folder, quiet: true });
      if (code !== 0) throw new Error('dpkg-deb could not unpack it');
    });
    return join(folder, 'files', 'usr', 'bin', 'sim_text');
  } catch (error) {
    throw new NotMeasured(`not installed: ${lastWords(error)}`);
  }
}

const lastWords = (error) => (error instanceof Error ? error.message : String(error)).slice(0, 120);
