/** A web worker, as far as the extension and the client library's types need it: Node's types know only their own. */
declare class Worker {
  constructor(script: string);
  terminate(): void;
}
