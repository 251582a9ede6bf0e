import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { targets } from './targets';

/** An input that once broke something, as it is kept in a file. */
export interface FoundCase {
  readonly target: string;
  /** What it broke, for people. */
  readonly what: string;
  readonly input: unknown;
}

/** JSON in ASCII alone: no editor and no git can change a mark, a control character or half of a pair in it. */
const toAscii = (value: unknown): string =>
  JSON.stringify(value, null, 1).replace(
    /[^\n -~]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** Writes a case into a folder, under a name that its input makes. @returns the file's path */
export function keepCase(folder: string, found: FoundCase): string {
  mkdirSync(folder, { recursive: true });
  const hash = createHash('sha256').update(JSON.stringify(found.input)).digest('hex').slice(0, 8);
  const path = join(folder, `${found.target.replaceAll(' ', '-')}-${hash}.json`);
  writeFileSync(path, toAscii(found) + '\n');
  return path;
}

/** All cases of a folder by their file names. */
export function keptCases(folder: string): readonly (readonly [string, FoundCase])[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => [name, JSON.parse(readFileSync(join(folder, name), 'utf8')) as FoundCase] as const);
}

/** Runs a case once more; throws where it still breaks something. */
export function replay({ target, input }: FoundCase): void {
  const found = targets.find(({ name }) => name === target);
  if (!found) throw new Error(`there is no target “${target}”`);
  found.check(input as never);
}
