import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { access, readFile, realpath } from 'node:fs/promises';
import { delimiter, dirname, isAbsolute, join, relative, sep } from 'node:path';
import type { ArticleId } from '../core/article';
import type { ReadArticle } from './gather';

/** The articles that differ from what they were at a revision, or why that can't be told, as a sentence. */
export type Changes =
  | { readonly kind: 'changes'; readonly changed: ReadonlySet<ArticleId> }
  | { readonly kind: 'fault'; readonly message: string };

/** How much a list of a repository's files may be, in bytes: some two million files. */
const mostListed = 256 * 1024 * 1024;
/** How many articles are read again at a time. */
const atOnce = 16;

/**
 * The articles whose text is another than at the revision, or at the commit where the current branch parted from it: whether
 * that was committed, staged, or neither, and files that git has never heard of. Git is asked only what the revision holds;
 * it never looks at the working files, so that no filter, hook or monitor that a repository names can run, and it may not
 * fetch. A file that git keeps in another form than on disk (a filter, an encoding) counts as changed.
 * @param revision a commit in any of git's ways of naming one.
 */
export async function changesSince(
  revision: string,
  articles: readonly ReadArticle[],
  env: Readonly<Record<string, string | undefined>>,
): Promise<Changes> {
  if (revision === '' || revision.startsWith('-') || revision.includes('\0')) {
    return fault(`“${revision}” is no revision.`);
  }
  const git = await findGit(env);
  if (git === null) return fault('--since needs git, which was not found.');

  const changed = new Set<ArticleId>();
  const repositories = new Map<string, Repository>();
  /** The repository of each folder, so that git is asked once a folder. */
  const byFolder = new Map<string, string>();
  for (const article of articles) {
    const path = await realpath(article.path).catch(() => article.path);
    const folder = dirname(path);
    let root = byFolder.get(folder);
    if (root === undefined) {
      const known = [...repositories.keys()].find((one) => folder === one || folder.startsWith(one + sep));
      // A repository may hold another one, which only git can tell.
      const found =
        known !== undefined && !(await exists(join(folder, '.git'))) ? known : await rootOf(git, folder, env);
      if (typeof found === 'object') return fault(found.fault);
      byFolder.set(folder, (root = found));
    }
    let repository = repositories.get(root);
    if (repository === undefined) {
      const opened = await openAt(git, root, revision, env);
      if ('fault' in opened) return fault(opened.fault);
      repositories.set(root, (repository = opened));
    }
    repository.articles.push({ id: article.id, path, name: nameIn(root, path) });
  }

  for (const { files, articles: here } of repositories.values()) {
    let next = 0;
    const readOn = async (): Promise<void> => {
      for (let one = here[next++]; one !== undefined; one = here[next++]) {
        const before = files.get(one.name);
        if (before === undefined || !(await holds(one.path, before))) changed.add(one.id);
      }
    };
    await Promise.all(Array.from({ length: atOnce }, readOn));
  }
  return { kind: 'changes', changed };
}

interface Repository {
  /** The names that git has for the contents of the files, by their paths below the root. */
  readonly files: ReadonlyMap<string, string>;
  readonly articles: { readonly id: ArticleId; readonly path: string; readonly name: string }[];
}

interface Fault {
  readonly fault: string;
}

async function rootOf(git: string, folder: string, env: Environment): Promise<string | Fault> {
  const asked = await ask(git, folder, ['rev-parse', '--show-toplevel'], env);
  if ('fault' in asked) {
    return /not a git repository/i.test(asked.fault)
      ? { fault: `--since needs a git repository: ${folder} is in none.` }
      : { fault: `git could not open the repository of ${folder}: ${asked.fault}` };
  }
  const root = asked.output.replace(/\r?\n$/, '');
  return realpath(root).catch(() => root);
}

