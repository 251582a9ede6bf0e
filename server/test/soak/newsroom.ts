import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { deskFileName } from '../../src/protocol/desk';
import { readsAsProse } from '../../src/core/prose';
import { deskTexts, inserted, questions, settingsChoices } from './choices';
import type { Session } from './session';

/** A number below 1 from a seed, again and again. */
export type Random = () => number;

export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A newsroom's folders on disk, and the editor's buffers: what a server should know of. */
export interface Newsroom {
  /** Does one thing at random, and tells the server of it as an editor would. */
  act(): Promise<void>;
  /**
   * Opens some files, changes others behind the server's back and edits each buffer: nothing is done that would make a server
   * look at all files again. Returns the URIs of what was changed, of files that are gone too.
   */
  stir(): Promise<readonly string[]>;
  /** Edits each buffer, here and in another server that has them open. Returns their URIs. */
  editAll(other?: Session): Promise<readonly string[]>;
  /** Puts all back as it was in the beginning: files, folders, settings, nothing open. */
  reset(): Promise<void>;
  /**
   * Closes the buffers that no longer read as copy. A server that had them as copy keeps them while they are edited, and one
   * that hasn't seen them before would not take them in: both are right.
   */
  closeRuins(): Promise<void>;
  /** Opens and sets in another server what is open and set here. */
  openIn(other: Session): Promise<void>;
  /** The URIs of all files and buffers. */
  uris(): readonly string[];
  folders(): readonly string[];
  settings(): unknown;
  /** What was done, the last first. */
  readonly history: readonly string[];
}

/** So many buffers are open at the most. */
const mostOpen = 6;
/** So many where all are edited before a comparison: what is wrong with the last edit shows until the next. */
const mostStirred = 10;
/** So many times files are then changed on disk: a change that is missed shows where no other follows, in a file not open. */
const filesStirred = 40;
const mostFiles = 45;

/**
 * Makes the newsroom's folders and files.
 * @param root an empty folder, absolute.
 * @param texts the articles that it works with.
 */
