import * as vscode from 'vscode';
import { l10n, type CancellationToken, type Disposable } from 'vscode';
import type { WireFoundQuote } from '../../../server/src/protocol/api';
import type { SecondSourceApi } from './types';

/** The name under which package.json declares the tool. */
export const findQuoteToolName = 'second-source_findQuote';
/** A model is told of so many matches at the most. */
const mostTold = 20;

/** What newer editors have for language models, as far as it is used here: the oldest supported one has none of it. */
interface WithTools {
  readonly lm?: {
    readonly registerTool?: (name: string, tool: Tool) => Disposable;
  };
  readonly LanguageModelToolResult?: new (content: readonly unknown[]) => object;
  readonly LanguageModelTextPart?: new (value: string) => object;
}

interface Tool {
  prepareInvocation(options: { readonly input: unknown }): { readonly invocationMessage: string };
  invoke(options: { readonly input: unknown }, token: CancellationToken): Promise<object>;
}

/** Offers "Find Quote" to language models; nothing where the editor has no such tools. */
export function registerFindQuoteTool(api: Pick<SecondSourceApi, 'findQuote'>): Disposable[] {
  const { lm, LanguageModelToolResult: Result, LanguageModelTextPart: Part } = vscode as WithTools;
  if (!lm?.registerTool || !Result || !Part) return [];
  const tool: Tool = {
    prepareInvocation: ({ input }) => ({
      invocationMessage: l10n.t('Looking for “{0}” in the articles', shortened(textIn(input))),
    }),
    async invoke({ input }) {
      const text = textIn(input);
      if (text === '') throw new Error('Give the words to look for as `text`.');
      return new Result([new Part(answer(await api.findQuote(text)))]);
    },
  };
  try {
    return [lm.registerTool(findQuoteToolName, tool)];
  } catch {
    return []; // Some editors have tools as a proposal only, which an extension may not use.
  }
}

function textIn(input: unknown): string {
  const text: unknown = typeof input === 'object' && input !== null ? (input as { text?: unknown }).text : '';
  return typeof text === 'string' ? text.trim() : '';
}

const shortened = (text: string): string => {
  const letters = [...text];
  return letters.length > 60 ? `${letters.slice(0, 57).join('')}...` : text;
};

/** The matches as text for a model. It is English whatever the editor speaks: the tool is described to models so. */
export function answer(found: readonly WireFoundQuote[]): string {
  if (found.length === 0) return 'No article in this workspace has these words.';
  const told = found.slice(0, mostTold).map((match, i) => `${String(i + 1)}. ${described(match)}`);
  const more = found.length - told.length;
  const rest = more > 0 ? [`and ${String(more)} more`] : [];
  const heading = found.length === 1 ? '1 match:' : `${String(found.length)} matches:`;
  return [heading, ...told, ...rest].join('\n');
}

function described(match: WireFoundQuote): string {
  const { name, place, speaker, text, quoted } = match;
  const line = String(place.range.start.line + 1);
  const by = !quoted
    ? 'without quotation marks'
    : speaker
      ? `given to ${speaker.name}${speaker.sure ? '' : ' (likely)'}`
      : 'no speaker named';
  return `${name}, line ${line} (${by}; ${difference(match)}): ${JSON.stringify(text.replace(/\s+/g, ' '))}`;
}

function difference({ relation, wording }: WireFoundQuote): string {
  const words = (kind: 'differs' | 'missing') =>
    wording.filter((piece) => piece.kind === kind).map(({ text }) => JSON.stringify(text.replace(/\s+/g, ' ')));
  const there = words('differs');
  const missing = words('missing');
  const differences = [
    ...(there.length > 0 ? [`has ${there.join(', ')} where the words given differ`] : []),
    ...(missing.length > 0 ? [`lacks ${missing.join(', ')}`] : []),
  ];
  if (differences.length > 0) return differences.join('; ');
  const plain: Record<WireFoundQuote['relation'], string> = {
    verbatim: 'the same words',
    excerpt: 'one is an excerpt of the other',
    altered: 'other words',
    reported: 'the same words',
  };
  return plain[relation];
}
