import { render } from 'preact';
import { App } from './app';
import type { BoardState, FromBoard } from './messages';
import { readState } from './state';

/** What VS Code gives a page; it may be asked for once. */
declare function acquireVsCodeApi(): {
  postMessage(message: FromBoard): void;
  getState(): unknown;
  setState(state: BoardState): void;
};

const editor = acquireVsCodeApi();
const root = document.getElementById('board');
if (root) {
  const loading = root.textContent.trim();
  root.textContent = '';
  const host = {
    post: (message: FromBoard) => editor.postMessage(message),
    kept: () => readState(editor.getState()),
    keep: (state: BoardState) => editor.setState(state),
  };
  render(<App host={host} loading={loading} />, root);
}
