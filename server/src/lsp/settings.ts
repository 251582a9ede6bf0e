import type { Config } from '../core/config';
import type { LensLevel } from '../features/codeLens';
import { lensLevels } from '../features/codeLens';
import type { InlayLevel } from '../features/inlayHints';
import { inlayLevels } from '../features/inlayHints';
import { settingsSection } from '../protocol';
import {
  choice,
  globs,
  ruleLevel,
  type Setting,
  type SettingSchema,
  wholeNumber,
  words,
  yesOrNo,
} from './settingKinds';

/** What an editor can set, checked. */
export interface Settings {
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** The size in bytes up to which a file is read. */
  readonly maxBytes: number;
  /** The most files that are read as articles; open documents come on top. */
  readonly maxArticles: number;
  /** The most problems that are shown of one file. */
  readonly maxProblems: number;
  readonly config: Config;
  readonly lens: LensLevel;
  readonly semanticTokens: boolean;
  readonly inlayHints: InlayLevel;
}

const include = globs(
  'files.include',
  ['**/*.{txt,md}'],
  'Which files of the workspace are read as articles, as glob patterns. `node_modules`, READMEs, licences, change logs, and files that do not read as running text are always left out.',
);
const exclude = globs('files.exclude', [], 'Which of these files are left out, as glob patterns.');
const maxSize = wholeNumber(
  'files.maxSize',
  1024,
  1,
  102_400,
  'The size up to which a file is read, in KB. Larger files are left out and named in the output.',
);
const maxArticles = wholeNumber(
  'files.maxArticles',
  20_000,
  1,
  1_000_000,
  'The most files that are read as articles. Where a folder has more, the status bar and the output say so; what is opened is read all the same.',
);
const maxProblems = wholeNumber(
  'problems.maxPerFile',
  250,
  1,
  10_000,
  'The most problems that are shown of one file, the gravest first. Where a file has more, the status bar and the output say so.',
);
const quoteAltered = ruleLevel(
  'quote-altered',
  'rules.quoteAltered',
  'The same remark quoted in different words in two files. By default a changed number, negation or name is an error, other changed words are a warning, and another rendering of the remark is information.',
);
const quoteMisattributed = ruleLevel(
  'quote-misattributed',
  'rules.quoteMisattributed',
  'The same words given to two people, where both files are sure of the name and no words around them say that they are cited. By default a warning.',
);
const quoteMarks = ruleLevel(
  'quote-marks',
  'rules.quoteMarks',
  'A quotation mark that is never opened or never closed, or two that do not go together. By default a warning.',
);
const figureConflict = ruleLevel(
  'figure-conflict',
  'rules.figureConflict',
  'The same thing counted or measured in two files, by the same source, with figures that cannot both be true; also a headline that its article contradicts, and parts that do not add up to their total. By default a warning; for parts and totals information.',
);
const dateConflict = ruleLevel(
  'date-conflict',
  'rules.dateConflict',
  'A weekday that is not that date’s, or one event on two dates. By default a warning.',
);
const nameVariant = ruleLevel(
  'name-variant',
  'rules.nameVariant',
  'A person, place or body spelled in two ways, or one person given two offices, in the articles of one story. By default information.',
);
const quoteUnsourced = ruleLevel(
  'quote-unsourced',
  'rules.quoteUnsourced',
  'A quotation in a draft that stands in none of the sources of its story. Only where files are declared sources; there by default a warning.',
);
const lens = choice<LensLevel>(
  'lens',
  lensLevels,
  [
    'Above every paragraph with linked quotes or figures.',
    'Only above paragraphs whose quotes or figures differ elsewhere.',
    'Never.',
  ],
  'all',
  'Where a line such as “3 matches in 2 files, 1 differs” stands above a paragraph.',
);
const semanticTokens = yesOrNo(
  'semanticTokens',
  true,
  'Whether quotes, speakers, figures and dates are coloured in articles.',
);
const inlayHints = choice<InlayLevel>(
  'inlayHints',
  inlayLevels,
  [
    'None.',
    'Behind a figure that another file has otherwise: that file’s figure.',
    'Also behind a pronoun or a description that words are given to: the person’s name.',
  ],
  'off',
  'Which notes are shown between the words of an article. They are no part of the text.',
);
/** Read by the client alone, as the next one is. */
const overviewRuler = yesOrNo(
  'overviewRuler',
  true,
  'Whether quotes and figures that other files have are marked beside the scroll bar.',
);
/** Read by the client alone. */
const deskName = words(
  'desk.name',
  'Your name, as it is written down in `.second-source.json` when you accept a difference. Where it is empty, the name that you are known by to the operating system.',
);
/** Read by the client alone; here so that the manifest has one source. */
const trace = choice(
  'trace.server',
  ['off', 'messages', 'verbose'] as const,
  undefined,
  'off',
  'How much of what the editor and the language server tell each other is logged.',
);

