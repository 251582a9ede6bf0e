import type { ArticleId } from '../core/article';

/**
 * The one spelling of a URI. Editors write the same file as `file:///c%3A/a%20b.txt` and `file:///C:/a b.txt`; here
 * percent signs stand only where they must, and a drive letter is small. What is no URI is given back as it is.
 * @example articleIdOf('file:///C%3A/copy/first%20draft.txt') === 'file:///c:/copy/first%20draft.txt'
 */
export function articleIdOf(uri: string): ArticleId {
  const parts = /^([a-z][a-z0-9+.-]*):(?:\/\/([^/?#]*))?([^?#]*)(.*)$/is.exec(uri);
  if (!parts) return uri;
  const [, scheme = '', authority, path = '', rest = ''] = parts;
  const kind = scheme.toLowerCase();
  const host = authority === undefined ? '' : `//${kind === 'file' ? machine(authority) : authority}`;
  return `${kind}:${host}${smallDrive(respelt(path))}${rest}`;
}

/** A machine's name has no case; what stands there in URIs of other kinds may have one. */
function machine(authority: string): string {
  const name = authority.toLowerCase();
  return name === 'localhost' ? '' : name;
}

/** Whether the id names something below the folder. */
export const isBelow = (id: ArticleId, folder: ArticleId): boolean =>
  id.startsWith(folder.endsWith('/') ? folder : `${folder}/`);

/** The path of a URI, decoded, without the slash that it opens with. For messages. */
export function readablePath(id: ArticleId): string {
  const path = id.replace(/^[a-z][a-z0-9+.-]*:(?:\/\/[^/]*)?\/?/i, '').replace(/[?#].*$/s, '');
  return decoded(path) || id;
}

/** The path of an article below a folder, decoded, with `/`. */
export function relativeName(id: ArticleId, folder: ArticleId): string {
  return decoded(id.slice(folder.length).replace(/^\/+/, ''));
}

const smallDrive = (path: string): string => path.replace(/^\/[A-Z](?=:)/, (drive) => drive.toLowerCase());

/** Each part of a path decoded and encoded again by one rule. */
function respelt(path: string): string {
  return path
    .split('/')
    .map((part) => encodeURIComponent(decoded(part)).replace(/%(?:3A|40|24|26|2B|2C|3B|3D)/g, decodeURIComponent))
    .join('/');
}

/** The text as it is where its percent signs are no encoding. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
