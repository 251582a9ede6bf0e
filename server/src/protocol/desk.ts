import type { WireLocation, WirePosition } from './index';

/** The file at the root of a folder in which its sources and the accepted differences stand. */
export const deskFileName = '.second-source.json';

/** What stands in the file. Unknown keys are left alone. */
export interface DeskFile {
  readonly version: 1;
  /** Globs and paths, relative to the folder, of the articles that others are held against. */
  readonly sources?: readonly string[];
  readonly accepted?: readonly AcceptedDifference[];
}

/** A difference that may stand, for as long as both texts stay as they are. */
export interface AcceptedDifference {
  readonly code: string;
  /** What differs: two passages, or one for a problem that has no other side. Their order plays no part. */
  readonly passages: readonly AcceptedPassage[];
  readonly reason: string;
  readonly by: string;
  /** ISO 8601. */
  readonly at: string;
}

export interface AcceptedPassage {
  /** Where it stood when it was accepted; for people who read the file, and plays no part in matching. */
  readonly file: string;
  /** The passage: the quoted words; for a figure or a date the sentence around it; for a name the name. */
  readonly text: string;
}

/** Request, client to server: what would be written down to accept the problem at a place. Null: there is none. */
export const differenceMethod = 'secondSource/difference';

export interface DifferenceParams {
  readonly uri: string;
  readonly code: string;
  /** Where the problem begins. */
  readonly position: WirePosition;
}

export interface DifferenceResult {
  /** The folder in whose file it belongs. */
  readonly folder: string;
  readonly message: string;
  readonly code: string;
  /** One entry for each passage that disagrees. */
  readonly differences: readonly (readonly AcceptedPassage[])[];
  readonly related: readonly WireLocation[];
}

/** Request, client to server: what is declared, by folder. */
export const deskMethod = 'secondSource/desk';

export interface DeskResult {
  readonly folders: readonly {
    readonly folder: string;
    /** The URIs of the articles that are sources. */
    readonly sources: readonly string[];
    /** The files and file patterns that make them so, as they stand in the file. */
    readonly patterns: readonly string[];
    /** What is wrong with the file, a sentence each; empty where it is sound or isn't there. */
    readonly faults: readonly string[];
  }[];
}

/** The client's commands that the quick-fix list leads to, each with one argument. */
export const deskCommands = {
  /** Takes a `ProblemPlace`. */
  accept: 'secondSource.acceptDifference',
  /** Takes a `PassagePlace`. */
  compare: 'secondSource.comparePassages',
  /** Takes a `RuleOff`. */
  turnRuleOff: 'secondSource.turnRuleOff',
} as const;

/** Where a passage begins. */
export interface PassagePlace {
  readonly uri: string;
  readonly position: WirePosition;
}

/** Where a problem begins, and which it is. */
export type ProblemPlace = DifferenceParams;

/** Which rule is turned off, in this workspace's settings or in all. */
export interface RuleOff {
  readonly code: string;
  readonly target: 'workspace' | 'global';
}

/**
 * What an accepted difference is known by: the same for the same texts in any order, whatever an editor changes in passing
 * (line breaks, curly marks, a comma or full stop at the end). In time that grows with the texts alone.
 */
export const differenceKey = (code: string, passages: readonly string[]): string =>
  [code, ...passages.map(levelled).sort()].join('\0');

function levelled(text: string): string {
  const level = text.replace(/\s+/g, ' ').replace(/[‘’]/g, "'").replace(/[“”]/g, '"');
  let end = level.length;
  // A pattern for the end of a text looks from each dot of a long row of dots to its last.
  while (end > 0 && ' ,.;:'.includes(level.charAt(end - 1))) end--;
  return level.slice(0, end).trimStart();
}
