import type { Quote } from '../claims/model';
import type { PassageRecord } from './passages';

/** What an edit does to the passages of an article, as far as they are compared. One that changes is in both lists. */
export interface OwnChange {
  /** As they were. */
  readonly gone: readonly PassageRecord[];
  /** As they are. */
  readonly come: readonly PassageRecord[];
}

/**
 * How the passages of an article differ from those that it had before: in their words, or in what two quotes are compared
 * by beside them. Where they stand is no difference; null where some have changed places.
 */
export function changeOf(before: readonly PassageRecord[], now: readonly PassageRecord[]): OwnChange | null {
  const places = new Map<number, number>();
  before.forEach(({ pid }, place) => places.set(pid, place));
  const gone: PassageRecord[] = [];
  const come: PassageRecord[] = [];
  let next = 0;
  for (const record of now) {
    const place = places.get(record.pid);
    const old = place === undefined ? undefined : before[place];
    if (place === undefined || !old) {
      come.push(record);
      continue;
    }
    if (place < next) return null;
    for (; next < place; next++) gone.push(before[next] ?? old);
    next = place + 1;
    if (isSame(old.quote, record.quote)) continue;
    gone.push(old);
    come.push(record);
  }
  // One by one: a call takes fewer arguments than a long text has sentences.
  for (const record of before.slice(next)) gone.push(record);
  return { gone, come };
}

/** Whether two quotes with the same words are the same in all that quotes are compared by. */
function isSame(a: Quote | null, b: Quote | null): boolean {
  if (!a || !b) return a === b;
  const [x, y] = [a.speaker, b.speaker];
  return (
    a.index === b.index &&
    a.kind === b.kind &&
    a.display === b.display &&
    a.nestedIn === b.nestedIn &&
    a.continues === b.continues &&
    x?.name === y?.name &&
    x?.mention === y?.mention &&
    x?.confidence === y?.confidence
  );
}
