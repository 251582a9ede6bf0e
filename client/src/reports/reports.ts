import type { Disposable } from 'vscode';
import type { Parts } from '../parts';

/** The command that saves a report. */
export function registerReports(_parts: Parts): Disposable[] {
  return [];
}
