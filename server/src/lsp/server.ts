import type { Connection, InitializeParams, InitializeResult } from 'vscode-languageserver';
import { DidChangeConfigurationNotification } from 'vscode-languageserver';
import { createAnalysisHost } from '../analysis';
import type { ArticleId } from '../core/article';
import { defaultConfig } from '../core/config';
import type { Logger } from '../core/logger';
import { settingsSection } from '../protocol';
import type { Problem } from '../rules/rule';
import { fileAccess, keptAnalyses, wordVectorsOf } from './access';
import { createArticles } from './articles';
import { capabilitiesFor } from './capabilities';
import { createClearing } from './clearing';
import { optionsOf, profileOf } from './clientProfile';
import { describeFault, guardedNotification } from './dispatch';
import { createDeskFiles } from './deskFiles';
import { createDocuments } from './documents';
import type { ClientFolder, Folders } from './folders';
import { openFolders } from './folders';
import { registerHandlers } from './handlers';
import { createKeeping } from './keeping';
import { speak } from './language';
import { createLazyHost } from './lazyHost';
import { createLimits, gravestProblems } from './limits';
import type { Outside } from './outside';
import { createPublisher } from './publishing';
import { createReadying } from './readying';
import { rehearsal, rehearsedArticles } from './rehearsal';
import { createRehearsing } from './rehearsing';
import { createReports } from './reports';
import { createScanning } from './scanning';
import type { Settings } from './settings';
import { readSettings } from './settings';
import { articleIdOf } from './uris';
import { createWatching } from './watching';

/** How long the reading of the folders waits for the client's settings, in ms. */
const settingsPatience = 1000;
/** How long it waits for the word vectors where the client must fetch them, in ms: what is read before is judged without. */
const vectorsPatience = 5000;

/** Puts the server's parts together on a connection that does not listen yet. */
export function connectServer(connection: Connection, outside: Outside): void {
  const logger = loggerOf(connection);
  connection.onInitialize((params) => openSession(connection, outside, logger, params));
}

