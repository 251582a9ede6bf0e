import type { Stats } from 'node:fs';
import { access, constants, stat } from 'node:fs/promises';
import { basename, dirname, relative, resolve, sep } from 'node:path';
import type { Article } from '../core/article';
import type { Logger } from '../core/logger';
import { readsAsProse } from '../core/prose';
import { faultReason } from '../disk/fault';
import { createFileFilter } from '../disk/fileFilter';
import { listFiles } from '../disk/listFiles';
import { readArticle } from '../disk/readArticle';

/** An article with the path it was read from, absolute. */
export interface ReadArticle extends Article {
  readonly path: string;
}

/** Something to say about a file, as one sentence. */
export interface Note {
  readonly kind: 'not read' | 'encoding' | 'pattern';
  readonly message: string;
}

export interface Gathered {
  readonly articles: readonly ReadArticle[];
  /** The paths that were given and are there, absolute. */
  readonly given: readonly { readonly path: string; readonly isFolder: boolean }[];
  readonly notes: readonly Note[];
  /** Files of the folders that don't read as articles, by name. */
  readonly leftOut: readonly string[];
  /** Whether a path that was asked for by name could not be read. */
  readonly failed: boolean;
}

export interface GatherOptions {
  /** Files and folders, relative to the current folder or absolute. */
  readonly paths: readonly string[];
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** Told how many files are read out of how many. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Told of the text of each article as soon as it is read, in no order. */
  readonly onText?: (text: string) => void;
}

interface Found {
  readonly path: string;
  /** Asked for by its own path: read whatever its name and whether or not it reads as an article. */
  readonly asked: boolean;
}

/** How many files are read at a time. */
const atOnce = 16;

/**
 * Reads the articles that the command line asks for, in the order of their names. An article's id and name are its path
 * relative to the folder given, with `/`; where several paths are given, relative to the nearest folder that holds them
 * all. Never throws; what can't be read is told in the notes.
 */
export async function gather(options: GatherOptions): Promise<Gathered> {
  const notes: Note[] = [];
  const found = new Map<string, Found>(); // by absolute path
  const given: { readonly path: string; readonly isFolder: boolean }[] = [];
  let failed = false;
  const logger: Logger = {
    info: () => undefined,
    warn: (message) => void notes.push({ kind: 'not read', message }),
    error: (message) => void notes.push({ kind: 'not read', message }),
  };
  const filter = createFileFilter(options.include, options.exclude, {
    ...logger,
    warn: (message) => void notes.push({ kind: 'pattern', message }),
  });

  for (const asked of options.paths) {
    const path = resolve(asked);
    const kind = asked === '' ? { fault: 'the path is empty' } : await kindOf(path);
    if (typeof kind === 'object') {
      failed = true;
      notes.push({ kind: 'not read', message: `${asked === '' ? '“”' : asked} was not read: ${kind.fault}.` });
    } else if (kind === 'folder') {
      given.push({ path, isFolder: true });
      for (const file of await listFiles(path, filter, logger)) {
        if (!found.has(file.path)) found.set(file.path, { path: file.path, asked: false });
      }
    } else {
      given.push({ path, isFolder: false });
      found.set(path, { path, asked: true });
    }
  }

  const base = commonFolder(given.map(({ path, isFolder }) => (isFolder ? path : dirname(path))));
  const files = [...found.values()];
  const articles: ReadArticle[] = [];
  const leftOut: string[] = [];
  let next = 0;
  let done = 0;
  await Promise.all(Array.from({ length: atOnce }, readOn));
  articles.sort((a, b) => (a.name < b.name ? -1 : 1));
  notes.sort((a, b) => (a.message < b.message ? -1 : 1));
  return { articles, given, notes, leftOut: leftOut.sort(), failed };

  async function readOn(): Promise<void> {
    for (let file = files[next++]; file !== undefined; file = files[next++]) {
      const name = nameOf(file.path, base);
      const result = await readArticle(file.path);
      options.onProgress?.(++done, files.length);
      if (result.kind === 'skipped') {
        failed ||= file.asked;
        notes.push({ kind: 'not read', message: `${name} was not read: ${result.reason}.` });
      } else if (!file.asked && !readsAsProse(result.text, name)) {
        leftOut.push(name);
      } else {
        if (!/^UTF-8(?: with BOM)?$/.test(result.encoding)) {
          notes.push({ kind: 'encoding', message: `${name} was read as ${result.encoding}.` });
        }
        articles.push({ id: name, name, text: result.text, path: file.path });
        options.onText?.(result.text);
      }
    }
  }
}

/** What stands at the path. Opens nothing, so that a pipe can't hold it up. */
async function kindOf(path: string): Promise<'file' | 'folder' | { readonly fault: string }> {
  let stats: Stats;
  try {
    stats = await stat(path);
    if (stats.isDirectory()) await access(path, constants.R_OK | constants.X_OK);
  } catch (error) {
    const reason = faultReason(error);
    return { fault: reason === 'it is no longer there' ? 'there is no such file or folder' : reason };
  }
  if (stats.isDirectory()) return 'folder';
  return stats.isFile() ? 'file' : { fault: 'it is not a regular file' };
}

/** The nearest folder that holds all of them; '' where there is none. */
function commonFolder(folders: readonly string[]): string {
  const [first, ...others] = folders.map((folder) => folder.split(sep));
  if (first === undefined) return '';
  let shared = first.length;
  for (const other of others) {
    let same = 0;
    while (same < shared && first[same] === other[same]) same++;
    shared = same;
  }
  return first.slice(0, shared).join(sep) + (shared === 1 ? sep : '');
}

function nameOf(path: string, base: string): string {
  const name = base === '' ? path : relative(base, path);
  return (name === '' ? basename(path) : name).split(sep).join('/');
}
