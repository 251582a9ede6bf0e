/** How text is dressed for where it goes. */
export interface Style {
  readonly colour: boolean;
  /** The place of a finding: `file:line:column`. */
  heading(text: string): string;
  faint(text: string): string;
  severity(name: string): string;
  /** The words that differ. */
  changed(text: string): string;
  /** The place where words are missing. */
  missing(): string;
}

const sgr =
  (open: number | string, close: number | string) =>
  (text: string): string =>
    `\u001b[${open}m${text}\u001b[${close}m`;

const bold = sgr(1, 22);
const faint = sgr(2, 22);
const red = sgr(31, 39);
const yellow = sgr(33, 39);
const blue = sgr(34, 39);
const changedWords = sgr('33;4', '24;39');

/** In colour, changed words are yellow and underlined; without, they stand between double asterisks. */
export function createStyle(colour: boolean): Style {
  if (!colour) {
    const plain = (text: string): string => text;
    return {
      colour,
      heading: plain,
      faint: plain,
      severity: plain,
      changed: (text) => `**${text}**`,
      missing: () => '‸',
    };
  }
  return {
    colour,
    heading: bold,
    faint,
    severity: (name) => (name === 'error' ? red(name) : name === 'warning' ? yellow(name) : blue(name)),
    changed: changedWords,
    missing: () => red('‸'),
  };
}

/**
 * Whether to write in colour.
 * @param asked what the command line says, or undefined where it says nothing.
 */
export function wantsColour(
  asked: boolean | undefined,
  stream: { readonly isTTY?: boolean },
  env: Readonly<Record<string, string | undefined>>,
): boolean {
  if (asked !== undefined) return asked;
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR) return env.FORCE_COLOR !== '0';
  return stream.isTTY === true && env.TERM !== 'dumb';
}