function openSession(
  connection: Connection,
  outside: Outside,
  logger: Logger,
  params: InitializeParams,
): InitializeResult {
  const profile = profileOf(params);
  speak(optionsOf(params).secondSource?.sentences);
  const documents = createDocuments();
  const vectors = wordVectorsOf(connection, outside, profile, logger);
  const host = createLazyHost(
    (saved) => createAnalysisHost(defaultConfig, { wordVectors: vectors.load, saved }),
    (id, fault) => logger.error(`${id} was left out, for the analysis failed on it: ${describeFault(fault)}`),
  );
  const accessTo = fileAccess(connection, outside, profile, logger);
  let clientFolders = foldersOf(params);
  let settings = readSettings(optionsOf(params).secondSource?.settings).settings;

  /** Each document by the client's own spelling of its URI, also after it is closed. */
  const spellings = new Map<ArticleId, string>();
  const uriOf = (id: ArticleId): string => spellings.get(id) ?? id;
  const shownOf = (problems: readonly Problem[]): readonly Problem[] => gravestProblems(problems, settings.maxProblems);
  const reports = createReports(profile, uriOf, shownOf);
  const limits = createLimits(
    () => settings,
    logger,
    () => {
      publisher.boundsChanged();
    },
  );
  const common = { connection, profile, host, documents, reports, settings: () => settings, uriOf, logger };
  const parts = { ...common, limits, shownOf };
  const publisher = createPublisher(parts);
  const open = (): Folders => {
    const opened = openFolders(clientFolders, settings, accessTo, logger, () => {
      // The listing of folders that were opened anew meanwhile may still be under way.
      if (folders === opened) limits.folderIsLarger();
    });
    return opened;
  };
  let folders = open();
  const bounds = { limits, maxSize: () => settings.maxBytes, maxArticles: () => settings.maxArticles };
  const keeping = createKeeping(host, keptAnalyses(outside, params, logger), logger);
  const rest = (): void => {
    host.rest();
    // Open documents had better not wait for their first keystroke.
    readying.start();
  };
  const clearing = createClearing({ rest }, outside.releaseMemory, { isBusy: () => rehearsing.isBusy() });
  const reading = { readers: outside.readers, restored: () => restored };
  const articles = createArticles(host, documents, folders, reading, bounds, logger, (id, by, isNew) => {
    keeping.changed(id, isNew);
    clearing.changed(by);
    rehearsing.changed(by);
    publisher.articleChanged(id, by);
  });
  const folderIds = (): readonly ArticleId[] => clientFolders.map(({ uri }) => articleIdOf(uri));
  // Threads take a tenth of a second to start.
  const expectMany = () => outside.readers?.expect(Infinity);
  const restored = keeping.restore(folderIds(), expectMany).then((isSome) => {
    if (isSome) publisher.restarted();
    // Reading leaves much behind, taking over little.
    else outside.limitHeap?.();
    return isSome;
  });
  const openIds = () => [...documents.ids()];
  const scanning = createScanning(
    connection,
    { articles, readers: outside.readers, openIds, restored, logger },
    publisher,
  );
  const watching = createWatching(connection, profile, articles, outside.readers, logger);
  const desk = createDeskFiles(
    host,
    (uri) => folders.readDeskFile(uri),
    logger,
    () => publisher.allChanged(),
  );
  registerHandlers({ ...parts, publisher, desk });

  const readying = createReadying(host, () => documents.ids(), logger);
  const rehearsing = createRehearsing(() => {
    const apart = createAnalysisHost(settings.config, { wordVectors: vectors.load });
    const shownThere = createReports(profile, uriOf, shownOf);
    const articles = rehearsedArticles(host.snapshot(), documents.ids());
    return rehearsal(apart, articles, (analysis, id) => shownThere.of(analysis, id));
  }, logger);
  publisher.onRound(({ isWhole }) => {
    if (!isWhole) return;
    outside.limitHeap?.();
    keeping.settled(folderIds());
    clearing.settled();
    readying.start();
    rehearsing.settled();
  });
  function reopenFolders(): void {
    limits.clear('files');
    folders = open();
    articles.setFolders(folders);
    scanning.start(folders);
  }

  const toldFaults = new Set<string>();
  function takeSettings(raw: unknown): void {
    const { settings: next, faults } = readSettings(raw);
    for (const fault of faults) {
      if (!toldFaults.has(fault)) logger.warn(fault);
      toldFaults.add(fault);
    }
    const before = settings;
    settings = next;
    if (!isSame(before.config, next.config)) host.configure(next.config);
    if (!isSame(filesPart(before), filesPart(next))) {
      watching.watch(next.include);
      reopenFolders();
    }
    if (before.maxProblems !== next.maxProblems) {
      limits.clear('problems');
      reports.clear();
    }
    publisher.allChanged();
  }

  async function askForSettings(): Promise<void> {
    if (profile.answersConfiguration) takeSettings(await connection.workspace.getConfiguration(settingsSection));
  }

  connection.onInitialized(
    guardedNotification(logger, 'initialized', async () => {
      if (profile.registersConfiguration) {
        void connection.client.register(DidChangeConfigurationNotification.type, { section: settingsSection });
      }
      if (profile.workspaceFolders) {
        connection.workspace.onDidChangeWorkspaceFolders(
          guardedNotification(logger, 'workspace/didChangeWorkspaceFolders', ({ added, removed }) => {
            const gone = new Set(removed.map(({ uri }) => articleIdOf(uri)));
            clientFolders = [...clientFolders.filter(({ uri }) => !gone.has(articleIdOf(uri))), ...added];
            reopenFolders();
            void desk.open(clientFolders);
          }),
        );
      }
      const { faults } = readSettings(optionsOf(params).secondSource?.settings);
      faults.forEach((fault) => logger.warn(fault));
      watching.watch(settings.include);
      void desk.open(clientFolders);
      // The settings say which files are read, so reading waits for them, though not for ever.
      const patience = setTimeout(
        () => scanning.startOnce(folders),
        vectors.fetch ? vectorsPatience : settingsPatience,
      );
      const fetched = vectors.fetch?.();
      await askForSettings().catch(() => logger.warn('The client gave no settings; the defaults hold.'));
      await fetched;
      clearTimeout(patience);
      scanning.startOnce(folders);
    }),
  );

  connection.onDidChangeConfiguration(
    guardedNotification(logger, 'workspace/didChangeConfiguration', async ({ settings: pushed }) => {
      if (profile.answersConfiguration) await askForSettings();
      else takeSettings(sectionOf(pushed));
    }),
  );

  connection.onDidOpenTextDocument(
    guardedNotification(logger, 'textDocument/didOpen', (opened) => {
      const document = documents.open(opened);
      if (!document) return;
      if (uriOf(document.id) !== document.uri) {
        spellings.set(document.id, document.uri);
        reports.clear();
      }
      articles.setBuffer(document);
      readying.startSoon();
    }),
  );
  connection.onDidChangeTextDocument(
    guardedNotification(logger, 'textDocument/didChange', (edits) => {
      const document = documents.change(edits);
      if (document) articles.setBuffer(document);
    }),
  );
  connection.onDidCloseTextDocument(
    guardedNotification(logger, 'textDocument/didClose', async (closed) => {
      const id = documents.close(closed);
      if (id !== null) await articles.dropBuffer(id);
    }),
  );
  connection.onDidChangeWatchedFiles(
    guardedNotification(logger, 'workspace/didChangeWatchedFiles', async ({ changes }) => {
      await desk.filesChanged(changes);
      if (await watching.filesChanged(changes, folders)) scanning.start(folders);
    }),
  );

  return { serverInfo: { name: 'Second Source' }, capabilities: capabilitiesFor(profile) };
}

/** The folders that are open; the older ways of saying it are for older clients. */
function foldersOf(params: InitializeParams): readonly ClientFolder[] {
  if (params.workspaceFolders) return params.workspaceFolders;
  const { rootUri }: { readonly rootUri?: string | null } = params;
  return typeof rootUri === 'string' ? [{ uri: rootUri, name: '' }] : [];
}

/** What a client that sends its settings has put under our section, or all of them where it has no sections. */
function sectionOf(pushed: unknown): unknown {
  if (typeof pushed !== 'object' || pushed === null) return undefined;
  return settingsSection in pushed ? (pushed as Record<string, unknown>)[settingsSection] : pushed;
}

const filesPart = ({ include, exclude, maxBytes, maxArticles }: Settings): unknown => ({
  include,
  exclude,
  maxBytes,
  maxArticles,
});

/** Settings are plain JSON, made in one place and in one order. */
const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

function loggerOf({ console }: Connection): Logger {
  return {
    info: (message) => console.info(message),
    warn: (message) => console.warn(message),
    error: (message) => console.error(message),
  };
}
