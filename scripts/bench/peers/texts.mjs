import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The text of each article below a folder, one after the other. */
export function* textsIn(folder) {
  const names = readdirSync(folder, { recursive: true }).map(String);
  for (const name of names.filter((name) => name.endsWith('.txt')).sort())
    yield readFileSync(join(folder, name), 'utf8');
}