async function openAt(git: string, root: string, revision: string, env: Environment): Promise<Repository | Fault> {
  const named = await ask(git, root, ['rev-parse', '--verify', '--quiet', `${revision}^{commit}`], env);
  const commit = 'fault' in named ? '' : named.output.trim();
  if (!/^[0-9a-f]{40,64}$/.test(commit)) {
    return {
      fault: `There is no revision “${revision}” in ${root}. Where only a part was fetched, fetch it with its history.`,
    };
  }
  const parted = await ask(git, root, ['merge-base', commit, 'HEAD'], env);
  const from = 'fault' in parted ? commit : parted.output.trim();
  const listed = await ask(git, root, ['ls-tree', '-r', '-z', '--full-tree', from], env);
  if ('fault' in listed) return { fault: `git could not list the files of “${revision}”: ${listed.fault}` };
  const files = new Map<string, string>();
  for (const entry of listed.output.split('\0')) {
    const parts = /^\d+ blob ([0-9a-f]+)\t([^]+)$/.exec(entry);
    if (parts) files.set((parts[2] ?? '').normalize('NFC'), parts[1] ?? '');
  }
  return { files, articles: [] };
}

/** Whether a file has the content that git names so, line ends aside where git has them as LF. */
async function holds(path: string, name: string): Promise<boolean> {
  try {
    const bytes = await readFile(path);
    if (nameOf(bytes, name.length) === name) return true;
    return bytes.includes('\r\n') && nameOf(withLineFeeds(bytes), name.length) === name;
  } catch {
    return false;
  }
}

const withLineFeeds = (bytes: Buffer): Buffer => Buffer.from(bytes.toString('latin1').replace(/\r\n/g, '\n'), 'latin1');

/** The name that git gives to a content: by SHA-1, or by SHA-256 where its names are longer. */
const nameOf = (bytes: Buffer, digits: number): string =>
  createHash(digits > 40 ? 'sha256' : 'sha1')
    .update(`blob ${bytes.length}\0`)
    .update(bytes)
    .digest('hex');

const nameIn = (root: string, path: string): string => relative(root, path).split(sep).join('/').normalize('NFC');

type Environment = Readonly<Record<string, string | undefined>>;

/** Where a hook or a surrounding git says that it is at work: not what is asked about here. */
const ofAnotherGit = [
  'GIT_DIR',
  'GIT_WORK_TREE',
  'GIT_COMMON_DIR',
  'GIT_INDEX_FILE',
  'GIT_PREFIX',
  'GIT_NAMESPACE',
  'GIT_OBJECT_DIRECTORY',
  'GIT_ALTERNATE_OBJECT_DIRECTORIES',
  'GIT_EXTERNAL_DIFF',
  'GIT_TRACE',
];

/** Runs git, without a shell. What the repository's settings may name stays out: monitors, hooks, pagers, the network. */
function ask(
  git: string,
  folder: string,
  args: readonly string[],
  env: Environment,
): Promise<{ readonly output: string } | Fault> {
  const own = Object.fromEntries(Object.entries(env).filter(([name]) => !ofAnotherGit.includes(name.toUpperCase())));
  const settings = ['core.fsmonitor=false', 'core.hooksPath=/dev/null', 'core.untrackedCache=false'];
  const all = ['--no-pager', '--literal-pathspecs', ...settings.flatMap((one) => ['-c', one]), '-C', folder, ...args];
  const options = {
    env: {
      ...own,
      LC_ALL: 'C',
      GIT_OPTIONAL_LOCKS: '0',
      GIT_TERMINAL_PROMPT: '0',
      // A repository of which only a part was fetched would get what is missing, by whatever means its settings name.
      GIT_NO_LAZY_FETCH: '1',
      GIT_ALLOW_PROTOCOL: 'none',
    },
    maxBuffer: mostListed,
    windowsHide: true,
  };
  return new Promise((done) => {
    execFile(git, all, options, (error, stdout, stderr) => {
      if (error === null) done({ output: stdout });
      else done({ fault: (stderr.trim().split('\n')[0] ?? '').replace(/^fatal: /, '') || error.message });
    });
  });
}

/** Git, where the search path has it: never in the current folder, where a repository could put one of its own. */
async function findGit(env: Environment): Promise<string | null> {
  const path = Object.entries(env).find(([name]) => name.toUpperCase() === 'PATH')?.[1] ?? '';
  for (const folder of path.split(delimiter)) {
    if (!isAbsolute(folder)) continue;
    const file = join(folder, process.platform === 'win32' ? 'git.exe' : 'git');
    if (
      await access(file, constants.X_OK).then(
        () => true,
        () => false,
      )
    )
      return file;
  }
  return null;
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

const fault = (message: string): Extract<Changes, { kind: 'fault' }> => ({ kind: 'fault', message });
