/**
 * Text from outside on one line, safe to print: control characters, which a terminal would obey, and marks that turn the
 * direction of writing become visible signs.
 */
export function visible(text: string): string {
  return text
    .replace(/[\t\n\v\f\r\u0085\u2028\u2029]+/g, ' ')
    .replace(/\p{Cc}|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, (ch) => {
      const code = ch.charCodeAt(0);
      return code < 0x20
        ? String.fromCharCode(0x2400 + code)
        : `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`;
    });
}

/** The same with every run of spaces as one, and none around it. */
export const onOneLine = (text: string): string => visible(text).replace(/\s+/g, ' ').trim();

/**
 * JSON in which nothing stands that a terminal or a script might act on: such characters are escaped, which JSON allows
 * anywhere in a string.
 */
export function safeJson(value: unknown, indent?: number): string {
  return JSON.stringify(value, null, indent).replace(
    /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g,
    (ch) => '\\u' + ch.charCodeAt(0).toString(16).padStart(4, '0'),
  );
}
