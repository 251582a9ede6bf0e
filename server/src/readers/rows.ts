import { readsAsProse } from '../core/prose';
import { sendText } from '../core/keptText';
import { textHash } from '../core/textHash';
import { leadsOutside, outsideOf } from '../disk/containment';
import { readArticle } from '../disk/readArticle';
import { createTextReader } from '../links/reading';
import type { Answer, AnsweredRow, Row, Task } from './messages';

/** An answered row, and the bytes of it that change hands instead of being copied. */
export interface Sent {
  readonly row: AnsweredRow;
  readonly moved: ArrayBuffer[];
}

/** What a thread does that reads files and finds the claims in texts, row by row. What it returns never throws. */
export function createRowReader(): (row: Row) => Promise<Sent> {
  const readText = createTextReader();
  let lastRoots = '';
  let lastOutside = outsideOf([]);

  /** The same for as long as the folders are. */
  const outside = (roots: readonly string[]): typeof lastOutside => {
    const key = roots.join('\0');
    if (key !== lastRoots) [lastRoots, lastOutside] = [key, outsideOf(roots)];
    return lastOutside;
  };

  /** What goes wrong here is done by whoever asked. */
  const answerTo = async (task: Task): Promise<Answer> => {
    try {
      if (task.kind === 'read') {
        if (task.roots && (await outside(task.roots)(task.path))) return { kind: 'skipped', reason: leadsOutside };
        const result = await readArticle(task.path, task.maxBytes);
        if (result.kind === 'skipped') return result;
        const { text, kind, encoding } = result;
        return { kind, encoding, isCopy: readsAsProse(text, task.name), hash: textHash(text), sent: sendText(text) };
      }
      return readText(task.text);
    } catch {
      return null;
    }
  };

  return async ({ number, tasks }) => {
    const answers = await Promise.all(tasks.map(answerTo));
    const moved = answers.flatMap((answer) => {
      if (answer instanceof Uint8Array) return [answer.buffer];
      return answer?.kind === 'text' ? [answer.sent.bytes.buffer] : [];
    });
    return { row: { number, answers }, moved };
  };
}