const allSettings: readonly Setting<unknown>[] = [
  include,
  exclude,
  maxSize,
  maxArticles,
  maxProblems,
  quoteAltered,
  quoteMisattributed,
  quoteMarks,
  figureConflict,
  dateConflict,
  nameVariant,
  quoteUnsourced,
  lens,
  semanticTokens,
  inlayHints,
  overviewRuler,
  deskName,
  trace,
];

/**
 * Takes what the client has below `secondSource`, nested or with dotted keys. A value that is none is left for its
 * default.
 * @returns the settings, and a sentence for each value that was not taken.
 */
export function readSettings(raw: unknown): { readonly settings: Settings; readonly faults: readonly string[] } {
  const faults: string[] = [];
  const read = <T>(setting: Setting<T>): T => {
    const value = lookUp(raw, setting.key);
    if (value === undefined || value === null) return setting.fallback;
    const checked = setting.check(value);
    if ('value' in checked) return checked.value;
    faults.push(
      `${settingsSection}.${setting.key} ${checked.fault}: ${JSON.stringify(value)} was not taken, the default ${JSON.stringify(setting.fallback)} holds.`,
    );
    return setting.fallback;
  };
  const settings: Settings = {
    include: read(include),
    exclude: read(exclude),
    maxBytes: read(maxSize) * 1024,
    maxArticles: read(maxArticles),
    maxProblems: read(maxProblems),
    config: {
      rules: {
        'quote-altered': read(quoteAltered),
        'quote-misattributed': read(quoteMisattributed),
        'quote-marks': read(quoteMarks),
        'figure-conflict': read(figureConflict),
        'date-conflict': read(dateConflict),
        'name-variant': read(nameVariant),
        'quote-unsourced': read(quoteUnsourced),
      },
    },
    lens: read(lens),
    semanticTokens: read(semanticTokens),
    inlayHints: read(inlayHints),
  };
  return { settings, faults };
}

/** A group of settings as the settings editor shows them, under a title of its own. */
export interface SettingGroup {
  readonly id: string;
  readonly title: string;
  readonly order: number;
  readonly properties: Readonly<Record<string, SettingSchema>>;
}

/** The groups in their order, each with the beginnings of the keys that belong to it: one has what no other takes. */
const groups: readonly { readonly id: string; readonly title: string; readonly keys: readonly string[] }[] = [
  { id: 'articles', title: 'Articles', keys: ['files.'] },
  { id: 'problems', title: 'Problems', keys: ['rules.', 'problems.'] },
  { id: 'desk', title: 'Desk', keys: ['desk.'] },
  { id: 'reading', title: 'Reading', keys: [] },
  { id: 'advanced', title: 'Advanced', keys: ['trace.'] },
];

/** What the manifest's `contributes.configuration` must be, in English. */
export function manifestConfiguration(): readonly SettingGroup[] {
  const groupOf = (key: string): string =>
    groups.find(({ keys }) => keys.some((start) => key.startsWith(start)))?.id ?? 'reading';
  return groups.map(({ id, title }, order) => ({
    id,
    title,
    order,
    properties: Object.fromEntries(
      allSettings
        .filter(({ key }) => groupOf(key) === id)
        .map(({ key, schema }, place) => [
          `${settingsSection}.${key}`,
          { scope: 'window' as const, ...schema, order: place },
        ]),
    ),
  }));
}

function lookUp(raw: unknown, key: string): unknown {
  if (!isRecord(raw)) return undefined;
  if (key in raw) return raw[key];
  return key.split('.').reduce<unknown>((value, part) => (isRecord(value) ? value[part] : undefined), raw);
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** The settings where nothing is set. */
export const defaultSettings: Settings = readSettings({}).settings;
