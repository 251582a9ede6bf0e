import type { BoardPoint, BoardStrings } from './messages';
import { dayText, fill, timeOf } from './text';

interface TimelineProps {
  /** Unique in the page. */
  readonly id: string;
  readonly heading: string;
  readonly points: readonly BoardPoint[];
  readonly width: number;
  readonly height: number;
  readonly strings: BoardStrings;
  readonly language: string;
}

/** A figure over the days: a line in steps, a point for every value told, a bar where it is a range. */
export function Timeline({ id, heading, points, width, height, strings, language }: TimelineProps) {
  const placed = place(points, width, height);
  const said = points.map((point) => pointText(point, strings, language)).join('; ');
  const steps = placed.map(({ x, y }, index) => (index === 0 ? `M${x} ${y}` : `H${x}V${y}`)).join('');
  return (
    <svg
      class="timeline"
      role="img"
      aria-labelledby={`${id}-title ${id}-desc`}
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
    >
      <title id={`${id}-title`}>{fill(strings.timeline, heading || strings.noSubject)}</title>
      <desc id={`${id}-desc`}>{said}</desc>
      <path class="step" d={steps} />
      {placed.map(({ x, y, top }, index) => (
        <g key={index}>
          {top !== y && <path class="range" d={`M${x} ${y}V${top}`} />}
          <circle cx={x} cy={y} r="2.5" />
        </g>
      ))}
    </svg>
  );
}

/** The same in words, a line a value. */
export function TimelineList({ points, strings, language }: Pick<TimelineProps, 'points' | 'strings' | 'language'>) {
  return (
    <ol class="points">
      {points.map((point, index) => (
        <li key={index}>{pointText(point, strings, language)}</li>
      ))}
    </ol>
  );
}

const pointText = (point: BoardPoint, strings: BoardStrings, language: string): string =>
  fill(strings.point, dayText(point.at, language), point.text, point.articles.join(', '));

/** Where the points stand. Values run from the least to the greatest; what has no date stands at equal distances. */
function place(points: readonly BoardPoint[], width: number, height: number) {
  const edge = 4;
  const times = points.map(({ at }) => timeOf(at));
  const dated = times.every((time) => !Number.isNaN(time)) && new Set(times).size > 1;
  const xs = dated ? times : points.map((_, index) => index);
  const across = scale(xs, edge, width - edge);
  const up = scale(
    points.flatMap(({ value, max }) => [value, max ?? value]),
    height - edge,
    edge,
  );
  return points.map(({ value, max }, index) => ({
    x: across(xs[index] ?? 0),
    y: up(value),
    top: up(max ?? value),
  }));
}

function scale(values: readonly number[], from: number, to: number): (value: number) => number {
  const [least, greatest] = [Math.min(...values), Math.max(...values)];
  const middle = (from + to) / 2;
  return (value) =>
    greatest === least ? middle : Math.round((from + ((value - least) / (greatest - least)) * (to - from)) * 10) / 10;
}
