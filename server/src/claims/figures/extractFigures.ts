import { scanDates } from '../dates/dateScanner';
import { scanFigures } from './figureScanner';
import type { Figure, ScannedFigure } from './model';
import { understand, type FigureReading } from './understanding';

/** Finds all figures of an article, dates included, in the order of `start`. Never throws; doubtful text gives fewer. */
export function extractFigures(reading: FigureReading): readonly Figure[] {
  const { text, paragraphs, dateline } = reading;
  const dates = scanDates(text, paragraphs, dateline);
  const others = scanFigures(text, paragraphs, dates);
  return understand(reading, inOrder(dates, others));
}

function inOrder(dates: readonly ScannedFigure[], others: readonly ScannedFigure[]): readonly ScannedFigure[] {
  return [...dates, ...others].sort((a, b) => a.start - b.start);
}
