import type { ArticleId } from '../core/article';
import { createArticleOrder } from '../core/articleOrder';
import type { Config } from '../core/config';
import type { Desk } from '../core/desk';
import { createVocabulary, type Vocabulary } from '../claims/normalize';
import { makeArticleFigures } from '../links/articleFigures';
import { makeProse } from '../links/copies/prose';
import type { FoldedLinks } from '../links/foldedLinks';
import type { Cluster } from '../links/storyIndex';
import { compared } from '../links/storyFigures';
import { ArticleState, Body, NamedArticle, type Surroundings } from './articleState';
import type { AnalysisCopy } from './model';
import type { Moment } from './moment';
import { createResidency } from './residency';
import { createAnswers, snapshotOf } from './snapshot';
import { createStateMap } from './stateMap';

/**
 * What is known at one moment, as data that another thread can be sent: nothing is compared anew there, and nothing is
 * unfolded before it is asked for. For threads of one process only; what outlives it is saved instead.
 */
export interface Handover {
  /** The vocabulary. */
  readonly forms: readonly string[];
  readonly stems: Int32Array;
  readonly articles: readonly HandedArticle[];
  /** The stories as places in `articles`. */
  readonly clusters: readonly (readonly number[])[];
  readonly sharedNames: readonly string[];
  /** The bytes of all articles, one after the other. */
  readonly bytes: Uint8Array;
  /** The numbers of all passages, then those of the stems of all names: article by article. */
  readonly numbers: Int32Array;
}

/** An article, with how much of `bytes` and `numbers` is its own. */
interface HandedArticle {
  readonly id: ArticleId;
  readonly name: string;
  readonly text: string;
  readonly textHash: number;
  readonly day: string | null;
  /** How many bytes its claims take, then its passages. */
  readonly claims: number;
  readonly passages: number;
  readonly pids: number;
  readonly names: number;
  /** For each article that it is linked to, its place in `articles`, and how many bytes the links take. */
  readonly partners: Int32Array;
}

/** Makes the data of a moment. `ids` are all articles, in any order. */
export function handedOver(
  { states, clusters, names }: Moment,
  ids: readonly ArticleId[],
  vocabulary: Vocabulary,
): Handover {
  const places = new Map(ids.map((id, place) => [id, place]));
  const pieces: Uint8Array[] = [];
  const numbers: Int32Array[] = [];
  const articles = ids.flatMap((id): HandedArticle[] => {
    const state = states.get(id);
    if (!state) return [];
    const { article, body } = state;
    const known = [...state.partners].filter(([partner]) => places.has(partner));
    const [claims, passages] = [body.pack(), body.folded.bytes];
    pieces.push(claims, passages, ...known.map(([, links]) => links));
    numbers.push(body.folded.pids, body.names);
    return [
      {
        id,
        name: article.name,
        text: article.text,
        textHash: body.textHash,
        day: body.day,
        claims: claims.length,
        passages: passages.length,
        pids: body.folded.pids.length,
        names: body.names.length,
        partners: Int32Array.from(known.flatMap(([partner, links]) => [places.get(partner) ?? 0, links.length])),
      },
    ];
  });
  const groups = new Set(clusters.all().values());
  return {
    forms: vocabulary.forms,
    stems: Int32Array.from(vocabulary.stems),
    articles,
    clusters: Array.from(groups, (group) => group.map((id) => places.get(id) ?? 0)),
    sharedNames: [...names],
    bytes: joined(Uint8Array, pieces),
    numbers: joined(Int32Array, numbers),
  };
}

/**
 * Answers as the host would that has handed this over. What it is asked for is worked out here.
 * @param desk the same that the host had.
 * @param mostHot how many articles are kept unfolded.
 */
export function takenOver(
  handover: Handover,
  { config, desk, mostHot }: { readonly config: Config; readonly desk: Desk; readonly mostHot: number },
): AnalysisCopy {
  const vocabulary = vocabularyOf(handover);
  const residency = createResidency(mostHot);
  const answers = createAnswers(vocabulary, residency, () => true);
  const order = createArticleOrder();
  const around: Surroundings = {
    vocabulary,
    residency,
    makeFigures: ({ id, text, claims, names, passages }) =>
      makeArticleFigures(id, text, compared(claims), vocabulary, new Set(names), null, passages),
    makeProse: ({ id, passages }) => makeProse(id, passages, vocabulary),
    cooled({ id }) {
      answers.storyFigures.forget(id);
      answers.derived.forgetLinks(id);
    },
  };
  const states = createStateMap<ArticleId, ArticleState>();
  eachState(handover, around, (state) => {
    states.set(state.article.id, state);
    order.add(state.article);
  });
  const groups = new Map<ArticleId, Cluster>();
  for (const places of handover.clusters) {
    const group = places.flatMap((place) => handover.articles[place]?.id ?? []);
    for (const id of group) groups.set(id, group);
  }
  const moment: Moment = {
    revision: 0,
    states: states.view(),
    names: new Set(handover.sharedNames),
    config,
    desk,
    clusters: { get: (id) => groups.get(id), all: () => groups, areKnown: true },
    heads: 0,
  };
  return snapshotOf(moment, {
    ...answers,
    vocabulary,
    residency,
    net: { likenesses: () => [], kindred: () => [], articleOf: () => undefined },
    order,
    revision: () => 0,
  });
}

function eachState(
  { articles, bytes, numbers }: Handover,
  around: Surroundings,
  take: (state: ArticleState) => void,
): void {
  let at = 0;
  let atNumber = 0;
  const next = (length: number) => bytes.subarray(at, (at += length));
  const nextNumbers = (length: number) => numbers.subarray(atNumber, (atNumber += length));
  articles.forEach(({ id, name, text, textHash, day, claims, passages, pids, names, partners }, number) => {
    const packed = next(claims);
    // Passages are looked up by their number in all of them: where each of them begins is of no use here.
    const folded = { articleId: id, bytes: next(passages), pids: nextNumbers(pids), places: nowhere };
    const links = new Map<ArticleId, FoldedLinks>();
    for (let i = 0; i < partners.length; i += 2)
      links.set(articles[partners[i] ?? 0]?.id ?? '', next(partners[i + 1] ?? 0));
    const body = new Body(
      { id, text },
      textHash,
      folded,
      { names: nextNumbers(names), signature: none },
      day,
      { packed },
      around,
    );
    take(new ArticleState(new NamedArticle(name, body), body, links, number));
  });
}

const nowhere = new Uint32Array(0);
/** Of whoever forms no stories. */
const none = new Uint32Array(0);

function vocabularyOf({ forms, stems }: Handover): Vocabulary {
  const vocabulary = createVocabulary();
  forms.forEach((form, id) => {
    vocabulary.ids.set(form, id);
    vocabulary.forms.push(form);
    vocabulary.stems.push(stems[id] ?? id);
  });
  return vocabulary;
}

/** The pieces one after the other, in a buffer of their own: to another thread it goes without being copied. */
function joined<Bytes extends Uint8Array | Int32Array>(
  make: new (length: number) => Bytes,
  pieces: readonly Bytes[],
): Bytes {
  const whole = new make(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
