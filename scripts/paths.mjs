import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's folder. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Where the editor and the browser that tests use are kept between runs; `SECOND_SOURCE_CACHE` puts it elsewhere. */
export const cacheFolder =
  process.env.SECOND_SOURCE_CACHE ?? join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'second-source');

/** The story of our own invention that a demo opens, and the file to open in it. */
export const newsroom = join(root, 'test-fixtures', 'newsroom');
