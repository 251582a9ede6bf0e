/** The part of an LSP cancellation token that the core looks at. */
export interface CancellationToken {
  readonly isCancellationRequested: boolean;
}
