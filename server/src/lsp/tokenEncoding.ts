import type { SemanticTokensBuilder, SemanticTokensLegend } from 'vscode-languageserver';
import type { Article } from '../core/article';
import { tokenModifiers, tokenTypes, type ReadingToken, type TokenType } from '../features/semanticTokens';
import type { ClientProfile } from './clientProfile';
import { toPosition } from './convert';

/** Names that every editor has colours for, for clients without our own. */
const commonNames: Readonly<Record<TokenType, string>> = {
  quote: 'string',
  speaker: 'class',
  figure: 'number',
  date: 'number',
};

/** What the numbers in tokens stand for. Our own client has colours for our own names. */
export function legendFor({ takesStatus }: ClientProfile): SemanticTokensLegend {
  return {
    tokenTypes: tokenTypes.map((type) => (takesStatus ? type : commonNames[type])),
    tokenModifiers: [...tokenModifiers],
  };
}

/** Adds tokens, in their order, to a builder. One that runs over lines becomes one a line: few clients take others. */
export function pushTokens(builder: SemanticTokensBuilder, article: Article, tokens: readonly ReadingToken[]): void {
  for (const { start, end, type, modifiers } of tokens) {
    const kind = tokenTypes.indexOf(type);
    const bits = modifiers.reduce((sum, one) => sum | (1 << tokenModifiers.indexOf(one)), 0);
    for (const { 0: line, index } of article.text.slice(start, end).matchAll(/[^\r\n]+/g)) {
      const { line: row, character } = toPosition(article, start + index);
      builder.push(row, character, line.length, kind, bits);
    }
  }
}
