import type { Worker } from 'node:worker_threads';
import { type AnalysedArticle, type Analysis, createAnalysisHost } from '../analysis';
import { extractClaims } from '../claims/extract';
import type { ArticleId } from '../core/article';
import { defaultConfig } from '../core/config';
import { type Desk, emptyDesk } from '../core/desk';
import { vectorTable } from '../disk/vectorTable';
import { readClaims } from '../links/reading';
import type { ReportFormat } from '../protocol/reports';
import { claimsReport, printJson, printParts, type ReportPart } from '../reports/json';
import { makeReport } from '../reports/make';
import { changedScope } from '../reports/scope';
import { visible } from '../reports/visible';
import { changesSince } from './changes';
import { type Answer, isGrave, type Wanted } from './answers';
import { answerAll, type Job } from './answerThreads';
import { addressedPaths, shownPaths } from './articlePaths';
import { deskFolders, deskOf, readDesk, sourceFaults } from './desk';
import { settleEngine } from './engine';
import { createExtraction, type Extraction } from './extraction';
import { gather, type ReadArticle } from './gather';
import { targetOf, writeTarget } from './output';
import { prettyCheck, prettyClaims } from './pretty';
import { createProgress, type Progress } from './progress';
import { changesSaying, sayings } from './sayings';
import { createStyle, type Style, wantsColour } from './terminal';
import { version } from './version';

export type ReportCommand = 'check' | 'extract';

export interface RunOptions {
  readonly paths: readonly string[];
  readonly format: 'pretty' | ReportFormat;
  /** The file to write to; standard output without it. */
  readonly output?: string;
  /** The git revision since which changes are reported on. */
  readonly since?: string;
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
  /** Patterns of the files that others are held against, beside those that the folders declare. */
  readonly source?: readonly string[];
  /** Undefined: as the terminal and the environment say. */
  readonly color?: boolean;
}

export interface Outside {
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** A thread that was started ahead to read. */
  readonly thread?: Worker | null;
}

/** The forms that are read beside a checkout: they name files as it does. The others name them by the folder given. */
const forCheckouts: readonly RunOptions['format'][] = ['sarif', 'csv', 'markdown'];

/**
 * So many articles are kept unfolded: a report asks for all of them once, in the order of names, in which those of a story
 * may stand far apart.
 */
const mostHot = 2000;

/**
 * Reads the articles, prints the report on stdout and what there is to say about the files on stderr.
 * @returns the exit code: 0 nothing at warning or above, 1 problems, 2 where a path asked for could not be read, the report
 *   not be written, or the changes not be told.
 */
export async function report(command: ReportCommand, options: RunOptions, outside: Outside): Promise<number> {
  const wrong = sourceFaults(options.source ?? []);
  if (wrong.length > 0) {
    for (const line of wrong) outside.stderr.write(`second-source: ${visible(line)}\n`);
    return 2;
  }
  settleEngine();
  const progress = createProgress(outside.stderr);
  const extraction = createExtraction(outside.thread ?? null);
  const faults: string[] = [];
  const gathered = await gather({
    paths: options.paths.length > 0 ? options.paths : ['.'],
    include: options.include ?? [],
    exclude: options.exclude ?? [],
    onProgress: (done, total) => {
      if (done === 1) extraction.expect(total);
      progress.show('Reading', done, total);
    },
    onText: (text) => {
      extraction.begin(text);
    },
  });
  if (gathered.failed && gathered.articles.length === 0) {
    progress.end();
    tell();
    return 2;
  }
  const target = options.output === undefined ? null : await targetOf(options.output, gathered.articles);
  if (target?.kind === 'fault') return failed(target.message);
  const changes =
    options.since === undefined ? null : await changesSince(options.since, gathered.articles, outside.env);
  if (changes?.kind === 'fault') return failed(changes.message);

  const { output, problems } = command === 'check' ? await check(changes?.changed ?? null) : await extract();
  progress.end();
  tell();
  if (target === null) outside.stdout.write(output);
  else {
    const fault = await writeTarget(target, options.output ?? '', output);
    if (fault !== null) return failed(fault);
  }
  if (gathered.failed) return 2;
  return problems ? 1 : 0;

  function failed(message: string): number {
    progress.end();
    outside.stderr.write(`second-source: ${visible(message)}\n`);
    return 2;
  }

  function tell(): void {
    for (const line of [...sayings(gathered), ...faults]) outside.stderr.write(`second-source: ${visible(line)}\n`);
  }

  async function check(changed: ReadonlySet<ArticleId> | null): Promise<Outcome> {
    const { articles } = gathered;
    const paths = new Map(articles.map(({ id, path }) => [id, path]));
    const read = await readDesk({ folders: deskFolders(gathered.given), sources: options.source ?? [] });
    faults.push(...read.faults);
    const desk = deskOf(read.source, (id) => paths.get(id));
    if (options.source && articles.length > 0 && !articles.some((one) => desk.isSource(one)))
      faults.push(`No article is a source: none is called ${options.source.map((one) => `“${one}”`).join(' or ')}.`);
    const isWhole = options.format === 'json' && changed === null;
    const { all, answers } = await analyse(articles, {
      desk,
      handedDesk: desk === emptyDesk ? null : { source: read.source, paths: [...paths] },
      wanted: isWhole ? 'part' : 'problems',
      progress,
      extraction,
      complain: (message) => faults.push(message),
    });
    if (isWhole) return wholeReport(all, answers);
    const answered = withAnswers(all, answers);
    const analysis = changed === null ? answered : changedScope(answered, changed);
    if (changed !== null) faults.push(changesSaying(changed.size, articles.length, options.since ?? ''));
    const output =
      options.format === 'pretty'
        ? prettyCheck(analysis, shownPaths(articles), styleOf(options, outside))
        : makeReport(options.format, analysis, {
            pathOf: forCheckouts.includes(options.format) ? addressedPaths(articles) : (id) => id,
            version,
            date: new Date().toISOString(),
          });
    return { output, problems: hasWarnings(analysis) };
  }

  async function extract(): Promise<Outcome> {
    const articles: AnalysedArticle[] = [];
    await extractEach(gathered.articles, extraction, (article, packed) => {
      const { text } = article;
      articles.push({ article, claims: (packed && readClaims(packed, text)) ?? extractClaims(text) });
      progress.show('Reading quotes', articles.length, gathered.articles.length);
    });
    for (const thread of extraction.leave()) void thread.terminate();
    const output =
      options.format === 'json'
        ? printJson(claimsReport(articles)) + '\n'
        : prettyClaims(articles, shownPaths(gathered.articles), styleOf(options, outside));
    return { output, problems: false };
  }
}

