import type { Session } from './session';

/** All that a server says of some articles, in a form that two servers can be compared by. */
export async function answersOf(session: Session, uris: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const answers = new Map<string, string>();
  for (const uri of uris) {
    const textDocument = { uri };
    const report = (await session.ask('textDocument/diagnostic', { textDocument })) as {
      items?: { range: { start: object } }[];
    } | null;
    const items = report?.items ?? [];
    answers.set(`problems of ${uri}`, inOrder(items));
    const lenses = (await session.ask('textDocument/codeLens', { textDocument })) as object[] | null;
    const resolved: unknown[] = [];
    for (const lens of lenses ?? []) resolved.push(await session.ask('codeLens/resolve', lens));
    answers.set(`lenses of ${uri}`, inOrder(resolved));
    const symbols = (await session.ask('textDocument/documentSymbol', { textDocument })) as unknown[] | null;
    answers.set(`outline of ${uri}`, JSON.stringify(symbols));
    for (const { range } of items.slice(0, 8)) {
      const hover = await session.ask('textDocument/hover', { textDocument, position: range.start });
      answers.set(`hover in ${uri} at ${JSON.stringify(range.start)}`, JSON.stringify(hover));
    }
  }
  // A story's number tells when it was first seen; who is in it, and on which day, does not.
  const { stories = [] } =
    ((await session.ask('secondSource/stories', {})) as { stories?: Record<string, unknown>[] } | null) ?? {};
  answers.set('stories', inOrder(stories.map(({ id, ...story }) => ({ ...story, rest: id === 'rest' }))));
  return answers;
}

/** The same in little: the problems and the outline of some articles, in which nothing that is typed before them can hide. */
export async function glanceOf(session: Session, uris: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const answers = new Map<string, string>();
  const ask = async (uri: string): Promise<void> => {
    const textDocument = { uri };
    const [report, symbols] = await Promise.all([
      session.ask('textDocument/diagnostic', { textDocument }) as Promise<{ items?: unknown[] } | null>,
      session.ask('textDocument/documentSymbol', { textDocument }) as Promise<unknown[] | null>,
    ]);
    answers.set(`problems of ${uri}`, inOrder(report?.items ?? []));
    answers.set(`outline of ${uri}`, JSON.stringify(symbols));
  };
  await Promise.all(uris.map(ask));
  return answers;
}

const inOrder = (list: readonly unknown[]): string =>
  list
    .map((one) => JSON.stringify(one))
    .sort()
    .join('\n');

/** Says what two servers tell differently; empty where they agree. */
export function differences(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): readonly string[] {
  return [...new Set([...one.keys(), ...other.keys()])]
    .filter((key) => one.get(key) !== other.get(key))
    .map(
      (key) =>
        `${key}:\n  ${one.get(key)?.slice(0, 1500) ?? 'nothing'}\n  fresh: ${other.get(key)?.slice(0, 1500) ?? 'nothing'}`,
    );
}
