import { dirname, relative, resolve, sep } from 'node:path';
import type { ArticleId } from '../core/article';
import type { Desk } from '../core/desk';
import { createDesk, type DeskFolder } from '../desk/createDesk';
import { deskFileName, longestDeskFile, parseDeskFile, patternFault } from '../desk/deskFile';
import { readDeskText } from '../disk/deskFileText';

/** What the command line is asked to go by. */
export interface DeskOptions {
  /** The folders that were given, and those whose files were; absolute. */
  readonly folders: readonly string[];
  /** Patterns of `--source`, relative to the current folder or to one that was given. */
  readonly sources: readonly string[];
  /** The absolute path of an article. */
  readonly pathOf: (id: ArticleId) => string | undefined;
}

/** The desk, and what there is to say of its files, a sentence each. */
export interface ReadDesk {
  readonly desk: Desk;
  readonly faults: readonly string[];
}

/** Reads the `.second-source.json` of each folder and adds what the command line declares. Never throws. */
export async function readDesk({ folders, sources, pathOf }: DeskOptions): Promise<ReadDesk> {
  const faults: string[] = [];
  const known: { readonly path: string; readonly folder: DeskFolder }[] = [];
  const paths = [...new Set(folders)];
  /** Of the folders around an article the inner one is the one that it belongs to. */
  const ownFolder = (path: string) => deepest(paths.filter((folder) => isBelow(path, folder)));
  for (const folder of paths) {
    const text = await readDeskText(folder, deskFileName, longestDeskFile).catch((fault: unknown) => {
      faults.push(
        `${deskFileName} in ${folder} was not read: ${fault instanceof Error ? fault.message : String(fault)}.`,
      );
      return null;
    });
    if (text === null) continue;
    const reading = parseDeskFile(text);
    for (const fault of reading.faults) faults.push(`${deskFileName} in ${folder}: ${fault}`);
    known.push({
      path: folder,
      folder: {
        file: reading.file,
        nameIn: ({ id }) => {
          const path = pathOf(id);
          return path !== undefined && ownFolder(path) === folder ? nameBelow(path, folder) : null;
        },
      },
    });
  }
  const declared = [...new Set([resolve('.'), ...paths])].map((folder): DeskFolder => ({
    file: { version: 1, sources },
    nameIn: ({ id }) => {
      const path = pathOf(id);
      return path !== undefined && isBelow(path, folder) ? nameBelow(path, folder) : null;
    },
  }));
  return { desk: createDesk([...known.map(({ folder }) => folder), ...(sources.length > 0 ? declared : [])]), faults };
}

/** The folders whose files count: those that were given, and for single files the current one where it holds them. */
export function deskFolders(
  given: readonly { readonly path: string; readonly isFolder: boolean }[],
): readonly string[] {
  const here = resolve('.');
  return [
    ...new Set(given.map(({ path, isFolder }) => (isFolder ? path : isBelow(path, here) ? here : dirname(path)))),
  ];
}

/** What is wrong with the patterns of `--source`, a sentence each. */
export const sourceFaults = (sources: readonly string[]): readonly string[] =>
  sources.flatMap((pattern) => {
    const fault = patternFault(pattern);
    return fault === null ? [] : [`--source “${pattern}” ${fault}.`];
  });

const isBelow = (path: string, folder: string): boolean =>
  path.startsWith(folder.endsWith(sep) ? folder : `${folder}${sep}`);

const nameBelow = (path: string, folder: string): string => relative(folder, path).split(sep).join('/');

const deepest = (folders: readonly string[]): string | undefined => [...folders].sort((a, b) => b.length - a.length)[0];
