import { RegExpParser, type AST } from '@eslint-community/regexpp';

/** A text that grows by one piece: `before`, the piece again and again, `after`. */
export interface Attack {
  readonly before: string;
  readonly piece: string;
  readonly after: string;
}

export const attackText = ({ before, piece, after }: Attack, units: number): string =>
  before + piece.repeat(Math.max(1, Math.ceil(units / piece.length))) + after;

/** One character of each class that copy and patterns know. */
const palette = [
  ...'aAsSzéÉ7 0\n\r\t.,;:!?-–—/\'"“”‘’«»()[]{}<>$£€%°#*_|&@`~^+=\\½²\u00a0\u2028\u0000…•',
  '你',
  '\u0301',
  '\ud83d',
];

/** So many ways to fill a class or to choose among alternatives are tried. */
const mostChoices = 4;

/**
 * Texts that give a pattern the most to do: what it repeats, repeated, behind what it wants before that, and before
 * something that it doesn't want. Made from the pattern's own characters, classes and words.
 */
export function attacksOn(pattern: RegExp): readonly Attack[] {
  const parsed = new RegExpParser({ ecmaVersion: 2025 }).parsePattern(pattern.source, undefined, undefined, {
    unicode: pattern.unicode,
    unicodeSets: pattern.flags.includes('v'),
  });
  const flags = pattern.flags.replace(/[gy]/g, '');
  const attacks = new Map<string, Attack>();
  const add = (before: string, piece: string): void => {
    if (piece === '') return;
    for (const after of ['', '\u0001', '!', ' '])
      attacks.set(JSON.stringify([before, piece, after]), { before, piece, after });
  };
  const whole = sample(parsed, 0, flags);
  for (let choice = 0; choice < mostChoices; choice++) add('', sample(parsed, choice, flags));
  const visit = (node: AST.Node, before: string): void => {
    switch (node.type) {
      case 'Pattern':
      case 'Group':
      case 'CapturingGroup':
        for (const one of node.alternatives) visit(one, before);
        return;
      case 'Assertion':
        if ('alternatives' in node) for (const one of node.alternatives) visit(one, before);
        return;
      case 'Alternative': {
        let so = before;
        for (const element of node.elements) {
          visit(element, so);
          so += sample(element, 0, flags);
        }
        return;
      }
      case 'Quantifier':
        if (node.max > 8)
          for (let choice = 0; choice < mostChoices; choice++) {
            const piece = sample(node.element, choice, flags);
            add(before, piece);
            add('', piece);
            add('', before + piece);
            // Two neighbours that take the same characters: a mixture of both.
            add('', piece + whole);
          }
        visit(node.element, before);
        return;
      default:
    }
  };
  visit(parsed, '');
  return [...attacks.values()];
}

const known = new Map<string, readonly string[]>();

/** The characters of the palette that a class takes. */
function fittingOf(raw: string, flags: string): readonly string[] {
  const key = `${flags} ${raw}`;
  const before = known.get(key);
  if (before) return before;
  const one = new RegExp(`^(?:${raw})$`, flags.replace('m', ''));
  const fitting = palette.filter((character) => one.test(character));
  known.set(key, fitting);
  return fitting;
}

/** A short text that a part of a pattern takes, more or less; the choice says which of many. */
function sample(node: AST.Node, choice: number, flags: string): string {
  switch (node.type) {
    case 'Pattern':
    case 'Group':
    case 'CapturingGroup': {
      const one = node.alternatives[choice % node.alternatives.length];
      return one ? sample(one, choice, flags) : '';
    }
    case 'Alternative':
      return node.elements.map((element) => sample(element, choice, flags)).join('');
    case 'Quantifier':
      return sample(node.element, choice, flags).repeat(Math.max(node.min, node.max > 0 ? 1 : 0));
    case 'Character':
      return String.fromCodePoint(node.value);
    case 'CharacterSet':
    case 'CharacterClass':
    case 'ExpressionCharacterClass': {
      const fitting = fittingOf(node.raw, flags);
      return fitting[choice % Math.max(1, fitting.length)] ?? '';
    }
    default:
      return '';
  }
}
