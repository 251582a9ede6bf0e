import { canSpeak } from './canSpeak';
import { subjectOf } from './clauses';
import { cueAt, isBetween, isPassive } from './cues';
import type { Finding } from './speakers';
import type { Token } from './tokens';
import { tokenAt } from './tokens';
import { conjunctions, subordinators } from './vocabulary';

/** Between a verb of speech and the subject of what it tells stand this many tokens at most: "told the board on Monday that". */
const reach = 12;

/**
 * Whoever tells the clause in which somebody else would speak: in "Roe said the board would call it a “wreck”" and
 * "Roe said many would find it “hard”" the words are Roe's. Null where the clause's own subject speaks, or nobody tells it.
 * `verb` is the verb of `inner`.
 */
export function tellerOver(inner: Finding, verb: number, from: number): Finding | null {
  const { passage, phrase } = inner;
  const { tokens } = passage;
  if (!isSupposed(tokens, verb, phrase.end) && canSpeak(inner)) return null;
  for (let i = phrase.start - 1; i >= from && i >= phrase.start - reach; i--) {
    const token = tokenAt(tokens, i);
    if (token.kind === 'mark' || token.kind === 'quote' || conjunctions.has(token.lower)) return null;
    if (subordinators.has(token.lower) && token.lower !== 'that') return null;
    const cue = cueAt(tokens, i, from);
    if (cue?.sense !== 'speech' || cue.form === 'base' || isPassive(tokens, i, from)) continue;
    const teller = subjectOf(tokens, i, from);
    const found: Finding | null = teller && { passage, phrase: teller, evidence: 'before', cue, verb: i };
    return found && canSpeak(found) ? found : null;
  }
  return null;
}

/** Verbs that say what somebody makes of a thing rather than that they spoke. */
const attitudes =
  /^(?:find|finds|found|consider(?:s|ed)?|regard(?:s|ed)?|view(?:s|ed)?|highlight(?:s|ed)?|continu(?:e|es|ed)|reflect(?:s|ed)?|demand(?:s|ed)?)$/;
const modals = new Set("would will could should must can may might 'll 'd".split(' '));

/** Whether the verb at `i` is only thought of: "would call", "should reiterate", "was to call", or says no speech at all. */
function isSupposed(tokens: readonly Token[], i: number, subjectEnd: number): boolean {
  if (attitudes.test(tokenAt(tokens, i).lower)) return true;
  for (let p = i - 1; p >= subjectEnd && (isBetween(tokens, p) || tokenAt(tokens, p).lower === 'to'); p--)
    if (modals.has(tokenAt(tokens, p).lower) || tokenAt(tokens, p).lower === 'to') return true;
  return false;
}
