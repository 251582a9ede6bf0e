import type { NameVariant } from '../links/names/model';
import { decisiveNameVariants } from './declaredSources';
import { nameMessage, relatedNameMessage } from './nameWording';
import type { Problem, Rule, RuleContext } from './rule';

/**
 * `name-variant`: a person, place or body spelled in two ways across the articles of a story or within one, a place under
 * two names, or one person in two offices that nobody holds at once. Silent on titles, initials, capitals and full
 * stops; on short forms of a given name; on like names whose bearers one article tells apart; on former and acting
 * offices. Accents alone are no more than a hint where the other article writes none.
 */
export const nameVariant: Rule = {
  code: 'name-variant',
  defaultLevel: 'information',
  check: (context) => decisiveNameVariants(context).map((variant) => problemOf(context, variant)),
};

function problemOf(context: RuleContext, variant: NameVariant): Problem {
  const { start, end } = variant.own;
  return {
    code: 'name-variant',
    severity: variant.kind === 'accents' ? 'hint' : 'information',
    start,
    end,
    message: nameMessage(variant, context),
    related: variant.others.map((other) => ({
      articleId: other.articleId,
      start: other.start,
      end: other.end,
      message: relatedNameMessage(other),
    })),
  };
}
