/** The problem codes this version can report. */
export const problemCodes = [
  'quote-altered',
  'quote-misattributed',
  'quote-marks',
  'figure-conflict',
  'date-conflict',
  'name-variant',
  'quote-unsourced',
] as const;
export type ProblemCode = (typeof problemCodes)[number];

export const severities = ['error', 'warning', 'information', 'hint'] as const;
export type Severity = (typeof severities)[number];

/** `default`: as the rule itself grades it. */
export const ruleLevels = ['default', ...severities, 'off'] as const;
export type RuleLevel = (typeof ruleLevels)[number];

/** What the analysis asks of its settings. */
export interface Config {
  readonly rules: Readonly<Record<ProblemCode, RuleLevel>>;
}

export const defaultConfig: Config = {
  rules: {
    'quote-altered': 'default',
    'quote-misattributed': 'default',
    'quote-marks': 'default',
    'figure-conflict': 'default',
    'date-conflict': 'default',
    'name-variant': 'default',
    'quote-unsourced': 'default',
  },
};
