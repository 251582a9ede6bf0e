import type { CancellationToken } from 'vscode-languageserver';
import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { Logger } from '../core/logger';

/** A handler's way to say that the document has moved on since the client asked. */
export const contentModified = Symbol('content modified');

/** A handler's way to say that it stopped because nobody waits any more. */
export const cancelled = Symbol('cancelled');

export type Answer<R> = R | typeof contentModified | typeof cancelled;

/**
 * The one door for requests. A request that nobody waits for any more is not begun; a fault in a handler is logged with
 * the request's name and answered with `empty`, so that one bad article never takes the editor's features down.
 */
export function guarded<P, R>(
  logger: Logger,
  method: string,
  empty: R,
  handle: (params: P, token: CancellationToken) => Answer<R> | Promise<Answer<R>>,
): (params: P, token?: CancellationToken) => Promise<R | ResponseError<never>> {
  return async (first, second) => {
    // The library hands over the token alone where a request came without parameters.
    const [params, token] = second ? [first, second] : [undefined as P, first as CancellationToken];
    if (isCancelled(token)) return wasCancelled();
    try {
      const answer = await handle(params, token);
      if (isCancelled(token) || answer === cancelled) return wasCancelled();
      if (answer === contentModified)
        return new ResponseError<never>(LSPErrorCodes.ContentModified, 'The document has changed.');
      return answer;
    } catch (fault) {
      logger.error(`${method} gave no answer: ${describeFault(fault)}`);
      return empty;
    }
  };
}

/** The one door for notifications: a fault is logged with the notification's name and goes no further. */
export function guardedNotification<P>(
  logger: Logger,
  method: string,
  handle: (params: P) => void | Promise<void>,
): (params: P) => Promise<void> {
  return async (params) => {
    try {
      await handle(params);
    } catch (fault) {
      logger.error(`${method} was not taken in: ${describeFault(fault)}`);
    }
  };
}

/** A fault for the output channel: with its stack, where it has one. */
export const describeFault = (fault: unknown): string =>
  fault instanceof Error ? (fault.stack ?? fault.message) : String(fault);

/** Asked through a call, for it may change while a handler waits. */
const isCancelled = (token: CancellationToken): boolean => token.isCancellationRequested;

const wasCancelled = (): ResponseError<never> => new ResponseError<never>(LSPErrorCodes.RequestCancelled, 'Cancelled.');
