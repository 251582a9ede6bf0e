// node compromise.mjs MODULES FOLDER: has compromise tag the words of each article.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { textsIn } from './texts.mjs';

const [modules, folder] = process.argv.slice(2);
const nlp = createRequire(join(modules, 'any.js'))('compromise');
let [articles, words] = [0, 0];
for (const text of textsIn(folder)) {
  articles++;
  words += nlp(text).termList().length;
}
console.log(`read ${articles} articles, tagged ${words} words`);
