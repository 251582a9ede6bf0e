import type {
  Artifact,
  Location,
  Log,
  PhysicalLocation,
  Region,
  ReportingDescriptor,
  Result,
  Suppression,
} from 'sarif';
import type { Analysis } from '../analysis';
import type { ArticleId } from '../core/article';
import type { ProblemCode, Severity } from '../core/config';
import type { Acceptance } from '../core/desk';
import type { Span } from '../core/span';
import { passageText } from '../desk/passageText';
import { createNames, hashOf } from '../features/sheet/hash';
import type { Problem } from '../rules/rule';
import { rules } from '../rules/all';
import type { ReportOptions } from './options';
import { createPlaces } from './places';
import { ruleTexts } from './ruleTexts';
import { onOneLine, safeJson } from './visible';

/** What relative addresses are relative to: the folder that was checked. */
const uriBaseId = '%SRCROOT%';

/**
 * All problems in SARIF 2.1.0, as code scanning reads it. What was accepted stands among them as suppressed. Addresses are
 * the articles' paths, relative; lines and columns count from 1, columns in UTF-16 units.
 */
export function sarifReport(analysis: Analysis, { pathOf, version }: ReportOptions): string {
  const placeOf = createPlaces(analysis, pathOf);
  // A second finding of the same content gets a number, in the order of the text.
  const unique = createNames();
  const fingerprint = (content: readonly string[]): string => unique(hashOf(content.map(onOneLine).join('\n')));
  const codes = rules.map(({ code }) => code);
  const indexes = new Map(analysis.ids.map((id, index) => [id, index]));

  const regionOf = (id: ArticleId, span: Span): Region => {
    const start = placeOf(id, span.start);
    const end = placeOf(id, span.end);
    const text = textOf(analysis, id, span);
    return {
      startLine: start.line,
      startColumn: start.column,
      endLine: end.line,
      endColumn: end.column,
      ...(text === '' ? {} : { snippet: { text } }),
    };
  };
  const locationOf = (id: ArticleId, span: Span): PhysicalLocation => {
    const index = indexes.get(id);
    return {
      artifactLocation: { uri: uriOf(pathOf(id)), uriBaseId, ...(index === undefined ? {} : { index }) },
      region: regionOf(id, span),
    };
  };
  const resultOf = (id: ArticleId, problem: Problem, acceptance: Acceptance | null): Result => {
    const words = [{ articleId: id, start: problem.start, end: problem.end }, ...problem.related].map((passage) => {
      const article = analysis.get(passage.articleId);
      return article ? passageText(problem.code, article, passage) : '';
    });
    const [here = '', ...there] = words;
    return {
      ruleId: problem.code,
      ruleIndex: codes.indexOf(problem.code),
      level: levels[problem.severity],
      message: { text: messageText(problem.message) },
      locations: [{ physicalLocation: locationOf(id, problem) }],
      ...(problem.related.length === 0
        ? {}
        : {
            relatedLocations: problem.related.map((side, i): Location => ({
              id: i + 1,
              physicalLocation: locationOf(side.articleId, side),
              message: { text: messageText(side.message) },
            })),
          }),
      partialFingerprints: {
        'passages/v1': fingerprint([problem.code, pathOf(id), here, ...there.sort()]),
      },
      ...(acceptance ? { suppressions: [suppressionOf(acceptance)] } : {}),
    };
  };

  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Second Source', version, rules: codes.map(descriptorOf) } },
        invocations: [{ executionSuccessful: true }],
        columnKind: 'utf16CodeUnits',
        newlineSequences: ['\r\n', '\n', '\r'],
        originalUriBaseIds: { [uriBaseId]: { description: { text: 'The folder that was checked.' } } },
        artifacts: analysis.ids.map((id): Artifact => ({
          location: { uri: uriOf(pathOf(id)), uriBaseId },
          roles: ['analysisTarget'],
        })),
        results: analysis.ids.flatMap((id) => [
          ...analysis.problems(id).map((problem) => resultOf(id, problem, null)),
          ...analysis.accepted(id).map(({ problem, acceptance }) => resultOf(id, problem, acceptance)),
        ]),
      },
    ],
  };
  return safeJson(log, 2) + '\n';
}

const levels: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

function descriptorOf(code: ProblemCode): ReportingDescriptor {
  const { name, short, full } = ruleTexts[code];
  const level = rules.find((rule) => rule.code === code)?.defaultLevel;
  return {
    id: code,
    name,
    shortDescription: { text: short },
    fullDescription: { text: full },
    defaultConfiguration: {
      // A rule that grades each case itself has no level of its own: that of most of its cases stands here.
      level: level === undefined || level === 'graded' || level === 'off' ? 'warning' : levels[level],
      ...(level === 'off' ? { enabled: false } : {}),
    },
  };
}

function suppressionOf({ reason, by, at }: Acceptance): Suppression {
  const signed = [by, at].map(onOneLine).filter((part) => part !== '');
  const justification = [onOneLine(reason), signed.length === 0 ? '' : `(${signed.join(', ')})`]
    .filter(Boolean)
    .join(' ');
  return { kind: 'external', status: 'accepted', ...(justification === '' ? {} : { justification }) };
}

const textOf = (analysis: Analysis, id: ArticleId, { start, end }: Span): string =>
  analysis.get(id)?.article.text.slice(start, end) ?? '';

/** A path as a relative address. Half a character, which has no address, counts as one that can't be shown. */
const uriOf = (path: string): string =>
  path
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .split('/')
    .map((part) => encodeURIComponent(part))
    .join('/');

/** Plain text in which SARIF finds neither a placeholder nor a link: braces are doubled, what looks like a link is none. */
const messageText = (text: string): string =>
  onOneLine(text)
    .replace(/[{}]/g, '$&$&')
    .replace(/\\|\[(?=[^[\]]*\]\()/g, '\\$&');
