import { boardActions, type CellName, type FromBoard } from '../../board/messages';

/** Reads what a page has sent; null for what no page of ours sends. Whether there is such a cell is for others to tell. */
export function readMessage(sent: unknown): FromBoard | null {
  if (!isRecord(sent)) return null;
  const { type } = sent;
  const focus = sent.focus === true;
  switch (type) {
    case 'ready':
    case 'showProblems':
      return { type };
    case 'open': {
      const cell = readCell(sent.cell);
      return cell && { type, cell, focus };
    }
    case 'act': {
      const cell = readCell(sent.cell);
      const action = boardActions.find((one) => one === sent.action);
      return cell && action ? { type, cell, action } : null;
    }
    case 'openArticle':
      return isColumn(sent.column) ? { type, column: sent.column, focus } : null;
    default:
      return null;
  }
}

/** The name of a cell; null for what is none. */
export function readCell(given: unknown): CellName | null {
  if (!isRecord(given)) return null;
  const { row, column } = given;
  return typeof row === 'string' && isColumn(column) ? { row, column } : null;
}

const isColumn = (given: unknown): given is number => Number.isInteger(given) && Number(given) >= 0;

const isRecord = (given: unknown): given is Readonly<Record<string, unknown>> =>
  typeof given === 'object' && given !== null;
