import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheFolder } from './paths.mjs';
import { step } from './progress.mjs';

/**
 * The folder `name` of the cache, made by `fill` where it isn't there yet. It is filled under another name and
 * renamed when whole, so that a run cut short leaves nothing half made, and two runs at once don't meet.
 * The name must say everything that `fill` depends on.
 */
export async function cached(name, title, fill) {
  const folder = join(cacheFolder, name);
  if (existsSync(folder)) return folder;
  await mkdir(cacheFolder, { recursive: true });
  const unfinished = await mkdtemp(join(cacheFolder, `${name}.unfinished-`));
  try {
    await step(title, () => fill(unfinished));
    await rename(unfinished, folder).catch((error) => {
      if (!existsSync(folder)) throw error; // Else another run was faster: its folder is as good.
    });
    return folder;
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
}
