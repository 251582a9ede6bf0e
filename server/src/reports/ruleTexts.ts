import type { ProblemCode } from '../core/config';

/** What a code stands for, for readers who have never seen the extension. */
export interface RuleText {
  /** An identifier in words. */
  readonly name: string;
  /** One sentence. */
  readonly short: string;
  readonly full: string;
}

export const ruleTexts: Readonly<Record<ProblemCode, RuleText>> = {
  'quote-altered': {
    name: 'QuoteAltered',
    short: 'The same remark is quoted in different words in two files.',
    full: 'The same remark is quoted in different words in two files. A changed number, negation or name is an error, other changed words are a warning, and another rendering of the remark is a note. House style, excerpts and cuts that are marked are not reported.',
  },
  'quote-misattributed': {
    name: 'QuoteMisattributed',
    short: 'The same words are given to two people.',
    full: 'The same words are given to two people, where both files are sure of the name and no words around them say that they are cited.',
  },
  'quote-marks': {
    name: 'QuoteMarks',
    short: 'A quotation mark is never opened or never closed, or two do not go together.',
    full: 'A quotation mark is never opened or never closed, or the two marks of a quote do not go together.',
  },
  'quote-unsourced': {
    name: 'QuoteUnsourced',
    short: 'A quote in a draft stands in none of the sources.',
    full: 'A quote in a draft stands in none of the files that were declared sources: transcripts, press releases, wire originals.',
  },
  'figure-conflict': {
    name: 'FigureConflict',
    short: 'Two figures for the same thing cannot both be true.',
    full: 'The same thing is counted or measured in two files, by the same source, with figures that cannot both be true; or a headline that its article contradicts, or parts that do not add up to their total. Rounding, converted units and bounds that allow both are not reported.',
  },
  'date-conflict': {
    name: 'DateConflict',
    short: 'A weekday is not that date’s, or one event has two dates.',
    full: 'A weekday is not the one of its date, or two files give one event two dates.',
  },
  'name-variant': {
    name: 'NameVariant',
    short: 'One name is spelled in two ways, or one person is given two offices.',
    full: 'A person, place or body is spelled in two ways, or one person is given two offices, in the articles of one story.',
  },
};
