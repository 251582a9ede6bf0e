import type { Disposable } from 'vscode';
import type { Parts } from '../parts';
import { registerLensChoice } from './lenses';
import { registerMarks } from './marks';

/** Marks in the overview ruler, and the choice of lenses. */
export function registerReading({ client, feed }: Parts): Disposable[] {
  return [registerLensChoice(), registerMarks(client, feed)];
}
