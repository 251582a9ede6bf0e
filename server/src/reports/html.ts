import * as l10n from '@vscode/l10n';
import { h, type ComponentChild } from 'preact';
import { renderToStaticMarkup } from 'preact-render-to-string';
import type { Analysis } from '../analysis';
import { countConflicts } from '../features/storySheet';
import { acceptances, coverageOf, disagreements, totalOf } from './facts';
import { boardSections } from './htmlBoard';
import { acceptedSection, checkedSection, conflictSection, coverageSection, signatureSection } from './htmlSections';
import { htmlStyle } from './htmlStyle';
import { shownDate, type ReportOptions } from './options';
import { createPlaces } from './places';
import { visible } from './visible';

/** What the page may load and run: nothing. Its own look is all that it has. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/**
 * One page to sign: what was checked, the conflicts with both passages, the board of each story, what was accepted, coverage.
 * It stands alone: no script, no picture, no address. Everything that comes from articles goes through the renderer, which
 * escapes it.
 */
export function htmlReport(analysis: Analysis, options: ReportOptions): string {
  const view = { analysis, pathOf: options.pathOf, placeOf: createPlaces(analysis, options.pathOf) };
  const conflicts = disagreements(analysis);
  const accepted = acceptances(analysis);
  const coverage = coverageOf(analysis);
  const total = totalOf(coverage);
  const title = l10n.t('Sign-off report');
  const boards = boardSections(view);
  const sections = [
    { id: 'conflicts', title: l10n.t('Conflicts'), content: conflictSection(view, conflicts) },
    ...(boards.length > 0 ? [{ id: 'boards', title: l10n.t('Boards'), content: boards }] : []),
    { id: 'accepted', title: l10n.t('Accepted differences'), content: acceptedSection(view, accepted) },
    { id: 'coverage', title: l10n.t('Coverage'), content: coverageSection(view, coverage, total) },
    { id: 'checked', title: l10n.t('What was checked'), content: checkedSection(view) },
    { id: 'signed', title: l10n.t('Signed off'), content: signatureSection() },
  ];

  const made = [
    options.date === '' ? '' : l10n.t('Made on {0}.', shownDate(options.date)),
    l10n.t('Second Source {0}.', visible(options.version)),
  ];
  const page = h('html', { lang: l10n.t({ message: 'en', comment: ['The language tag of this translation'] }) }, [
    h('head', null, [
      h('meta', { charset: 'utf-8' }),
      h('meta', { 'http-equiv': 'Content-Security-Policy', content: policy }),
      h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      h('meta', { name: 'referrer', content: 'no-referrer' }),
      h('title', null, `${title} · Second Source`),
      h('style', { dangerouslySetInnerHTML: { __html: htmlStyle } }),
    ]),
    h('body', { style: `--differs: ${JSON.stringify(` ${l10n.t('differs:')} `)}` }, [
      h('a', { class: 'skip', href: '#conflicts' }, l10n.t('Skip to the conflicts')),
      h('header', null, [
        h('h1', null, title),
        h('p', null, made.filter(Boolean).join(' ')),
        h('dl', { class: 'counts' }, [
          tally(l10n.t('Conflicts'), countConflicts(analysis)),
          tally(l10n.t('Accepted'), accepted.length),
          tally(l10n.t('Articles'), coverage.length),
          tally(l10n.t('Quotes with a second source'), total.quotesConfirmed, total.quotes),
          ...(analysis.desk.hasSources
            ? [tally(l10n.t('Quotes that stand in a source'), total.quotesInSource, total.quotes)]
            : []),
          tally(l10n.t('Figures in another file'), total.figuresElsewhere, total.figures),
        ]),
        h(
          'nav',
          { 'aria-label': l10n.t('Contents') },
          h(
            'ul',
            null,
            sections.map(({ id, title: name }) => h('li', null, h('a', { href: `#${id}` }, name))),
          ),
        ),
      ]),
      h(
        'main',
        null,
        sections.map(({ id, title: name, content }) =>
          h('section', { id, 'aria-labelledby': `${id}-title` }, [h('h2', { id: `${id}-title` }, name), content]),
        ),
      ),
    ]),
  ]);
  return `<!doctype html>\n${renderToStaticMarkup(page)}\n`;
}

const tally = (name: string, count: number, of?: number): ComponentChild =>
  h('div', null, [
    h('dt', null, name),
    h('dd', null, [String(count), of === undefined ? null : h('small', null, ` / ${of}`)]),
  ]);
