// `npm run l10n` brings up to date what people read: the sentences in the sources go to l10n/bundle.l10n.json, and the
// manifest's texts to package.nls.json, where package.json names them by their keys. Settings come from settings.ts.
// Translations are kept by hand in the files beside them; a test says which are missing.
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { format, resolveConfig } from 'prettier';
import { root } from './paths.mjs';

/** Where sentences for people stand. */
const sources = ['client/src', 'server/src'];

/** The sentences of all sources, by the English. */
export async function sentencesInSources() {
  const { getL10nJson } = createRequire(import.meta.url)('@vscode/l10n-dev');
  const files = [];
  for (const folder of sources) {
    for (const name of (await readdir(join(root, folder), { recursive: true })).sort()) {
      const extension = extname(name);
      if (extension !== '.ts' && extension !== '.tsx') continue;
      const contents = await readFile(join(root, folder, name), 'utf8');
      if (contents.includes('l10n')) files.push({ extension, contents });
    }
  }
  const found = await getL10nJson(files);
  return Object.fromEntries(Object.entries(found).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The settings as `manifestConfiguration()` in settings.ts gives them. */
async function configurationOfSources() {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ['server/src/lsp/settings.ts'],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    write: false,
  });
  const module = { exports: {} };
  new Function('module', 'exports', 'require', outputFiles[0].text)(
    module,
    module.exports,
    createRequire(import.meta.url),
  );
  return module.exports.manifestConfiguration();
}

const texts = new Set([
  'title',
  'label',
  'description',
  'markdownDescription',
  'displayName',
  'name',
  'contents',
  'altText',
  'userDescription',
  'enumDescriptions',
  'markdownEnumDescriptions',
]);
/** What looks like a text and is none: names that VS Code, the shop or a model knows a thing by, and words for a model. */
const noTexts =
  /^(icons|jsonValidation|grammars|semanticTokenScopes|keybindings|configurationDefaults)\b|inputSchema|languageModelTools\.[^.]+\.name$/;

/** The texts of a manifest that are not named by a key yet. */
export function plainTextsIn({ capabilities, contributes }) {
  const found = {};
  keyed({ capabilities, contributes }, [], found);
  return Object.values(found);
}

/** Puts each text of `value` into `nls`, and in its place the key by which it is found there. */
function keyed(value, path, nls) {
  if (Array.isArray(value)) {
    const names = value.map((one, i) => String(one?.id ?? one?.command ?? one?.view ?? i));
    // A view has several welcomes, each for its own state: they are told apart by their place.
    const own = (name, i) => (names.indexOf(name) === names.lastIndexOf(name) ? name : `${name}.${String(i)}`);
    return value.map((one, i) => keyed(one, [...path, own(names[i], i)], nls));
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => {
      const here = [...path, name.replace(/^secondSource\./, '')];
      if (!texts.has(name) || noTexts.test(here.join('.'))) return [name, keyed(one, here, nls)];
      const take = (text, at) => {
        if (typeof text !== 'string' || /^%.*%$/.test(text) || text === '') return text;
        // The levels of all rules are described alike: one key for each description.
        const known = Object.keys(nls).find((key) => nls[key] === text && at.at(-2) === 'enumDescriptions');
        const key = known ?? at.map((part) => part.replace(/^secondSource\./, '')).join('.');
        if (nls[key] !== undefined && nls[key] !== text) throw new Error(`Two texts would have the key ${key}.`);
        nls[key] = text;
        return `%${key}%`;
      };
      if (Array.isArray(one)) return [name, one.map((text, i) => take(text, [...here, String(i)]))];
      return [name, typeof one === 'string' ? take(one, here) : keyed(one, here, nls)];
    }),
  );
}

/** All the keys that a manifest names. */
export const keysIn = (manifest) => [...JSON.stringify(manifest).matchAll(/"%([^%"]+)%"/g)].map(([, key]) => key);

async function main() {
  const written = async (name, value) => {
    const filepath = join(root, name);
    await writeFile(
      filepath,
      await format(JSON.stringify(value, null, 2), { ...(await resolveConfig(filepath)), filepath }),
    );
  };
  const read = async (name) => JSON.parse(await readFile(join(root, name), 'utf8').catch(() => '{}'));

  const manifest = await read('package.json');
  const nls = await read('package.nls.json');
  manifest.contributes.configuration = await configurationOfSources();
  for (const name of ['displayName', 'description']) {
    if (!/^%/.test(manifest[name])) nls[name] = manifest[name];
    manifest[name] = `%${name}%`;
  }
  manifest.capabilities = keyed(manifest.capabilities, ['capabilities'], nls);
  manifest.contributes = keyed(manifest.contributes, [], nls);
  const keys = [...new Set(keysIn(manifest))];
  await written('package.json', manifest);
  await written('package.nls.json', Object.fromEntries(keys.map((key) => [key, nls[key] ?? key])));

  await mkdir(join(root, 'l10n'), { recursive: true });
  const sentences = await sentencesInSources();
  await written('l10n/bundle.l10n.json', sentences);
  console.log(`${keys.length} texts of the manifest, ${Object.keys(sentences).length} sentences.`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
