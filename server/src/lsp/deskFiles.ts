import type { FileEvent } from 'vscode-languageserver';
import type { AnalysisHost } from '../analysis';
import type { ArticleId } from '../core/article';
import type { Logger } from '../core/logger';
import { createDesk } from '../desk/createDesk';
import { emptyDeskFile, parseDeskFile, type DeskReading } from '../desk/deskFile';
import { deskFileName } from '../protocol/desk';
import type { ClientFolder } from './folders';
import { articleIdOf, isBelow, relativeName } from './uris';

/**
 * Reads the text of `.second-source.json` at the root of a folder: null where there is none. Rejects with an Error whose
 * message goes on "It was not read: ".
 */
export type ReadDeskFile = (folderUri: string) => Promise<string | null>;

/** A folder with what is declared in it. */
export interface DeskFolderState {
  /** As the client spells it. */
  readonly uri: string;
  readonly id: ArticleId;
  readonly name: string;
  /** The text of its file; null where there is none. */
  readonly text: string | null;
  readonly reading: DeskReading;
}

/** Keeps up with what the folders declare, and tells the analysis. */
export interface DeskFiles {
  /** Reads the files of these folders, which take the place of those before. */
  open(folders: readonly ClientFolder[]): Promise<void>;
  /** Takes in what has happened to files: only a folder's own file matters. */
  filesChanged(changes: readonly FileEvent[]): Promise<void>;
  folders(): readonly DeskFolderState[];
  /** The folder that an article belongs to, the inner one of two; null for one that stands in none. */
  folderOf(id: ArticleId): DeskFolderState | null;
}

const nothing: DeskReading = { file: emptyDeskFile, faults: [] };

/**
 * @param onChange called when something else is declared than before.
 */
export function createDeskFiles(
  host: AnalysisHost,
  read: ReadDeskFile,
  logger: Logger,
  onChange: () => void,
): DeskFiles {
  let states: readonly DeskFolderState[] = [];
  /** The last reading of each folder's file: one that ends after a later one is thrown away. */
  const readings = new Map<ArticleId, number>();
  let lastReading = 0;

  const folderOf = (id: ArticleId) => innermost(states, id);

  function apply(): void {
    host.setDesk(
      createDesk(
        states.map((state) => ({
          file: state.reading.file,
          nameIn: ({ id }) => (folderOf(id)?.id === state.id ? relativeName(id, state.id) : null),
        })),
      ),
    );
    onChange();
  }

  /** Reads one folder's file. @returns whether its text is another. */
  async function refresh(id: ArticleId): Promise<boolean> {
    const uri = states.find((state) => state.id === id)?.uri;
    if (uri === undefined) return false;
    const own = ++lastReading;
    readings.set(id, own);
    const { text, reading } = await readFolder(read, uri);
    const before = states.find((state) => state.id === id);
    if (readings.get(id) !== own || !before) return false;
    const isSame = before.text === text && before.reading.faults.join() === reading.faults.join();
    if (isSame) return false;
    states = states.map((state) => (state.id === id ? { ...state, text, reading } : state));
    for (const fault of reading.faults) logger.warn(`${deskFileName} in ${before.name}: ${fault}`);
    return true;
  }

  async function refreshAll(ids: readonly ArticleId[]): Promise<void> {
    const changed = await Promise.all(ids.map(refresh));
    if (changed.some(Boolean)) apply();
  }

  return {
    async open(folders) {
      const before = states;
      states = folders.map(({ uri, name }) => {
        const id = articleIdOf(uri).replace(/(?<!\/)\/+$/, '');
        const known = before.find((state) => state.id === id);
        return {
          uri,
          id,
          name: name || relativeName(id, id.slice(0, id.lastIndexOf('/'))) || uri,
          text: known?.text ?? null,
          reading: known?.reading ?? nothing,
        };
      });
      const isGone = before.some(({ id, text }) => text !== null && !states.some((state) => state.id === id));
      if (isGone) apply();
      await refreshAll(states.map(({ id }) => id));
    },
    async filesChanged(changes) {
      const ids = new Set(changes.map(({ uri }) => articleIdOf(uri)));
      await refreshAll(states.map(({ id }) => id).filter((id) => ids.has(`${id}/${deskFileName}`)));
    },
    folders: () => states,
    folderOf,
  };
}

async function readFolder(
  read: ReadDeskFile,
  uri: string,
): Promise<{ readonly text: string | null; readonly reading: DeskReading }> {
  try {
    const text = await read(uri);
    return { text, reading: text === null ? nothing : parseDeskFile(text) };
  } catch (fault) {
    const reason = fault instanceof Error ? fault.message : String(fault);
    return { text: null, reading: { file: emptyDeskFile, faults: [`It was not read: ${reason}.`] } };
  }
}

/** Of the folders around an article the one with the longest path. */
function innermost(states: readonly DeskFolderState[], id: ArticleId): DeskFolderState | null {
  let found: DeskFolderState | null = null;
  for (const state of states) {
    if (isBelow(id, state.id) && (!found || state.id.length > found.id.length)) found = state;
  }
  return found;
}
