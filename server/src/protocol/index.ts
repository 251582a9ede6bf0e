/**
 * What the client and the server say to each other beyond LSP. The client imports nothing else from the server.
 * The shapes are plain JSON: positions count lines and UTF-16 units from 0, as in LSP.
 */

export interface WirePosition {
  readonly line: number;
  readonly character: number;
}

export interface WireRange {
  readonly start: WirePosition;
  readonly end: WirePosition;
}

export interface WireLocation {
  readonly uri: string;
  readonly range: WireRange;
}

export type WireSeverity = 'error' | 'warning' | 'information' | 'hint';

/** The section under which all settings stand. */
export const settingsSection = 'secondSource';

/** What a client may say of itself in `initializationOptions`. All of it is optional. */
export interface InitializationOptions {
  readonly secondSource?: {
    /**
     * The client command that a lens runs, with a `ShowMatchesArguments` tuple. Without it a lens is a title that
     * does nothing, which every editor can show.
     */
    readonly lensCommand?: string;
    /**
     * Whether hovers may link to `lensCommand` (a `command:` link). The client must then trust exactly that command:
     * `markdown: { isTrusted: { enabledCommands: [lensCommand] } }`.
     */
    readonly hoverCommands?: boolean;
    /** Whether the client shows stories, and is told with `secondSource/changed` when they may have changed. */
    readonly views?: boolean;
    /** Whether the client answers the requests of `files.ts`. */
    readonly answersFiles?: boolean;
    /** Whether the client has the commands of `deskCommands` (desk.ts), which the quick-fix list then leads to. */
    readonly deskCommands?: boolean;
    /** Settings for clients that answer no `workspace/configuration` request: what would stand under the section. */
    readonly settings?: unknown;
    /**
     * The URI of a folder on this machine that is the client's own, where the server may keep what it has found out about
     * the folders that are open. Without it nothing is kept.
     */
    readonly storage?: string;
    /** The sentences of the client's language, by the English ones: what `vscode.l10n.bundle` holds. */
    readonly sentences?: unknown;
  };
}

/** The arguments of the lens command: the document, where the peek view opens, and all that it shows. */
export type ShowMatchesArguments = readonly [uri: string, position: WirePosition, locations: readonly WireLocation[]];

/** Notification, server to client: what the status bar shows. Sent only when it changed. */
export const statusMethod = 'secondSource/status';

export interface StatusParams {
  /** Problems in all articles, hints left out. */
  readonly total: number;
  /** How many disagreements that are errors or warnings: each once though both its sides carry it, as in all views. */
  readonly conflicts: number;
  /** The articles that have problems, in the order of their names: the first hundred. */
  readonly files: readonly { readonly uri: string; readonly name: string; readonly problems: number }[];
  /** The gravest three, each disagreement once though both its sides carry it. */
  readonly worst: readonly StatusProblem[];
  /** How far the reading of the folder is, or null when it is done. */
  readonly scan: { readonly done: number; readonly total: number } | null;
  /** What was left out because a setting bounds it; most often empty. */
  readonly limits: readonly ReachedLimit[];
}

/** A bound that was reached. */
export interface ReachedLimit {
  /** The setting that is the bound. */
  readonly setting: string;
  /** A whole sentence: what was left out and how much of it, and how to change it. */
  readonly message: string;
}

export interface StatusProblem extends WireLocation {
  readonly name: string;
  readonly severity: WireSeverity;
  readonly code: string;
  readonly message: string;
}

/** Request, client to server: the problem after (or before) a position, through all articles in order, wrapping. */
export const nextConflictMethod = 'secondSource/nextConflict';

export interface NextConflictParams {
  /** Null, or a document that is no article: begin with the first article. */
  readonly uri: string | null;
  readonly position?: WirePosition;
  readonly direction: 'next' | 'previous';
}

/** Null: there is no problem anywhere. */
export type NextConflictResult = (WireLocation & { readonly message: string }) | null;

/** What `Diagnostic.data` holds. */
export interface DiagnosticData {
  readonly code: string;
  /** The passages that disagree, in the order of `relatedInformation`. */
  readonly related: readonly WireLocation[];
}
