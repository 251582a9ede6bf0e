// node harper.mjs MODULES FOLDER: has harper.js read each article, as an extension of an editor would.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { textsIn } from './texts.mjs';

const [modules, folder] = process.argv.slice(2);
const load = (name) => import(pathToFileURL(join(modules, 'harper.js', 'dist', name)).href);
const [{ LocalLinter }, { binary }] = await Promise.all([load('index.js'), load('binary.js')]);
const linter = new LocalLinter({ binary });
await linter.setup();
let [articles, found] = [0, 0];
for (const text of textsIn(folder)) {
  const lints = await linter.lint(text, { language: 'plaintext' });
  for (const lint of lints) lint.free?.();
  articles++;
  found += lints.length;
}
console.log(`read ${articles} articles, found ${found}`);