interface Outcome {
  readonly output: string;
  /** Whether there is a problem at warning or above. */
  readonly problems: boolean;
}

function styleOf(options: RunOptions, outside: Outside): Style {
  // A file is no terminal, whatever the output would have been.
  const stream = options.output === undefined ? outside.stdout : {};
  return createStyle(wantsColour(options.color, stream, outside.env));
}

interface Circumstances {
  readonly desk: Desk;
  readonly handedDesk: Job['desk'];
  readonly wanted: Wanted;
  readonly progress: Progress;
  readonly extraction: Extraction;
  readonly complain: (message: string) => void;
}

/** Compares the articles, and finds of each what is wanted. */
async function analyse(
  articles: readonly ReadArticle[],
  { desk, handedDesk, wanted, progress, extraction, complain }: Circumstances,
): Promise<{ readonly all: Analysis; readonly answers: ReadonlyMap<ArticleId, Answer> }> {
  const host = createAnalysisHost(defaultConfig, { wordVectors: vectorTable(__dirname, complain), mostHot });
  host.setDesk(desk);
  let done = 0;
  await extractEach(articles, extraction, ({ id, name, text }, packed) => {
    host.set({ id, name, text }, packed ?? undefined);
    progress.show('Comparing', ++done, articles.length);
  });
  const all = host.snapshot();
  const job = () => ({ handover: host.handOver(), desk: handedDesk, mostHot });
  const answers = await answerAll(all, extraction.leave(), {
    wanted,
    job,
    onProgress: (looked) => {
      progress.show('Looking for problems', looked, articles.length);
    },
  });
  return { all, answers };
}

/** The JSON report of all articles, of the parts that were found. */
function wholeReport(all: Analysis, answers: ReadonlyMap<ArticleId, Answer>): Outcome {
  const parts: ReportPart[] = [];
  let problems = false;
  for (const id of all.ids) {
    const found = answers.get(id);
    if (found?.kind !== 'part') continue;
    parts.push(found.part);
    problems ||= found.warns;
  }
  return { output: [...printParts(parts)].join(''), problems };
}

/** The analysis with the problems that were found already, wherever that was. */
function withAnswers(all: Analysis, answers: ReadonlyMap<ArticleId, Answer>): Analysis {
  const foundIn = (id: ArticleId) => {
    const found = answers.get(id);
    return found?.kind === 'problems' ? found.found : null;
  };
  return {
    ...all,
    problems: (id) => foundIn(id)?.open ?? all.problems(id),
    accepted: (id) => foundIn(id)?.accepted ?? all.accepted(id),
  };
}

/** Hands over each article with its claims, packed, in order; with null where nobody has found them. */
async function extractEach(
  articles: readonly ReadArticle[],
  extraction: Extraction,
  take: (article: ReadArticle, packed: Uint8Array | null) => void,
): Promise<void> {
  const texts = articles.map(({ text }) => text);
  await extraction.run(texts, (packed, i) => {
    const article = articles[i];
    if (article) take(article, packed);
  });
}

const hasWarnings = (analysis: Analysis): boolean => analysis.ids.some((id) => isGrave(analysis.problems(id)));
