import { ofAmount } from './amountSubjects';
import { type Counted, ofCount } from './countSubjects';
import { eventOf, votersOf } from './eventSubjects';
import { ofAge, ofDuration } from './personSubjects';
import { type FigureSite } from './sites';

/** Says what the figure counts or measures; a subject of null where the sentence does not say plainly. */
export function countedBy(site: FigureSite): Counted {
  const { figure } = site;
  switch (figure.kind) {
    case 'count':
    case 'ordinal':
    case 'multiple':
      return ofCount(site);
    case 'age':
      return { subject: ofAge(site), end: figure.end };
    case 'score':
      return { subject: votersOf(site), end: figure.end };
    case 'date':
    case 'time':
      return { subject: eventOf(site), end: figure.end };
    case 'duration':
      return { subject: ofDuration(site), end: figure.end };
    default:
      return { subject: ofAmount(site), end: figure.end };
  }
}
