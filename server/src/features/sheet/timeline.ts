import { compareText } from '../../core/article';
import type { Figure } from '../../claims/figures/model';
import { framesOf, type Frame } from '../../links/frames';
import type { TimelinePoint } from '../../protocol/stories';
import { shownFigure } from '../figureWording';
import type { Stated } from './figureRows';

/** Figures in these frames are no value of the thing at a time: they are a part of it, a change, a forecast. */
const noValue: readonly Frame[] = [
  'forecast',
  'wanted',
  'part',
  'further',
  'change',
  'limit',
  'each',
  'record',
  'overall',
  'standing',
];

/**
 * Tells how a figure changed between dated articles: its values, and those that the story's other figures of the same
 * subject have, in the order of their days. Null where there are fewer than two days, or one value throughout.
 */
export function timelineOf(all: readonly Stated[]): (sides: readonly Stated[]) => readonly TimelinePoint[] | null {
  const bySubject = new Map<string, Stated[]>();
  for (const stated of all) {
    const key = subjectKey(stated.figure);
    if (key === null) continue;
    const known = bySubject.get(key);
    if (known) known.push(stated);
    else bySubject.set(key, [stated]);
  }
  return (sides) => {
    const keys = new Set(sides.flatMap(({ figure }) => subjectKey(figure) ?? []));
    if (keys.size === 0) return null;
    const stated = new Set([...sides, ...[...keys].flatMap((key) => bySubject.get(key) ?? [])]);
    const points = new Map<string, { point: TimelinePoint; columns: Set<number> }>();
    for (const one of stated) {
      const point = pointOf(one);
      if (!point) continue;
      const key = `${point.at} ${point.value} ${point.max ?? ''}`;
      const known = points.get(key);
      if (known) known.columns.add(one.column);
      else points.set(key, { point, columns: new Set([one.column]) });
    }
    const found = [...points.values()].map(({ point, columns }) => ({
      ...point,
      columns: [...columns].sort((a, b) => a - b),
    }));
    const days = new Set(found.map(({ at }) => at));
    const values = new Set(found.map(({ value, max }) => `${value} ${max ?? ''}`));
    if (days.size < 2 || values.size < 2) return null;
    return found.sort((a, b) => compareText(a.at, b.at) || a.value - b.value);
  };
}

/** What is the same for figures of one subject; null for a figure that counts nothing, or has no single value. */
function subjectKey({ kind, unit, per, subject, value, vague }: Figure): string | null {
  if (subject === null || value === null || vague) return null;
  if (kind !== 'count' && kind !== 'money' && kind !== 'percent' && kind !== 'measure') return null;
  return `${kind} ${unit ?? ''} ${per ?? ''} ${[...subject.words].sort().join(' ')}`;
}

function pointOf({ member, figure }: Stated): TimelinePoint | null {
  const { value, max, time } = figure;
  if (value === null) return null;
  const own = time?.relation === 'at' || time?.relation === 'by' ? time.iso : null;
  const frames = framesIn(member.text, figure);
  if (noValue.some((frame) => frames.has(frame)) || (frames.has('before') && own === null)) return null;
  const at = own ?? member.column.day;
  if (at === null) return null;
  const { start, end } = shownFigure(member.text, figure);
  const text = member.text.slice(start, end).replace(/\s+/g, ' ');
  return { at, value, max, text, columns: [] };
}

/** The words around a figure are read once: it is another one when its article changes. */
const known = new WeakMap<Figure, ReadonlySet<Frame>>();

function framesIn(text: string, figure: Figure): ReadonlySet<Frame> {
  let frames = known.get(figure);
  if (!frames) known.set(figure, (frames = framesOf(text, figure)));
  return frames;
}
