import type { Metrics } from './layout';

/** Widths in CSS pixels. Beside an article there is little room: two articles should still fit next to the heads. */
const leastHead = 120;
const mostHead = 210;
const leastColumn = 180;
const mostColumn = 460;

/** What a cell's padding and border take of its width. */
const cellPadding = 25;

export interface Measured extends Metrics {
  readonly columnWidth: number;
  readonly headWidth: number;
  readonly headHeight: number;
}

/** Measures the font, and shares the width out among the columns as far as they can do with it. */
export function measure(scroller: HTMLElement, columns: number): Measured {
  const style = getComputedStyle(scroller);
  const fontSize = Number.parseFloat(style.fontSize) || 13;
  const line = Math.round(fontSize * 1.4);
  scroller.style.setProperty('--line', `${line}px`);
  const headWidth = Math.round(Math.min(mostHead, Math.max(leastHead, scroller.clientWidth * 0.24)));
  scroller.style.setProperty('--head-width', `${headWidth}px`);
  const free = Math.floor((scroller.clientWidth - headWidth) / Math.max(1, columns));
  const columnWidth = Math.min(mostColumn, Math.max(leastColumn, free));
  return {
    line,
    charsPerLine: Math.floor((columnWidth - cellPadding) / characterWidth(style)),
    columnWidth,
    headWidth,
    headHeight: line * 2 + 13,
  };
}

const sample = 'The strike has kept 1,900 passengers on the outer islands since Monday, the port authority said.';

function characterWidth(style: CSSStyleDeclaration): number {
  const canvas = document.createElement('canvas').getContext('2d');
  if (!canvas) return 7;
  canvas.font = `${style.fontSize} ${style.fontFamily}`;
  return canvas.measureText(sample).width / sample.length || 7;
}

/** The columns from the first to before the last that are in view, with one more on either side. */
export function columnsWithin(
  { columnWidth, headWidth }: Measured,
  left: number,
  width: number,
  count: number,
): readonly [from: number, to: number] {
  const from = Math.max(0, Math.floor(left / columnWidth) - 1);
  return [from, Math.min(count, Math.ceil((left + width - headWidth) / columnWidth) + 1)];
}
