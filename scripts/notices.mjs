import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * The licences of the packages that a bundle holds, or that its data is cut from, as one text.
 * @param files what went into the bundle and a file of each package that data is cut from, relative to `root`, as esbuild's metafile has it.
 * @throws where a package says nothing of its licence: it must not be shipped so.
 */
export async function noticesFor(files, root) {
  const folders = [...new Set(files.map(packageFolder).filter((folder) => folder !== null))].sort();
  const notices = await Promise.all(folders.map((folder) => noticeOf(join(root, folder))));
  return [
    'Second Source is bundled with the packages below. Each stands under its own licence.\n',
    ...new Set(notices),
  ].join(`\n${'-'.repeat(80)}\n\n`);
}

/** "node_modules/a/node_modules/@b/c" of a file in it; null for a file of our own. */
function packageFolder(file) {
  return /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file.replaceAll('\\', '/'))?.[0] ?? null;
}

async function noticeOf(folder) {
  const { name, version, license, homepage, author } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  const names = (await readdir(folder))
    .filter((file) => /^(?:licen[cs]e|copying|notice|acknowledgement)(?:[.-]|$)/i.test(file))
    .sort();
  const texts = await Promise.all(names.map((file) => readFile(join(folder, file), 'utf8')));
  if (!license && texts.length === 0) throw new Error(`${name} ${version} says nothing of its licence.`);
  const by = typeof author === 'string' ? author : author?.name;
  const head = [`${name} ${version}`, license && `Licence: ${license}`, by && `By ${by}`, homepage].filter(Boolean);
  return `${[head.join('\n'), ...texts.map((text) => text.replace(/\r\n?/g, '\n').trim())].join('\n\n')}\n`;
}
