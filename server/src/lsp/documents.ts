import type {
  DidChangeTextDocumentParams,
  DidCloseTextDocumentParams,
  DidOpenTextDocumentParams,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { ArticleId } from '../core/article';
import { articleIdOf } from './uris';

/** The languages that hold copy, by the names that editors give them. */
const copyLanguages = new Set(['plaintext', 'markdown', 'article', 'text', 'txt', 'md']);

/** An open document that may be an article, with the client's own spelling of its URI. */
export interface OpenDocument {
  readonly id: ArticleId;
  readonly uri: string;
  /** As the client calls it: "plaintext", "markdown", "article". */
  readonly language: string;
  readonly version: number;
  readonly text: string;
}

/** The documents that the client has open. */
export interface Documents {
  /** Takes a document in; null for one that is no copy: another language, or an old revision in a diff view. */
  open(params: DidOpenTextDocumentParams): OpenDocument | null;
  /** Applies the edits in their order; null for a document that isn't open. */
  change(params: DidChangeTextDocumentParams): OpenDocument | null;
  /** Lets a document go; null for one that wasn't open. */
  close(params: DidCloseTextDocumentParams): ArticleId | null;
  get(id: ArticleId): OpenDocument | undefined;
  ids(): Iterable<ArticleId>;
}

export function createDocuments(): Documents {
  const documents = new Map<ArticleId, TextDocument>();
  const asOpen = (id: ArticleId, document: TextDocument): OpenDocument => ({
    id,
    uri: document.uri,
    language: document.languageId,
    version: document.version,
    text: document.getText(),
  });
  return {
    open({ textDocument: { uri, languageId, version, text } }) {
      if (!copyLanguages.has(languageId.toLowerCase()) || isRevision(uri)) return null;
      const id = articleIdOf(uri);
      const document = TextDocument.create(uri, languageId, version, text);
      documents.set(id, document);
      return asOpen(id, document);
    },
    change({ textDocument: { uri, version }, contentChanges }) {
      const id = articleIdOf(uri);
      const document = documents.get(id);
      if (!document) return null;
      const changed = TextDocument.update(document, [...contentChanges], version);
      documents.set(id, changed);
      return asOpen(id, changed);
    },
    close({ textDocument: { uri } }) {
      const id = articleIdOf(uri);
      return documents.delete(id) ? id : null;
    },
    get(id) {
      const document = documents.get(id);
      return document && asOpen(id, document);
    },
    ids: () => documents.keys(),
  };
}

/** Version control shows earlier states of a file under its path with a query. They are not copy of their own. */
const isRevision = (uri: string): boolean => uri.includes('?') && !uri.startsWith('file:');
