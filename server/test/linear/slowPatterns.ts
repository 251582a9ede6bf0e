import { attackText, attacksOn, type Attack } from './attacks';
import { describeGrowth, growthOf } from './growth';
import type { FoundPattern } from './patterns';

/** Patterns that would be slow on a long text and never see one, each with what keeps its texts short. */
const shortTextsOnly: ReadonlyMap<string, string> = new Map([
  ['claims/quoteScanner.ts /[.?!…]\\s*(\\r?\\n', 'the last 120 units of a quote'],
  ['claims/dates/dateline.ts /', 'the first 200 units of a paragraph'],
  ['claims/dates/surroundings.ts /', '100 units around a date'],
  ['claims/dates/relative.ts /(?:^|[^a-z', '48 units before a stretch of time'],
  ['claims/dates/times.ts /(?:^|[^a-z])(?:at|by', '28 units before a time'],
  ['rules/secondHand.ts /^, (?:\\p{Lu}', '60 units behind a mention'],
  ['rules/figuresWithin.ts /\\B(?=(?:\\d{3})+$)/', 'the digits of a number'],
]);

/** Runs a pattern over a text as code does: all its matches where it is global, else the first. */
function runOver(pattern: RegExp, text: string): void {
  pattern.lastIndex = 0;
  if (!pattern.global) pattern.exec(text);
  else for (let match = pattern.exec(text); match; match = pattern.exec(text)) if (match[0] === '') pattern.lastIndex++;
}

/**
 * Attacks each pattern, and tells which take more than twice as long for twice the text, a sentence each.
 * @param choose of the attacks on a pattern those to try.
 * @returns how many attacks there were.
 */
export function attackEach(
  patterns: readonly FoundPattern[],
  tell: (fault: string) => void,
  choose: (attacks: readonly Attack[]) => readonly Attack[] = (all) => all,
): number {
  const seen = new Set<string>();
  let attacks = 0;
  for (const {
    place,
    pattern: { source, flags },
  } of patterns) {
    const written = `/${source}/${flags}`;
    const name = `${place.replace(/:\d+$/, '')} ${written}`;
    if (seen.has(written) || [...shortTextsOnly.keys()].some((start) => name.startsWith(start))) continue;
    seen.add(written);
    const pattern = new RegExp(source, flags);
    for (const attack of choose(attacksOn(pattern))) {
      attacks++;
      const growth = growthOf(
        (units) => attackText(attack, units),
        (text) => {
          runOver(pattern, text);
        },
      );
      if (!growth) continue;
      tell(`${place} ${written.slice(0, 120)}: ${describeGrowth(growth)}, ${JSON.stringify(attack).slice(0, 160)}`);
      break;
    }
  }
  return attacks;
}
