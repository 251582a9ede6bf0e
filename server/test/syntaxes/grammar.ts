import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { OnigScanner, OnigString, loadWASM } from 'vscode-oniguruma';
import { INITIAL, Registry, parseRawGrammar, type IGrammar } from 'vscode-textmate';

const repository = join(__dirname, '../../../..');
const file = join(repository, 'syntaxes/article.tmLanguage.json');

/** The grammar's text, as it is shipped. */
export const grammarSource = readFileSync(file, 'utf8');

/** The grammar as an editor loads it. */
export async function loadGrammar(): Promise<IGrammar> {
  await loadWASM(readFileSync(join(repository, 'node_modules/vscode-oniguruma/release/onig.wasm')));
  const registry = new Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new OnigScanner(patterns),
      createOnigString: (text) => new OnigString(text),
    }),
    loadGrammar: (scope) => Promise.resolve(scope === 'text.article' ? parseRawGrammar(grammarSource, file) : null),
  });
  const grammar = await registry.loadGrammar('text.article');
  if (!grammar) throw new Error('the grammar was not loaded');
  return grammar;
}

/** A stretch of text and the scopes that the grammar gives it, the outermost first and the language's own left out. */
export interface Scoped {
  readonly start: number;
  readonly end: number;
  readonly scopes: readonly string[];
}

/** The scopes of a whole text, in UTF-16 offsets. */
export function scopesOf(grammar: IGrammar, text: string): readonly Scoped[] {
  const found: Scoped[] = [];
  let stack = INITIAL;
  let at = 0;
  for (const line of text.split('\n')) {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, stack);
    stack = ruleStack;
    for (const { startIndex, endIndex, scopes } of tokens) {
      const end = Math.min(endIndex, line.length);
      if (startIndex < end) found.push({ start: at + startIndex, end: at + end, scopes: scopes.slice(1) });
    }
    at += line.length + 1;
  }
  return found;
}
