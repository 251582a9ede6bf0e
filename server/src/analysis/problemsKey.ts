import * as l10n from '@vscode/l10n';
import { compareText, type ArticleId } from '../core/article';
import type { Config } from '../core/config';
import { emptyDesk, type Desk } from '../core/desk';
import { displayName, type SharedNames } from '../core/displayNames';
import { textHash } from '../core/textHash';
import type { Story } from '../links/model';
import { isStill } from '../desk/articleProblems';
import type { ArticleState } from './articleState';
import type { DerivedStore } from './derived';
import type { Analysis } from './model';
import type { Moment } from './moment';
import type { KeyedProblems } from './saving';

/** A hash of what keys are made from of each article, in one moment: made once, for many ask about the same. */
export function partsOfKeys(
  { desk, names }: { readonly desk: Desk; readonly names: SharedNames },
  articleOf: (id: ArticleId) => ArticleState | undefined,
): (id: ArticleId) => number {
  const known = new Map<ArticleId, number>();
  const partOf = (id: ArticleId) => {
    const other = articleOf(id);
    if (!other) return [id];
    const isSource = desk.hasSources && desk.isSource(other.article);
    return [id, other.body.textHash, displayName(other.article.name, names), isSource];
  };
  return (id) => {
    let part = known.get(id);
    if (part === undefined) known.set(id, (part = textHash(JSON.stringify(partOf(id)))));
    return part;
  };
}

/**
 * A hash of all that the problems of an article follow from, its own text and links among it: where it is the same in
 * another host, they are the same. Null for a desk that can't be told from others.
 * @param told what `partsOfKeys` gives of the same moment.
 */
export function problemsKey(
  state: ArticleState,
  story: Story | null,
  { config, desk }: { readonly config: Config; readonly desk: Desk },
  told: (id: ArticleId) => number,
): number | null {
  const declared = desk === emptyDesk ? '' : (desk.key ?? null);
  if (declared === null) return null;
  const partners = [...state.partners.keys()].sort(compareText);
  // Messages are in the language that they were found in: any that is translated tells it.
  const language = l10n.t('So do {0} other quotes in this file.', 2);
  const all = [
    language,
    config.rules,
    declared,
    told(state.body.id),
    story?.date ?? null,
    story?.articles.map(told) ?? [],
  ];
  return textHash(JSON.stringify([...all, partners.map(told)]));
}

/**
 * Tells of the articles of a moment which problems they have, with their key: null where that is not known, or there is no
 * key. `analysis` is of the same moment.
 */
export function keyedProblems(
  moment: Moment,
  analysis: Pick<Analysis, 'storyOf'>,
  derived: DerivedStore,
): (state: ArticleState) => KeyedProblems | null {
  const { states: of } = moment;
  const keyPart = partsOfKeys(moment, (one) => of.get(one));
  return (state) => {
    const { id } = state.body;
    const kept = derived.standing(of, id, state)?.problems;
    if (!kept) return null;
    const story = analysis.storyOf(id);
    const told = story?.articles.map((one) => of.get(one)?.version) ?? [];
    if (!isStill(kept, { ...moment, story, told })) return null;
    const key = problemsKey(state, story, moment, keyPart);
    return key === null ? null : { key, found: kept.found };
  };
}
