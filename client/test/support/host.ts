import { UIKind, env } from 'vscode';

/** Whether the tests run where VS Code has Node beside it; else in the web worker of a browser. */
export const hasNode = env.uiKind === UIKind.Desktop || env.remoteName !== undefined;

/** A test of something that only Node has, a process to kill say. In a browser it isn't there: nothing is skipped. */
export function itWithNode(name: string, test: Mocha.AsyncFunc): void {
  if (hasNode) it(name, test);
}
