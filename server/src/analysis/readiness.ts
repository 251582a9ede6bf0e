import type { ArticleId } from '../core/article';
import { extractClaims } from '../claims/extract';
import type { PassageNet } from '../links/netModel';
import type { ArticleState, Body } from './articleState';
import type { Analysis } from './model';
import type { States } from './moment';

/** Makes articles ready for an edit, a part at a time: the first would take several times as long as the next. */
export interface Readiness {
  /** Does the next part of an article. Returns whether it is ready. */
  ready(state: ArticleState): boolean;
  /** The text of an article was edited: it is as ready as it was before. */
  edited(before: Body, now: Body): void;
  /** What made an article ready was let go of. */
  cooled(body: Body): void;
}

/** @param snapshot the analysis as it is now. */
export function createReadiness(
  states: Pick<States, 'get'>,
  net: Pick<PassageNet, 'ready'>,
  snapshot: () => Analysis,
): Readiness {
  /** What was made ready for edits, and how far one of them is. */
  const readied = new WeakSet<Body>();
  let readying: { readonly body: Body; step: number } | null = null;
  const toldOf = (other: ArticleId) => states.get(other)?.body.told;

  return {
    ready({ body, partners }) {
      if (readied.has(body)) return true;
      if (readying?.body !== body) readying = { body, step: 0 };
      switch (readying.step++) {
        case 0:
          // What is found in a paragraph is kept with its words.
          extractClaims(body.text);
          return false;
        case 1:
          net.ready(body.id, { passages: body.passages, names: body.names }, partners, toldOf);
          return false;
        default:
          snapshot().figureLinksFrom(body.id);
          readied.add(body);
          readying = null;
          return true;
      }
    },
    edited(before, now) {
      if (readied.has(before)) readied.add(now);
    },
    cooled(body) {
      readied.delete(body);
    },
  };
}
