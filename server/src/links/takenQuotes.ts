import type { PassageRecord } from './passages';
import type { RawLink } from './quoteLinker';

/** Which quotes of two articles are linked to one another already. */
export interface Taken {
  has(quote: PassageRecord): boolean;
  isLinked(x: PassageRecord, y: PassageRecord): boolean;
  /**
   * Whether two quotes may be linked beside the links that they have: each mate of either stands inside the other quote
   * or around it, or has none of the stems that the two share.
   */
  isFree(x: PassageRecord, y: PassageRecord, shared: readonly number[]): boolean;
}

/** Notes the links between the quotes of two articles that `quoteOf` knows; `reported` ones take nothing. */
export function createTaken(quoteOf: (pid: number) => PassageRecord | undefined, links: readonly RawLink[]): Taken {
  const mates = new Map<number, PassageRecord[]>();
  const add = (pid: number, mate: number) => {
    const record = quoteOf(mate);
    const list = mates.get(pid);
    if (!record) return;
    if (list) list.push(record);
    else mates.set(pid, [record]);
  };
  for (const link of links) {
    if (link.relation === 'reported') continue;
    add(link.a, link.b);
    add(link.b, link.a);
  }
  const leaves = (taken: PassageRecord, instead: PassageRecord, shared: readonly number[]) =>
    (mates.get(taken.pid) ?? []).every(({ content }) => {
      const other = instead.content.matter;
      const inside = content.matter.every((stem) => other.includes(stem));
      const around = other.every((stem) => content.matter.includes(stem));
      return inside || around || !shared.some((stem) => content.matter.includes(stem));
    });
  return {
    has: ({ pid }) => mates.has(pid),
    isLinked: (x, y) => mates.get(x.pid)?.includes(y) ?? false,
    isFree: (x, y, shared) => leaves(x, y, shared) && leaves(y, x, shared),
  };
}
