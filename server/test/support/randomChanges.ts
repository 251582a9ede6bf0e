import fc from 'fast-check';
import { createAnalysisHost, readSaved, type AnalysisHost, type HostOptions } from '../../src/analysis';
import { finish } from '../../src/core/steps';
import { storyText } from './arbitraryArticles';
import { smallVectors } from './smallVectors';

/** Something that happens to one of five files. */
export type Change =
  | { readonly kind: 'write'; readonly file: number; readonly text: string }
  | { readonly kind: 'edit'; readonly file: number; readonly at: number; readonly cut: number; readonly insert: string }
  | { readonly kind: 'rename'; readonly file: number; readonly name: string }
  | { readonly kind: 'delete'; readonly file: number };

const file = fc.nat({ max: 4 });
export const change: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ kind: fc.constant('write' as const), file, text: storyText }),
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('edit' as const),
      file,
      at: fc.nat({ max: 1000 }),
      cut: fc.nat({ max: 12 }),
      insert: fc.constantFrom('', 'not ', 'x', '”', '“', '\n\n', 'He said: ', '7', '12 rafts '),
    }),
  },
  fc.record({ kind: fc.constant('rename' as const), file, name: fc.constantFrom('a.txt', 'wire/a.txt', 'b.txt') }),
  fc.record({ kind: fc.constant('delete' as const), file }),
);

/** A host that can tell remarks of like meaning, as the ones that are shipped can. */
export const newHost = ({ saved, ...options }: NewHostOptions = {}): AnalysisHost =>
  createAnalysisHost(undefined, {
    wordVectors: smallVectors,
    ...options,
    saved: saved ? finish(readSaved(saved)) : null,
  });

/** What another host has saved, as it comes. */
type NewHostOptions = Omit<HostOptions, 'saved'> & { readonly saved?: readonly Uint8Array[] };

/** The articles as changes leave them, each told to a host. */
export function createFolder() {
  const articles = new Map<string, { id: string; name: string; text: string }>();
  return {
    articles,
    /** Makes a change, and tells the host of it where there is one. */
    make(one: Change, host?: AnalysisHost): void {
      const id = `f${one.file}`;
      const known = articles.get(id);
      if (one.kind === 'delete') {
        articles.delete(id);
        host?.delete(id);
        return;
      }
      const article = { id, name: `${id}.txt`, text: '', ...known };
      if (one.kind === 'write') article.text = one.text;
      if (one.kind === 'rename') article.name = one.name;
      if (one.kind === 'edit') {
        article.text = article.text.slice(0, one.at) + one.insert + article.text.slice(one.at + one.cut);
      }
      articles.set(id, article);
      host?.set(article);
    },
  };
}
