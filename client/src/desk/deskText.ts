import {
  applyEdits,
  getNodeValue,
  modify,
  parseTree,
  findNodeAtLocation,
  type Edit,
  type Node,
  type ParseError,
} from 'jsonc-parser';
import { differenceKey, type AcceptedDifference, type AcceptedPassage } from '../../../server/src/protocol/desk';

/** The text of the desk's file, found sound: comments, unknown keys and its layout survive every change. */
export interface DeskText {
  readonly text: string;
  readonly root: Node;
}

/** What a file that isn't there begins with. */
export const newDeskText = '{\n  "version": 1\n}\n';

/** Reads the file to change it; null for one that isn't sound, which must not be written over. */
export function readDeskText(text: string): DeskText | null {
  if (text.trim() === '') return readDeskText(newDeskText);
  const errors: ParseError[] = [];
  let root: Node | undefined;
  try {
    root = parseTree(text, errors, { allowTrailingComma: true });
  } catch {
    return null; // Brackets within brackets, thousands deep.
  }
  if (!root || errors.length > 0 || root.type !== 'object') return null;
  const version = findNodeAtLocation(root, ['version']);
  if (version && version.value !== 1) return null;
  const lists = [findNodeAtLocation(root, ['sources']), findNodeAtLocation(root, ['accepted'])];
  return lists.every((list) => !list || list.type === 'array') ? { text, root } : null;
}

/** The file patterns of the sources, as they stand. */
export const sourcesIn = (desk: DeskText): readonly string[] =>
  valuesAt(desk, 'sources').filter((one): one is string => typeof one === 'string');

/** The accepted differences that are whole, each with its place in the list. */
export function acceptedIn(
  desk: DeskText,
): readonly { readonly index: number; readonly difference: AcceptedDifference }[] {
  return valuesAt(desk, 'accepted').flatMap((one, index) => {
    const difference = asDifference(one);
    return difference ? [{ index, difference }] : [];
  });
}

function valuesAt({ root }: DeskText, key: string): readonly unknown[] {
  const node = findNodeAtLocation(root, [key]);
  const values: unknown = node ? getNodeValue(node) : [];
  return Array.isArray(values) ? values : [];
}

function asDifference(value: unknown): AcceptedDifference | null {
  if (typeof value !== 'object' || value === null) return null;
  const { code, passages, reason, by, at } = value as { [K in keyof AcceptedDifference]?: unknown };
  if (typeof code !== 'string' || !Array.isArray(passages)) return null;
  const text = (one: unknown): string => (typeof one === 'string' ? one : '');
  return { code, passages: passages.flatMap(asPassage), reason: text(reason), by: text(by), at: text(at) };
}

function asPassage(value: unknown): AcceptedPassage[] {
  if (typeof value !== 'object' || value === null) return [];
  const { file, text } = value as { [K in keyof AcceptedPassage]?: unknown };
  return typeof text === 'string' ? [{ file: typeof file === 'string' ? file : '', text }] : [];
}

/** The text with some differences more; those that stand there already are written down anew. */
export function withAccepted(desk: DeskText, differences: readonly AcceptedDifference[]): string {
  const keys = new Set(differences.map(keyOf));
  const cleared = readDeskText(withoutAccepted(desk, (one) => keys.has(keyOf(one)))) ?? desk;
  return differences.reduce((text, difference) => appended(text, 'accepted', difference), withVersion(cleared.text));
}

/** The text without the accepted differences that are meant. */
export function withoutAccepted(desk: DeskText, isMeant: (difference: AcceptedDifference) => boolean): string {
  return without(
    desk.text,
    'accepted',
    acceptedIn(desk)
      .filter(({ difference }) => isMeant(difference))
      .map(({ index }) => index),
  );
}

/** The text with some patterns more among the sources, each once. */
export function withSources(desk: DeskText, patterns: readonly string[]): string {
  const known = new Set(sourcesIn(desk));
  return [...new Set(patterns)]
    .filter((pattern) => !known.has(pattern))
    .reduce((text, pattern) => appended(text, 'sources', pattern), withVersion(desk.text));
}

/** The text without some patterns among the sources. */
export function withoutSources(desk: DeskText, patterns: readonly string[]): string {
  const indexes = valuesAt(desk, 'sources').flatMap((one, index) =>
    typeof one === 'string' && patterns.includes(one) ? [index] : [],
  );
  return without(desk.text, 'sources', indexes);
}

/** What the server knows a difference by as well. */
export const keyOf = ({ code, passages }: Pick<AcceptedDifference, 'code' | 'passages'>): string =>
  differenceKey(
    code,
    passages.map(({ text }) => text),
  );

const withVersion = (text: string): string => {
  const desk = readDeskText(text);
  return desk && findNodeAtLocation(desk.root, ['version'])
    ? text
    : changed(text, modify(text === '' ? '{}' : text, ['version'], 1, options(text)));
};

function appended(text: string, key: string, value: unknown): string {
  const list = readDeskText(text)?.root;
  const there = list && findNodeAtLocation(list, [key]);
  if (!there) return changed(text, modify(text, [key], [value], options(text)));
  return changed(
    text,
    modify(text, [key, there.children?.length ?? 0], value, { ...options(text), isArrayInsertion: true }),
  );
}

/** From the last to the first, so that the places of the others hold. */
const without = (text: string, key: string, indexes: readonly number[]): string =>
  [...indexes]
    .sort((a, b) => b - a)
    .reduce((out, index) => changed(out, modify(out, [key, index], undefined, options(out))), text);

const changed = (text: string, edits: Edit[]): string => applyEdits(text, edits);

/** The layout that the file has, as far as it shows. */
function options(text: string): { formattingOptions: { insertSpaces: boolean; tabSize: number; eol: string } } {
  const indent = /^([ \t]+)\S/m.exec(text)?.[1] ?? '  ';
  const insertSpaces = !indent.startsWith('\t');
  return {
    formattingOptions: {
      insertSpaces,
      tabSize: insertSpaces ? indent.length : 4,
      eol: text.includes('\r\n') ? '\r\n' : '\n',
    },
  };
}
