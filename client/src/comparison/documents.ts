import {
  EventEmitter,
  Location,
  Position,
  Uri,
  l10n,
  languages,
  workspace,
  type Definition,
  type Disposable,
  type TextDocument,
} from 'vscode';
import type { WirePosition } from '../../../server/src/protocol';
import {
  compareMethod,
  type CompareParams,
  type CompareResult,
  type ComparedSide,
} from '../../../server/src/protocol/comparison';
import type { Parts } from '../parts';

/**
 * The scheme of the texts that the diff editor shows: two articles laid out line against line, read only. The manifest's
 * `onFileSystem` event of this scheme starts the extension for a comparison that was open when the window was closed.
 */
export const comparisonScheme = 'second-source-compare';
/** The ending that gives them their language, whose lines wrap and have no numbers: they are not the file's. */
const ending = '.second-source-aligned';

type Side = 'left' | 'right';

/** The URI of one side of a comparison; all that it is made from stands in it, so that it can be made again. */
export function comparisonUri(side: Side, name: string, params: CompareParams): Uri {
  const path = `/${name.replace(/[\\/?#]/g, ' ')}${ending}`;
  return Uri.from({ scheme: comparisonScheme, authority: side, path, query: JSON.stringify(params) });
}

/** What a URI of ours stands for; null for one that somebody else made. */
function paramsOf({ authority, query }: Uri): { readonly side: Side; readonly params: CompareParams } | null {
  try {
    const { left, right, pivot } = JSON.parse(query) as Partial<Record<keyof CompareParams, unknown>>;
    if ((authority !== 'left' && authority !== 'right') || typeof left !== 'string' || typeof right !== 'string')
      return null;
    const places = isPivot(pivot) ? { pivot } : {};
    return { side: authority, params: { left, right, ...places } };
  } catch {
    return null;
  }
}

function isPivot(value: unknown): value is NonNullable<CompareParams['pivot']> {
  if (typeof value !== 'object' || value === null) return false;
  const { left, right } = value as { left?: unknown; right?: unknown };
  return isPosition(left) && isPosition(right);
}

/** Whether a value from outside is a position. */
export function isPosition(value: unknown): value is WirePosition {
  if (typeof value !== 'object' || value === null) return false;
  const { line, character } = value as { line?: unknown; character?: unknown };
  return Number.isInteger(line) && Number.isInteger(character);
}

/** Serves the texts of open comparisons, keeps them up to date, and leads from their lines to the articles. */
export function serveComparisons({ client, feed }: Parts): Disposable[] {
  const changed = new EventEmitter<Uri>();
  const ask = (params: CompareParams) => client.sendRequest<CompareResult>(compareMethod, params);
  const sideOf = async (uri: Uri): Promise<ComparedSide | null> => {
    const asked = paramsOf(uri);
    return asked && ((await ask(asked.params))?.[asked.side] ?? null);
  };
  return [
    changed,
    workspace.registerTextDocumentContentProvider(comparisonScheme, {
      onDidChange: changed.event,
      async provideTextDocumentContent(uri) {
        const side = await sideOf(uri);
        if (!side) return l10n.t('One of the two articles is no longer there.');
        return side.lines.map(({ text }) => text).join('\n');
      },
    }),
    feed.onDidChange(() => {
      for (const { uri } of workspace.textDocuments) if (uri.scheme === comparisonScheme) changed.fire(uri);
    }),
    languages.registerDefinitionProvider(
      { scheme: comparisonScheme },
      {
        provideDefinition: async (document, position): Promise<Definition | null> =>
          placeInArticle(document, position, await sideOf(document.uri)),
      },
    ),
  ];
}

/** Where a place in a comparison stands in its article: for a heading, the next line that the side has. */
function placeInArticle(
  { uri }: Pick<TextDocument, 'uri'>,
  position: Position,
  side: ComparedSide | null,
): Location | null {
  const asked = paramsOf(uri);
  if (!asked || !side) return null;
  const at = side.lines.findIndex(({ place }, line) => line >= position.line && place !== null);
  const place = side.lines[at]?.place;
  if (!place) return null;
  const along = at === position.line ? position.character : 0;
  return new Location(Uri.parse(asked.params[asked.side]), new Position(place.line, place.character + along));
}
