import { join } from 'node:path';
import { root } from '../../paths.mjs';
import { packagesFolder, simText } from './install.mjs';

const script = (name) => join(root, 'scripts', 'bench', 'peers', name);

/** The Node that runs this, on a script with arguments. */
const node = (...args) => ({ command: process.execPath, args });

/**
 * The tools that read a folder of articles. `prepare` gets them and gives the command for a folder; `codes` are the exit
 * codes that are no fault; `done` reads off what it said how many files it read, where it tells.
 */
export const tools = [
  {
    name: 'ours',
    title: 'Second Source: check',
    does: 'quotes and figures of all articles, each compared with all others',
    codes: [0, 1],
    prepare: () => (folder, report) =>
      node(join(root, 'dist', 'cli.js'), 'check', '--format', 'json', '--output', report, folder),
  },
  {
    name: 'cspell',
    title: 'cspell 9.8.0',
    does: 'spelling, its defaults',
    codes: [0, 1],
    async prepare() {
      const bin = join(await packagesFolder({ cspell: '9.8.0' }), 'node_modules', 'cspell', 'bin.mjs');
      return (folder) => ({
        ...node(bin, 'lint', '--no-progress', '--no-color', '--no-cache', '--no-gitignore', '**/*.txt'),
        cwd: folder,
      });
    },
    done: (output) => Number(/Files checked: (\d+)/.exec(output)?.[1]),
  },
  {
    name: 'textlint',
    title: 'textlint 15.8.0, rule no-todo',
    does: 'one cheap rule on the parsed text',
    codes: [0, 1],
    async prepare() {
      const modules = join(
        await packagesFolder({ textlint: '15.8.0', 'textlint-rule-no-todo': '2.0.1' }),
        'node_modules',
      );
      const options = ['--no-textlintrc', '--rules-base-directory', modules, '--rule', 'no-todo', '--format', 'json'];
      return (folder) => ({
        ...node(join(modules, 'textlint', 'bin', 'textlint.js'), ...options, '**/*.txt'),
        cwd: folder,
      });
    },
    done: (output) => output.split('"filePath":').length - 1,
  },
  {
    name: 'harper',
    title: 'harper.js 2.10.0',
    does: 'grammar and spelling, WebAssembly, its defaults',
    codes: [0],
    async prepare() {
      const modules = join(await packagesFolder({ 'harper.js': '2.10.0' }), 'node_modules');
      return (folder) => node(script('harper.mjs'), modules, folder);
    },
    done: (output) => Number(/read (\d+) articles/.exec(output)?.[1]),
  },
  {
    name: 'compromise',
    title: 'compromise 14.17.0',
    does: 'words of whole texts tagged, nothing compared',
    codes: [0],
    async prepare() {
      const modules = join(await packagesFolder({ compromise: '14.17.0' }), 'node_modules');
      return (folder) => node(script('compromise.mjs'), modules, folder);
    },
    done: (output) => Number(/read (\d+) articles/.exec(output)?.[1]),
  },
  {
    name: 'sim_text',
    title: 'sim_text of similarity-tester (C)',
    does: 'runs of eight equal words and more between all files',
    codes: [0],
    async prepare() {
      const program = await simText();
      return (folder, report) => ({ command: program, args: ['-r', '8', '-n', '-T', '-R', '-o', report, folder] });
    },
  },
];

/** What finds quotes among paragraphs. */
export const engines = [
  { name: 'ours', title: 'Second Source: Find Quote' },
  { name: 'minisearch', title: 'minisearch 7.2.0', packages: { minisearch: '7.2.0' } },
  { name: 'flexsearch', title: 'flexsearch 0.8.212', packages: { flexsearch: '0.8.212' } },
];
