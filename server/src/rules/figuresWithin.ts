import * as l10n from '@vscode/l10n';
import type { Figure } from '../claims/figures/model';
import {
  findWithin,
  type ChangeFinding,
  type ConversionFinding,
  type Finding,
  type SumFinding,
} from '../links/withinArticle';
import type { Problem, RelatedPassage, RuleContext } from './rule';

/**
 * The part of `figure-conflict` within one article: a headline that isn't borne out by the text, a list of another length
 * than announced and a conversion that doesn't come out are warnings; a total that its parts don't make and a change that its ends don't make are for
 * information. At most one problem a figure, in the order of `start`.
 */
export function figuresWithin(context: RuleContext): readonly Problem[] {
  const { article, claims } = context;
  return findWithin(article.id, article.text, claims).map((finding): Problem => {
    const { figure } = finding;
    return {
      code: 'figure-conflict',
      severity: finding.kind === 'sum' || finding.kind === 'change' ? 'information' : 'warning',
      start: figure.start,
      end: figure.end,
      message: messageOf(finding),
      related: passagesOf(finding).map((passage): RelatedPassage => ({
        articleId: article.id,
        start: passage.start,
        end: passage.end,
        message: oneLine(article.text.slice(passage.start, passage.end)),
      })),
    };
  });
}

function passagesOf(finding: Finding): readonly { readonly start: number; readonly end: number }[] {
  switch (finding.kind) {
    case 'headline':
      return [finding.body];
    case 'list':
      return finding.items.slice(-1);
    case 'sum':
      return finding.parts;
    case 'change':
      return finding.between;
    case 'conversion':
      return [finding.original];
  }
}

// ---- the words the editor reads -----------------------------------------------------------------------

function messageOf(finding: Finding): string {
  switch (finding.kind) {
    case 'headline':
      return l10n.t(
        'The headline has {0}; the text has {1}.',
        oneLine(finding.figure.text),
        oneLine(finding.body.text),
      );
    case 'list':
      return l10n.t('{0} announced, {1} listed.', capitalised(oneLine(finding.figure.text)), finding.items.length);
    case 'sum':
      return sumMessage(finding);
    case 'change':
      return changeMessage(finding);
    case 'conversion':
      return conversionMessage(finding);
  }
}

function sumMessage({ figure, parts, sum }: SumFinding): string {
  const terms = parts.map((part) => shownValue(part.value ?? 0, part));
  const all = l10n.t('{0} and {1}', terms.slice(0, -1).join(', '), terms.at(-1) ?? '');
  return l10n.t('{0} make {1}, not {2}.', all, shownValue(sum, figure), shownValue(figure.value ?? 0, figure));
}

function changeMessage({ figure, between, from, to, change }: ChangeFinding): string {
  const unit = between[0] ?? figure;
  const stated = shownValue(Math.abs(figure.value ?? 0), figure);
  const actual = shownValue(roundedLike(change, figure), figure);
  return l10n.t('From {0} to {1} is {2}, not {3}.', shownValue(from, unit), shownValue(to, unit), actual, stated);
}

function conversionMessage({ figure, original, converted }: ConversionFinding): string {
  const there = shownValue(original.value ?? 0, original);
  const right = shownValue(roundedLike(converted, figure), figure);
  const stated = shownValue(figure.value ?? 0, figure);
  return original.value === 1
    ? l10n.t('{0} is {1}, not {2}.', there, right, stated)
    : l10n.t('{0} are {1}, not {2}.', there, right, stated);
}

/** A computed number with as many digits as the stated one has, or one more where that would hide the difference. */
function roundedLike(value: number, { step, value: stated }: Figure): number {
  const size = step > 0 ? step : 1;
  const rounded = Math.round(value / size) * size;
  return rounded === Math.abs(stated ?? NaN) ? Math.round(value / (size / 10)) * (size / 10) : rounded;
}

const magnitudes: readonly (readonly [number, string])[] = [
  [1e12, 'trillion'],
  [1e9, 'billion'],
  [1e6, 'million'],
];

const signs: ReadonlyMap<string, string> = new Map([
  ['USD', '$'],
  ['GBP', '£'],
  ['EUR', '€'],
  ['JPY', '¥'],
]);

/** A number in the unit of a figure: "48", "1,200", "£1.4 million", "5%", "22 hours". */
function shownValue(value: number, { kind, unit }: Figure): string {
  const [size, name] = magnitudes.find(([least]) => Math.abs(value) >= least) ?? [1, ''];
  const number = `${grouped(value / size)}${name && ` ${name}`}`;
  if (kind === 'percent') return unit === '%' || unit === null ? `${number}%` : `${number} ${plural(unit, value)}`;
  if (kind === 'money' && unit !== null) return signs.has(unit) ? `${signs.get(unit)}${number}` : `${unit} ${number}`;
  return (kind === 'duration' || kind === 'measure') && unit !== null ? `${number} ${plural(unit, value)}` : number;
}

/** Digits in threes, and no more of them behind the point than tell something. */
function grouped(value: number): string {
  const [whole = '', rest] = String(Number(value.toPrecision(8))).split('.');
  const threes = whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
  return rest === undefined ? threes : `${threes}.${rest}`;
}

const plural = (unit: string, value: number): string =>
  value === 1 || /foot|degree|hertz| per /.test(unit) ? unit : `${unit}s`;

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
