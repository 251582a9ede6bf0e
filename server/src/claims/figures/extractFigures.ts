import type { Figure } from './model';
import { scanArticle } from './scanning';
import { understand, type FigureReading } from './understanding';

/** Finds all figures of an article, dates included, in the order of `start`. Never throws; doubtful text gives fewer. */
export function extractFigures(reading: FigureReading): readonly Figure[] {
  return understand(reading, scanArticle(reading.text, reading.paragraphs, reading.dateline));
}
