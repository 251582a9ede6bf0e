import type { ProblemCode, RuleLevel } from '../core/config';
import { ruleLevels } from '../core/config';

/** The part of a manifest's JSON schema that our settings use. */
export interface SettingSchema {
  readonly type: 'array' | 'boolean' | 'integer' | 'string';
  readonly items?: { readonly type: 'string' };
  readonly minimum?: number;
  readonly maximum?: number;
  readonly enum?: readonly string[];
  readonly enumDescriptions?: readonly string[];
  readonly default: readonly string[] | boolean | number | string;
  readonly markdownDescription: string;
  readonly scope: 'window' | 'resource' | 'machine-overridable';
  readonly order: number;
}

/** One setting: its key below `secondSource`, what the manifest says of it, and how a value is checked. */
export interface Setting<T> {
  readonly key: string;
  readonly schema: Omit<SettingSchema, 'order' | 'scope'> & Partial<Pick<SettingSchema, 'scope'>>;
  readonly fallback: T;
  /** The value; or where it is none, what is wrong, to go on "secondSource.lens ". */
  readonly check: (value: unknown) => { readonly value: T } | { readonly fault: string };
}

/** A list of glob patterns. */
export function globs(
  key: string,
  fallback: readonly string[],
  markdownDescription: string,
): Setting<readonly string[]> {
  return {
    key,
    fallback,
    schema: { type: 'array', items: { type: 'string' }, default: fallback, markdownDescription },
    check: (value) =>
      Array.isArray(value) && value.every((one): one is string => typeof one === 'string' && one.trim() !== '')
        ? { value }
        : { fault: 'must be a list of glob patterns' },
  };
}

/** A whole number between two others, both of them among what may be set. */
export function wholeNumber(
  key: string,
  fallback: number,
  minimum: number,
  maximum: number,
  markdownDescription: string,
): Setting<number> {
  return {
    key,
    fallback,
    schema: { type: 'integer', minimum, maximum, default: fallback, markdownDescription },
    check: (value) =>
      typeof value === 'number' && Number.isInteger(value) && value >= minimum && value <= maximum
        ? { value }
        : { fault: `must be a whole number from ${minimum} to ${maximum}` },
  };
}

/** A switch. */
export function yesOrNo(key: string, fallback: boolean, markdownDescription: string): Setting<boolean> {
  return {
    key,
    fallback,
    schema: { type: 'boolean', default: fallback, markdownDescription },
    check: (value) => (typeof value === 'boolean' ? { value } : { fault: 'must be true or false' }),
  };
}

/** A line of text that differs from person to person. */
export function words(key: string, markdownDescription: string): Setting<string> {
  return {
    key,
    fallback: '',
    schema: { type: 'string', default: '', markdownDescription, scope: 'machine-overridable' },
    check: (value) => (typeof value === 'string' ? { value } : { fault: 'must be text' }),
  };
}

/** One of some words, each of which the manifest may explain. */
export function choice<T extends string>(
  key: string,
  values: readonly T[],
  enumDescriptions: readonly string[] | undefined,
  fallback: T,
  markdownDescription: string,
): Setting<T> {
  return {
    key,
    fallback,
    schema: {
      type: 'string',
      enum: values,
      ...(enumDescriptions ? { enumDescriptions } : {}),
      default: fallback,
      markdownDescription,
    },
    check: (value) =>
      values.some((one) => one === value) ? { value: value as T } : { fault: `must be one of ${values.join(', ')}` },
  };
}

/** How grave what a rule finds is taken. */
export function ruleLevel(code: ProblemCode, key: string, description: string): Setting<RuleLevel> {
  const descriptions: Record<RuleLevel, string> = {
    default: 'As grave as the rule itself finds the problem.',
    error: 'Always an error.',
    warning: 'Always a warning.',
    information: 'Always information.',
    hint: 'Always a hint.',
    off: 'Not reported.',
  };
  const enumDescriptions = ruleLevels.map((level) => descriptions[level]);
  return choice(key, ruleLevels, enumDescriptions, 'default', `\`${code}\`: ${description}`);
}
