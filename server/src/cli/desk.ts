import { dirname, relative, resolve, sep } from 'node:path';
import type { ArticleId } from '../core/article';
import type { Desk } from '../core/desk';
import { createDesk, type DeskFolder } from '../desk/createDesk';
import { deskFileName, longestDeskFile, parseDeskFile, patternFault } from '../desk/deskFile';
import { readDeskText } from '../disk/deskFileText';
import type { DeskFile } from '../protocol/desk';

/** What the command line is asked to go by. */
export interface DeskOptions {
  /** The folders that were given, and those whose files were; absolute. */
  readonly folders: readonly string[];
  /** Patterns of `--source`, relative to the current folder or to one that was given. */
  readonly sources: readonly string[];
}

/** What a desk is made of, as data: another thread makes the same of it. */
export interface DeskSource {
  /** The folders that count, absolute. */
  readonly paths: readonly string[];
  /** What stands in the files of those that have one. */
  readonly files: readonly { readonly path: string; readonly file: DeskFile }[];
  readonly sources: readonly string[];
}

/** What the desk is made of, and what there is to say of its files, a sentence each. */
export interface ReadDesk {
  readonly source: DeskSource;
  readonly faults: readonly string[];
}

/** Reads the `.second-source.json` of each folder. Never throws. */
export async function readDesk({ folders, sources }: DeskOptions): Promise<ReadDesk> {
  const faults: string[] = [];
  const files: { readonly path: string; readonly file: DeskFile }[] = [];
  const paths = [...new Set(folders)];
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
    files.push({ path: folder, file: reading.file });
  }
  return { source: { paths, files, sources }, faults };
}

/**
 * The desk that the files and the command line declare.
 * @param pathOf the absolute path of an article.
 */
export function deskOf({ paths, files, sources }: DeskSource, pathOf: (id: ArticleId) => string | undefined): Desk {
  /** Of the folders around an article the inner one is the one that it belongs to. */
  const ownFolder = (path: string) => deepest(paths.filter((folder) => isBelow(path, folder)));
  const known = files.map(({ path: folder, file }): DeskFolder => ({
    file,
    nameIn: ({ id }) => {
      const path = pathOf(id);
      return path !== undefined && ownFolder(path) === folder ? nameBelow(path, folder) : null;
    },
  }));
  const declared = [...new Set([resolve('.'), ...paths])].map((folder): DeskFolder => ({
    file: { version: 1, sources },
    nameIn: ({ id }) => {
      const path = pathOf(id);
      return path !== undefined && isBelow(path, folder) ? nameBelow(path, folder) : null;
    },
  }));
  return createDesk([...known, ...(sources.length > 0 ? declared : [])]);
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