export function createNewsroom(root: string, texts: readonly string[], session: Session, random: Random): Newsroom {
  const files = new Map<string, string>();
  const buffers = new Map<string, TextDocument>();
  const allFolders = ['desk', 'wires'];
  let open: readonly string[] = allFolders;
  let settings: object = {};
  let version = 1;
  const history: string[] = [];
  /** The files that were changed since it was last asked. */
  const touched = new Set<string>();

  const uriOf = (name: string): string => pathToFileURL(join(root, name)).href;
  const upTo = (count: number): number => Math.floor(random() * count);
  const pick = <T>(list: readonly T[]): T | undefined => list[upTo(list.length)];
  const pickText = (): string => pick(texts) ?? '';
  const { connection } = session;
  /** Files come and go by their names' last part: an article, in one of the folders or below it. */
  const newName = (): string => `${pick(allFolders) ?? ''}/${pick(['', 'late/', 'late/city/']) ?? ''}n${version++}.txt`;

  const tell = (...changes: readonly (readonly [name: string, type: 1 | 2 | 3])[]): Promise<void> =>
    connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: changes.map(([name, type]) => ({ uri: uriOf(name), type })),
    });

  function write(name: string, text: string): void {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
    files.set(name, text);
    touched.add(name);
  }

  function remove(name: string): void {
    rmSync(join(root, name), { force: true });
    files.delete(name);
    touched.add(name);
  }

  async function openBuffer(name: string): Promise<void> {
    const document = TextDocument.create(uriOf(name), 'plaintext', 1, files.get(name) ?? '');
    buffers.set(name, document);
    await connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri: document.uri, languageId: 'plaintext', version: 1, text: document.getText() },
    });
  }

  async function closeBuffer(name: string): Promise<void> {
    buffers.delete(name);
    await connection.sendNotification('textDocument/didClose', { textDocument: { uri: uriOf(name) } });
  }

  async function edit(name: string, document: TextDocument, sessions: readonly Session[] = [session]): Promise<void> {
    const { length } = document.getText();
    // At most a few characters go at a time: what is copy stays copy.
    const at = upTo(length + 1);
    const range = {
      start: document.positionAt(at),
      end: document.positionAt(Math.min(length, at + (random() < 0.4 ? upTo(6) : 0))),
    };
    const change = { range, text: random() < 0.8 ? (pick(inserted) ?? '') : '' };
    const next = document.version + 1;
    buffers.set(name, TextDocument.update(document, [change], next));
    for (const one of sessions) {
      await one.connection.sendNotification('textDocument/didChange', {
        textDocument: { uri: document.uri, version: next },
        contentChanges: [change],
      });
    }
  }

  /** Asks about an article; the answer is not waited for. */
  function ask(): void {
    const name = pick([...buffers.keys(), ...files.keys()]) ?? 'desk/none.txt';
    const text = buffers.get(name)?.getText() ?? files.get(name) ?? '';
    const position = TextDocument.create('', '', 1, text).positionAt(upTo(text.length + 1));
    const range = { start: { line: 0, character: 0 }, end: position };
    const params = {
      textDocument: { uri: uriOf(name) },
      uri: uriOf(name),
      position,
      range,
      context: { includeDeclaration: true, diagnostics: [] },
      previousResultIds: [],
      query: 'ana',
      text: text.slice(0, 60),
      id: 's1',
      story: 's1',
      format: 'csv',
      date: '2025-06-04T12:00:00Z',
      direction: 'next',
    };
    void session.ask(pick(questions) ?? '', params, random() < 0.3 ? upTo(20) : null);
  }

  async function configure(next: object): Promise<void> {
    settings = next;
    session.setSettings(next);
    await connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
  }

  async function setFolders(next: readonly string[]): Promise<void> {
    const asEvent = (name: string): object => ({ uri: uriOf(name), name });
    const added = next.filter((name) => !open.includes(name)).map(asEvent);
    const removed = open.filter((name) => !next.includes(name)).map(asEvent);
    open = next;
    await connection.sendNotification('workspace/didChangeWorkspaceFolders', { event: { added, removed } });
  }

  async function writeDesk(folder: string, text: string | null): Promise<void> {
    const name = `${folder}/${deskFileName}`;
    if (text === null) rmSync(join(root, name), { force: true });
    else writeFileSync(join(root, name), text);
    await tell([name, text === null ? 3 : 2]);
  }

  async function moveFolder(): Promise<void> {
    const folder = pick(allFolders) ?? '';
    const from = `${folder}/late`;
    const to = `${folder}/late${version++}`;
    const inside = [...files.keys()].filter((name) => name.startsWith(`${from}/`));
    if (inside.length === 0) return;
    renameSync(join(root, from), join(root, to));
    for (const name of inside) {
      files.set(to + name.slice(from.length), files.get(name) ?? '');
      files.delete(name);
    }
    await tell([from, 3], [to, 1]);
  }

  async function editOne(): Promise<void> {
    const [name, document] = pick([...buffers]) ?? [];
    if (name !== undefined && document) await edit(name, document);
  }

  async function editAll(other?: Session): Promise<readonly string[]> {
    for (const [name, document] of [...buffers]) await edit(name, document, other ? [session, other] : [session]);
    return [...buffers.keys()];
  }

  async function openOne(most: number): Promise<void> {
    const name = pick([...files.keys()]);
    if (name !== undefined && !buffers.has(name) && buffers.size < most) await openBuffer(name);
  }

  async function closeOne(): Promise<void> {
    const name = pick([...buffers.keys()]);
    if (name !== undefined) await closeBuffer(name);
  }

  async function rewrite(): Promise<void> {
    const name = pick([...files.keys()]);
    if (name === undefined) return;
    write(name, pickText());
    await tell([name, 2]);
  }

  async function create(): Promise<void> {
    if (files.size >= mostFiles) return;
    const name = newName();
    write(name, pickText());
    await tell([name, 1]);
  }

  async function deleteOne(): Promise<void> {
    const name = pick([...files.keys()]);
    if (name === undefined || files.size < 12) return;
    remove(name);
    await tell([name, 3]);
  }

  async function rename(): Promise<void> {
    const from = pick([...files.keys()]);
    if (from === undefined) return;
    const to = newName();
    const isOpen = buffers.has(from);
    const text = files.get(from) ?? '';
    if (isOpen) await closeBuffer(from);
    remove(from);
    write(to, text);
    await tell([from, 3], [to, 1]);
    if (isOpen) await openBuffer(to);
  }

  const actions: readonly (readonly [weight: number, name: string, act: () => Promise<void> | void])[] = [
    [40, 'edit', editOne],
    [25, 'ask', ask],
    [6, 'open', () => openOne(mostOpen)],
    [4, 'close', closeOne],
    [6, 'write behind its back', rewrite],
    [4, 'create', create],
    [3, 'delete', deleteOne],
    [3, 'rename', rename],
    [1, 'move a folder', moveFolder],
    [1, 'settings', () => configure(pick(settingsChoices) ?? {})],
    [1, 'folders', () => setFolders(pick([['desk'], ['wires'], allFolders, allFolders]) ?? allFolders)],
    [1, 'declare', () => writeDesk(pick(allFolders) ?? '', pick(deskTexts) ?? null)],
  ];
  const onDisk = [rewrite, rewrite, create, deleteOne, rename];
  const sum = actions.reduce((total, [weight]) => total + weight, 0);

  const original = new Map(
    texts.slice(0, 30).map((text, i) => [`${allFolders[i % 2] ?? ''}/${i % 5 === 0 ? 'late/' : ''}a${i}.txt`, text]),
  );
  for (const folder of allFolders) mkdirSync(join(root, folder), { recursive: true });
  for (const [name, text] of original) write(name, text);

  return {
    history,
    async act() {
      let left = random() * sum;
      for (const [weight, name, act] of actions) {
        left -= weight;
        if (left > 0) continue;
        history.unshift(name);
        history.length = Math.min(history.length, 60);
        await act();
        return;
      }
    },
    async stir() {
      touched.clear();
      for (let i = 0; i < 3 * mostStirred; i++) await openOne(mostStirred);
      for (let i = 0; i < filesStirred; i++) await pick(onDisk)?.();
      return [...new Set([...touched, ...(await editAll())])].map(uriOf);
    },
    async editAll(other) {
      return (await editAll(other)).map(uriOf);
    },
    async reset() {
      for (const name of [...buffers.keys()]) await closeBuffer(name);
      for (const folder of allFolders) await writeDesk(folder, null);
      const changed = [...files.keys()].filter((name) => !original.has(name));
      for (const name of changed) remove(name);
      await tell(...changed.map((name) => [name, 3] as const));
      for (const [name, text] of original) write(name, text);
      await tell(...[...original.keys()].map((name) => [name, 2] as const));
      await setFolders(allFolders);
      await configure({});
    },
    async closeRuins() {
      for (const [name, document] of [...buffers]) if (!readsAsProse(document.getText(), name)) await closeBuffer(name);
    },
    async openIn(other) {
      for (const document of buffers.values()) {
        await other.connection.sendNotification('textDocument/didOpen', {
          textDocument: { uri: document.uri, languageId: 'plaintext', version: 1, text: document.getText() },
        });
      }
    },
    uris: () => [...new Set([...files.keys(), ...buffers.keys()])].sort().map(uriOf),
    folders: () => open.map(uriOf),
    settings: () => settings,
  };
}
